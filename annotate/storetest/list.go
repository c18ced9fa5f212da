package storetest

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var listPromises = []promise{
	{"gives each item once, whatever the page's size", listWalk},
	{"holds 50 items a page by default and 500 at most", listSizes},
	{"is empty on one page where there is nothing", listEmpty},
	{"ends on a full page", listFullPage},
	{"refuses a place that it did not give", listStrangers},
	{"refuses another list's place", listOthers},
	{"stays sound while more is recorded", listMeanwhile},
}

// manyOfAll fills every list with at least 12 items, and is the article, the claim and the citation that have them.
func manyOfAll(b *bench) (article, claim, citation uuid.UUID) {
	b.Helper()
	a := b.tells("https://example.org/a", append(numbered(11, "Claim"), "Zinc helps.")...)
	for i := range 11 {
		b.tellsMore(i)
		b.cites(paper(fmt.Sprint(100 + i)))
	}
	b.cites(paper("11"))
	for i := range 12 {
		made := b.byHand(a, i, zinc)
		b.record(edited(b.edit(a, annotate.Added, nil, []uuid.UUID{made.ID}), made))
		b.drops(a, made.ID)
		b.links(zinc, "11", annotate.Stances[i%3])
		if i < 11 {
			b.links(zinc, fmt.Sprint(100+i), annotate.Neutral)
		}
		b.hears("11", annotate.Crossref)
		b.looks(zinc)
		b.signs(zinc, fmt.Sprintf("reviewer %d", i), annotate.Mixed, zero)
	}
	return a.ID, zinc, annotate.CitationID("11")
}

// tellsMore imports one more article that says that zinc helps.
func (b *bench) tellsMore(i int) {
	b.Helper()
	now := b.later()
	a := article(fmt.Sprintf("https://example.org/more/%d", i), now, fmt.Sprintf("Intro %d.", i), "Zinc helps.")
	b.record(told(a, now))
}

// pages reads one page of a list of any kind: its items' keys.
type pages func(p annotate.Page) (annotate.List[string], error)

// keyed makes a list one of keys, so that lists of all kinds can stand in one table.
func keyed[T any](list lister[T], key func(T) string) pages {
	return func(p annotate.Page) (annotate.List[string], error) {
		l, err := list(p)
		out := annotate.List[string]{Total: l.Total, First: l.First, Next: l.Next}
		for _, x := range l.Items {
			out.Items = append(out.Items, key(x))
		}
		return out, err
	}
}

// allLists is every list of a reader, of the given article, claim and citation.
func (b *bench) allLists(article, claim, citation uuid.UUID) map[string]pages {
	claimKey := func(r annotate.ClaimRow) string { return r.Claim.ID.String() }
	evidenceKey := func(r annotate.EvidenceRow) string { return r.Evidence.ID.String() }
	eventKey := func(e annotate.Event) string { return e.Hash }
	return map[string]pages{
		"articles":              keyed(b.articles, func(r annotate.ArticleRow) string { return r.ID.String() }),
		"mentions":              keyed(b.mentions(article, 0), func(r annotate.MentionRow) string { return r.Mention.ID.String() }),
		"dropped":               keyed(b.dropped(article, 0), func(r annotate.MentionRow) string { return r.Mention.ID.String() }),
		"article's edits":       keyed(b.edits(article), func(r annotate.EditRow) string { return r.Edit.ID.String() }),
		"claim's edits":         keyed(b.edits(claim), func(r annotate.EditRow) string { return r.Edit.ID.String() }),
		"claims":                keyed(b.claims(""), claimKey),
		"open claims":           keyed(b.claims(annotate.Open), claimKey),
		"claim's mentions":      keyed(b.madeIn(claim), func(m annotate.MadeIn) string { return m.Mention.ID.String() }),
		"claim's evidence":      keyed(b.claimEvidence(claim, time.Time{}), evidenceKey),
		"claim's evidence then": keyed(b.claimEvidence(claim, b.now), evidenceKey),
		"claim's searches":      keyed(b.searches(claim, time.Time{}), func(s annotate.Search) string { return s.ID.String() }),
		"claim's searches then": keyed(b.searches(claim, b.now), func(s annotate.Search) string { return s.ID.String() }),
		"cited papers":          keyed(b.citedPapers, func(c annotate.Citation) string { return c.PMID }),
		"citation's checks":     keyed(b.noticeChecks(citation), func(c annotate.NoticeCheck) string { return c.ID.String() }),
		"claim's grades":        keyed(b.gradesOf(claim, time.Time{}), func(g annotate.Grade) string { return g.ID.String() }),
		"citations":             keyed(b.citations, func(c annotate.Citation) string { return c.PMID }),
		"citation's evidence":   keyed(b.citationEvidence(citation), evidenceKey),
		"events":                keyed(b.events(zero), eventKey),
		"claim's events":        keyed(b.events(claim), eventKey),
	}
}

func listWalk(b *bench) {
	for name, list := range b.allLists(manyOfAll(b)) {
		whole := walk(b, lister[string](list), annotate.MaxPage)
		if len(whole) < 12 {
			b.Errorf("%s: got %d items, want 12 or more", name, len(whole))
		}
		met := map[string]bool{}
		for _, key := range whole {
			if met[key] {
				b.Errorf("%s: %s twice", name, key)
			}
			met[key] = true
		}
		for _, limit := range []int{1, 2, 5, len(whole), len(whole) + 1} {
			same(b, fmt.Sprintf("%s, %d a page", name, limit), walk(b, lister[string](list), limit), whole)
		}
	}
}

func listSizes(b *bench) {
	want := numbered(annotate.MaxPage+20, "Claim")
	a := b.tells("https://example.org/a", want...)
	for _, x := range []struct{ limit, items int }{{-1, 50}, {0, 50}, {1, 1}, {499, 499}, {500, 500}, {501, 500}, {1 << 40, 500}} {
		l, err := b.store.Claims(b.ctx, "", annotate.Page{Limit: x.limit})
		if err != nil || len(l.Items) != x.items || l.Total != len(want) || l.First != 1 || l.Next == "" {
			b.Errorf("limit %d: got %d of %d from %d, %v; want %d of %d", x.limit, len(l.Items), l.Total, l.First, err, x.items, len(want))
		}
	}
	same(b, "claims", texts(walk(b, b.claims(annotate.Open), 1000)), want)
	same(b, "mentions", mentionTexts(walk(b, b.mentions(a.ID, 0), 499)), want)
}

func listEmpty(b *bench) {
	for name, list := range b.allLists(uuid.New(), uuid.New(), uuid.New()) {
		l, err := list(annotate.Page{})
		same(b, name, l, annotate.List[string]{})
		if err != nil {
			b.Errorf("%s: %v", name, err)
		}
	}
}

func listFullPage(b *bench) {
	b.tells("https://example.org/a", numbered(6, "Claim")...)
	l, err := b.store.Claims(b.ctx, "", annotate.Page{Limit: 3})
	first := one(b, l, err)
	l, err = b.store.Claims(b.ctx, "", annotate.Page{Limit: 3, After: first.Next})
	second := one(b, l, err)
	if len(second.Items) != 3 || second.First != 4 || second.Next != "" {
		b.Errorf("got %d items from %d, next %q; want 3 from 4 and no next", len(second.Items), second.First, second.Next)
	}
}

func listStrangers(b *bench) {
	for name, list := range b.allLists(manyOfAll(b)) {
		l, err := list(annotate.Page{Limit: 2})
		next := one(b, l, err).Next
		for _, after := range []string{"x", "0", "\x00", "../..", uuid.NewString(), strings.Repeat("A", 100_000), "äöü", next + "x", next[:len(next)-1], strings.ToUpper(next) + "="} {
			if _, err := list(annotate.Page{After: after}); err == nil {
				b.Errorf("%s: after %.40q: no error, want one that is %q", name, after, annotate.ErrInvalid)
			} else {
				wantKind(b, fmt.Sprintf("%s: after %.40q", name, after), err, annotate.ErrInvalid)
			}
		}
	}
}

func listOthers(b *bench) {
	lists := b.allLists(manyOfAll(b))
	for name, list := range lists {
		l, err := list(annotate.Page{Limit: 2})
		next := one(b, l, err).Next
		for other, of := range lists {
			if strings.TrimSuffix(name, " then") == strings.TrimSuffix(other, " then") {
				continue
			}
			_, err := of(annotate.Page{After: next})
			wantKind(b, fmt.Sprintf("%s after a place of %s", other, name), err, annotate.ErrInvalid)
		}
	}
}

func listMeanwhile(b *bench) {
	article, claim, citation := manyOfAll(b)
	lists := b.allLists(article, claim, citation)
	delete(lists, "mentions") // of a revision that does not change
	for name, list := range lists {
		before := walk(b, lister[string](list), 0)
		seen := map[string]int{}
		page := annotate.Page{Limit: 3}
		for n := 0; n == 0 || page.After != ""; n++ {
			l, err := list(page)
			if err != nil {
				b.Fatalf("%s: %v", name, err)
			}
			for _, key := range l.Items {
				seen[key]++
			}
			page.After = l.Next
			if n < 3 {
				b.oneMoreOfAll(claim)
			}
			if n > 200 {
				b.Fatalf("%s does not end", name)
			}
		}
		for _, key := range before {
			if seen[key] != 1 {
				b.Errorf("%s: %s seen %d times, want once", name, key, seen[key])
			}
		}
	}
}

// oneMoreOfAll adds an item to every list of a claim and its paper, and moves none that is there.
func (b *bench) oneMoreOfAll(claim uuid.UUID) {
	b.Helper()
	n := b.counts().Events
	b.tellsMore(n)
	b.cites(paper(fmt.Sprint(1000 + n)))
	b.links(claim, fmt.Sprint(1000+n), annotate.Neutral)
	b.links(claim, "11", annotate.Neutral)
	b.hears("11", annotate.RetractionWatch)
	b.looks(claim)
	b.signs(claim, fmt.Sprintf("reviewer %d", n), annotate.Mixed, zero)
}
