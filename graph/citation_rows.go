package graph

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// citationRow is what is kept of a citation beside its versions: what a standing depends on, and where the citation
// stands in the list.
type citationRow struct {
	Version  int               `json:"version"` // the latest
	Types    []annotate.Term   `json:"types,omitempty"`
	Notices  []annotate.Notice `json:"notices,omitempty"`
	Evidence int               `json:"evidence"` // pieces that rest on it
	Mark     mark              `json:"mark"`     // what made the latest version
}

// brief is the citation as far as a standing depends on it.
func (c citationRow) brief() annotate.Citation {
	return annotate.Citation{Version: c.Version, Types: c.Types, Notices: c.Notices}
}

// versionRow is one version of a citation, with the time since when it has been the latest.
type versionRow struct {
	Since    time.Time         `json:"since"`
	Citation annotate.Citation `json:"citation"`
}

// addVersion makes a version the citation's latest. When that changes whether the paper counts as retracted, the claims
// that rest on it are judged again.
func (s *step) addVersion(c annotate.Citation, at mark) error {
	var row citationRow
	met, err := s.load(citationRows, c.ID[:], &row)
	if err != nil {
		return err
	}
	_, before := row.brief().Retracted()
	if !met {
		s.totals.Citations++
	} else if err := s.delete(citationOrder, key{}.latest(row.Mark)); err != nil {
		return err
	}
	row = citationRow{Version: c.Version, Types: c.Types, Notices: c.Notices, Evidence: row.Evidence, Mark: at}
	if err := s.save(citationRows, c.ID[:], row); err != nil {
		return err
	}
	if err := s.put(citationOrder, key{}.latest(at), c.ID[:]); err != nil {
		return err
	}
	version := versionRow{Since: s.event.Time, Citation: c}
	if err := s.save(citationVersions, keyOf(c.ID).number(c.Version), version); err != nil {
		return err
	}
	s.about.add(c.ID)
	if _, after := c.Retracted(); after != before {
		return s.judgeAll(c.ID)
	}
	return nil
}

// judgeAll marks the claims that rest on a citation as to be judged.
func (s *step) judgeAll(citation uuid.UUID) error {
	return s.scan(citationEvidence, citation[:], func(_, v []byte) error {
		var e evidenceRow
		if err := s.mustLoad(evidenceRows, v, &e); err != nil {
			return err
		}
		c, err := s.claim(e.Evidence.Claim)
		if err == nil {
			c.judge = true
		}
		return err
	})
}
