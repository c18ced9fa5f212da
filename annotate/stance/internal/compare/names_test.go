package compare

import (
	"testing"

	"claimlens/annotate/stance/internal/reading"
)

// What is called differently is met all the same, in one word or in several.
func TestNames(t *testing.T) {
	for _, c := range []struct{ claim, word, sentence, meets string }{
		{"Aspirin prevents heart attacks.", "attacks", "Myocardial infarction was rarer with aspirin.", "Myocardial"},
		{"Salt causes high blood pressure.", "blood", "Sodium was a cause of hypertension.", "hypertension"},
		{"Salt causes high blood pressure.", "Salt", "Sodium was a cause of hypertension.", "Sodium"},
		{"BMI is linked to asthma.", "BMI", "Body mass index went with asthma.", "Body"},
		{"Owls hunt at night.", "Owls", "Sodium was a cause of hypertension.", ""},
	} {
		claim, sentence := reading.Read(c.claim, one{}), reading.Read(c.sentence, one{})
		a := Align(&claim, &sentence)
		for i, w := range claim.Words {
			got := ""
			if a.To[i] >= 0 {
				got = sentence.Words[a.To[i]].Form
			}
			if w.Form == c.word && got != c.meets {
				t.Errorf("%q beside %q: %q meets %q, want %q", c.claim, c.sentence, c.word, got, c.meets)
			}
		}
	}
}
