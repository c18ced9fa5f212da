package graph

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Claim is a claim with its standing.
func (s *Store) Claim(ctx context.Context, id uuid.UUID) (annotate.ClaimRow, error) {
	return readOne(ctx, s, func(r reading) (annotate.ClaimRow, error) {
		row, err := r.claimRow(id)
		return row.ClaimRow, err
	})
}

// Claims lists the claims in a state, or all for the empty state; see annotate.Reader.
func (s *Store) Claims(ctx context.Context, state annotate.ReviewState, p annotate.Page) (annotate.List[annotate.ClaimRow], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.ClaimRow], error) {
		t, err := r.totals()
		if err != nil {
			return annotate.List[annotate.ClaimRow]{}, err
		}
		total := t.States[state]
		if state == "" {
			total = t.Claims
		}
		list := listing{bucket: claimStates, prefix: stateKey(state), total: total, grows: atHead}
		return readPage(r.rows, list, p, func(_, v []byte) (annotate.ClaimRow, error) {
			id, err := idIn(claimStates, v)
			if err != nil {
				return annotate.ClaimRow{}, err
			}
			row, err := r.claimRow(id)
			return row.ClaimRow, err
		})
	})
}

// claimRow is a claim's row, ErrNotFound when there is no such claim.
func (r rows) claimRow(id uuid.UUID) (claimRow, error) {
	var row claimRow
	found, err := r.load(claimRows, id[:], &row)
	if err == nil && !found {
		err = fmt.Errorf("claim %s: %w", id, annotate.ErrNotFound)
	}
	return row, err
}
