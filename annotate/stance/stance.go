// Package stance suggests whether the sentences of a paper support a claim, dispute it or do neither. It only ever
// suggests: what it says is no evidence before a person has accepted it.
package stance

import "claimlens/annotate"

// Question is a claim beside the sentences of one paper.
type Question struct {
	Claim    string
	Title    string   // of the paper; may be empty
	Passages []string // its sentences in their order
}

// Answer is the stance that the passages seem to take.
type Answer struct {
	Stance     annotate.Stance
	Confidence float64  // 0..1: how often such an answer is right; 0: nobody has measured it
	Passages   []int    // those that carry the stance, as indexes into Question.Passages, the strongest first
	Best       int      // the passage that speaks to the claim most, whatever the stance; -1 where there is none
	Reasons    []string // in words: what in claim and passage led to it
}
