package annotate

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// Link suggests that a paper speaks to a claim: the paper by its PMID, which the store must hold, the stance, and the
// passage that carries it, which is looked for in the paper's record; Where says what came of that. Saying the same
// twice is saying it once.
func (d *Desk) Link(ctx context.Context, actor string, claim uuid.UUID, pmid string, stance Stance, passage string) (Evidence, error) {
	var p Problems
	pmid = strings.TrimSpace(pmid)
	if !ValidPMID(pmid) {
		p.Add("PMID", "%q is not a PMID: a number of up to eight digits, as at the end of a PubMed address", pmid)
	}
	e := Evidence{Claim: claim, Stance: stance, Passage: strings.TrimSpace(passage), By: actor, Created: Moment(d.now()), State: Suggested}
	if err := e.Check(); err != nil {
		p = append(p, asProblems(err)...)
	}
	if err := p.Err(); err != nil {
		return Evidence{}, err
	}
	c, err := d.store.Citation(ctx, pmid)
	if err != nil {
		return Evidence{}, err
	}
	e.Citation = c.ID
	e.Passage, e.Where = FindPassage(c, e.Passage)
	e.ID = contentID("evidence", claim.String(), c.ID.String(), string(stance), NormalClaim(e.Passage), actor)
	err = again(func() error {
		held, err := d.store.Evidence(ctx, e.ID)
		if err == nil {
			e = held.Evidence
			return nil
		} else if !errors.Is(err, ErrNotFound) {
			return err
		}
		change := Change{Actor: actor, Kind: EvidenceLinked, Time: e.Created, Subject: claim}
		change.Evidence = []Evidence{e}
		_, err = d.store.Record(ctx, change)
		return err
	})
	if err != nil {
		return Evidence{}, err
	}
	return e, nil
}

func asProblems(err error) Problems {
	var p Problems
	if errors.As(err, &p) {
		return p
	}
	return Problems{{Field: "form", Text: err.Error()}}
}

// Decide accepts or rejects evidence. Nobody decides on what they suggested themselves; a rejection needs a comment.
func (d *Desk) Decide(ctx context.Context, actor string, evidence uuid.UUID, state EvidenceState, comment string) error {
	x := Decision{ID: d.newID(), Evidence: evidence, State: state, Comment: strings.TrimSpace(comment), By: actor, Created: Moment(d.now())}
	if err := x.Check(); err != nil {
		return err
	}
	row, err := d.store.Evidence(ctx, evidence)
	if err != nil {
		return err
	}
	if row.Evidence.By == actor {
		return fmt.Errorf("you suggested this evidence, so somebody else has to accept or reject it: %w", ErrForbidden)
	}
	c := Change{Actor: actor, Kind: EvidenceDecided, Time: x.Created, Subject: row.Evidence.Claim}
	c.Decisions = []Decision{x}
	_, err = d.store.Record(ctx, c)
	return err
}
