package training

import (
	"slices"

	"claimlens/annotate/syntax/internal/register"
	"claimlens/annotate/syntax/internal/weights"
)

// registerEpochs is how often the sentences are read to tell their registers.
const registerEpochs = 5

// learnRegisters learns to tell the registers apart. A smaller treebank is read as often as makes it as large as the
// largest one, so that no register is likelier than the other.
func learnRegisters(t *treebank) []weight {
	sizes := make([]int, len(t.registers))
	for _, s := range t.sentences {
		sizes[s.register]++
	}
	var all []*sentence
	for _, s := range t.sentences {
		for range slices.Max(sizes) / sizes[s.register] {
			all = append(all, s)
		}
	}
	l := newLearner()
	order := newOrder(all, 1)
	for range registerEpochs {
		for _, s := range order.shuffled() {
			l.registerOf(s, len(t.registers))
		}
	}
	return l.average()
}

// registerOf learns from one sentence.
func (l *learner) registerOf(s *sentence, kinds int) {
	var sums weights.Scores
	l.step++
	register.EachWord(s.words, func(f *weights.Features) {
		var scores weights.Scores
		l.score(f.Keys(), &scores)
		for k := range kinds {
			sums[k] += scores[k]
		}
	})
	said := weights.Best(sums[:kinds])
	if said == s.register {
		return
	}
	register.EachWord(s.words, func(f *weights.Features) {
		l.change(f.Keys(), int(s.register), 1)
		l.change(f.Keys(), int(said), -1)
	})
}
