package stance_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/stance"
	"claimlens/fixtures"
	"claimlens/fixtures/golden"
)

// How often the model says what a careful reader says is a golden: a change that moves a figure shows it. -v names what it gets
// wrong.
func TestQuality(t *testing.T) {
	cases, err := fixtures.Stances()
	if err != nil || len(cases) < 100 {
		t.Fatalf("got %d cases: %v", len(cases), err)
	}
	judge := stance.New()
	right, sum := 0, 0.0
	hit, said, gold := map[string]int{}, map[string]int{}, map[string]int{}
	for _, c := range cases {
		a, err := judge.Judge(context.Background(), stance.Question{Claim: c.Claim, Passages: []string{c.Passage}})
		if err != nil {
			t.Fatal(err)
		}
		said[string(a.Stance)]++
		gold[c.Stance]++
		if string(a.Stance) == c.Stance {
			right++
			hit[c.Stance]++
		} else {
			t.Logf("%q beside %q: got %s (%.2f), want %s: %s", c.Claim, c.Passage, a.Stance, a.Confidence, c.Stance, strings.Join(a.Reasons, "; "))
		}
	}
	for _, s := range annotate.Stances {
		sum += 2 * float64(hit[string(s)]) / float64(max(1, said[string(s)]+gold[string(s)]))
	}
	golden.Figures(t, "stance.", fmt.Sprintf("stance.accuracy %.3f (%d of %d)\nstance.macro-F1 %.3f\n",
		float64(right)/float64(len(cases)), right, len(cases), sum/float64(len(annotate.Stances))))
}
