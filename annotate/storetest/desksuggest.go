package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var answerPromises = []promise{
	{"keeps a machine's suggestion with what a reviewer says to it", answerKept},
	{"again is deciding again", answerAgain},
	{"needs a comment to reject, a machine, and a passage that stands there", answerInvalid},
	{"by correcting rejects, and says something else", answerCorrected},
	{"by correcting needs another stance or passage, and another's evidence", correctInvalid},
	{"tells what is known of a claim", answerKnown},
}

// suggestion is what a machine says of the trial of zinc.
func suggestion() annotate.Suggestion {
	return annotate.Suggestion{
		Linking: annotate.Linking{Claim: zinc, PMID: "21", Stance: annotate.Supports, Passage: "Zinc shortened colds by 1.5 days"},
		By:      "claimlens, stance model 1", Confidence: 0.75,
	}
}

func answerKept(b *bench) {
	zincTrial(b)
	r, err := b.desk().Answer(b.ctx, "ana", suggestion(), annotate.Rejected, " about men only ")
	e := one(b, r, err)
	row := b.evidenceRow(e.ID)
	want := annotate.Evidence{
		ID: e.ID, Claim: zinc, Citation: annotate.CitationID("21"), Stance: annotate.Supports, Passage: "Zinc shortened colds by 1.5 days",
		Where: annotate.InAbstract, By: "claimlens, stance model 1", Created: e.Created, Confidence: 0.75, State: annotate.Rejected,
	}
	same(b, "answered", e, want)
	same(b, "stored", row.Evidence, want)
	same(b, "decision", [2]string{row.Decision.By, row.Decision.Comment}, [2]string{"ana", "about men only"})
	same(b, "events about the claim", len(walk(b, b.events(zinc), 0)), 1)
}

func answerAgain(b *bench) {
	zincTrial(b)
	r, err := b.desk().Answer(b.ctx, "ana", suggestion(), annotate.Accepted, "")
	first := one(b, r, err)
	before := b.counts()
	r, err = b.desk().Answer(b.ctx, "ben", suggestion(), annotate.Accepted, "")
	same(b, "the same answer", one(b, r, err), first)
	same(b, "counts", b.counts(), before)
	r, err = b.desk().Answer(b.ctx, "ben", suggestion(), annotate.Rejected, "no")
	one(b, r, err)
	before.Events++
	same(b, "counts after another answer", b.counts(), before)
	same(b, "state", b.evidenceRow(first.ID).Evidence.State, annotate.Rejected)
}

func answerInvalid(b *bench) {
	zincTrial(b)
	answer := func(actor string, state annotate.EvidenceState, spoil func(s *annotate.Suggestion)) error {
		s := suggestion()
		spoil(&s)
		_, err := b.desk().Answer(b.ctx, actor, s, state, "")
		return err
	}
	wantFields(b, "a rejection without comment", answer("ana", annotate.Rejected, func(*annotate.Suggestion) {}), "comment")
	wantFields(b, "no answer", answer("ana", annotate.Suggested, func(*annotate.Suggestion) {}), "decision")
	wantFields(b, "confidence", answer("ana", annotate.Accepted, func(s *annotate.Suggestion) { s.Confidence = 2 }), "confidence")
	wantFields(b, "passage", answer("ana", annotate.Accepted, func(s *annotate.Suggestion) { s.Passage = "Zinc harms everybody." }), "passage")
	wantKind(b, "oneself", answer("claimlens, stance model 1", annotate.Accepted, func(*annotate.Suggestion) {}), annotate.ErrForbidden)
	wantKind(b, "no such paper", answer("ana", annotate.Accepted, func(s *annotate.Suggestion) { s.PMID = "99" }), annotate.ErrNotFound)
	same(b, "evidence", b.counts().Evidence, 0)
}

func answerCorrected(b *bench) {
	zincTrial(b)
	instead := annotate.Linking{Stance: annotate.Neutral, Passage: "whether zinc helps"}
	r, err := b.desk().CorrectSuggestion(b.ctx, "ana", suggestion(), instead, "")
	e := one(b, r, err)
	rows := walk(b, b.claimEvidence(zinc, time.Time{}), 0)
	if len(rows) != 2 {
		b.Fatalf("got %d pieces of evidence, want the suggestion and what is said instead", len(rows))
	}
	old := b.evidenceRow(e.Replaces)
	same(b, "the suggestion", [3]string{old.Evidence.By, string(old.Evidence.State), old.Decision.Comment},
		[3]string{"claimlens, stance model 1", "rejected", "corrected: the stance is neutral, with another passage"})
	now := b.evidenceRow(e.ID).Evidence
	same(b, "instead", now, e)
	same(b, "by", [2]string{now.By, string(now.State)}, [2]string{"ana", "suggested"})
	r, err = b.desk().Correct(b.ctx, "ben", e.ID, annotate.Linking{Stance: annotate.Disputes, Passage: "whether zinc helps"}, "it does not")
	next := one(b, r, err)
	same(b, "corrected again", b.evidenceRow(e.ID).Decision.Comment, "it does not")
	same(b, "what it replaces", b.evidenceRow(next.ID).Evidence.Replaces, e.ID)
	same(b, "standing", b.standing(zinc).Disputes, 1)
}

func correctInvalid(b *bench) {
	zincTrial(b)
	r, err := b.desk().Link(b.ctx, "ana", suggestion().Linking)
	e := one(b, r, err)
	same := annotate.Linking{Stance: e.Stance, Passage: e.Passage}
	_, err = b.desk().Correct(b.ctx, "ben", e.ID, same, "")
	wantFields(b, "nothing else", err, "stance")
	other := annotate.Linking{Stance: annotate.Neutral, Passage: e.Passage}
	_, err = b.desk().Correct(b.ctx, "ana", e.ID, other, "")
	wantKind(b, "one's own", err, annotate.ErrForbidden)
	_, err = b.desk().Correct(b.ctx, "ben", uuid.New(), other, "")
	wantKind(b, "what is not there", err, annotate.ErrNotFound)
	if n := b.counts().Evidence; n != 1 {
		b.Errorf("got %d pieces of evidence, want 1", n)
	}
}

func answerKnown(b *bench) {
	zincTrial(b)
	r, err := b.desk().Answer(b.ctx, "ana", suggestion(), annotate.Rejected, "no")
	e := one(b, r, err)
	f := b.links(zinc, "11", annotate.Neutral)
	known, err := b.desk().Known(b.ctx, zinc)
	same(b, "known", one(b, known, err), map[string][]annotate.Evidence{"21": {e}, "11": {f}})
}
