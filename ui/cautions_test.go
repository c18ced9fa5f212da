package ui

import (
	"strings"
	"testing"

	"claimlens/annotate"
)

// What is seen in mice alone is said out loud beside a claim about people that is worded as a cause.
func TestCautions(t *testing.T) {
	s := newSite(t).server
	mice := examplePaper("99000971")
	mice.Types, mice.Mesh = []annotate.Term{{UI: "D016428", Name: "Journal Article"}}, []annotate.Term{{UI: "D000818", Name: "Animals"}, {UI: "D051379", Name: "Mice"}}
	made := []annotate.MadeIn{{Current: true, Mention: annotate.Mention{Wording: annotate.Causal}}}
	row := func(c annotate.Citation) evidenceView {
		return evidenceView{EvidenceRow: annotate.EvidenceRow{Citation: c}}
	}
	claim := annotate.Claim{Text: "Nettle tea cures migraine.", Polarity: annotate.Affirmed}
	got := s.cautions(claim, made, []evidenceView{row(mice), row(mice)})
	if len(got) == 0 || !strings.Contains(got[0].Text, "mice") {
		t.Errorf("got %+v, want a caution about mice", got)
	}
	if got := s.cautions(claim, made, nil); len(got) != 0 {
		t.Errorf("got %+v about no paper at all", got)
	}
}
