package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/graph"
)

// What editors did to an article is told of when its page is read again with another text.
func TestImportCarries(t *testing.T) {
	data, file := t.TempDir(), filepath.Join(t.TempDir(), "tea.html")
	page := func(text string) {
		t.Helper()
		html := `<html><head><title>Tea</title><link rel="canonical" href="https://www.example.org/tea"></head><body><article><h1>Tea</h1>` + text + `</article></body></html>`
		if err := os.WriteFile(file, []byte(html), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	page(`<p>Green tea lowers blood pressure in adults with hypertension. Nobody in the trial stopped drinking it.</p><p>It was all said before.</p>`)
	runClaimlens(t, "import", "--data", data, file)
	addByHand(t, data, "Nobody in the trial stopped drinking it", "It was all said before")
	page(`<p>This page was corrected.</p><p>Green tea lowers blood pressure in adults with hypertension. Nobody in the trial stopped drinking it.</p>`)
	if got, want := runClaimlens(t, "import", "--data", data, file), "1 claim of editors kept in changed texts, 1 no longer there\n"; !strings.Contains(got, want) {
		t.Errorf("the import says %q, want %q", got, want)
	}
	if got := runClaimlens(t, "verify", "--data", data); !strings.Contains(got, ", 0 problems") {
		t.Errorf("verify says %q", got)
	}
}

// addByHand adds a claim for each of the quotes to the one article in a store.
func addByHand(t *testing.T, data string, quotes ...string) {
	t.Helper()
	store, err := graph.Open(t.Context(), graph.Config{Dir: data})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	desk, err := annotate.NewDesk(annotate.DeskConfig{Store: store, Extractor: claims.New(claims.Config{})})
	if err != nil {
		t.Fatal(err)
	}
	row, err := store.ArticleByURL(t.Context(), "https://www.example.org/tea")
	if err != nil {
		t.Fatal(err)
	}
	a, err := store.Article(t.Context(), row.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, quote := range quotes {
		places := annotate.NewText(a.Text).Places(quote, 1)
		if len(places) == 0 {
			t.Fatalf("%q is not in %q", quote, a.Text)
		}
		if _, err := desk.AddClaim(t.Context(), "Ada Brandt", row.ID, 1, annotate.Entry{Start: places[0].Start, End: places[0].End, Text: "By hand: " + quote}); err != nil {
			t.Fatal(err)
		}
	}
}
