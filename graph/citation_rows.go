package graph

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// citationRow is what is kept of a citation beside its versions: what a standing depends on, and where the citation
// stands in the list.
type citationRow struct {
	PMID     string            `json:"pmid"`
	Version  int               `json:"version"` // the latest
	Heard    []annotate.Notice `json:"heard,omitempty"`
	Weight   annotate.Weight   `json:"weight,omitzero"`
	Checks   int               `json:"checks"`   // of its notices
	Evidence int               `json:"evidence"` // pieces that rest on it
	Mark     mark              `json:"mark"`     // what made the latest version
}

// versionRow is one version of a citation, with the time since when it has been the latest.
type versionRow struct {
	Since    time.Time         `json:"since"`
	Citation annotate.Citation `json:"citation"`
}

// addVersion makes a version the citation's latest. When that changes the paper's weight, or corrects it, the claims that
// rest on it are judged again.
func (s *step) addVersion(c annotate.Citation, at mark) error {
	row := citationRow{PMID: c.PMID}
	met, err := s.load(citationRows, c.ID[:], &row)
	if err != nil {
		return err
	}
	var before annotate.Citation
	if !met {
		s.totals.Citations++
	} else if before, err = s.latestVersion(c.ID, row); err != nil {
		return err
	} else if err := s.delete(citationOrder, key{}.latest(row.Mark)); err != nil {
		return err
	}
	if err := s.identify(before, row.Mark, c, at); err != nil {
		return err
	}
	now := c
	now.Heard = row.Heard
	turned, err := s.weigh(&row, before, now, s.event.Time)
	if err != nil {
		return err
	}
	row.Version, row.Mark = c.Version, at
	if err := s.saveVersion(c, row); err != nil || !turned {
		return err
	}
	return s.judgeAll(c.ID)
}

// saveVersion saves a new version beside the citation's row.
func (s *step) saveVersion(c annotate.Citation, row citationRow) error {
	if err := s.save(citationRows, c.ID[:], row); err != nil {
		return err
	}
	if err := s.put(citationOrder, key{}.latest(row.Mark), c.ID[:]); err != nil {
		return err
	}
	s.about.add(c.ID)
	return s.save(citationVersions, keyOf(c.ID).number(c.Version), versionRow{Since: s.event.Time, Citation: c})
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
