package compare

import (
	"testing"

	"claimlens/annotate/stance/internal/reading"
)

type one struct{}

func (one) Of(string) float32    { return 1 }
func (one) Vector(string) []int8 { return nil }

func BenchmarkLook(b *testing.B) {
	s := "Patients who were given the new drug had a significantly lower rate of myocardial infarction than those in the placebo group (HR 0.71, 95% CI 0.55-0.92; p = 0.01)."
	passages := []string{s, s, s, s, s, s, s, s, s, s}
	const claim = "The drug reduces the risk of heart attack."
	reading.Parse(claim, one{}) // reads the model of the grammar and the lexicon, which is done once
	for b.Loop() {
		c := reading.Parse(claim, one{})
		Look(&c, "A trial of the new drug", passages, one{})
	}
}
