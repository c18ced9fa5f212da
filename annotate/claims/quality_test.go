package claims_test

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/fixtures"
	"claimlens/fixtures/golden"
	"claimlens/importers"
)

// found is a fixture's article with the claims that the splitter finds in it and those that a careful reader finds.
type found struct {
	name    string
	article annotate.Article
	drafts  []annotate.Draft
	want    []fixtures.ExpectedClaim
}

func readFixtures(t testing.TB) []found {
	t.Helper()
	entries, err := fs.ReadDir(fixtures.Articles(), ".")
	if err != nil {
		t.Fatal(err)
	}
	reader := importers.New(importers.Config{})
	var all []found
	for _, e := range entries {
		data, err := fs.ReadFile(fixtures.Articles(), e.Name())
		if err != nil {
			t.Fatal(err)
		}
		f := found{name: strings.TrimSuffix(e.Name(), path.Ext(e.Name()))}
		if f.article, err = reader.Read(context.Background(), importers.Source{Name: e.Name(), Data: data}); err != nil {
			t.Fatal(err)
		}
		if f.drafts, err = claims.New(claims.Config{}).Extract(context.Background(), f.article); err != nil {
			t.Fatal(err)
		}
		if f.want, err = fixtures.Claims(f.name); err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	return all
}

// Precision and recall on our own articles are a golden: a change that moves them shows it. A claim found and one expected
// are the same when their quotes overlap by half and their texts share most of their words.
func TestQuality(t *testing.T) {
	var same, quoted, kinds, said, expected int
	for _, f := range readFixtures(t) {
		if len(f.want) == 0 {
			continue // in a language that is not split
		}
		said += len(f.drafts)
		expected += len(f.want)
		for pair := range pairs(t, f, true) {
			same++
			if string(f.drafts[pair[0]].Kind) == f.want[pair[1]].Kind {
				kinds++
			}
		}
		quoted += len(pairs(t, f, false))
	}
	got := figures("claims", same, said, expected) + figures("claims.quotes", quoted, said, expected) +
		fmt.Sprintf("claims.kinds.accuracy %.3f (of %d)\n", float64(kinds)/float64(same), same)
	golden.Figures(t, "claims.", got)
}

func figures(name string, hits, said, expected int) string {
	p, r := float64(hits)/float64(said), float64(hits)/float64(expected)
	return fmt.Sprintf("%s.precision %.3f (%d of %d found)\n%s.recall %.3f (%d of %d expected)\n%s.F1 %.3f\n",
		name, p, hits, said, name, r, hits, expected, name, 2*p*r/(p+r))
}

// pairs matches drafts (first) with expected claims (second), one to one, the best pairs first.
func pairs(t *testing.T, f found, texts bool) map[[2]int]bool {
	t.Helper()
	type match struct {
		draft, want int
		score       float64
	}
	text := annotate.NewText(f.article.Text)
	var all []match
	for n, w := range f.want {
		place, err := text.Find(annotate.Anchor{Exact: w.Quote})
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		for m, d := range f.drafts {
			overlap := share(min(d.Anchor.End, place.End)-max(d.Anchor.Start, place.Start), d.Anchor.End-d.Anchor.Start, place.End-place.Start)
			alike := alike(d.Text, w.Text)
			if overlap >= 0.5 && (!texts || alike >= 0.6) {
				all = append(all, match{m, n, overlap + alike})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	drafts, wants, out := map[int]bool{}, map[int]bool{}, map[[2]int]bool{}
	for _, m := range all {
		if !drafts[m.draft] && !wants[m.want] {
			drafts[m.draft], wants[m.want] = true, true
			out[[2]int{m.draft, m.want}] = true
		}
	}
	return out
}

// share is the F1 of a common part of two wholes.
func share(common, a, b int) float64 {
	if common <= 0 {
		return 0
	}
	return 2 * float64(common) / float64(a+b)
}

// alike is the share of words of four letters or more that two texts have in common, endings aside.
func alike(a, b string) float64 {
	count := map[string]int{}
	stems := func(s string) []string {
		var out []string
		for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
			if len(w) > 3 || w[0] >= '0' && w[0] <= '9' {
				out = append(out, w[:min(len(w), 6)])
			}
		}
		return out
	}
	x, y := stems(a), stems(b)
	for _, w := range x {
		count[w]++
	}
	common := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return share(common, len(x), len(y))
}

// What the demo speaks of must be found as it stands, or its evidence and grades have no claim to belong to.
func TestDemoClaims(t *testing.T) {
	texts := map[string]bool{}
	for _, f := range readFixtures(t) {
		for _, d := range f.drafts {
			texts[d.Text] = true
		}
	}
	demo, err := fixtures.DemoData()
	if err != nil {
		t.Fatal(err)
	}
	if len(demo.Evidence) == 0 || len(demo.Grades) == 0 {
		t.Fatal("the demo has no evidence or no grades")
	}
	for _, e := range demo.Evidence {
		if !texts[e.Claim] {
			t.Errorf("evidence PMID %s: the claim %q is found in no article", e.PMID, e.Claim)
		}
	}
	for _, g := range demo.Grades {
		if !texts[g.Claim] {
			t.Errorf("grade by %s: the claim %q is found in no article", g.By, g.Claim)
		}
	}
}

// Whatever the article, every quote stands where its anchor says, within its block, in the order of the text.
func TestFixtureAnchors(t *testing.T) {
	for _, f := range readFixtures(t) {
		text, last := annotate.NewText(f.article.Text), 0
		if len(f.drafts) == 0 {
			t.Errorf("%s: no claim at all", f.name)
		}
		for _, d := range f.drafts {
			got, ok := text.Slice(d.Anchor.Start, d.Anchor.End)
			block := f.article.Blocks[d.Block]
			if !ok || got != d.Anchor.Exact || d.Anchor.Start < last || d.Anchor.Start < block.Start || d.Anchor.End > block.End {
				t.Errorf("%s: %+v in block %+v after %d: got %q", f.name, d.Anchor, block, last, got)
			}
			last = d.Anchor.Start
		}
	}
}
