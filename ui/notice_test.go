package ui

import (
	"strings"
	"testing"

	"claimlens/annotate"
)

// What happened to a paper is told apart from what it says of another, whoever says so, and only what stands is an alarm.
func TestNotices(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   annotate.Citation
		want []string
	}{
		{"nothing", annotate.Citation{}, nil},
		{"retracted", annotate.Citation{Notices: []annotate.Notice{{Kind: "RetractionIn", Date: "2021-07"}}}, []string{"! Retracted, July 2021, PubMed"}},
		{"a notice of retraction", annotate.Citation{Notices: []annotate.Notice{{Kind: "RetractionOf", PMID: "1"}}}, []string{"This is the retraction of, , PubMed"}},
		{"an erratum", annotate.Citation{Notices: []annotate.Notice{{Kind: "ErratumIn"}}}, []string{"Corrected by an erratum, , PubMed"}},
		{"concern by others", annotate.Citation{Heard: []annotate.Notice{{Kind: "ExpressionOfConcernIn", Date: "2024-06-27", From: annotate.RetractionWatch}}},
			[]string{"! Under an expression of concern, 27 June 2024, Retraction Watch"}},
		{"reinstated", annotate.Citation{Notices: []annotate.Notice{{Kind: "RetractionIn", Date: "2020"}}, Heard: []annotate.Notice{{Kind: annotate.ReinstatedIn, Date: "2021", From: annotate.RetractionWatch}}},
			[]string{"Reinstated: the retraction was taken back, 2021, Retraction Watch", "Retracted, 2020, PubMed"}},
		{"a kind without words", annotate.Citation{Notices: []annotate.Notice{{Kind: "DatasetDescribedIn"}}}, []string{"Dataset described in, , PubMed"}},
	} {
		var got []string
		for _, n := range noticesOf(tt.in) {
			alarm := ""
			if n.Alarm {
				alarm = "! "
			}
			got = append(got, alarm+strings.Join([]string{n.Words, n.When, n.Says}, ", "))
		}
		if strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
