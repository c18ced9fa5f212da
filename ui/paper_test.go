package ui

import (
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/study"
)

func TestSourceDate(t *testing.T) {
	for in, want := range map[string]string{
		"Examples. 2021 Jul;5(3):175. doi: 10.99999/examples.2021.0012": "July 2021",
		"Examples. 2010 Feb 6;375(9713):445":                            "6 February 2010",
		"Examples 2022":                                                 "Examples 2022",
		"Examples. 2022;1(1):3":                                         "2022",
		"Am J Examples. 2019 Sep-Oct;3:1":                               "September 2019",
		"Ex Lett (Lond). 1998 Xyz 2;3:2003":                             "1998",
		"Examples. In 12345 words":                                      "Examples. In 12345 words",
		"":                                                              "",
	} {
		if got := sourceDate(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// A band says what happened and when, and keeps the notice's reference at hand.
func TestBand(t *testing.T) {
	p := paperOf(annotate.Citation{Notices: []annotate.Notice{{Kind: "RetractionIn", Source: "Examples. 2021 Jul;5(3):175"}}}, study.Study{})
	if p.Band != "RETRACTED" || p.BandDate != "July 2021" || p.BandWords != "Examples. 2021 Jul;5(3):175" {
		t.Errorf("got %q, %q, %q", p.Band, p.BandDate, p.BandWords)
	}
}
