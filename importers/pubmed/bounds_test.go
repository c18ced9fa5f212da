package pubmed

import (
	"compress/gzip"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"claimlens/annotate"
)

// times is s over and over, n bytes in all at least.
func times(s string, n int) io.Reader {
	block := []byte(strings.Repeat(s, 1+(64<<10)/len(s)))
	return &endless{left: 1 + n/len(block), record: block, at: len(block)}
}

// Records that are longer than any are refused with a word in bounded memory, wherever they stand, and the next is read.
func TestBounds(t *testing.T) {
	set := func(record io.Reader) io.Reader {
		return io.MultiReader(strings.NewReader("<PubmedArticleSet>"+invented("99100301", "One")), record, strings.NewReader(invented("99100303", "Three")+"</PubmedArticleSet>"))
	}
	within := func(begin string, inner io.Reader, end string) io.Reader {
		return set(io.MultiReader(strings.NewReader("<PubmedArticle><MedlineCitation><PMID>99100302</PMID><Article><ArticleTitle>Two</ArticleTitle>"+begin), inner, strings.NewReader(end+"</Article></MedlineCitation></PubmedArticle>")))
	}
	ris := func(inner io.Reader) io.Reader {
		return io.MultiReader(strings.NewReader("TY  - JOUR\nAN  - PMID: 99100301\nTI  - One\nER  - \nTY  - JOUR\nAN  - PMID: 99100302\nTI  - Two\n"), inner, strings.NewReader("\nER  - \nTY  - JOUR\nAN  - PMID: 99100303\nTI  - Three\nER  - \n"))
	}
	medline := func(inner io.Reader) io.Reader {
		return io.MultiReader(strings.NewReader("PMID- 99100301\nTI  - One\n\nPMID- 99100302\nTI  - Two\n"), inner, strings.NewReader("\n\nPMID- 99100303\nTI  - Three\n"))
	}
	huge, large := 2<<30, 100<<20
	if testing.Short() {
		huge = large
	}
	for _, tt := range []struct {
		name string
		file io.Reader
		says string
	}{
		{"text of 2 GB", within("<Abstract><AbstractText>", times("word ", huge), "</AbstractText></Abstract>"), "longer than"},
		{"a tag, large", within("<Abstract ", times("a='b' ", large), "/>"), "longer than"},
		{"elements, many", within("", times("<b>", large), ""), "longer than"},
		{"comment, large", within("<!--", times("word ", large), "-->"), "longer than"},
		{"a million authors", within("<AuthorList>", times("<Author><LastName>A</LastName></Author>", 40_000_000), "</AuthorList>"), "longer than"},
		{"authors that fit", within("<AuthorList>", times("<Author><LastName>A</LastName></Author>", 12_000_000), "</AuthorList>"), "more than 100000 parts"},
		{"headings that fit", within("<PublicationTypeList>", times("<PublicationType/>", 10_000_000), "</PublicationTypeList>"), "more than 100000 parts"},
		{"nested deep", within("", times("<b>", 1_000_000), ""), "nested more than"},
		{"MEDLINE, large", medline(times("AD  - "+strings.Repeat("word ", 100)+"\n", large)), "longer than"},
		{"a line of MEDLINE, large", medline(io.MultiReader(strings.NewReader("AD  - "), times("word ", large))), "longer than"},
		{"a million authors in MEDLINE", medline(times("FAU - A, B\n", 11_000_000)), "more than 100000 parts"},
		{"RIS, large", ris(times("word\n", large)), "than"},
		{"a line of RIS, large", ris(io.MultiReader(strings.NewReader("AB  - "), times("word ", large))), "longer than"},
		{"a million authors in RIS", ris(times("AU  - A, B\n", 11_000_000)), "more than 100000 parts"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			var records []Record
			err := Read(t.Context(), "", tt.file, func(r Record) bool { records = append(records, r); return true })
			runtime.ReadMemStats(&after)
			good, refused := pmids(records)
			if err != nil || good != "99100301 99100303" || refused != 1 {
				t.Fatalf("got %q and %d refused, %v", good, refused, err)
			}
			if r := records[1]; !strings.Contains(r.Err.Error(), tt.says) || !errors.Is(r.Err, annotate.ErrInvalid) || r.PMID != "99100302" {
				t.Errorf("got %v (PMID %q), want one that says %q", r.Err, r.PMID, tt.says)
			}
			if held := after.HeapSys - before.HeapSys; after.HeapSys > before.HeapSys && held > 160<<20 {
				t.Errorf("the heap grew by %d MB", held>>20)
			}
		})
	}
}

// A bomb is a small file that unpacks to a very large one.
func TestGzipBomb(t *testing.T) {
	for name, inner := range map[string]io.Reader{
		"white space":     io.MultiReader(strings.NewReader("<PubmedArticleSet>"+invented("99100301", "One")), times(" ", 1<<40)),
		"within a record": io.MultiReader(strings.NewReader("<PubmedArticleSet>"+invented("99100301", "One")+"<PubmedArticle>"), times("x", 1<<40)),
		"lines":           io.MultiReader(strings.NewReader("PMID- 99100301\nTI  - One\n\n"), times("\n", 1<<40)),
	} {
		t.Run(name, func(t *testing.T) {
			r, w := io.Pipe()
			done := make(chan struct{})
			go func() {
				defer close(done)
				packed, _ := gzip.NewWriterLevel(w, gzip.BestSpeed)
				_, err := io.Copy(packed, inner)
				w.CloseWithError(err)
			}()
			err := Read(t.Context(), "", r, func(Record) bool { return true })
			if err == nil || !strings.Contains(err.Error(), "longer than") || !errors.Is(err, annotate.ErrInvalid) {
				t.Errorf("got %v, want a refusal", err)
			}
			r.Close()
			<-done
		})
	}
}
