package syntax_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"testing"

	"claimlens/annotate/syntax"
	"claimlens/fixtures"
)

var update = flag.Bool("update", false, "rewrite the figure in fixtures/quality.txt")

const qualityFile = "../../fixtures/quality.txt"

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
	figure := fmt.Sprintf("sentences.exact %.3f (%d of %d texts)\n", float64(right)/float64(len(cases)), right, len(cases))
	data, err := os.ReadFile(qualityFile)
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^sentences\.exact .*\n|\z`).FindIndex(data)
	switch want := string(data[:line[0]]) + figure + string(data[line[1]:]); {
	case *update:
		if err := os.WriteFile(qualityFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	case want != string(data):
		t.Errorf("the figure has changed; look at why, then run the test with -update: got %s", figure)
	}
}
