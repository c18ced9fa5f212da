package syntax_test

import (
	"fmt"
	"slices"
	"testing"

	"claimlens/annotate/syntax"
	"claimlens/fixtures"
	"claimlens/fixtures/golden"
)

// How many of the fixtures' texts are cut exactly is a golden: a change that moves the figure shows it. -v names those
// that are not.
func TestSentenceQuality(t *testing.T) {
	cases, err := fixtures.Sentences()
	if err != nil || len(cases) < 60 {
		t.Fatalf("got %d cases: %v", len(cases), err)
	}
	right := 0
	for _, c := range cases {
		var got []string
		for _, s := range syntax.Sentences(c.Text) {
			got = append(got, c.Text[s.Start:s.End])
		}
		if slices.Equal(got, c.Sentences) {
			right++
		} else {
			t.Logf("%s:\ngot  %q\nwant %q", c.Name, got, c.Sentences)
		}
	}
	golden.Figures(t, "sentences.", fmt.Sprintf("sentences.exact %.3f (%d of %d texts)\n", float64(right)/float64(len(cases)), right, len(cases)))
}
