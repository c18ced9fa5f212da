package storetest

import (
	"claimlens/annotate"
)

var countsPromises = []promise{
	{"begin at nothing", countsEmpty},
	{"follow every change", countsFollow},
}

func countsEmpty(b *bench) {
	same(b, "counts", b.counts(), annotate.Counts{})
}

func countsFollow(b *bench) {
	want := annotate.Counts{}
	check := func(what string) {
		b.Helper()
		want.Events++
		same(b, what, b.counts(), want)
	}
	a := b.tells("https://example.org/a", "Zinc helps.", "Iron helps.", "Zinc helps.")
	want.Articles, want.Claims, want.Mentions = 1, 2, 3
	check("an article")
	b.retells(a, "Zinc helps.", "Copper helps.")
	want.Claims, want.Mentions = 3, 5
	check("its next revision")
	b.tellsMore(1)
	want.Articles, want.Claims, want.Mentions = 2, 4, 7
	check("another article, with a claim that was met")
	b.cites(paper("11"), paper("12"))
	want.Citations = 2
	check("two papers")
	b.retract("11")
	check("a paper's next version")
	b.hears("12", annotate.Crossref, "ErratumIn")
	want.Checks = 1
	check("what a source says about a paper")
	e := b.links(zinc, "11", annotate.Supports)
	want.Evidence = 1
	check("evidence")
	b.decides(e, annotate.Rejected)
	check("its rejection")
	b.looks(zinc)
	want.Searches = 1
	check("a search")
	g := b.signs(zinc, "ana", annotate.Supported, zero)
	want.Grades, want.Graded = 1, 1
	check("a grade")
	b.signs(zinc, "ana", annotate.Mixed, g.ID)
	want.Grades = 2
	check("a grade that replaces it")
	b.signs(annotate.ClaimID("Iron helps."), "ana", annotate.NoEvidence, zero)
	want.Grades, want.Graded = 3, 2
	check("a grade of a claim that is no longer made")
}
