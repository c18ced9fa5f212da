package ui

import (
	"testing"

	"claimlens/annotate"
)

// Two reports of one registered trial are one study; a paper that is linked twice is one paper; what was rejected is none.
func TestStudiesIn(t *testing.T) {
	row := func(pmid, trial string, state annotate.EvidenceState) annotate.EvidenceRow {
		c := annotate.Citation{ID: annotate.CitationID(pmid), PMID: pmid, Title: "A randomised trial of " + pmid, Types: []annotate.Term{{UI: "D016449", Name: "Randomized Controlled Trial"}}}
		if trial != "" {
			c.Trials = []string{trial}
		}
		return annotate.EvidenceRow{Citation: c, Evidence: annotate.Evidence{State: state}}
	}
	papers, studies, same := newSite(t).server.studiesIn([]annotate.EvidenceRow{
		row("99000961", "NCT99999961", annotate.Accepted), row("99000962", "NCT99999961", annotate.Suggested), row("99000962", "NCT99999961", annotate.Accepted),
		row("99000963", "", annotate.Accepted), row("99000964", "", annotate.Rejected),
	})
	if papers != 3 || studies != 2 || len(same) != 1 || len(same[0].PMIDs) != 2 || len(same[0].Why) == 0 {
		t.Errorf("got %d papers, %d studies, %+v; want 3, 2 and the two of one trial with the reason", papers, studies, same)
	}
}
