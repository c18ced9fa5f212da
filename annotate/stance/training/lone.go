package training

import (
	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/model"
)

// loneSets are the sets whose claims people wrote.
var loneSets = []string{"scifact alone", "pubmedqa alone"}

// loneWeights are what the shares of supports and disputes may be multiplied by.
var loneWeights = []float32{0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2}

// lone finds by how much the shares must be multiplied for the best mean of F1, held out, where there are few sentences: an
// abstract speaks of much, and what is cut out of one is about the claim more often.
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
				sum += n.macroF1()
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
