package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var checkPromises = []promise{
	{"comes back with all fields", checkRoundTrip},
	{"is heard as long as it is its source's last", checkHeard},
	{"is listed newest first", checkOrder},
	{"stays when the paper's record changes, and is no part of it", checkBeside},
	{"takes the paper's weight, and gives it back", checkWeight},
	{"counts from its time on", checkAsOf},
	{"of what is not there, or of no source, is refused", checkRefused},
}

// check is what a source says about a paper, not yet recorded.
func (b *bench) check(pmid string, from annotate.NoticeSource, kinds ...string) annotate.NoticeCheck {
	c := annotate.NoticeCheck{ID: b.newID(), Citation: annotate.CitationID(pmid), From: from, By: "checker", Created: b.later()}
	for _, kind := range kinds {
		c.Notices = append(c.Notices, annotate.Notice{Kind: kind, DOI: "10.1000/n", Date: "2026-02", From: from})
	}
	return c
}

// heard is the change that makes checks, one or more.
func heard(checks ...annotate.NoticeCheck) annotate.Change {
	c := annotate.Change{Actor: checks[0].By, Kind: annotate.NoticesHeard, Time: checks[0].Created}
	c.Checks = checks
	return c
}

// hears records what a source says about a paper, and is that.
func (b *bench) hears(pmid string, from annotate.NoticeSource, kinds ...string) annotate.NoticeCheck {
	b.Helper()
	c := b.check(pmid, from, kinds...)
	b.record(heard(c))
	return c
}

func (b *bench) checksOf(pmid string) []annotate.NoticeCheck {
	b.Helper()
	return walk(b, b.noticeChecks(annotate.CitationID(pmid)), 1)
}

func checkRoundTrip(b *bench) {
	zincAndPapers(b)
	want := b.check("11", annotate.RetractionWatch)
	want.Notices = []annotate.Notice{
		{Kind: "RetractionIn", PMID: "99", DOI: "10.1000/é", Source: "„Zinc“ – 锌", Date: "2021-07-03", Reason: "Concerns/Issues About Data; Paper Mill", From: annotate.RetractionWatch},
		{Kind: "ErratumIn", From: annotate.RetractionWatch},
	}
	nothing := b.check("11", annotate.Crossref)
	b.record(heard(want, nothing))
	same(b, "checks", b.checksOf("11"), []annotate.NoticeCheck{nothing, want})
	same(b, "event", walk(b, b.events(annotate.CitationID("11")), 0)[0].Kind, annotate.NoticesHeard)
	same(b, "counts", b.counts().Checks, 2)
}

func checkHeard(b *bench) {
	zincAndPapers(b)
	watch := b.hears("11", annotate.RetractionWatch, "RetractionIn")
	same(b, "one source", b.citation("11").Heard, watch.Notices)
	crossref := b.hears("11", annotate.Crossref, "ErratumIn", "UpdateIn")
	b.hears("12", annotate.Crossref, "WithdrawalIn")
	both := append(append([]annotate.Notice{}, crossref.Notices...), watch.Notices...)
	same(b, "two sources", b.citation("11").Heard, both)
	same(b, "listed", walk(b, b.citations, 0)[0].Heard, both)
	b.hears("11", annotate.RetractionWatch)
	same(b, "after the one took it back", b.citation("11").Heard, crossref.Notices)
	late := b.check("11", annotate.Crossref, "RetractionIn")
	late.Created = before(crossref.Created)
	b.record(heard(late))
	same(b, "after an older check came late", b.citation("11").Heard, crossref.Notices)
	same(b, "another paper's", b.citation("13").Heard, nil)
}

func checkOrder(b *bench) {
	zincAndPapers(b)
	var want []uuid.UUID
	for _, from := range []annotate.NoticeSource{annotate.Crossref, annotate.RetractionWatch, annotate.Crossref} {
		want = append([]uuid.UUID{b.hears("11", from, "ErratumIn").ID}, want...)
		b.hears("12", from)
	}
	var got []uuid.UUID
	for _, c := range b.checksOf("11") {
		got = append(got, c.ID)
	}
	same(b, "checks", got, want)
}

func checkBeside(b *bench) {
	b.cites(paper("11"))
	c := b.hears("11", annotate.Crossref, "RetractionIn")
	read := b.citation("11")
	b.recordsSame("the paper as it was read", cited(b.later(), read))
	read.Version, read.Title, read.Heard = 2, "Corrected", nil
	b.cites(read)
	read.Heard = c.Notices
	same(b, "the next version", b.citation("11"), read)
}

// recordsSame records a change that is held already.
func (b *bench) recordsSame(what string, c annotate.Change) {
	b.Helper()
	if e, err := b.store.Record(b.ctx, c); err != nil || e.Seq != 0 {
		b.Errorf("%s: got event %d, %v; want none", what, e.Seq, err)
	}
}

func checkWeight(b *bench) {
	zincAndPapers(b)
	e := b.links(zinc, "11", annotate.Supports)
	for i, x := range []struct {
		from  annotate.NoticeSource
		kinds []string
		none  bool
	}{
		{annotate.Crossref, []string{"ErratumIn", "RetractionOf"}, false},
		{annotate.Crossref, []string{"ExpressionOfConcernIn"}, true},
		{annotate.RetractionWatch, []string{"RetractionIn"}, true},
		{annotate.Crossref, nil, true},
		{annotate.RetractionWatch, nil, false},
		{annotate.Crossref, []string{"WithdrawalIn"}, true},
	} {
		c := b.hears("11", x.from, x.kinds...)
		w := b.evidenceRow(e.ID).Weight
		s := b.standing(zinc)
		if w.None() != x.none || s.Supports+s.Retracted != 1 || s.Retracted == 1 != x.none {
			b.Errorf("%d, after %s said %v: got %+v, counted in %+v; want no weight: %v", i, c.From, x.kinds, w, s, x.none)
		}
	}
}

func checkAsOf(b *bench) {
	zincAndPapers(b)
	e := b.links(zinc, "11", annotate.Supports)
	first := b.hears("11", annotate.Crossref, "ExpressionOfConcernIn")
	second := b.hears("11", annotate.Crossref)
	for _, x := range []struct {
		what  string
		asOf  time.Time
		heard []annotate.Notice
		lost  time.Time
	}{
		{"before", before(first.Created), nil, time.Time{}},
		{"once heard", first.Created, first.Notices, first.Created},
		{"before it was taken back", before(second.Created), first.Notices, first.Created},
		{"once taken back", second.Created, nil, time.Time{}},
		{"now", time.Time{}, nil, time.Time{}},
	} {
		row := walk(b, b.claimEvidence(zinc, x.asOf), 0)[0]
		same(b, x.what, row.Citation.Heard, x.heard)
		same(b, x.what+": weight lost", row.Weight.Lost, x.lost)
		retracted := 0
		if !x.lost.IsZero() {
			retracted = 1
		}
		same(b, x.what+": standing", b.standingAt(zinc, x.asOf).Retracted, retracted)
	}
	same(b, "the evidence", b.evidenceRow(e.ID).Evidence, e)
}

func checkRefused(b *bench) {
	zincAndPapers(b)
	b.refuses("of no paper", heard(b.check("99", annotate.Crossref)), annotate.ErrNotFound)
	b.refuses("of nobody", heard(b.check("11", "hearsay", "RetractionIn")), annotate.ErrInvalid)
	foreign := b.check("11", annotate.Crossref, "RetractionIn")
	foreign.Notices[0].From = annotate.RetractionWatch
	b.refuses("of what another source says", heard(foreign), annotate.ErrInvalid)
	kept := b.hears("11", annotate.Crossref, "RetractionIn")
	b.recordsSame("the same twice", heard(kept))
	kept.Notices = nil
	b.refuses("that differs under its identifier", heard(kept), annotate.ErrConflict)
	same(b, "checks of no paper", len(walk(b, b.noticeChecks(uuid.New()), 0)), 0)
}
