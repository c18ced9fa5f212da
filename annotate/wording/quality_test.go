package wording_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"claimlens/annotate/syntax"
	"claimlens/annotate/wording"
	"claimlens/fixtures"
)

var update = flag.Bool("update", false, "rewrite the figures in fixtures/quality.txt")

const qualityFile = "../../fixtures/quality.txt"

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
	compareQuality(t, figures.String())
}

// compareQuality compares the figures of wording with the golden file, or rewrites them there.
func compareQuality(t *testing.T, got string) {
	t.Helper()
	data, err := os.ReadFile(qualityFile)
	if err != nil {
		t.Fatal(err)
	}
	var want, others strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "wording.") {
			want.WriteString(line)
		} else {
			others.WriteString(line)
		}
	}
	switch {
	case *update:
		if err := os.WriteFile(qualityFile, []byte(others.String()+got), 0o644); err != nil {
			t.Fatal(err)
		}
	case got != want.String():
		t.Errorf("the quality has changed; look at why, then run the test with -update\ngot\n%s\nwant\n%s", got, want.String())
	}
}
