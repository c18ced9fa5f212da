package graph

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Standing is a claim's standing as of a time (now for the zero time); see annotate.Reader. It counts the evidence, the
// decisions and the grades that were made by then, the versions of the citations and the mentions that were recorded
// by then.
func (s *Store) Standing(ctx context.Context, claim uuid.UUID, asOf time.Time) (annotate.Standing, error) {
	return readOne(ctx, s, func(r reading) (annotate.Standing, error) {
		c, err := r.claimAsOf(claim, asOf)
		if err != nil || asOf.IsZero() {
			return c.Standing, err
		}
		evidence, err := r.evidenceAsOf(claim, asOf)
		if err != nil {
			return annotate.Standing{}, err
		}
		grades, err := r.gradesAsOf(claim, asOf)
		if err != nil {
			return annotate.Standing{}, err
		}
		standing := annotate.Fold(evidence, grades)
		if standing.Articles, err = r.articlesAsOf(claim, asOf); err != nil {
			return annotate.Standing{}, err
		}
		standing.Searches, standing.Searched, err = r.searchedAsOf(claim, asOf)
		return standing, err
	})
}

// claimAsOf is a claim's row as it is now, if the claim had been met by then.
func (r rows) claimAsOf(id uuid.UUID, asOf time.Time) (claimRow, error) {
	c, err := r.claimRow(id)
	if err == nil && !asOf.IsZero() && c.Claim.Created.After(asOf) {
		return claimRow{}, fmt.Errorf("claim %s as of %s: %w", id, asOf.UTC().Format(time.RFC3339), annotate.ErrNotFound)
	}
	return c, err
}

// articlesAsOf is how many articles' latest revisions made the claim then.
func (r rows) articlesAsOf(claim uuid.UUID, asOf time.Time) (int, error) {
	k, v := r.lastBefore(claimArticles, afterMoment(claim, asOf))
	if !bytes.HasPrefix(k, claim[:]) {
		return 0, nil
	}
	n, size := binary.Uvarint(v)
	if size <= 0 {
		return 0, fmt.Errorf("rows %q: %x: %w", claimArticles, k, errDerived)
	}
	return int(n), nil
}

// afterMoment is the first key, of those that agedKey makes, of what an owner has got after a time.
func afterMoment(owner uuid.UUID, t time.Time) key {
	return keyOf(owner).moment(annotate.Moment(t).Add(time.Millisecond))
}
