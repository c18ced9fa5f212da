package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var evidencePromises = []promise{
	{"comes back with all fields", evidenceRoundTrip},
	{"carries its claim and its citation", evidenceRow},
	{"is suggested until somebody decides", evidenceState},
	{"is what the last decision says", lastDecision},
	{"is listed oldest first", evidenceOrder},
	{"corrects none but that of its claim and paper", evidenceCorrects},
	{"makes its paper a cited one, in the order in which that happened", citedOrder},
	{"that is not there is not found", noEvidence},
}

var zinc = annotate.ClaimID("Zinc helps.")

// zincAndPapers imports the claim that zinc helps and the papers 11, 12 and 13.
func zincAndPapers(b *bench) {
	b.Helper()
	b.tells("https://example.org/a", "Zinc helps.", "Iron helps.")
	b.cites(paper("11"), paper("12"), paper("13"))
}

func evidenceRoundTrip(b *bench) {
	zincAndPapers(b)
	for i, where := range []annotate.PassagePlace{"", annotate.InTitle, annotate.InAbstract, annotate.InBackground, annotate.InFullText + ": Table 2 – 表", annotate.NotInRecord} {
		want := b.evidence(zinc, "11", annotate.Stances[i%3])
		want.Where = where
		if where != "" {
			want.Passage = "„Zinc“ – 锌\nhelps 👩‍⚕️"
		}
		b.record(linked(want))
		same(b, "evidence", b.evidenceRow(want.ID).Evidence, want)
		want.Replaces, want.ID, want.Created, want.Confidence = want.ID, b.newID(), b.later(), 0.1*float64(i)
		b.record(linked(want))
		same(b, "evidence that corrects it", b.evidenceRow(want.ID).Evidence, want)
	}
}

func evidenceCorrects(b *bench) {
	zincAndPapers(b)
	old := b.links(zinc, "11", annotate.Supports)
	for what, x := range map[string]struct {
		e        annotate.Evidence
		replaces uuid.UUID
		kind     error
	}{
		"that of another claim": {b.evidence(annotate.ClaimID("Iron helps."), "11", annotate.Neutral), old.ID, annotate.ErrInvalid},
		"that of another paper": {b.evidence(zinc, "12", annotate.Neutral), old.ID, annotate.ErrInvalid},
		"what is not there":     {b.evidence(zinc, "11", annotate.Neutral), uuid.New(), annotate.ErrNotFound},
		"what is no evidence":   {b.evidence(zinc, "11", annotate.Neutral), zinc, annotate.ErrNotFound},
	} {
		x.e.Replaces = x.replaces
		b.refuses(what, linked(x.e), x.kind)
	}
}

func citedOrder(b *bench) {
	zincAndPapers(b)
	for _, pmid := range []string{"13", "11", "13"} {
		b.links(zinc, pmid, annotate.Neutral)
	}
	b.decides(b.links(annotate.ClaimID("Iron helps."), "12", annotate.Neutral), annotate.Rejected)
	b.retract("11")
	var got []string
	for _, c := range walk(b, b.citedPapers, 2) {
		same(b, "paper", c, b.citation(c.PMID))
		got = append(got, c.PMID)
	}
	same(b, "papers", got, []string{"13", "11", "12"})
}

func evidenceRow(b *bench) {
	zincAndPapers(b)
	b.cites(fullCitation())
	e := b.links(zinc, "12345678", annotate.Supports)
	want := annotate.EvidenceRow{Evidence: e, Claim: b.claim(zinc).Claim, Citation: fullCitation()}
	same(b, "row", b.evidenceRow(e.ID), want)
	same(b, "of the claim", walk(b, b.claimEvidence(zinc, time.Time{}), 0), []annotate.EvidenceRow{want})
	same(b, "of the citation", walk(b, b.citationEvidence(e.Citation), 0), []annotate.EvidenceRow{want})
	next := fullCitation()
	next.Version, next.Title = 2, "Corrected"
	b.cites(next)
	same(b, "title after the paper's record changed", b.evidenceRow(e.ID).Citation.Title, "Corrected")
}

func evidenceState(b *bench) {
	zincAndPapers(b)
	e := b.evidence(zinc, "11", annotate.Supports)
	e.State = annotate.Accepted // which is not for its maker to say
	b.record(linked(e))
	got := b.evidenceRow(e.ID)
	same(b, "state", got.Evidence.State, annotate.Suggested)
	if got.Decision != nil {
		b.Errorf("got decision %+v, want none", got.Decision)
	}
}

func lastDecision(b *bench) {
	zincAndPapers(b)
	e, other := b.links(zinc, "11", annotate.Supports), b.links(zinc, "12", annotate.Supports)
	for _, state := range []annotate.EvidenceState{annotate.Accepted, annotate.Rejected, annotate.Accepted} {
		want := b.decides(e, state)
		for what, row := range map[string]annotate.EvidenceRow{
			"evidence":    b.evidenceRow(e.ID),
			"of claim":    walk(b, b.claimEvidence(zinc, time.Time{}), 0)[0],
			"of citation": walk(b, b.citationEvidence(e.Citation), 0)[0],
		} {
			same(b, what+": state", row.Evidence.State, state)
			same(b, what+": decision", row.Decision, &want)
		}
	}
	same(b, "the other's state", b.evidenceRow(other.ID).Evidence.State, annotate.Suggested)
	unsaid := annotate.Decision{ID: b.newID(), Evidence: other.ID, State: annotate.Accepted, By: "ana – 安", Created: b.later()}
	b.record(decided(unsaid, zinc))
	same(b, "a decision without comment", b.evidenceRow(other.ID).Decision, &unsaid)
}

func evidenceOrder(b *bench) {
	zincAndPapers(b)
	var ofClaim, ofPaper []uuid.UUID
	for i := range 9 {
		pmid := []string{"13", "11", "12"}[i%3]
		e := b.links(zinc, pmid, annotate.Stances[i%3])
		ofClaim = append(ofClaim, e.ID)
		other := b.links(annotate.ClaimID("Iron helps."), pmid, annotate.Neutral)
		if pmid == "11" {
			ofPaper = append(ofPaper, e.ID, other.ID)
		}
	}
	same(b, "of the claim", evidenceIDs(walk(b, b.claimEvidence(zinc, time.Time{}), 2)), ofClaim)
	same(b, "of the citation", evidenceIDs(walk(b, b.citationEvidence(annotate.CitationID("11")), 4)), ofPaper)
}

func evidenceIDs(rows []annotate.EvidenceRow) []uuid.UUID {
	out := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		out[i] = r.Evidence.ID
	}
	return out
}

func noEvidence(b *bench) {
	zincAndPapers(b)
	for what, id := range map[string]uuid.UUID{"unknown": uuid.New(), "zero": zero, "a claim's": zinc, "a citation's": annotate.CitationID("11")} {
		_, err := b.store.Evidence(b.ctx, id)
		wantKind(b, "evidence, "+what, err, annotate.ErrNotFound)
	}
}
