package graph

import (
	"context"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// ClaimGrades lists the grades of a claim as of a time (now for the zero time), newest first, replaced ones too. As of a
// time it costs as much as the claim has grades.
func (s *Store) ClaimGrades(ctx context.Context, claim uuid.UUID, asOf time.Time, p annotate.Page) (annotate.List[annotate.Grade], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.Grade], error) {
		c, err := r.claimAsOf(claim, asOf)
		if err != nil {
			return annotate.List[annotate.Grade]{}, unlessMissing(err)
		}
		list := signedUntil(claimGrades, claim, asOf)
		if list.total = c.Grades; !asOf.IsZero() {
			list.total = r.length(list)
		}
		return readPage(r.rows, list, p, parseItem[annotate.Grade](claimGrades))
	})
}

// gradesAsOf is all grades of a claim as of a time, newest first.
func (r rows) gradesAsOf(claim uuid.UUID, asOf time.Time) ([]annotate.Grade, error) {
	var all []annotate.Grade
	item := parseItem[annotate.Grade](claimGrades)
	err := r.walk(signedUntil(claimGrades, claim, asOf), func(k, v []byte) error {
		g, err := item(k, v)
		all = append(all, g)
		return err
	})
	return all, err
}
