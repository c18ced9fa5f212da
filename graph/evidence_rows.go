package graph

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// evidenceRow is evidence with the last decision about it.
type evidenceRow struct {
	Evidence annotate.Evidence  `json:"evidence"`
	Decision *annotate.Decision `json:"decision,omitempty"`
}

// decide makes a decision the one that counts.
func (e *evidenceRow) decide(d *annotate.Decision) {
	e.Decision, e.Evidence.State = d, annotate.Suggested
	if d != nil {
		e.Evidence.State = d.State
	}
}

// agedKey orders what belongs to an owner by the time at which it was made, oldest first.
func agedKey(owner uuid.UUID, created time.Time, at mark) key {
	return keyOf(owner).moment(created).mark(at)
}

func (s *step) addEvidence(e annotate.Evidence, at mark) error {
	c, err := s.claim(e.Claim)
	if err != nil {
		return err
	}
	c.Evidence++
	c.judge = true
	s.totals.Evidence++
	s.about.add(e.Claim)
	var paper citationRow
	if err := s.mustLoad(citationRows, e.Citation[:], &paper); err != nil {
		return err
	}
	if paper.Evidence++; paper.Evidence == 1 {
		s.totals.Cited++
		if err := s.put(citedOrder, key{}.mark(at), e.Citation[:]); err != nil {
			return err
		}
	}
	if err := s.save(citationRows, e.Citation[:], paper); err != nil {
		return err
	}
	if err := s.save(evidenceRows, e.ID[:], evidenceRow{Evidence: e}); err != nil {
		return err
	}
	if err := s.put(claimEvidence, agedKey(e.Claim, e.Created, at), e.ID[:]); err != nil {
		return err
	}
	return s.put(citationEvidence, agedKey(e.Citation, e.Created, at), e.ID[:])
}

func (s *step) addDecision(d annotate.Decision, at mark) error {
	var row evidenceRow
	if err := s.mustLoad(evidenceRows, d.Evidence[:], &row); err != nil {
		return err
	}
	c, err := s.claim(row.Evidence.Claim)
	if err != nil {
		return err
	}
	c.judge = true
	s.about.add(row.Evidence.Claim)
	k := agedKey(d.Evidence, d.Created, at)
	if err := s.sign(decisionRows, k, d.ID, d); err != nil {
		return err
	}
	last, err := s.decisionOf(d.Evidence, time.Time{})
	if err != nil {
		return err
	}
	row.decide(last)
	return s.save(evidenceRows, d.Evidence[:], row)
}

// decisionOf is the last decision about evidence as of a time (now for the zero time), nil when there is none.
func (r rows) decisionOf(evidence uuid.UUID, asOf time.Time) (*annotate.Decision, error) {
	var last *annotate.Decision
	err := r.scan(decisionRows, evidence[:], func(_, v []byte) error {
		var d annotate.Decision
		if err := parseRow(decisionRows, v, &d); err != nil {
			return err
		}
		if asOf.IsZero() || !d.Created.After(asOf) {
			last = &d
		}
		return nil
	})
	return last, err
}

// evidenceOf is a claim's evidence with as much of its papers as a standing depends on.
func (r rows) evidenceOf(claim uuid.UUID) ([]annotate.EvidenceRow, error) {
	var list []annotate.EvidenceRow
	err := r.scan(claimEvidence, claim[:], func(_, v []byte) error {
		var e evidenceRow
		if err := r.mustLoad(evidenceRows, v, &e); err != nil {
			return err
		}
		var paper citationRow
		if err := r.mustLoad(citationRows, e.Evidence.Citation[:], &paper); err != nil {
			return err
		}
		list = append(list, annotate.EvidenceRow{Evidence: e.Evidence, Citation: annotate.Citation{PMID: paper.PMID}, Weight: paper.Weight})
		return nil
	})
	return list, err
}
