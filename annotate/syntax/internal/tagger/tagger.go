// Package tagger gives each word of a sentence its part of speech: from left to right, by what can be seen of the word
// and of two on either side, and by the two tags before it (a greedy averaged perceptron: Collins, 2002).
package tagger

import (
	"claimlens/annotate/syntax/internal/traits"
	"claimlens/annotate/syntax/internal/weights"
)

// Tagger tags sentences. It is safe for concurrent use.
type Tagger struct {
	Weights *weights.Weights
	Tags    int // how many tags there are, from 0 on
}

// Tag puts a tag for each word into tags, which is as long as words. The register is that of the sentence.
func (t *Tagger) Tag(words []traits.Traits, register uint8, tags []uint8) {
	var f weights.Features
	var scores weights.Scores
	for i := range words {
		Features(&f, words, register, tags, i)
		t.Weights.Score(f.Keys(), &scores)
		tags[i] = weights.Best(scores[:t.Tags])
	}
}
