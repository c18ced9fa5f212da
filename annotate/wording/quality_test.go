package wording_test

import (
	"fmt"
	"strings"
	"testing"

	"claimlens/annotate/syntax"
	"claimlens/annotate/wording"
	"claimlens/fixtures"
	"claimlens/fixtures/golden"
)

// How often the rules say what a careful reader says is a golden: a change that moves a figure shows it. -v names what they get
// wrong.
func TestQuality(t *testing.T) {
	cases, err := fixtures.Wordings()
	if err != nil || len(cases) < 100 {
		t.Fatalf("got %d cases: %v", len(cases), err)
	}
	names := []string{"strength", "advice", "polarity", "hedged", "kind", "population", "species"}
	right := map[string]int{}
	for _, c := range cases {
		d := wording.Describe(c.Text, syntax.Parse(c.Text), false)
		got := []string{string(d.Wording), string(d.Advice), string(d.Polarity), fmt.Sprint(d.Hedged), string(d.Kind), d.Population, d.Species}
		want := []string{c.Wording, c.Advice, c.Polarity, fmt.Sprint(c.Hedged), c.Kind, c.Population, c.Species}
		for i, name := range names {
			if got[i] == want[i] {
				right[name]++
			} else {
				t.Logf("%s of %q: got %q, want %q", name, c.Text, got[i], want[i])
			}
		}
	}
	var figures strings.Builder
	for _, name := range names {
		fmt.Fprintf(&figures, "wording.%s.accuracy %.3f (of %d)\n", name, float64(right[name])/float64(len(cases)), len(cases))
	}
	golden.Figures(t, "wording.", figures.String())
}
