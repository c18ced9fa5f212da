// Package terms makes of a text the terms by which papers are found: folded, stemmed words, so that “COVID‑19” and
// “covid 19”, “β-carotene” and “beta carotene”, “metastases” and “metastasis” meet. The index of papers and whoever
// asks it read texts with the same eyes, which are these. It is pure, and made for English.
package terms

// Term is one term of a text.
type Term struct {
	Text       string
	Start, End int // bytes in the text that it was made of
	Place      int // which word of the text, counted from 0, stop words too: neighbours differ by one
}

// Of is the terms of a text in its order. Words that say nothing have none. A word with hyphens is there by its parts
// and, at the place of the first, in one: “TGF-β1” is tgf, beta1 and tgfb1. Any text will do, valid UTF-8 or not; it
// takes time in proportion to the text's length.
func Of(text string) []Term {
	r := reader{text: text}
	r.read()
	return r.out
}
