package importers

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"claimlens/annotate"

	"golang.org/x/net/html"
)

var pages = flag.String("pages", "", "a folder of web pages on which TestPages and BenchmarkPages run as well")

// checkRuns says what is wrong with where an article's text stands in its page: every run must be found again, hold what
// the page holds there, and nothing but what the importer puts in itself may be without a run.
func checkRuns(a annotate.Article, source string) error {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return err
	}
	text := []rune(a.Text)
	at := 0
	for i, r := range a.Runs {
		if r.Start < at || r.End <= r.Start || r.End > len(text) {
			return fmt.Errorf("run %d, %+v, does not follow %d", i, r, at)
		}
		if between := string(text[at:r.Start]); strings.Trim(between, " \n|") != "" {
			return fmt.Errorf("%q has no run", between)
		}
		at = r.End
		n := nodeAt(root, r.Path)
		if n == nil {
			return fmt.Errorf("no text node at %s", r.Path)
		}
		data := []rune(n.Data)
		if r.Offset > len(data) {
			return fmt.Errorf("run %+v begins after its node's end", r)
		}
		want, got := singleSpaced(string(text[r.Start:r.End])), singleSpaced(string(data[r.Offset:]))
		if !strings.HasPrefix(got, want) {
			return fmt.Errorf("run %+v: the text has %q, the page %.100q", r, want, got)
		}
	}
	if rest := string(text[at:]); rest != "" {
		return fmt.Errorf("%q has no run", rest)
	}
	return nil
}

// singleSpaced takes runs of white space for one space.
func singleSpaced(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// checkLocate looks quotes up in the page, word by word and across nodes.
func checkLocate(a annotate.Article, page []byte) error {
	text := []rune(a.Text)
	for i, b := range a.Blocks {
		if i%7 != 0 || b.End-b.Start < 10 {
			continue
		}
		start, end := b.Start+(b.End-b.Start)/4, b.End-(b.End-b.Start)/4
		found, err := locate(page, "", a, start, end)
		if err != nil {
			return err
		}
		source, _ := decodePage(page, "")
		root, _ := html.Parse(strings.NewReader(source))
		var got strings.Builder
		for _, f := range found {
			data := []rune(nodeAt(root, f.Path).Data)
			got.WriteString(string(data[f.Start:f.End]))
		}
		if want := bare(string(text[start:end])); bare(got.String()) != want {
			return fmt.Errorf("located %q, want %q", bare(got.String()), want)
		}
	}
	return nil
}

// bare is a text without white space, what a reader does not see, and the marks between cells.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unseen(r) || r == '|' {
			return -1
		}
		return r
	}, s)
}

func TestRunsOfFixtures(t *testing.T) {
	for name, a := range fixtureArticles(t) {
		if a.Format != "html" {
			if len(a.Runs) != 0 {
				t.Errorf("%s: %d runs in a text that stands in no page", name, len(a.Runs))
			}
			continue
		}
		page := fixture(t, name)
		source, err := decodePage(page, "")
		if err != nil {
			t.Fatal(err)
		}
		if err := checkRuns(a, source); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := checkLocate(a, page); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPages(t *testing.T) {
	if *pages == "" {
		t.Skip("no -pages")
	}
	names, err := filepath.Glob(filepath.Join(*pages, "*.html"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no pages in %s: %v", *pages, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := readHTML(Document{Name: name, Data: data})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		source, err := decodePage(data, "")
		if err != nil {
			t.Fatal(err)
		}
		if err := checkRuns(a, source); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := checkLocate(a, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := a.Complete().Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
