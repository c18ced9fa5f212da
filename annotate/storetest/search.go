package storetest

import (
	"fmt"
	"slices"
	"time"

	"claimlens/annotate"
)

var searchPromises = []promise{
	{"finds the claims that hold a word", searchWord},
	{"finds a word in its other forms", searchForms},
	{"puts the best match first", searchRank},
	{"finds nothing for nothing", searchNothing},
	{"takes any query as words", searchAnything},
	{"gives each claim once, page by page", searchPages},
	{"shows the standing of today", searchStanding},
}

// patience is how long a search may lag behind the record.
const patience = 20 * time.Second

// eventually asks again and again until done, or fails when the search has lagged for too long.
func (b *bench) eventually(what string, done func() bool) {
	b.Helper()
	for end := time.Now().Add(patience); !done(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			b.Fatalf("%s: not within %v", what, patience)
		}
	}
}

// search is what a query finds, best first, once it finds as many as wanted.
func (b *bench) search(query string, count int) []string {
	b.Helper()
	var got []string
	b.eventually(fmt.Sprintf("%q finds %d", query, count), func() bool {
		got = texts(walk(b, b.found(query), 0))
		return len(got) == count
	})
	return got
}

func searchWord(b *bench) {
	b.tells("https://example.org/a", "Zinc shortens a cold.", "Dialysis shrinks the kidneys.", "Ñandú oil heals 伤口 in COVID-19.")
	b.tells("https://example.org/b", "Zinc harms the kidneys.")
	for query, want := range map[string][]string{
		"dialysis": {"Dialysis shrinks the kidneys."},
		"DIALYSIS": {"Dialysis shrinks the kidneys."},
		"zinc":     {"Zinc harms the kidneys.", "Zinc shortens a cold."},
		"ñandú":    {"Ñandú oil heals 伤口 in COVID-19."},
		"gold":     nil,
	} {
		got := b.search(query, len(want))
		slices.Sort(got)
		same(b, query, got, want)
	}
}

func searchForms(b *bench) {
	b.tells("https://example.org/a", "Dialysis shrinks the kidneys.", "Iron is found in liver.")
	for _, query := range []string{"shrink", "shrinking", "kidney", "kidneys"} {
		same(b, query, b.search(query, 1), []string{"Dialysis shrinks the kidneys."})
	}
}

func searchRank(b *bench) {
	b.tells("https://example.org/a", "Zinc is a metal.", "A cold goes by itself.", "Zinc shortens a cold.", "Iron is a metal.")
	b.search("zinc", 2)
	b.search("cold", 2)
	got := texts(walk(b, b.found("zinc cold"), 0))
	if len(got) == 0 || got[0] != "Zinc shortens a cold." {
		b.Errorf("got %q, want the claim with both words first", got)
	}
	if slices.Contains(got, "Iron is a metal.") {
		b.Errorf("got %q, one of which holds neither word", got)
	}
}

func searchNothing(b *bench) {
	b.tells("https://example.org/a", "Zinc helps.")
	b.search("zinc", 1)
	for _, query := range []string{"", "  ", "\n\t\u00a0", "…", "?!"} {
		l, err := b.store.SearchClaims(b.ctx, query, annotate.Page{})
		same(b, fmt.Sprintf("%q", query), one(b, l, err), annotate.List[annotate.ClaimRow]{})
	}
}

func searchAnything(b *bench) {
	b.tells("https://example.org/a", "Zinc helps.")
	b.search("zinc", 1)
	for _, query := range []string{`zinc"`, "zinc*", "+zinc", "(zinc", "zinc)", "zinc~", "zinc^", "zinc:", `zinc\`, "zinc/", "[zinc", "zinc\x00", "\xffzinc"} {
		l, err := b.store.SearchClaims(b.ctx, query, annotate.Page{})
		if err != nil || len(l.Items) != 1 {
			b.Errorf("%q: got %d, %v; want the claim about zinc", query, len(l.Items), err)
		}
	}
}

func searchPages(b *bench) {
	want := numbered(23, "Zinc helps patient")
	b.tells("https://example.org/a", append(want, "Iron helps.")...)
	b.search("zinc", len(want))
	for _, limit := range []int{1, 4, 23} {
		got := texts(walk(b, b.found("zinc"), limit))
		slices.Sort(got)
		same(b, fmt.Sprintf("%d a page", limit), got, want)
	}
	for _, after := range []string{"x", "-1", "99999999999999999999"} {
		_, err := b.store.SearchClaims(b.ctx, "zinc", annotate.Page{After: after})
		wantKind(b, "after "+after, err, annotate.ErrInvalid)
	}
}

func searchStanding(b *bench) {
	zincAndPapers(b)
	b.search("zinc", 1)
	b.links(zinc, "11", annotate.Disputes)
	b.signs(zinc, "ana", annotate.Mixed, zero)
	same(b, "row", walk(b, b.found("zinc"), 0), []annotate.ClaimRow{b.claim(zinc)})
}
