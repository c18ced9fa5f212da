package storetest

import (
	"time"

	"claimlens/annotate"
)

var standingPromises = []promise{
	{"goes from open to in review, agreed, conflict", standingStates},
	{"counts evidence by stance, without the rejected", standingEvidence},
	{"tells when the paper was retracted since", standingRetracted},
	{"is re-opened when a paper that a grade rests on falls", standingReopened},
	{"asks for another look at what was corrected", standingLook},
	{"is the same wherever it is read", standingEverywhere},
	{"keeps lists and counters in step", standingLists},
}

func standingStates(b *bench) {
	zincAndPapers(b)
	same(b, "nobody", b.standing(zinc), annotate.Standing{State: annotate.Open, Articles: 1})
	first := b.signs(zinc, "ana", annotate.Supported, zero)
	same(b, "one", b.standing(zinc), annotate.Standing{
		State: annotate.InReview, Verdict: annotate.Supported, Certainty: annotate.Low, Graders: 1, Articles: 1, Graded: first.Created,
	})
	second := b.signs(zinc, "ben", annotate.Supported, zero)
	same(b, "two alike", b.standing(zinc), annotate.Standing{
		State: annotate.Agreed, Verdict: annotate.Supported, Certainty: annotate.Low, Graders: 2, Articles: 1, Graded: second.Created,
	})
	third := b.signs(zinc, "eve", annotate.NotCheckable, zero)
	same(b, "three, one differs", b.standing(zinc), annotate.Standing{State: annotate.Conflict, Graders: 3, Articles: 1, Graded: third.Created})
	same(b, "another claim", b.standing(annotate.ClaimID("Iron helps.")), annotate.Standing{State: annotate.Open, Articles: 1})
}

func standingEvidence(b *bench) {
	zincAndPapers(b)
	b.links(zinc, "11", annotate.Supports)
	disputes := b.links(zinc, "12", annotate.Disputes)
	neutral := b.links(zinc, "13", annotate.Neutral)
	b.links(zinc, "12", annotate.Supports)
	want := annotate.Standing{State: annotate.Open, Articles: 1, Supports: 2, Disputes: 1, Neutral: 1, Suggested: 4}
	same(b, "suggested", b.standing(zinc), want)
	b.decides(disputes, annotate.Accepted)
	want.Suggested = 3
	same(b, "one accepted", b.standing(zinc), want)
	b.decides(neutral, annotate.Rejected)
	want.Suggested, want.Neutral = 2, 0
	same(b, "one rejected", b.standing(zinc), want)
	b.decides(disputes, annotate.Rejected)
	want.Disputes = 0
	same(b, "the accepted one rejected", b.standing(zinc), want)
	b.decides(neutral, annotate.Accepted)
	want.Neutral = 1
	same(b, "the rejected one accepted", b.standing(zinc), want)
}

// retract records that the paper was retracted, as its next version.
func (b *bench) retract(pmid string) annotate.Citation {
	b.Helper()
	c := b.citation(pmid)
	c.Version++
	c.Notices = []annotate.Notice{{Kind: "RetractionIn", PMID: "99"}}
	b.cites(c)
	return c
}

func standingRetracted(b *bench) {
	zincAndPapers(b)
	b.links(zinc, "11", annotate.Supports)
	b.links(zinc, "12", annotate.Supports)
	rejected := b.links(zinc, "11", annotate.Neutral)
	b.decides(rejected, annotate.Rejected)
	b.links(annotate.ClaimID("Iron helps."), "11", annotate.Disputes)
	same(b, "before", b.standing(zinc).Retracted, 0)
	c := b.retract("11")
	same(b, "zinc", b.standing(zinc).Retracted, 1)
	same(b, "zinc in its row", b.claim(zinc).Standing.Retracted, 1)
	same(b, "iron", b.standing(annotate.ClaimID("Iron helps.")).Retracted, 1)
	for _, r := range walk(b, b.claims(""), 0) {
		same(b, "listed: "+r.Claim.Text, r.Standing.Retracted, 1)
	}
	c.Version++
	c.Notices[0].Kind = "ErratumIn"
	b.cites(c)
	same(b, "after it turned out an erratum", b.standing(zinc).Retracted, 0)
}

func standingReopened(b *bench) {
	zincAndPapers(b)
	e := b.links(zinc, "11", annotate.Supports)
	ana := b.signs(zinc, "ana", annotate.Supported, zero)
	ben := b.signs(zinc, "ben", annotate.Supported, zero)
	b.links(zinc, "12", annotate.Supports) // on which no grade rests
	b.hears("12", annotate.Crossref, "RetractionIn")
	graded := annotate.Standing{
		State: annotate.Agreed, Verdict: annotate.Supported, Certainty: annotate.Low, Graders: 2, Articles: 1, Graded: ben.Created,
		Supports: 1, Retracted: 1, Suggested: 2,
	}
	same(b, "graded", b.standing(zinc), graded)
	concern := b.hears("11", annotate.Crossref, "ExpressionOfConcernIn")
	fallen := graded
	fallen.State, fallen.Supports, fallen.Retracted = annotate.NeedsReview, 0, 2
	fallen.Reopened = []annotate.Turn{{PMID: "11", Kind: "ExpressionOfConcernIn", Since: concern.Created}}
	same(b, "under concern", b.standing(zinc), fallen)
	same(b, "before", b.standingAt(zinc, before(concern.Created)), graded)
	same(b, "then", b.standingAt(zinc, concern.Created), fallen)
	same(b, "to be reviewed again", texts(walk(b, b.claims(annotate.NeedsReview), 0)), []string{"Zinc helps."})
	same(b, "agreed", len(walk(b, b.claims(annotate.Agreed), 0)), 0)
	b.signs(zinc, "ana", annotate.Mixed, ana.ID)
	same(b, "one has graded again", b.standing(zinc).State, annotate.NeedsReview)
	again := b.signs(zinc, "ben", annotate.Mixed, ben.ID)
	fallen.State, fallen.Verdict, fallen.Graded, fallen.Reopened = annotate.Agreed, annotate.Mixed, again.Created, nil
	same(b, "both have", b.standing(zinc), fallen)
	b.hears("11", annotate.Crossref)
	fallen.Supports, fallen.Retracted = 1, 1
	same(b, "no concern any more", b.standing(zinc), fallen)
	lost := b.retract("11")
	same(b, "retracted", b.standing(zinc).State, annotate.NeedsReview)
	b.decides(e, annotate.Rejected)
	same(b, "its evidence rejected", b.standing(zinc).State, annotate.Agreed)
	b.decides(e, annotate.Accepted)
	same(b, "its evidence accepted after all", b.standing(zinc).State, annotate.NeedsReview)
	lost.Version, lost.Notices = lost.Version+1, nil
	b.cites(lost)
	same(b, "not retracted after all", b.standing(zinc).State, annotate.Agreed)
}

func standingLook(b *bench) {
	zincAndPapers(b)
	b.links(zinc, "11", annotate.Supports)
	b.links(zinc, "12", annotate.Supports)
	ana := b.signs(zinc, "ana", annotate.Supported, zero)
	second := b.hears("12", annotate.RetractionWatch, "ErratumIn")
	c := b.citation("11")
	c.Version, c.Notices = 2, []annotate.Notice{{Kind: "CommentIn", PMID: "97"}, {Kind: "ErratumIn", PMID: "98"}}
	b.cites(c)
	first := b.now
	want := annotate.Standing{
		State: annotate.InReview, Verdict: annotate.Supported, Certainty: annotate.Low, Graders: 1, Articles: 1, Graded: ana.Created,
		Supports: 2, Suggested: 2, Look: []annotate.Turn{{PMID: "12", Kind: "ErratumIn", Since: second.Created}, {PMID: "11", Kind: "ErratumIn", Since: first}},
	}
	same(b, "corrected", b.standing(zinc), want)
	c.Version, c.Title = 3, "The same, corrected"
	b.cites(c)
	same(b, "the record changed otherwise", b.standing(zinc), want)
	want.Look, want.Graded = nil, b.signs(zinc, "ana", annotate.Supported, ana.ID).Created
	same(b, "graded again", b.standing(zinc), want)
}

func standingEverywhere(b *bench) {
	zincAndPapers(b)
	a := b.tells("https://example.org/b", "Copper helps.")
	b.decides(b.links(zinc, "11", annotate.Supports), annotate.Accepted)
	b.links(annotate.ClaimID("Copper helps."), "12", annotate.Disputes)
	b.signs(zinc, "ana", annotate.Mixed, zero)
	b.retract("12")
	for _, r := range walk(b, b.claims(""), 0) {
		same(b, "claim "+r.Claim.Text, b.claim(r.Claim.ID), r)
		same(b, "standing of "+r.Claim.Text, b.standing(r.Claim.ID), r.Standing)
		fold := annotate.Fold(walk(b, b.claimEvidence(r.Claim.ID, time.Time{}), 0), walk(b, b.gradesOf(r.Claim.ID, time.Time{}), 0))
		fold.Articles = r.Standing.Articles
		same(b, "what evidence and grades of "+r.Claim.Text+" amount to", r.Standing, fold)
	}
	row := walk(b, b.mentions(a.ID, 0), 0)[0]
	same(b, "in its article", row.ClaimRow, b.claim(row.Claim.ID))
}

func standingLists(b *bench) {
	a := b.tells("https://example.org/a", "Zinc helps.", "Iron helps.", "Copper helps.")
	check := func(what string, open, inReview, agreed, conflict int) {
		b.Helper()
		var got [5]int
		for i, state := range annotate.ReviewStates {
			got[i] = len(walk(b, b.claims(state), 1))
		}
		same(b, what, got, [5]int{open, inReview, agreed, conflict, 0})
		graded := inReview + agreed + conflict
		same(b, what+": counted as graded", b.counts().Graded, graded)
		same(b, what+": graded in the article", b.row(a.ID).Graded, graded)
	}
	check("new", 3, 0, 0, 0)
	ana := b.signs(zinc, "ana", annotate.Supported, zero)
	check("zinc graded", 2, 1, 0, 0)
	b.signs(zinc, "ben", annotate.Supported, zero)
	check("zinc agreed", 2, 0, 1, 0)
	b.signs(zinc, "ana", annotate.Contradicted, ana.ID)
	check("ana thought again", 2, 0, 0, 1)
	b.signs(annotate.ClaimID("Iron helps."), "ana", annotate.NotCheckable, zero)
	check("iron graded", 1, 1, 0, 1)
}
