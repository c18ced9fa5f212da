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
		list := gradeList(claim, asOf)
		if list.total = c.Grades; !asOf.IsZero() {
			list.total = r.length(list)
		}
		return readPage(r.rows, list, p, gradeItem)
	})
}

// gradeList is the list of a claim's grades as of a time.
func gradeList(claim uuid.UUID, asOf time.Time) listing {
	list := listing{bucket: claimGrades, prefix: claim[:], grows: atHead}
	if !asOf.IsZero() {
		list.from = keyOf(claim).momentDown(annotate.Moment(asOf))
	}
	return list
}

func gradeItem(_, v []byte) (annotate.Grade, error) {
	var g annotate.Grade
	err := parseRow(claimGrades, v, &g)
	return g, err
}

// gradesAsOf is all grades of a claim as of a time, newest first.
func (r rows) gradesAsOf(claim uuid.UUID, asOf time.Time) ([]annotate.Grade, error) {
	var all []annotate.Grade
	err := r.walk(gradeList(claim, asOf), func(k, v []byte) error {
		g, err := gradeItem(k, v)
		all = append(all, g)
		return err
	})
	return all, err
}
