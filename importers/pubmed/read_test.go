package pubmed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"claimlens/annotate"
	"claimlens/fixtures"
)

func packed(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func example(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// pmids are the PMIDs of the records that were not refused, and how many were.
func pmids(records []Record) (good string, refused int) {
	var ids []string
	for _, r := range records {
		if r.Err != nil {
			refused++
		} else {
			ids = append(ids, r.PMID)
		}
	}
	return strings.Join(ids, " "), refused
}

// However a file comes — packed, with a byte order mark, byte by byte — the records are the same.
func TestReadForms(t *testing.T) {
	for _, name := range []string{"papers.xml", "shapes.xml", "broken.xml", "papers.nbib", "dialects.ris"} {
		plain := bytes.TrimPrefix(example(t, name), byteOrderMark)
		want := string(transcript(t, name, plain))
		for form, data := range map[string][]byte{
			"with a byte order mark": append([]byte("\ufeff"), plain...),
			"packed":                 packed(t, plain),
			"packed in two parts":    append(packed(t, plain[:100]), packed(t, plain[100:])...),
			"lines end with CR LF":   bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n")),
		} {
			if got := string(transcript(t, name, data)); got != want {
				t.Errorf("%s, %s: got\n%s\nwant\n%s", name, form, got, want)
			}
		}
		records, err := read(t, name, plain)
		var slow []Record
		slowErr := Read(t.Context(), name, iotest.OneByteReader(bytes.NewReader(plain)), func(r Record) bool {
			slow = append(slow, r)
			return true
		})
		if fmt.Sprint(slow, slowErr) != fmt.Sprint(records, err) {
			t.Errorf("%s, byte by byte: got\n%v\nwant\n%v", name, slow, records)
		}
	}
}

func TestReadFiles(t *testing.T) {
	xml := func(inner string) string { return "<PubmedArticleSet>" + inner + "</PubmedArticleSet>" }
	one, two := invented("99100301", "One"), invented("99100302", "Two")
	for _, tt := range []struct {
		name, data string
		good       string
		refused    int
		err        string // a part of the error at the end
	}{
		{"empty", "", "", 0, "empty"},
		{"blank", " \n", "", 0, "neither"},
		{"text", "Zinc helps.", "", 0, "neither PubMed XML nor MEDLINE"},
		{"RIS", "TY  - JOUR\nTI  - Zinc\nAN  - PMID: 99100301\nER  - \n", "99100301", 0, ""},
		{"RIS in UTF-16", "\xff\xfeT\x00Y\x00 \x00 \x00-\x00 \x00J\x00\n\x00T\x00I\x00 \x00 \x00-\x00 \x00Z\x00\n\x00A\x00N\x00 \x00 \x00-\x00 \x00P\x00M\x00I\x00D\x00:\x009\x00\n\x00E\x00R\x00 \x00 \x00-\x00\n\x00", "9", 0, ""},
		{"RIS, half a character", "\xff\xfeT\x00Y\x00 \x00 \x00-\x00 \x00J\x00\n\x00T", "", 1, ""},
		{"Web of Science", "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n", "", 0, "as RIS"},
		{"binary", "\x00\x01\x02", "", 0, "neither"},
		{"a page", "<html><body>PubMed</body></html>", "", 0, "not PubMed's"},
		{"another XML", "<?xml version='1.0'?>\n<eSearchResult><Count>1</Count></eSearchResult>", "", 0, "not PubMed's"},
		{"no records", xml(""), "", 0, ""},
		{"no records, closed at once", "<PubmedArticleSet/>", "", 0, ""},
		{"prolog only", "<?xml version='1.0'?><!-- x -->", "", 0, "no PubMed records"},
		{"a record without a set", one, "99100301", 0, ""},
		{"records", xml(one + "\n" + two), "99100301 99100302", 0, ""},
		{"two documents in one file", "<?xml version='1.0'?>" + xml(one) + "\n<?xml version='1.0'?>" + xml(two), "99100301 99100302", 0, ""},
		{"comment between records", xml(one + "<!-- <PubmedArticle> -->" + two), "99100301 99100302", 0, ""},
		{"space in tags", strings.NewReplacer("<PubmedArticle>", "<PubmedArticle\n>", "</PubmedArticle>", "</PubmedArticle >").Replace(xml(one + two)), "99100301 99100302", 0, ""},
		{"sets within sets", xml(xml(one)), "", 0, "within"},
		{"cut off between records", "<PubmedArticleSet>" + one, "99100301", 0, "cut off"},
		{"cut off within a record", "<PubmedArticleSet>" + one + two[:60], "99100301", 1, "cut off"},
		{"what follows the end", xml(one) + "stray", "99100301", 1, ""},
		{"Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?>" + xml(one), "", 0, "only UTF-8"},
		{"UTF-8, named", "<?xml version='1.0' encoding='utf-8'?>" + xml(one), "99100301", 0, ""},
		{"entities of its own", "<!DOCTYPE PubmedArticleSet [<!ENTITY a 'b'>]>" + xml(one), "", 0, "declares"},
		{"document type named", "<!DOCTYPE PubmedArticleSet SYSTEM 'x.dtd'>" + xml(one), "99100301", 0, ""},
		{"document type without end", "<!DOCTYPE " + strings.Repeat("x", 2*maxProlog), "", 0, "within 65536 bytes"},
		{"MEDLINE", "\n\nPMID- 99100303\nTI  - Three\n", "99100303", 0, ""},
		{"MEDLINE without a line's end", "PMID- 99100303\nTI  - Three", "99100303", 0, ""},
		{"MEDLINE that is not UTF-8", "PMID- 99100303\nTI  - caf\xe9\n\nPMID- 99100304\nTI  - Four\n", "99100304", 1, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			records, err := read(t, "file", []byte(tt.data))
			good, refused := pmids(records)
			if good != tt.good || refused != tt.refused {
				t.Errorf("got %q and %d refused, want %q and %d", good, refused, tt.good, tt.refused)
			}
			if (err == nil) != (tt.err == "") || err != nil && (!strings.Contains(err.Error(), tt.err) || !errors.Is(err, annotate.ErrInvalid)) {
				t.Errorf("got error %v, want one that says %q", err, tt.err)
			}
		})
	}
}

// invented is a record with a title.
func invented(pmid, title string) string {
	return "<PubmedArticle><MedlineCitation><PMID>" + pmid + "</PMID><Article><ArticleTitle>" + title + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
}

func TestRecordError(t *testing.T) {
	records, err := read(t, "a.xml", []byte("<PubmedArticleSet>"+invented("99100301", "One")+invented("99100302", "<i>")+"</PubmedArticleSet>"))
	if err != nil || len(records) != 2 {
		t.Fatalf("got %d records, %v", len(records), err)
	}
	var refusal *RecordError
	if err := records[1].Err; !errors.As(err, &refusal) || !errors.Is(err, annotate.ErrInvalid) {
		t.Fatalf("got %v, want a refusal", err)
	}
	if refusal.File != "a.xml" || refusal.Number != 2 || refusal.PMID != "99100302" || records[1].PMID != "99100302" || records[1].Number != 2 {
		t.Errorf("got %+v", *refusal)
	}
	if want := "record 2 (PMID 99100302): "; !strings.HasPrefix(refusal.Error(), want) {
		t.Errorf("got %q, want %q …", refusal.Error(), want)
	}
}

func TestReadStops(t *testing.T) {
	data := []byte("<PubmedArticleSet>" + strings.Repeat(invented("99100301", "One"), 10))
	n := 0
	err := Read(t.Context(), "", bytes.NewReader(data), func(Record) bool { n++; return n < 3 })
	if n != 3 || err != nil {
		t.Errorf("no more wanted: got %d records, %v; want 3", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n = 0
	err = Read(ctx, "", bytes.NewReader(data), func(Record) bool {
		if n++; n == 3 {
			cancel()
		}
		return true
	})
	if n != 3 || !errors.Is(err, context.Canceled) {
		t.Errorf("ended meanwhile: got %d records, %v; want 3, %v", n, err, context.Canceled)
	}
	if err := Read(ctx, "", bytes.NewReader(data), func(Record) bool { return true }); !errors.Is(err, context.Canceled) {
		t.Errorf("ended before: got %v, want %v", err, context.Canceled)
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("the disk is broken")
	data := "<PubmedArticleSet>" + strings.Repeat(invented("99100301", "One"), 2)
	for name, head := range map[string]string{"at once": "", "in the head": data[:10], "in XML": data, "in a record": data[:len(data)-20], "in MEDLINE": "PMID- 99100301\nTI  - One\n"} {
		r := io.MultiReader(strings.NewReader(head), iotest.ErrReader(broken))
		if err := Read(t.Context(), "", r, func(Record) bool { return true }); !errors.Is(err, broken) {
			t.Errorf("%s: got %v, want %v", name, err, broken)
		}
	}
}

func TestReadCutGzip(t *testing.T) {
	data := packed(t, []byte("<PubmedArticleSet>"+strings.Repeat(invented("99100301", "One"), 1000)+"</PubmedArticleSet>"))
	for _, n := range []int{3, len(data) / 2, len(data) - 4} {
		records, err := read(t, "", data[:n])
		if err == nil {
			t.Errorf("%d of %d bytes: got %d records and no error", n, len(data), len(records))
		}
	}
	data[len(data)-6] ^= 1 // the checksum
	if _, err := read(t, "", data); !errors.Is(err, gzip.ErrChecksum) {
		t.Errorf("got %v, want %v", err, gzip.ErrChecksum)
	}
}

func TestLongRecord(t *testing.T) {
	long := strings.Repeat("x", maxRecord)
	for name, data := range map[string]string{
		"XML":                  "<PubmedArticleSet>" + invented("99100301", "One") + invented("99100302", long) + invented("99100303", "Three") + "</PubmedArticleSet>",
		"XML without end tag":  "<PubmedArticleSet>" + invented("99100301", "One") + strings.TrimSuffix(invented("99100302", long), "</PubmedArticle>") + invented("99100303", "Three") + "</PubmedArticleSet>",
		"MEDLINE, one line":    "PMID- 99100301\nTI  - One\n\nPMID- 99100302\nTI  - " + long + "\n\nPMID- 99100303\nTI  - Three\n",
		"MEDLINE, many lines":  "PMID- 99100301\nTI  - One\n\nPMID- 99100302\n" + strings.Repeat("AD  - "+long[:1000]+"\n", maxRecord/1000) + "\nPMID- 99100303\nTI  - Three\n",
		"RIS, one line":        "TY  - JOUR\nAN  - PMID: 99100301\nTI  - One\nER  - \nTY  - JOUR\nAN  - PMID: 99100302\nTI  - " + long + "\nER  - \nTY  - JOUR\nAN  - PMID: 99100303\nTI  - Three\nER  - \n",
		"RIS, many lines":      "TY  - JOUR\nAN  - PMID: 99100301\nTI  - One\nER  - \nTY  - JOUR\nAN  - PMID: 99100302\nTI  - x\n" + strings.Repeat(long[:1000]+"\n", maxRecord/1000) + "ER  - \nTY  - JOUR\nAN  - PMID: 99100303\nTI  - Three\nER  - \n",
		"MEDLINE, one address": "PMID- 99100301\nTI  - One\n\nPMID- 99100302\nAD  - x\n" + strings.Repeat("      "+long[:1000]+"\n", maxRecord/1000) + "\nPMID- 99100303\nTI  - Three\n",
	} {
		records, err := read(t, "", []byte(data))
		good, refused := pmids(records)
		if good != "99100301 99100303" || refused != 1 || err != nil {
			t.Errorf("%s: got %q and %d refused, %v", name, good, refused, err)
		} else if records[1].PMID != "99100302" || !strings.Contains(records[1].Err.Error(), "longer") {
			t.Errorf("%s: got %v", name, records[1].Err)
		}
	}
}

// endless is a set of very many records, made as it is read.
type endless struct {
	left   int
	record []byte
	at     int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.at == len(e.record) {
		if e.left--; e.left < 0 {
			return 0, io.EOF
		}
		e.at = 0
	}
	n := copy(p, e.record[e.at:])
	e.at += n
	return n, nil
}

func TestReadInConstantMemory(t *testing.T) {
	record := []byte(invented("99100301", "One") + strings.Repeat("<!-- - -->", 300))
	r := io.MultiReader(strings.NewReader("<PubmedArticleSet>"), &endless{left: 20_000, record: record, at: len(record)}, strings.NewReader("</PubmedArticleSet>"))
	n, most := 0, uint64(0)
	err := Read(t.Context(), "", r, func(r Record) bool {
		if n++; n%2000 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
		return r.Err == nil
	})
	if n != 20_000 || err != nil {
		t.Fatalf("got %d records, %v", n, err)
	}
	if most > 24<<20 {
		t.Errorf("%d MB in use while reading %d MB", most>>20, n*len(record)>>20)
	}
}

func TestReadFixtures(t *testing.T) {
	for name, want := range map[string]int{"papers.xml": 33, "more.nbib": 3} {
		f, err := fixtures.Papers().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		n := 0
		err = Read(t.Context(), name, f, func(r Record) bool {
			n++
			c := r.Citation
			switch {
			case r.Err != nil:
				t.Errorf("%s: %v", name, r.Err)
			case c.Title == "" || c.Year < 1990 || !strings.HasPrefix(c.Journal, "Examples") || c.Types == nil || c.Language == "":
				t.Errorf("%s: record %d: %+v", name, r.Number, c)
			}
			return true
		})
		if n != want || err != nil {
			t.Errorf("%s: got %d records, %v; want %d", name, n, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"papers.xml", "shapes.xml", "broken.xml", "papers.nbib", "dialects.ris"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("<PubmedArticleSet><PubmedArticle><!-- </PubmedArticle></PubmedArticleSet>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		err := Read(t.Context(), "f", bytes.NewReader(data), func(r Record) bool {
			if n++; r.Number != n {
				t.Fatalf("record %d is called %d", n, r.Number)
			}
			if named := r.Citation.PMID != ""; r.Err != nil && named || r.Err == nil && !named && !r.Partial || named && r.Citation.Check() != nil {
				t.Fatalf("%+v", r)
			}
			if r.Err != nil && !errors.Is(r.Err, annotate.ErrInvalid) {
				t.Fatalf("%v is not %q", r.Err, annotate.ErrInvalid)
			}
			return true
		})
		if n > len(data) {
			t.Fatalf("%d records of %d bytes, %v", n, len(data), err)
		}
	})
}

// Whatever is taken for MEDLINE or RIS, and wherever it breaks, comes out as text in UTF-8 that keeps to the bounds.
func FuzzText(f *testing.F) {
	for _, name := range []string{"papers.nbib", "dialects.ris"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("\xff\xfeT\x00Y\x00 \x00 \x00-\x00 \x00J\x00\n\x00"))
	f.Add([]byte("TY  - JOUR\nAU  - A, B\nTI - [a]\nTT - b\nUR - https://pubmed.ncbi.nlm.nih.gov/9; http://doi.org/10.9999/a\nPY - 2021/02/30\nAB - NCT99000001 ER - x\nER -\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, read := range []func(*bufio.Reader, *output) error{readMedline, readRIS} {
			out := &output{yield: func(r Record) bool {
				c, err := json.Marshal(r.Citation)
				if err != nil || r.Err == nil && !utf8.ValidString(fmt.Sprint(r.Citation)) {
					t.Fatalf("%q, %v", c, err)
				}
				if c := r.Citation; r.Err == nil && c.PMID != "" && c.Check() != nil || len(c.Date) > len("2006-01-02") || c.Year != yearOf(c.Date) {
					t.Fatalf("%+v", c)
				}
				return true
			}}
			if err := read(bufio.NewReader(bytes.NewReader(data)), out); err != nil && !errors.Is(err, annotate.ErrInvalid) {
				t.Fatal(err)
			}
		}
	})
}
