package training

import (
	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/model"
)

// loneSets are the sets whose claims people wrote.
var loneSets = []string{"scifact alone", "pubmedqa alone"}

// loneWeights are what the shares of supports and disputes may be multiplied by.
var loneWeights = []float32{0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.25, 2.5}

// lone finds by how much the shares must be multiplied for the best mean of F1, held out, where there are few sentences. The
// stances count as if each were as frequent as the others: a person who hands in a sentence has chosen it, while most of
// those that were cut out of abstracts say nothing of the claim.
func (t *trainer) lone() [model.Classes]float32 {
	best, most := [model.Classes]float32{1, 1, 1}, 0.0
	for _, supports := range loneWeights {
		for _, disputes := range loneWeights {
			by := [model.Classes]float32{supports, disputes, 1}
			sum := 0.0
			for _, set := range loneSets {
				var n tally
				for i, e := range t.examples {
					if e.set == set {
						n.add(class(e.gold), top(model.Weighed(t.held[i], by)))
					}
				}
				sum += n.even().macroF1()
			}
			if sum > most {
				best, most = by, sum
			}
		}
	}
	return best
}

// weigh applies it to the held-out answers.
func (t *trainer) weigh(by [model.Classes]float32) {
	for i, e := range t.examples {
		if len(e.passages) <= compare.Few {
			t.held[i] = model.Weighed(t.held[i], by)
		}
	}
}
