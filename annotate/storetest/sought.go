package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var soughtPromises = []promise{
	{"comes back with all fields", soughtRoundTrip},
	{"is listed newest first, as of a time too", soughtOrder},
	{"counts in the claim's standing", soughtStanding},
	{"of no claim, or of none that can have been, is refused", soughtRefused},
}

// search is a search for evidence in vain, not yet recorded.
func (b *bench) lookup(claim uuid.UUID) annotate.Search {
	return annotate.Search{
		ID: b.newID(), Claim: claim, Where: "PubMed", Query: "zinc AND cold", Hits: 12, Looked: 10, Outcome: annotate.NoneRelevant,
		By: "finder", Created: b.later(),
	}
}

func sought(s annotate.Search) annotate.Change {
	c := annotate.Change{Actor: s.By, Kind: annotate.EvidenceSought, Time: s.Created, Subject: s.Claim}
	c.Searches = []annotate.Search{s}
	return c
}

// looks records a search in vain, and is that search.
func (b *bench) looks(claim uuid.UUID) annotate.Search {
	b.Helper()
	s := b.lookup(claim)
	b.record(sought(s))
	return s
}

func soughtRoundTrip(b *bench) {
	zincAndPapers(b)
	full, bare := b.lookup(zinc), b.lookup(zinc)
	full.Query, full.Outcome, full.Comment = "“zinc”[tiab] –\n锌", annotate.SomeRelevant, "two fit – 安"
	bare.Hits, bare.Looked = 0, 0
	b.record(sought(full))
	b.record(sought(bare))
	same(b, "searches", walk(b, b.searches(zinc, time.Time{}), 1), []annotate.Search{bare, full})
	same(b, "event", walk(b, b.events(zinc), 0)[0].Kind, annotate.EvidenceSought)
	same(b, "counts", b.counts().Searches, 2)
	b.recordsSame("the same twice", sought(bare))
	bare.Looked, bare.Hits = 1, 1
	b.refuses("another under its identifier", sought(bare), annotate.ErrConflict)
}

func soughtOrder(b *bench) {
	zincAndPapers(b)
	first, second := b.looks(zinc), b.looks(zinc)
	b.looks(annotate.ClaimID("Iron helps."))
	for _, x := range []struct {
		what string
		asOf time.Time
		want []annotate.Search
	}{
		{"before the first", before(first.Created), nil},
		{"at the first", first.Created, []annotate.Search{first}},
		{"before the second", before(second.Created), []annotate.Search{first}},
		{"long after", b.now.AddDate(1, 0, 0), []annotate.Search{second, first}},
		{"now", time.Time{}, []annotate.Search{second, first}},
	} {
		same(b, x.what, walk(b, b.searches(zinc, x.asOf), 1), x.want)
		s := b.standingAt(zinc, x.asOf)
		same(b, x.what+": standing", s.Searches, len(x.want))
		if len(x.want) > 0 {
			same(b, x.what+": last", s.Searched, x.want[0].Created)
		}
	}
}

func soughtStanding(b *bench) {
	zincAndPapers(b)
	want := annotate.Standing{State: annotate.Open, Articles: 1, Searches: 2}
	b.looks(zinc)
	want.Searched = b.looks(zinc).Created
	same(b, "standing", b.standing(zinc), want)
	e := b.links(zinc, "11", annotate.Supports)
	want.Supports, want.Suggested = 1, 1
	same(b, "once evidence was found", b.standing(zinc), want)
	same(b, "the evidence", walk(b, b.claimEvidence(zinc, time.Time{}), 0)[0].Evidence, e)
}

func soughtRefused(b *bench) {
	zincAndPapers(b)
	b.refuses("of no claim", sought(b.lookup(annotate.ClaimID("Gold helps."))), annotate.ErrNotFound)
	for what, spoil := range map[string]func(s *annotate.Search){
		"nowhere":            func(s *annotate.Search) { s.Where = " " },
		"for nothing":        func(s *annotate.Search) { s.Query = "" },
		"by nobody":          func(s *annotate.Search) { s.By = "" },
		"of more than found": func(s *annotate.Search) { s.Looked = 13 },
		"of fewer than none": func(s *annotate.Search) { s.Looked = -1 },
		"without outcome":    func(s *annotate.Search) { s.Outcome = "" },
		"that nobody did":    func(s *annotate.Search) { s.Looked = 0 },
		"with a NUL":         func(s *annotate.Search) { s.Comment = "\x00" },
	} {
		s := b.lookup(zinc)
		spoil(&s)
		b.refuses(what, sought(s), annotate.ErrInvalid)
	}
	same(b, "searches of no claim", len(walk(b, b.searches(uuid.New(), time.Time{}), 0)), 0)
}
