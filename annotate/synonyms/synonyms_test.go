package synonyms_test

import (
	"strings"
	"testing"

	"claimlens/annotate/synonyms"
)

// A name stands once in its group, and no group is of one name that is no heading: it would say nothing.
func TestGroups(t *testing.T) {
	if len(synonyms.Groups()) < 100 {
		t.Fatalf("got %d groups", len(synonyms.Groups()))
	}
	for _, g := range synonyms.Groups() {
		seen := map[string]bool{}
		for _, n := range g {
			if n == "" || seen[n] || strings.TrimSpace(n) != n {
				t.Errorf("%q: %q is empty, or there twice", g, n)
			}
			seen[n] = true
		}
		if len(g) < 2 {
			t.Errorf("%q stands alone", g)
		}
	}
}

func TestAbbreviated(t *testing.T) {
	for name, want := range map[string]bool{"MI": true, "GLP-1": true, "heart attack": false, "Stroke": false, "E. coli": false, "": false, "2019": false} {
		if got := synonyms.Abbreviated(name); got != want {
			t.Errorf("%q: got %v", name, got)
		}
	}
}
