package importers

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"claimlens/annotate"
	"claimlens/fixtures"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// fixtureArticles reads the articles of package fixtures, by their names.
func fixtureArticles(t testing.TB) map[string]annotate.Article {
	t.Helper()
	names, err := fs.Glob(fixtures.Articles(), "*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	r := New(Config{Now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }})
	articles := map[string]annotate.Article{}
	for _, name := range names {
		data := fixture(t, name)
		a, err := r.Read(context.Background(), Source{Name: name, Data: data})
		if err != nil {
			t.Fatal(err)
		}
		articles[name] = a
	}
	return articles
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(fixtures.Articles(), name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// outlineOfArticle is an article as a person can check it: what is known of it, and its blocks.
func outlineOfArticle(a annotate.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "format: %s\ntitle: %s\nbyline: %s\nsite: %s\npublished: %s\nlanguage: %s\nkey: %s\n", a.Format, a.Title, a.Byline, a.Site, a.Published, a.Language, a.Key())
	text := annotate.NewText(a.Text)
	for _, block := range a.Blocks {
		words, _ := text.Slice(block.Start, block.End)
		kind := string(block.Kind)
		if block.Level > 0 {
			kind += fmt.Sprintf(" %d", block.Level)
		}
		fmt.Fprintf(&b, "\n%s: %s\n", kind, strings.ReplaceAll(words, "\n", "\n\t"))
	}
	return b.String()
}

func TestFixtures(t *testing.T) {
	for name, a := range fixtureArticles(t) {
		t.Run(name, func(t *testing.T) {
			golden := filepath.Join("testdata", name+".golden")
			got := outlineOfArticle(a)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got, -update rewrites it:\n%s", diff)
			}
		})
	}
}

// Every labelled quote stands within one block, white space aside.
func TestFixtureQuotes(t *testing.T) {
	for name, a := range fixtureArticles(t) {
		claims, err := fixtures.Claims(strings.TrimSuffix(name, filepath.Ext(name)))
		if err != nil {
			t.Fatal(err)
		}
		blocks := blocksOf(a)
		for _, c := range claims {
			found := false
			for _, b := range blocks {
				found = found || strings.Contains(strings.Join(strings.Fields(b), " "), strings.Join(strings.Fields(c.Quote), " "))
			}
			if !found {
				t.Errorf("%s: no block holds %q", name, c.Quote)
			}
		}
	}
}

func blocksOf(a annotate.Article) []string {
	text := annotate.NewText(a.Text)
	var out []string
	for _, b := range a.Blocks {
		words, _ := text.Slice(b.Start, b.End)
		out = append(out, words)
	}
	return out
}

// A page before and after an edit is one article with two texts; a page read twice is the same text.
func TestFixtureIdentity(t *testing.T) {
	articles, again := fixtureArticles(t), fixtureArticles(t)
	before, after := articles["statins-muscle-pain-v1.html"], articles["statins-muscle-pain-v2.html"]
	if before.ID != after.ID || before.Digest == after.Digest {
		t.Errorf("got ids %v and %v, digests %v and %v; want one id and two digests", before.ID, after.ID, before.Digest, after.Digest)
	}
	ids := map[string]string{}
	for name, a := range articles {
		if b := again[name]; a.ID != b.ID || a.Digest != b.Digest {
			t.Errorf("%s: read twice it is another article", name)
		}
		if other := ids[a.ID.String()]; other != "" && !strings.HasPrefix(name, "statins") {
			t.Errorf("%s and %s are one article", name, other)
		}
		ids[a.ID.String()] = name
	}
}

// The text of a plain text is the file's own.
func TestFixtureText(t *testing.T) {
	for name, a := range fixtureArticles(t) {
		if a.Format == "text" && a.Text != string(fixture(t, name)) {
			t.Errorf("%s: the text is not the file's", name)
		}
	}
}
