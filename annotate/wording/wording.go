package wording

import (
	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

// Of says how strongly a statement claims, and whether it gives advice.
func Of(words []syntax.Word) (annotate.Wording, Advice) {
	s := read(words)
	return strength(s), advice(s)
}

// Description is all that is said of a statement.
type Description struct {
	Kind       annotate.Kind
	Polarity   annotate.Polarity
	Wording    annotate.Wording
	Advice     Advice
	Hedged     bool
	Population string // of whom it is said, in its own words; "" where it does not say
	Species    string // in what creature it holds, a name of our own: "human", "mouse", "cells"; "" where it does not say
}

// Describe says of a statement what its words tell. The words are those of text; studied says that a study is said to have found it.
func Describe(text string, words []syntax.Word, studied bool) Description {
	s := read(words)
	d := Description{Kind: kind(s, studied), Polarity: polarity(s), Wording: strength(s), Advice: advice(s), Hedged: hedged(s), Species: species(s)}
	if from, to := population(words); to > from && to <= len(text) {
		d.Population = text[from:to]
	}
	return d
}
