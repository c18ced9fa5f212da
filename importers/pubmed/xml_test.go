package pubmed

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestDecodeRefuses(t *testing.T) {
	title := func(s string) string { return invented("99100301", s) }
	for name, data := range map[string]string{
		"crossed tags":               title("<a><b></a></b>"),
		"end tag too many":           title("</a>"),
		"end tag missing":            title("<a>"),
		"end tag in other case":      title("<a></A>"),
		"end tag with attribute":     title("<a></a b='c'>"),
		"no name":                    title("<>"),
		"name with space before":     title("< a></a>"),
		"name that begins with a 1":  title("<1></1>"),
		"two colons":                 title("<a:b:c></a:b:c>"),
		"attribute without value":    title("<a b></a>"),
		"attribute without quotes":   title("<a b=c></a>"),
		"attribute that has no end":  title("<a b='c></a>"),
		"< in an attribute":          title("<a b='<'></a>"),
		"entity in an attribute":     title("<a b='&x;'></a>"),
		"slash in the middle":        title("<a / ></a>"),
		"unknown entity":             title("&eacute;"),
		"bare ampersand":             title("a & b"),
		"ampersand at the end":       title("&amp"),
		"empty entity":               title("&;"),
		"character without number":   title("&#;"),
		"character without number x": title("&#x;"),
		"character zero":             title("&#0;"),
		"character that is a half":   title("&#xD800;"),
		"character beyond Unicode":   title("&#x110000;"),
		"character far beyond":       title("&#99999999999;"),
		"character with a sign":      title("&#+65;"),
		"control character":          title("\x01"),
		"not UTF-8":                  title("\xff"),
		"half a character":           title("\xed\xa0\x80"),
		"U+FFFE":                     title("\ufffe"),
		"end of a section alone":     title("a]]>b"),
		"section without end":        title("<![CDATA[x"),
		"section that is none":       title("<![cdata[x]]>"),
		"section not UTF-8":          title("<![CDATA[\xff]]>"),
		"comment without end":        title("<!-- x"),
		"hyphens in a comment":       title("<!-- a -- b -->"),
		"hyphen at a comment's end":  title("<!-- a --->"),
		"short comment":              title("<!-->"),
		"document type":              title("<!DOCTYPE a>"),
		"entity declaration":         title("<!ENTITY a 'b'>"),
		"processing instruction":     title("<?php x ?>"),
		"text after the end":         title("x") + "x",
		"element after the end":      title("x") + "<a/>",
		"text before the beginning":  "x" + title("x"),
		"cut off":                    strings.TrimSuffix(title("x"), "</PubmedArticle>"),
		"cut off in a tag":           strings.TrimSuffix(title("x"), ">"),
		"nothing":                    "",
		"nested too deep":            title(strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300)),
	} {
		if leaves, err := newDecoder().decode([]byte(data)); err == nil {
			t.Errorf("%s: got %v and no error", name, leaves)
		}
	}
}

func TestDecodeAccepts(t *testing.T) {
	for name, tt := range map[string]struct{ inner, want string }{
		"entities":            {"&lt;&gt;&amp;&apos;&quot;&#65;&#x42;&#x1F642;", `<>&'"AB🙂`},
		"entity of an entity": {"&amp;lt;", "&lt;"},
		"section":             {"a<![CDATA[<b>&amp;]] ]]>c", "a<b>&amp;]] c"},
		"comment":             {"a<!-- <b> & -->c<!---->d", "acd"},
		"white space":         {" a\r\n\tb&#160;c\u2009d ", "a b c d"},
		"markup":              {"<i>a</i><b><u>b</u></b> c<br/>d", "ab cd"},
		"attributes":          {"<a b='&lt;\"' c = \"'>\"d='e'>x</a>", "x"},
		"prefix":              {"<m:a xmlns:m='x'>x</m:a >", "x"},
		"subscript":           {"H<sub>2</sub>O", "H2O"},
		"exponent":            {"10<sup>9</sup>, 10<sup>-3</sup>, 10<sup>−3</sup>, 10<sup><i>n</i></sup>, cm<sup>2</sup>, Ca<sup>2+</sup>", "10⁹, 10⁻³, 10⁻³, 10ⁿ, cm², Ca²⁺"},
		"raised words":        {"4<sup>th</sup>, x<sup>®</sup>, y<sup>1,2</sup>, z<sup/>", "4th, x®, y1,2, z"},
		"fraction":            {"<m:mfrac><m:mn>1</m:mn><m:mrow><m:mn>2</m:mn><m:mi>x</m:mi></m:mrow></m:mfrac>", "1/2x"},
		"power":               {"<m:msup><m:mi>e</m:mi><m:mn>2</m:mn></m:msup><m:msup><m:mi>e</m:mi><m:mi>k</m:mi></m:msup>", "e²e^k"},
		"PMID in the title":   {"<PMID>1</PMID><AbstractText>x</AbstractText>", "1x"},
	} {
		leaves, err := newDecoder().decode([]byte(invented("99100301", tt.inner)))
		if err != nil || len(leaves) != 2 || leaves[1].text != tt.want {
			t.Errorf("%s: got %q, %v; want %q", name, leaves, err, tt.want)
		}
	}
}

// plain decodes a record as decoder does, by encoding/xml.
func plain(data []byte) ([]leaf, error) {
	var leaves []leaf
	var open []string
	var wanted []interest
	var text *flat
	in := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := in.RawToken()
		if err == io.EOF && len(open) > 0 {
			return nil, io.ErrUnexpectedEOF
		}
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return leaves, err
		}
		switch x := token.(type) {
		case xml.StartElement:
			name, parent, of := rawName(x.Name), "", none
			if n := len(open); n > 0 {
				parent = open[n-1]
			}
			if len(open) == 0 || wanted[len(open)-1] == inner || wanted[len(open)-1] == group {
				of = shape[parent+"/"+name]
			}
			open, wanted = append(open, name), append(wanted, of)
			if text != nil {
				text.start([]byte(name))
			}
			if of == group || of == taken {
				l := leaf{path: parent + "/" + name}
				for _, a := range x.Attr {
					l.attrs = append(l.attrs, attr{rawName(a.Name), a.Value})
				}
				leaves = append(leaves, l)
			}
			if of == taken {
				text = &flat{depth: len(open)}
			}
		case xml.EndElement:
			n := len(open)
			if n == 0 || open[n-1] != rawName(x.Name) {
				return nil, io.ErrUnexpectedEOF
			}
			if text != nil && text.depth == n {
				leaves[len(leaves)-1].text, text = text.String(), nil
			} else if text != nil {
				text.end()
			}
			open, wanted = open[:n-1], wanted[:n-1]
		case xml.CharData:
			if text != nil {
				text.add(x)
			}
		}
	}
}

func rawName(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}

var compareLeaves = cmp.Options{cmp.AllowUnexported(leaf{}, attr{}), cmpopts.EquateEmpty()}

// Whatever the decoder takes, encoding/xml takes too, and for the same.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"papers.xml", "shapes.xml", "broken.xml"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		s := &splitter{window: window{r: bytes.NewReader(data)}}
		for {
			p, err := s.next()
			if err != nil {
				break
			}
			f.Add(bytes.Clone(p.data))
		}
	}
	d := newDecoder()
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := d.decode(data)
		if err != nil {
			return
		}
		want, err := plain(data)
		if err != nil {
			t.Fatalf("taken, and yet encoding/xml says %v", err)
		}
		if diff := cmp.Diff(want, got, compareLeaves); diff != "" {
			t.Fatal("(-encoding/xml +decoder):\n", diff)
		}
	})
}

// Whatever is well formed, as PubMed writes it, the decoder takes, as encoding/xml does.
func TestDecodeWellFormed(t *testing.T) {
	names := []string{"PMID", "Article", "ArticleTitle", "Abstract", "AbstractText", "AuthorList", "Author", "LastName", "i", "sup", "mml:msup", "CommentsCorrectionsList", "CommentsCorrections", "x-1"}
	texts := []string{"a", "é 5", "&lt;", "&#x3b1;", " \r\n", "<!-- < -->", "<![CDATA[<&]]>", "10", "]]", "\u00a0"}
	d := newDecoder()
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		var element func(depth int, name string)
		element = func(depth int, name string) {
			b.WriteString("<" + name)
			for range rapid.IntRange(0, 2).Draw(t, "attributes") {
				b.WriteString(rapid.SampledFrom([]string{" Label='R &amp; D'", "\n RefType=\"Cites\"", " ValidYN = 'N'"}).Draw(t, "attribute"))
			}
			if rapid.IntRange(0, 9).Draw(t, "empty") == 0 {
				b.WriteString("/>")
				return
			}
			b.WriteString(">")
			for range rapid.IntRange(0, 4).Draw(t, "children") {
				if depth < 6 && rapid.Bool().Draw(t, "element") {
					element(depth+1, rapid.SampledFrom(names).Draw(t, "name"))
				} else {
					b.WriteString(rapid.SampledFrom(texts).Draw(t, "text"))
				}
			}
			b.WriteString("</" + name + rapid.SampledFrom([]string{"", " ", "\n"}).Draw(t, "space") + ">")
		}
		b.WriteString("<PubmedArticle><MedlineCitation>")
		element(0, rapid.SampledFrom(names).Draw(t, "name"))
		b.WriteString("</MedlineCitation></PubmedArticle>")
		want, wantErr := plain([]byte(b.String()))
		got, err := d.decode([]byte(b.String()))
		if wantErr != nil || err != nil {
			t.Fatalf("%q: encoding/xml says %v, the decoder %v", b.String(), wantErr, err)
		}
		if diff := cmp.Diff(want, got, compareLeaves); diff != "" {
			t.Fatalf("%q (-encoding/xml +decoder):\n%s", b.String(), diff)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/papers.xml")
	if err != nil {
		b.Fatal(err)
	}
	begin, end := bytes.Index(data, []byte("<PubmedArticle>")), bytes.LastIndex(data, []byte("<DeleteCitation>"))
	records := bytes.Repeat(data[begin:end], 2000)
	b.SetBytes(int64(len(records)))
	b.ReportAllocs()
	for b.Loop() {
		r := io.MultiReader(strings.NewReader("<PubmedArticleSet>"), bytes.NewReader(records), strings.NewReader("</PubmedArticleSet>"))
		if err := Read(b.Context(), "", r, func(r Record) bool { return r.Err == nil }); err != nil {
			b.Fatal(err)
		}
	}
}
