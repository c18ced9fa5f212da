package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var decidePromises = []promise{
	{"accepts and rejects evidence of others", decideOthers},
	{"never one's own", decideOwn},
	{"rejects only with a comment", decideComment},
	{"of what is not there is not found", decideMissing},
}

func decideOthers(b *bench) {
	zincTrial(b)
	d := b.desk()
	e := b.links(zinc, "21", annotate.Supports)
	for _, x := range []struct {
		state   annotate.EvidenceState
		comment string
	}{{annotate.Accepted, ""}, {annotate.Rejected, " it is about mice "}, {annotate.Accepted, "men too"}} {
		if err := d.Decide(b.ctx, "ben", e.ID, x.state, x.comment); err != nil {
			b.Fatal(err)
		}
		same(b, "state", b.evidenceRow(e.ID).Evidence.State, x.state)
	}
	same(b, "comment", b.evidenceRow(e.ID).Decision.Comment, "men too")
	same(b, "by", b.evidenceRow(e.ID).Decision.By, "ben")
	same(b, "event", walk(b, b.events(zinc), 0)[0].Kind, annotate.EvidenceDecided)
}

func decideOwn(b *bench) {
	zincTrial(b)
	d := b.desk()
	r, err := d.Link(b.ctx, "ana", annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports})
	e := one(b, r, err)
	for _, state := range []annotate.EvidenceState{annotate.Accepted, annotate.Rejected} {
		wantKind(b, string(state), d.Decide(b.ctx, "ana", e.ID, state, "because"), annotate.ErrForbidden)
	}
	same(b, "state", b.evidenceRow(e.ID).Evidence.State, annotate.Suggested)
}

func decideComment(b *bench) {
	zincTrial(b)
	e := b.links(zinc, "21", annotate.Supports)
	err := b.desk().Decide(b.ctx, "ben", e.ID, annotate.Rejected, " \n")
	wantFields(b, "a rejection without comment", err, "comment")
	err = b.desk().Decide(b.ctx, "", e.ID, annotate.Suggested, "")
	wantFields(b, "a decision that is none, by nobody", err, "decision", "by")
	same(b, "state", b.evidenceRow(e.ID).Evidence.State, annotate.Suggested)
}

func decideMissing(b *bench) {
	zincTrial(b)
	wantKind(b, "unknown evidence", b.desk().Decide(b.ctx, "ben", uuid.New(), annotate.Accepted, ""), annotate.ErrNotFound)
}

var signPromises = []promise{
	{"signs a judgement", signNew},
	{"replaces the one that was seen", signReplaces},
	{"of another than was seen is a conflict", signStale},
	{"of the same again changes nothing", signAgain},
	{"that there is no evidence rests on a search in vain", signSought},
	{"lists all that is wrong", signInvalid},
	{"of a claim that is not there is not found", signMissing},
}

// sign has a desk sign a grade that must be taken.
func (b *bench) sign(by string, seen uuid.UUID, v annotate.Verdict, c annotate.Certainty, rationale string) annotate.Grade {
	b.Helper()
	g, err := b.desk().Grade(b.ctx, by, zinc, seen, v, c, rationale)
	return one(b, g, err)
}

func signNew(b *bench) {
	zincTrial(b)
	g := b.sign("ana", zero, annotate.Supported, annotate.High, " two trials \n")
	want := annotate.Grade{ID: g.ID, Claim: zinc, Verdict: annotate.Supported, Certainty: annotate.High, Rationale: "two trials", By: "ana", Created: g.Created}
	same(b, "grade", g, want)
	same(b, "stored", walk(b, b.gradesOf(zinc, time.Time{}), 0), []annotate.Grade{want})
	same(b, "event", walk(b, b.events(zinc), 0)[0].Kind, annotate.ClaimGraded)
	b.looks(zinc)
	b.sign("ben", zero, annotate.NoEvidence, "", "looked in vain")
	same(b, "state", b.standing(zinc).State, annotate.Conflict)
}

func signReplaces(b *bench) {
	zincTrial(b)
	first := b.sign("ana", zero, annotate.Supported, annotate.High, "two trials")
	second := b.sign("ana", first.ID, annotate.Supported, annotate.Low, "both small")
	same(b, "replaces", second.Replaces, first.ID)
	same(b, "certainty", b.standing(zinc).Certainty, annotate.Low)
	same(b, "graders", b.standing(zinc).Graders, 1)
	same(b, "grades", len(walk(b, b.gradesOf(zinc, time.Time{}), 0)), 2)
}

func signStale(b *bench) {
	zincTrial(b)
	d := b.desk()
	first := b.sign("ana", zero, annotate.Supported, annotate.High, "two trials")
	second := b.sign("ana", first.ID, annotate.Supported, annotate.Low, "both small")
	ben := b.sign("ben", zero, annotate.Mixed, annotate.Low, "who knows")
	for what, seen := range map[string]uuid.UUID{"none": zero, "the replaced one": first.ID, "somebody else's": ben.ID, "an unknown one": uuid.New()} {
		_, err := d.Grade(b.ctx, "ana", zinc, seen, annotate.Contradicted, annotate.High, "a third trial")
		wantKind(b, what, err, annotate.ErrConflict)
	}
	same(b, "newest of ana", walk(b, b.gradesOf(zinc, time.Time{}), 0)[1], second)
}

func signAgain(b *bench) {
	zincTrial(b)
	first := b.sign("ana", zero, annotate.Supported, annotate.High, "two trials")
	before := b.counts()
	for _, seen := range []uuid.UUID{zero, first.ID} {
		same(b, "again", b.sign("ana", seen, annotate.Supported, annotate.High, "two trials "), first)
	}
	same(b, "counts", b.counts(), before)
}

func signSought(b *bench) {
	zincTrial(b)
	none := func() error {
		_, err := b.desk().Grade(b.ctx, "ana", zinc, zero, annotate.NoEvidence, "", "looked in vain")
		return err
	}
	wantFields(b, "nobody has looked", none(), "verdict")
	found := b.lookup(zinc)
	found.Outcome = annotate.SomeRelevant
	b.record(sought(found))
	wantFields(b, "somebody has found some", none(), "verdict")
	b.looks(zinc)
	one(b, 0, none())
}

func signInvalid(b *bench) {
	zincTrial(b)
	for _, x := range []struct {
		verdict   annotate.Verdict
		certainty annotate.Certainty
		rationale string
		want      []string
	}{
		{"", "", "", []string{"verdict", "rationale", "by"}},
		{annotate.Supported, "", " ", []string{"certainty", "rationale", "by"}},
		{annotate.NoEvidence, annotate.High, "looked", []string{"certainty", "by"}},
		{annotate.Mixed, "sure", "x", []string{"certainty", "by"}},
	} {
		_, err := b.desk().Grade(b.ctx, "", zinc, zero, x.verdict, x.certainty, x.rationale)
		wantFields(b, string(x.verdict), err, x.want...)
	}
	same(b, "grades", b.counts().Grades, 0)
}

func signMissing(b *bench) {
	zincTrial(b)
	_, err := b.desk().Grade(b.ctx, "ana", uuid.New(), zero, annotate.Supported, annotate.High, "x")
	wantKind(b, "an unknown claim", err, annotate.ErrNotFound)
}
