package claims

import (
	"strings"
	"testing"
)

func TestVerbForms(t *testing.T) {
	for _, want := range []forms{
		{"reduce", "reduces", "reduced", "reduced", "reducing"},
		{"carry", "carries", "carried", "carried", "carrying"},
		{"pass", "passes", "passed", "passed", "passing"},
		{"delay", "delays", "delayed", "delayed", "delaying"},
		{"stop", "stops", "stopped", "stopped", "stopping"},
		{"shrink", "shrinks", "shrank", "shrunk", "shrinking"},
		{"be", "is", "was", "been", "being"},
		{"die", "dies", "died", "died", "dying"},
		{"undergo", "undergoes", "underwent", "undergone", "undergoing"},
	} {
		for _, f := range []string{want.base, want.third, want.past, want.participle, want.gerund} {
			if got := byForm[f]; got == nil || *got != want {
				t.Errorf("%s: got %v, want %v", f, got, want)
			}
		}
	}
	if got := baseOf("kidney"); got != "kidney" {
		t.Errorf("got %q, want the word itself", got)
	}
}

// The lists are written by hand; what they hold must be what the patterns look up.
func TestLists(t *testing.T) {
	for _, v := range verbs {
		if v.base == "" || v.third == "" || v.past == "" || v.participle == "" || v.gerund == "" {
			t.Errorf("%+v lacks a form", v)
		}
	}
	for name, bases := range map[string]map[string]bool{"effects": effects, "detections": detections, "reporting": reporting} {
		for b := range bases {
			if v := byForm[b]; v == nil || v.base != b {
				t.Errorf("%s: %q is not the base of a verb of the table", name, b)
			}
		}
	}
	for b := range plainReporting {
		if !reporting[b] {
			t.Errorf("%q needs no “that”, but reports nothing", b)
		}
	}
	for g := range results {
		if v := byForm[g]; v == nil || v.gerund != g {
			t.Errorf("%q is not the gerund of a verb of the table", g)
		}
	}
	for first, phrases := range outPhrases {
		for _, p := range phrases {
			if p.words[0] != first || strings.ToLower(first) != first {
				t.Errorf("%q is found under %q", p.words, first)
			}
		}
	}
}
