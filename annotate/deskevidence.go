package annotate

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// Linking is what somebody says of a paper and a claim.
type Linking struct {
	Claim    uuid.UUID
	PMID     string // of a paper that the store holds
	Stance   Stance
	Passage  string // that carries the stance; may be empty
	FullText string // where in the full text the passage stands, as in "Table 2": then it is not looked for in the record
}

// Link suggests that a paper speaks to a claim. The passage is looked for in the paper's record, and Where says in which
// part it stands; one that stands nowhere is refused, with what is nearest to it, or with the other paper that holds it.
// Saying the same twice is saying it once.
func (d *Desk) Link(ctx context.Context, actor string, l Linking) (Evidence, error) {
	e, err := d.evidenceOf(ctx, l, actor)
	if err != nil {
		return Evidence{}, err
	}
	err = again(func() error {
		held, err := d.store.Evidence(ctx, e.ID)
		if err == nil {
			e = held.Evidence
			return nil
		} else if !errors.Is(err, ErrNotFound) {
			return err
		}
		change := Change{Actor: actor, Kind: EvidenceLinked, Time: e.Created, Subject: e.Claim}
		change.Evidence = []Evidence{e}
		_, err = d.store.Record(ctx, change)
		return err
	})
	if err != nil {
		return Evidence{}, err
	}
	return e, nil
}

// evidenceOf is the evidence that a linking makes, by whoever says so, with its passage found.
func (d *Desk) evidenceOf(ctx context.Context, l Linking, by string) (Evidence, error) {
	var p Problems
	pmid := strings.TrimSpace(l.PMID)
	if !ValidPMID(pmid) {
		p.Add("PMID", "%q is not a PMID: a number of up to eight digits, as at the end of a PubMed address", pmid)
	}
	e := Evidence{Claim: l.Claim, Stance: l.Stance, Passage: strings.TrimSpace(l.Passage), By: by, Created: d.moment(), State: Suggested}
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
	if e.Passage, e.Where, err = d.place(ctx, c, e.Passage, l.FullText); err != nil {
		return Evidence{}, err
	}
	e.ID = contentID("evidence", l.Claim.String(), c.ID.String(), string(l.Stance), NormalClaim(e.Passage), by)
	return e, nil
}

// place is where a passage stands, and the passage as it stands there: in the full text if somebody says so, else in the
// paper's record.
func (d *Desk) place(ctx context.Context, c Citation, passage, fullText string) (string, PassagePlace, error) {
	if strings.TrimSpace(fullText) == "" {
		q, err := CheckQuote(ctx, d.store, c, passage)
		if err != nil {
			return "", "", err
		}
		return q.Passage, q.Where, q.Err()
	}
	if passage == "" {
		return "", "", Problems{{Field: "passage", Text: "quote what the full text says there"}}
	}
	where, err := FullText(fullText)
	return passage, where, err
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
	x := d.decision(actor, evidence, state, comment)
	if err := x.Check(); err != nil {
		return err
	}
	row, err := d.store.Evidence(ctx, evidence)
	if err != nil {
		return err
	}
	if err := mayDecide(actor, row.Evidence); err != nil {
		return err
	}
	c := Change{Actor: actor, Kind: EvidenceDecided, Time: x.Created, Subject: row.Evidence.Claim}
	c.Decisions = []Decision{x}
	_, err = d.store.Record(ctx, c)
	return err
}

func (d *Desk) decision(actor string, evidence uuid.UUID, state EvidenceState, comment string) Decision {
	return Decision{ID: d.newID(), Evidence: evidence, State: state, Comment: strings.TrimSpace(comment), By: actor, Created: d.moment()}
}

// mayDecide is ErrForbidden for whoever suggested the evidence.
func mayDecide(actor string, e Evidence) error {
	if e.By == actor {
		return fmt.Errorf("you suggested this evidence, so somebody else has to accept or reject it: %w", ErrForbidden)
	}
	return nil
}
