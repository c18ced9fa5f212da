package importers

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"claimlens/annotate"

	"github.com/google/go-cmp/cmp"
)

// sentence is enough text for an extraction to take its surroundings seriously.
const sentence = "Dialysis takes over part of the work of the kidneys, removing waste products and surplus water from the blood. "

// read reads a page whose body is given, with a paragraph before and after it.
func read(t *testing.T, body string) annotate.Article {
	t.Helper()
	page := "<!DOCTYPE html><html><head><title>T</title></head><body><article><p>" + strings.Repeat(sentence, 3) + "</p>" + body + "<p>" + strings.Repeat(sentence, 3) + "</p></article></body></html>"
	a, err := readHTML(Document{Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	if err := checkRuns(a, page); err != nil {
		t.Error(err)
	}
	if err := a.Complete().Check(); err != nil {
		t.Error(err)
	}
	return a
}

// TestBlocks gives the blocks between the two paragraphs that surround each body.
func TestBlocks(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		want       []string
	}{
		{"white space", "<p>  Salt \n\t raises <b>blood</b> <i> pressure</i>.  </p>", []string{"paragraph 0 Salt raises blood pressure."}},
		{"between nodes", "<p>a<b>b</b> c<b> d </b> e</p>", []string{"paragraph 0 ab c d e"}},
		{"no-break space", "<p>5&nbsp;mg a&nbsp; day</p>", []string{"paragraph 0 5 mg a day"}},
		{"blank blocks", "<p>&nbsp;</p><p>\u200b</p><p><br></p><p>x</p>", []string{"paragraph 0 x"}},
		{"soft hyphen", "<p>micro&shy;circu&shy;lation is so&shy; &shy;so</p>", []string{"paragraph 0 microcirculation is so so"}},
		{"headings", "<h2>What it is</h2><p>x</p><h4>Who has it</h4><p>y</p>", []string{"heading 2 What it is", "paragraph 0 x", "heading 4 Who has it", "paragraph 0 y"}},
		{"bold line", "<p><strong>What</strong> <b>helps</b>:</p><p><b>Salt</b> is</p><p><b>It raises blood pressure.</b></p>", []string{"heading 4 What helps:", "paragraph 0 Salt is", "paragraph 0 It raises blood pressure."}},
		{"list", "<ul><li>one</li><li><p>two</p><p>more</p></li></ul>", []string{"item 1 one", "item 1 two", "item 1 more"}},
		{"nested list", "<ol><li>one<ul><li>inner</li></ul>after</li></ol>", []string{"item 1 one", "item 2 inner", "item 1 after"}},
		{"definitions", "<dl><dt>Anaemia</dt><dd>Too few red cells.</dd></dl>", []string{"item 1 Anaemia", "item 1 Too few red cells."}},
		{"heading in a list", "<ul><li><h3>Salt</h3>It makes people thirsty.</li></ul>", []string{"heading 3 Salt", "item 1 It makes people thirsty."}},
		{"quote", "<blockquote><p>a</p><p>b</p></blockquote>", []string{"quote 0 a", "quote 0 b"}},
		{"line break", "<p>one<br>two <br/> three</p>", []string{"paragraph 0 one\ntwo\nthree"}},
		{"two line breaks", "<p>one<br> <br>two</p>", []string{"paragraph 0 one", "paragraph 0 two"}},
		{"table", "<table><caption>In 5 years</caption><tr><th></th><th>A</th><th>B</th></tr><tr><td>Falls</td><td> 6<br>1 </td><td><p>7</p></td></tr></table>", []string{"caption 0 In 5 years", "row 0 A | B", "row 0 Falls | 6 1 | 7"}},
		{"table without header", "<table><tr><td>Start</td><td>1 infusion, daily</td></tr><tr><td>Renew</td><td>3 infusions, daily</td></tr></table>", []string{"row 0 Start | 1 infusion, daily", "row 0 Renew | 3 infusions, daily"}},
		{"table as layout", "<table role=presentation><tr><td><p>one, two, three</p></td><td><p>four, five, six</p></td></tr></table>", []string{"paragraph 0 one, two, three", "paragraph 0 four, five, six"}},
		{"figure", "<figure><img src=x><figcaption>The ward. Photo: A</figcaption></figure>", []string{"caption 0 The ward. Photo: A"}},
		{"code", "<pre>x = 1\n  y = 2\n\n</pre>", []string{"code 0 x = 1\n  y = 2"}},
		{"typed text", "<pre>\n  Salt raises the blood pressure\n  of people. It is in bread.\n \n\n  A second <b>para-\n  graph</b>.\n</pre>", []string{"paragraph 0 Salt raises the blood pressure of people. It is in bread.", "paragraph 0 A second para- graph."}},
		{"reference marks", "<p>It falls faster.<sup><a href='#r1'>1</a></sup> More.</p>", []string{"paragraph 0 It falls faster.1 More."}},
		{"subscript", "<p>CO<sub>2</sub> rises</p>", []string{"paragraph 0 CO2 rises"}},
		{"struck out", "<p>It <del>cures</del> <s>heals</s> relieves pain</p>", []string{"paragraph 0 It relieves pain"}},
		{"ruby", "<p><ruby>腎臓<rp>(</rp><rt>じんぞう</rt><rp>)</rp></ruby>の病気</p>", []string{"paragraph 0 腎臓の病気"}},
		{"hidden", "<p>a</p><p hidden>b</p><p style='display: none'>c</p><p aria-hidden=true>d</p>", []string{"paragraph 0 a"}},
		{"comment between", "<p>a<!-- x -->b</p>", []string{"paragraph 0 ab"}},
		{"script link", `<p>see <a href="javascript:go()">the table</a> below</p>`, []string{"paragraph 0 see the table below"}},
		{"text in a div", "<div>one <b>two</b><p>three</p>four</div>", []string{"paragraph 0 one two", "paragraph 0 three", "paragraph 0 four"}},
		{"advertisement", "<p>Advertisement</p><p>x</p>", []string{"paragraph 0 x"}},
		{"mathematics", "<p>if <math><mi>p</mi><mo>&lt;</mo><mn>0.05</mn></math></p>", []string{"paragraph 0 if p<0.05"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := read(t, tt.body)
			var got []string
			for i, words := range blocksOf(a) {
				got = append(got, fmt.Sprintf("%s %d %s", a.Blocks[i].Kind, a.Blocks[i].Level, words))
			}
			if len(got) < 2 {
				t.Fatalf("got %q", got)
			}
			if diff := cmp.Diff(tt.want, got[1:len(got)-1]); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestRuns(t *testing.T) {
	a := read(t, "<p>Salt  raises <b>blood</b> pres&shy;sure</p>")
	text := []rune(a.Text)
	var got []string
	for _, r := range a.Runs {
		if strings.Contains(r.Path, "/p[2]/") {
			got = append(got, fmt.Sprintf("%q %s %d", string(text[r.Start:r.End]), r.Path, r.Offset))
		}
	}
	want := []string{
		`"Salt raises " /html[1]/body[1]/article[1]/p[2]/text()[1] 0`,
		`"blood" /html[1]/body[1]/article[1]/p[2]/b[1]/text()[1] 0`,
		`" pres" /html[1]/body[1]/article[1]/p[2]/text()[2] 0`,
		`"sure" /html[1]/body[1]/article[1]/p[2]/text()[2] 6`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// XPath can't name every element that HTML has.
func TestRunsOfOddElements(t *testing.T) {
	a := read(t, "<p>Salt<o:p> raises</o:p></p><td[x>blood</td[x><div><x-ø>pressure, <math><mi>p</mi></math></x-ø></div>")
	var got []string
	for _, r := range a.Runs[1 : len(a.Runs)-1] {
		got = append(got, strings.TrimPrefix(r.Path, "/html[1]/body[1]/article[1]/"))
	}
	want := []string{"p[2]/text()[1]", "p[2]/*[1]/text()[1]", "*[3]/text()[1]", "div[1]/*[1]/text()[1]", "div[1]/*[1]/*[1]/*[1]/text()[1]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The text that only repeats the title, the byline or the date is not part of an article's text.
func TestFurniture(t *testing.T) {
	body := `<header><h1>Salt and blood pressure: a report</h1><p class="byline">By Ada Lovelace · 3 May 2024 · 5 min read</p></header>
		<p>May 3, 2024</p><p>` + strings.Repeat(sentence, 5) + `</p><p>Read more</p><p>` + strings.Repeat(sentence, 5) + `</p>`
	a, err := readHTML(Document{Data: []byte("<html><head><title>Salt and blood pressure: a report</title></head><body><article>" + body + "</article></body></html>")})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(a.Blocks); got != 2 {
		t.Errorf("got %d blocks, %q, want the 2 paragraphs", got, blocksOf(a))
	}
	if a.Byline != "Ada Lovelace" {
		t.Errorf("got byline %q", a.Byline)
	}
}

// An article element whose class speaks of its author is an article and not a byline.
func TestAuthorClassOnArticle(t *testing.T) {
	body := `<article class="post author-ada"><span class="author"><span itemprop="name">Ada Lovelace</span></span><p>` + strings.Repeat(sentence, 6) + "</p></article>"
	a, err := readHTML(Document{Data: []byte("<html><body>" + body + "</body></html>")})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "Dialysis takes over") || a.Byline != "Ada Lovelace" {
		t.Errorf("got byline %q and text %.100q", a.Byline, a.Text)
	}
}

// A page that is all links, which is no article to the extraction, is read without what frames it.
func TestPageOfLinks(t *testing.T) {
	var items strings.Builder
	for i := range 30 {
		fmt.Fprintf(&items, "<div class=links><span><a href=/%d>Salt raises the blood pressure of people who eat a lot of it, number %d says so too.</a></span></div>", i, i)
	}
	a, err := readHTML(Document{Data: []byte("<html><body><nav>Home</nav><div role=search>Search</div>" + items.String() + "<footer>Imprint</footer></body></html>")})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "number 29 says") || strings.Contains(a.Text, "Home") || strings.Contains(a.Text, "Imprint") || strings.Contains(a.Text, "Search") {
		t.Errorf("got %.300q", a.Text)
	}
}

func TestPageWithoutText(t *testing.T) {
	for _, page := range []string{
		"<html><body><div id=root></div><script>render()</script><noscript>Enable JavaScript</noscript></body></html>",
		"<html><head><title>x</title></head></html>",
		"<html><frameset><frame src=a></frameset></html>",
	} {
		_, err := readHTML(Document{Data: []byte(page)})
		if !errors.Is(err, annotate.ErrInvalid) || !strings.Contains(err.Error(), "no text of its own") {
			t.Errorf("%q: got %v", page, err)
		}
	}
}

func TestCharset(t *testing.T) {
	const words = "Der Blutdruck fällt – häufig über Nacht, „ohne Grund“. "
	utf8 := strings.Repeat(words, 10)
	latin := strings.NewReplacer("ä", "\xe4", "–", "\x96", "ü", "\xfc", "„", "\x84", "“", "\x93").Replace(utf8)
	for _, tt := range []struct{ name, head, body, mediaType string }{
		{"nothing said, UTF-8 far down", strings.Repeat("<!-- ascii -->", 200), utf8, ""},
		{"nothing said, windows-1252", "", latin, ""},
		{"meta windows-1252", "<meta charset=windows-1252>", latin, ""},
		{"meta latin1 in the old form", `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">`, latin, ""},
		{"the header counts before the meta", "<meta charset=utf-8>", latin, "text/html; charset=windows-1252"},
		{"the mark counts before the header", "", "\ufeff" + utf8, "text/html; charset=windows-1252"},
		{"the meta was left behind", "<meta charset=gb2312>", utf8, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := "<html><head>" + tt.head + "</head><body><p>" + tt.body + "</p></body></html>"
			if strings.HasPrefix(tt.body, "\ufeff") {
				page = "\ufeff" + page
			}
			a, err := readHTML(Document{Data: []byte(page), MediaType: tt.mediaType})
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(a.Text, "Der Blutdruck fällt – häufig über Nacht, „ohne Grund“.") {
				t.Errorf("got %.80q", a.Text)
			}
			if a.Language != "de" {
				t.Errorf("got language %q", a.Language)
			}
		})
	}
}

func TestLocateChangedPage(t *testing.T) {
	a := read(t, "<p>Salt raises blood pressure.</p>")
	start := strings.Index(a.Text, "Salt")
	page := "<html><body><article><p>" + strings.Repeat(sentence, 3) + "</p><p>Salt lowers blood pressure.</p></article></body></html>"
	if _, err := locate([]byte(page), "", a, start, start+10); !errors.Is(err, annotate.ErrNotFound) {
		t.Errorf("got %v, want not found", err)
	}
	if got, err := locate([]byte(page), "", a, start, start+5); err != nil || len(got) != 1 || got[0].Start != 0 || got[0].End != 5 {
		t.Errorf("got %v, %v, want the five characters that are there", got, err)
	}
	if _, err := locate([]byte(page), "", a, start, 1_000_000); !errors.Is(err, annotate.ErrInvalid) {
		t.Errorf("got %v, want invalid", err)
	}
}
