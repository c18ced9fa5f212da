package claims

import (
	"strings"
	"testing"

	"claimlens/annotate"
)

func TestDescribe(t *testing.T) {
	s := New(Config{})
	for _, tt := range []struct {
		text     string
		kind     annotate.Kind
		polarity annotate.Polarity
		wording  annotate.Wording
		hedged   bool
	}{
		{"Green tea lowers blood pressure in adults.", annotate.Effect, annotate.Affirmed, annotate.Causal, false},
		{"Vitamin D may  reduce fractures.", annotate.Effect, annotate.Affirmed, annotate.Conditional, true},
		{"Smoking does not reduce stress.", annotate.Effect, annotate.Negated, annotate.Causal, false},
	} {
		d := s.Describe(tt.text)
		if d.Kind != tt.kind || d.Polarity != tt.polarity || d.Wording != tt.wording || d.Hedged != tt.hedged {
			t.Errorf("%q: got %s, %s, %s, hedged %v; want %s, %s, %s, %v", tt.text, d.Kind, d.Polarity, d.Wording, d.Hedged, tt.kind, tt.polarity, tt.wording, tt.hedged)
		}
		if d.Worth < DefaultThreshold || len(d.Reasons) == 0 || strings.Contains(d.Text, "  ") {
			t.Errorf("%q: got %q, worth %v for %q", tt.text, d.Text, d.Worth, d.Reasons)
		}
	}
	for _, text := range []string{"", "\xff\x00", strings.Repeat("word ", 5000)} {
		if d := s.Describe(text); d.Worth >= DefaultThreshold {
			t.Errorf("%.20q: got worth %v", text, d.Worth)
		}
	}
}
