package graph

import (
	"context"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// ClaimSearches lists where evidence about a claim was looked for, as of a time (now for the zero time), newest first. As
// of a time it costs as much as there are searches.
func (s *Store) ClaimSearches(ctx context.Context, claim uuid.UUID, asOf time.Time, p annotate.Page) (annotate.List[annotate.Search], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.Search], error) {
		c, err := r.claimAsOf(claim, asOf)
		if err != nil {
			return annotate.List[annotate.Search]{}, unlessMissing(err)
		}
		list := signedUntil(claimSearches, claim, asOf)
		if list.total = c.Standing.Searches; !asOf.IsZero() {
			list.total = r.length(list)
		}
		return readPage(r.rows, list, p, parseItem[annotate.Search](claimSearches))
	})
}

// signedUntil is the list of what people signed about an owner, newest first, as of a time.
func signedUntil(bucket string, owner uuid.UUID, asOf time.Time) listing {
	list := listing{bucket: bucket, prefix: owner[:], grows: atHead}
	if !asOf.IsZero() {
		list.from = keyOf(owner).momentDown(annotate.Moment(asOf))
	}
	return list
}

// parseItem reads an item of a list whose rows are the items.
func parseItem[T any](bucket string) func(k, v []byte) (T, error) {
	return func(_, v []byte) (T, error) {
		var x T
		err := parseRow(bucket, v, &x)
		return x, err
	}
}

// searchedAsOf is how often evidence about a claim had been looked for at a time, and when last.
func (r rows) searchedAsOf(claim uuid.UUID, asOf time.Time) (n int, last time.Time, err error) {
	list := signedUntil(claimSearches, claim, asOf)
	item := parseItem[annotate.Search](claimSearches)
	err = r.walk(list, func(k, v []byte) error {
		x, err := item(k, v)
		if n++; n == 1 {
			last = x.Created
		}
		return err
	})
	return n, last, err
}
