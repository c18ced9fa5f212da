package annotate

import (
	"context"
	"reflect"
	"time"

	"github.com/google/uuid"
)

// Falls is what would change if a paper were retracted.
type Falls struct {
	Claims  int    // that rest on the paper
	Looked  int    // of them, those that were looked at: no more than maxFalls
	Grades  int    // current grades of those that would have to be given again
	Changed []Fall // the claims whose standing would be another
}

// Fall is a claim whose standing would change: as it is now, and as it would be.
type Fall struct {
	ClaimRow
	Then Standing
}

// maxFalls is how many claims are looked at: a paper that more rest on is asked about by its page, which a person waits for.
const maxFalls = 200

// IfFallen says what would change were a paper retracted now, by the same Fold that would do it. A paper that has no weight
// any more changes nothing.
func (d *Desk) IfFallen(ctx context.Context, citation uuid.UUID) (Falls, error) {
	rows, err := walkAll(func(p Page) (List[EvidenceRow], error) { return d.store.CitationEvidence(ctx, citation, p) })
	if err != nil {
		return Falls{}, err
	}
	met := map[uuid.UUID]bool{}
	var out Falls
	for _, r := range rows {
		if met[r.Claim.ID] || r.Evidence.State == Rejected {
			continue
		}
		met[r.Claim.ID] = true
		if out.Claims++; out.Looked == maxFalls {
			continue
		}
		out.Looked++
		if err := d.fall(ctx, r.Claim.ID, citation, &out); err != nil {
			return Falls{}, err
		}
	}
	return out, nil
}

// fall adds what would change for one claim.
func (d *Desk) fall(ctx context.Context, claim, citation uuid.UUID, out *Falls) error {
	row, err := d.store.Claim(ctx, claim)
	if err != nil {
		return err
	}
	evidence, err := walkAll(func(p Page) (List[EvidenceRow], error) { return d.store.ClaimEvidence(ctx, claim, time.Time{}, p) })
	if err != nil {
		return err
	}
	grades, err := walkAll(func(p Page) (List[Grade], error) { return d.store.ClaimGrades(ctx, claim, time.Time{}, p) })
	if err != nil {
		return err
	}
	then := after(evidence, citation, d.moment())
	s := Fold(then, grades)
	s.Articles, s.Searches, s.Searched = row.Standing.Articles, row.Standing.Searches, row.Standing.Searched
	if !reflect.DeepEqual(s, row.Standing) {
		out.Changed = append(out.Changed, Fall{ClaimRow: row, Then: s})
	}
	for _, g := range CurrentGrades(grades) {
		if g.reopened(then) && !g.reopened(evidence) {
			out.Grades++
		}
	}
	return nil
}

// after is evidence as it would be once a paper had been retracted.
func after(evidence []EvidenceRow, citation uuid.UUID, at time.Time) []EvidenceRow {
	out := make([]EvidenceRow, len(evidence))
	for i, e := range evidence {
		if e.Evidence.Citation == citation && !e.Weight.None() {
			e.Weight.Lost, e.Weight.LostBy = at, "RetractionIn"
		}
		out[i] = e
	}
	return out
}
