package graph

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

func (s *step) addGrade(g annotate.Grade, at mark) error {
	c, err := s.claim(g.Claim)
	if err != nil {
		return err
	}
	c.Grades++
	c.judge = true
	s.totals.Grades++
	s.about.add(g.Claim)
	return s.sign(claimGrades, signedDownKey(g.Claim, g.Created, at), g.ID, g)
}

// gradesOf is all grades of a claim, newest first.
func (r rows) gradesOf(claim uuid.UUID) ([]annotate.Grade, error) {
	var list []annotate.Grade
	err := r.scan(claimGrades, claim[:], func(_, v []byte) error {
		var g annotate.Grade
		err := parseRow(claimGrades, v, &g)
		list = append(list, g)
		return err
	})
	return list, err
}
