package annotate

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Grade signs a reviewer's judgement of a claim. It replaces that reviewer's grade named by seen, the one that the
// reviewer had in front of them (the zero UUID for none); if there is another by now, that is a conflict. Signing again
// what stands already changes nothing. That there is no evidence can be said once somebody has looked for it.
func (d *Desk) Grade(ctx context.Context, actor string, claim, seen uuid.UUID, v Verdict, c Certainty, rationale string) (Grade, error) {
	g := Grade{ID: d.newID(), Claim: claim, Verdict: v, Certainty: c, Rationale: strings.TrimSpace(rationale), By: actor, Created: Moment(d.now()), Replaces: seen}
	if err := g.Check(); err != nil {
		return Grade{}, err
	}
	current, err := d.currentGrade(ctx, actor, claim)
	if err != nil {
		return Grade{}, err
	}
	if current.ID != uuid.Nil && current.Verdict == v && current.Certainty == c && current.Rationale == g.Rationale {
		return current, nil
	}
	if v == NoEvidence {
		if err := d.needsSearch(ctx, claim); err != nil {
			return Grade{}, err
		}
	}
	change := Change{Actor: actor, Kind: ClaimGraded, Time: g.Created, Subject: claim}
	change.Grades = []Grade{g}
	_, err = d.store.Record(ctx, change)
	return g, err
}

func (d *Desk) currentGrade(ctx context.Context, actor string, claim uuid.UUID) (Grade, error) {
	page := Page{Limit: MaxPage}
	for {
		list, err := d.store.ClaimGrades(ctx, claim, time.Time{}, page)
		if err != nil {
			return Grade{}, err
		}
		for _, g := range list.Items { // newest first
			if g.By == actor {
				return g, nil
			}
		}
		if page.After = list.Next; page.After == "" {
			return Grade{}, nil
		}
	}
}
