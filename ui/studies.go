package ui

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
	"claimlens/annotate/study"
)

// sameStudy is papers that report one study, and why they are taken for that, in words.
type sameStudy struct {
	PMIDs []string
	Why   []string
}

// studiesIn counts the papers of evidence that is not rejected, each once, and the studies behind them, and lists the
// studies that several of them report.
func (s *Server) studiesIn(rows []annotate.EvidenceRow) (papers, studies int, same []sameStudy) {
	met := map[uuid.UUID]bool{}
	var cited []annotate.Citation
	for _, row := range rows {
		if row.Evidence.State != annotate.Rejected && !met[row.Citation.ID] {
			met[row.Citation.ID] = true
			cited = append(cited, row.Citation)
		}
	}
	var key strings.Builder
	for _, c := range cited {
		fmt.Fprint(&key, c.PMID, "/", c.Version, " ")
	}
	groups := s.groups.get(key.String(), func() []study.Group { return study.Reports(cited) })
	for _, g := range groups {
		if len(g.Papers) < 2 {
			continue
		}
		one := sameStudy{Why: g.Why}
		for _, i := range g.Papers {
			one.PMIDs = append(one.PMIDs, cited[i].PMID)
		}
		same = append(same, one)
	}
	return len(cited), len(groups), same
}
