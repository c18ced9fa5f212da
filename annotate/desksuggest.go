package annotate

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Suggestion is what a machine says of a paper and a claim. It is kept only once a reviewer answers it.
type Suggestion struct {
	Linking
	By         string  // which machine: "claimlens, stance model 1"
	Confidence float64 // of the stance, 0..1
}

// Answer accepts or rejects a machine's suggestion, which is kept with the answer, in one change. A rejection needs a
// comment. Answering once more what is kept already is deciding again, unless the answer is the same.
func (d *Desk) Answer(ctx context.Context, actor string, s Suggestion, state EvidenceState, comment string) (Evidence, error) {
	x := d.decision(actor, uuid.Nil, state, comment)
	if err := x.Check(); err != nil {
		return Evidence{}, err
	}
	var e Evidence
	err := again(func() (err error) {
		if e, err = d.suggested(ctx, actor, s); err != nil || e.State == state {
			return err
		}
		x.Evidence = e.ID
		c := Change{Actor: actor, Kind: EvidenceDecided, Time: x.Created, Subject: e.Claim}
		c.Evidence, c.Decisions = []Evidence{e}, []Decision{x}
		_, err = d.store.Record(ctx, c)
		return err
	})
	if err != nil {
		return Evidence{}, err
	}
	e.State = state
	return e, nil
}

// suggested is the evidence that a suggestion makes, as it is kept if it is.
func (d *Desk) suggested(ctx context.Context, actor string, s Suggestion) (Evidence, error) {
	e, err := d.evidenceOf(ctx, s.Linking, s.By)
	if err != nil {
		return Evidence{}, err
	}
	if err := mayDecide(actor, e); err != nil {
		return Evidence{}, err
	}
	held, err := d.store.Evidence(ctx, e.ID)
	if err == nil {
		return held.Evidence, nil
	} else if !errors.Is(err, ErrNotFound) {
		return Evidence{}, err
	}
	e.Confidence = s.Confidence
	return e, e.Check()
}

// Correct rejects evidence and puts in its place what the reviewer says instead of it, in one change: another stance or
// another passage of the same paper. Nobody corrects what they suggested themselves.
func (d *Desk) Correct(ctx context.Context, actor string, evidence uuid.UUID, instead Linking, comment string) (Evidence, error) {
	row, err := d.store.Evidence(ctx, evidence)
	if err != nil {
		return Evidence{}, err
	}
	return d.correct(ctx, actor, row.Evidence, row.Citation.PMID, instead, comment)
}

// CorrectSuggestion is Correct of a machine's suggestion, which is kept with it.
func (d *Desk) CorrectSuggestion(ctx context.Context, actor string, s Suggestion, instead Linking, comment string) (Evidence, error) {
	e, err := d.suggested(ctx, actor, s)
	if err != nil {
		return Evidence{}, err
	}
	return d.correct(ctx, actor, e, s.PMID, instead, comment)
}

func (d *Desk) correct(ctx context.Context, actor string, old Evidence, pmid string, instead Linking, comment string) (Evidence, error) {
	if err := mayDecide(actor, old); err != nil {
		return Evidence{}, err
	}
	instead.Claim, instead.PMID = old.Claim, pmid
	e, err := d.evidenceOf(ctx, instead, actor)
	if err != nil {
		return Evidence{}, err
	}
	if e.Stance == old.Stance && e.Passage == old.Passage && e.Where == old.Where {
		return Evidence{}, Problems{{Field: "stance", Text: "choose another stance or another passage: this is what was suggested"}}
	}
	e.Replaces = old.ID
	if comment = strings.TrimSpace(comment); comment == "" {
		comment = "corrected: " + corrected(old, e)
	}
	x := d.decision(actor, old.ID, Rejected, comment)
	if err := x.Check(); err != nil {
		return Evidence{}, err
	}
	c := Change{Actor: actor, Kind: EvidenceDecided, Time: x.Created, Subject: old.Claim}
	if held, err := d.store.Evidence(ctx, e.ID); err == nil { // said before: it stays as it was
		e = held.Evidence
	} else if !errors.Is(err, ErrNotFound) {
		return Evidence{}, err
	}
	c.Evidence, c.Decisions = []Evidence{old, e}, []Decision{x}
	_, err = d.store.Record(ctx, c)
	return e, err
}

// corrected says what was put right.
func corrected(old, e Evidence) string {
	switch {
	case old.Stance == e.Stance:
		return "another passage"
	case old.Passage == e.Passage:
		return "the stance is " + string(e.Stance)
	default:
		return "the stance is " + string(e.Stance) + ", with another passage"
	}
}

// Known is all evidence of a claim by the PMID of its paper, whatever was decided about it: what need not be suggested
// again.
func (d *Desk) Known(ctx context.Context, claim uuid.UUID) (map[string][]Evidence, error) {
	rows, err := walkAll(func(p Page) (List[EvidenceRow], error) { return d.store.ClaimEvidence(ctx, claim, time.Time{}, p) })
	if err != nil {
		return nil, err
	}
	known := make(map[string][]Evidence, len(rows))
	for _, r := range rows {
		known[r.Citation.PMID] = append(known[r.Citation.PMID], r.Evidence)
	}
	return known, nil
}
