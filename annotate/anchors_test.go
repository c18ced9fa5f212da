package annotate_test

import (
	"testing"

	"claimlens/annotate"
	"claimlens/fixtures"
)

// The cases are shared with the browser's anchoring.
func TestFindFixtures(t *testing.T) {
	cases, err := fixtures.Anchors()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			p, err := annotate.NewText(c.Text).Find(annotate.Anchor{Exact: c.Quote, Prefix: c.Prefix, Suffix: c.Suffix})
			if c.Error {
				if err == nil {
					t.Fatalf("got %+v, want an orphan", p)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if want := (annotate.Place{Start: c.Start, End: c.End, Exact: c.Exact}); p != want {
				t.Errorf("got %+v, want %+v", p, want)
			}
		})
	}
}
