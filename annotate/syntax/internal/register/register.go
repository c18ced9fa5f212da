// Package register tells the registers of English apart that the treebanks are of, the web's and that of abstracts.
// Their annotators went by different rules, so a tagger does better when it knows whose rules are asked for.
package register

import (
	"claimlens/annotate/syntax/internal/traits"
	"claimlens/annotate/syntax/internal/weights"
)

// Register tells registers apart by the words of a sentence, with an averaged perceptron. It is safe for concurrent
// use.
type Register struct {
	Weights *weights.Weights
	Kinds   int // how many registers there are, from 0 on
}

// Of is the register of a sentence.
func (r *Register) Of(words []traits.Traits) uint8 {
	var sums weights.Scores
	EachWord(words, func(f *weights.Features) {
		var scores weights.Scores
		r.Weights.Score(f.Keys(), &scores)
		for k := range r.Kinds {
			sums[k] += scores[k]
		}
	})
	return weights.Best(sums[:r.Kinds])
}

// EachWord yields the features of each word in turn.
func EachWord(words []traits.Traits, yield func(f *weights.Features)) {
	var f weights.Features
	before := traits.Before.Lower
	for i := range words {
		w := &words[i]
		f.Reset()
		f.Add(w.Form)
		f.Add(w.Lower)
		f.Add(w.Suffix[2])
		f.Add(w.Shape)
		f.Add(w.Cluster)
		f.Add(w.Coarse)
		f.Add2(before, w.Lower)
		before = w.Lower
		yield(&f)
	}
}
