// Package terms makes of a text the terms by which papers are found: folded, stemmed words, so that “COVID‑19” and
// “covid 19”, “β-carotene” and “beta carotene”, “metastases” and “metastasis” meet. The index of papers and whoever
// asks it read texts with the same eyes, which are these. It is pure, and made for English.
package terms

import "strings"

// Term is one term of a text.
type Term struct {
	Text       string
	Start, End int  // bytes in the text that it was made of
	Whole      bool // it puts the words of a hyphenated one together
	Place      int  // which word of the text, counted from 0, stop words too: neighbours differ by one
}

// Of is the terms of a text in its order. Words that say nothing have none. A word with hyphens is there by its parts
// and, at the place of the first, in one: “TGF-β1” is tgf, beta1 and tgfb1. Any text will do, valid UTF-8 or not; it
// takes time in proportion to the text's length.
func Of(text string) []Term { return new(Reader).Of(text) }

// Reader reads many texts. It remembers the stems of words, up to a bound; it is for one goroutine.
type Reader struct{ stems map[string]string }

// NewReader is a reader.
func NewReader() *Reader { return &Reader{stems: map[string]string{}} }

// mostStems is how many stems a reader remembers before it begins anew.
const mostStems = 50_000

// Of is the terms of a text.
func (r *Reader) Of(text string) []Term {
	s := scanner{text: text, stem: r.stem}
	s.read()
	return s.out
}

// Words is the terms of a text by their text alone.
func (r *Reader) Words(text string) []string {
	found := r.Of(text)
	words := make([]string, len(found))
	for i, t := range found {
		words[i] = t.Text
	}
	return words
}

func (r *Reader) stem(word string) string {
	if r.stems == nil {
		return stem(word)
	}
	s, known := r.stems[word]
	if !known {
		if len(r.stems) >= mostStems {
			clear(r.stems)
		}
		s = strings.Clone(stem(word)) // not a part of some text, which it would keep in memory
		r.stems[strings.Clone(word)] = s
	}
	return s
}
