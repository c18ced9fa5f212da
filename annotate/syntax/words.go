package syntax

import (
	"strings"
	"unicode/utf8"
)

// Words cuts a sentence into its words, in order; nothing but white space lies between them. It follows the Penn
// Treebank (do|n't, patient|'s, 5|%), and biomedical treebanks where those differ: a word with hyphens, slashes or
// brackets within is one (tissue-specific, and/or, mg/kg, Ca(2+)-dependent), and so is a range of numbers (10-20). Head
// is -1, and what Annotate fills in is empty. It takes time in proportion to the sentence's length.
func Words(sentence string) []Word {
	out := make([]Word, 0, len(sentence)/5+1)
	yield := func(from, to int) {
		out = append(out, Word{Start: from, End: to, Form: sentence[from:to], Head: -1})
	}
	for i := 0; i < len(sentence); {
		c, width := utf8.DecodeRuneInString(sentence[i:])
		if isSpace(c) {
			i += width
			continue
		}
		end := i + untilSpace(sentence[i:])
		chunk{text: sentence, end: end, yield: yield}.cut(i)
		i = end
	}
	return out
}

func untilSpace(s string) int {
	if i := strings.IndexFunc(s, isSpace); i >= 0 {
		return i
	}
	return len(s)
}

// chunk is a stretch of a sentence without white space, up to end.
type chunk struct {
	text  string
	end   int
	yield func(from, to int)
}

// cut yields the words of the chunk, which starts at start: the separators, and what lies between them.
func (c chunk) cut(start int) {
	if n := address(c.text[start:c.end]); n > 0 {
		c.yield(start, start+n)
		start += n
	}
	from := start
	for i := start; i < c.end; {
		if n := c.separator(from, i); n > 0 {
			c.cutPiece(from, i)
			c.yield(i, i+n)
			i += n
			from = i
			continue
		}
		i += c.step(from, i)
	}
	c.cutPiece(from, c.end)
}

// cutPiece yields the words of a piece without separators: quotation marks and the full stop at its ends, and within
// it the number and its unit, the verb and what is clipped to it.
func (c chunk) cutPiece(from, to int) {
	for from < to {
		n := quoteBefore(c.text[from:to])
		if n == 0 {
			break
		}
		c.yield(from, from+n)
		from += n
	}
	end := to
	for n := c.markAfter(from, end); n > 0; n = c.markAfter(from, end) {
		end -= n
	}
	if from < end {
		cut := inner(c.text[from:end])
		if cut > 0 {
			c.yield(from, from+cut)
		}
		c.yield(from+cut, end)
	}
	for end < to {
		_, width := utf8.DecodeRuneInString(c.text[end:])
		c.yield(end, end+width)
		end += width
	}
}

// inner is where a word falls in two, or 0.
func inner(word string) int {
	if i := unitAfter(word); i > 0 {
		return i
	}
	return clitic(word)
}
