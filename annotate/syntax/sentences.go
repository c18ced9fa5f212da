package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a stretch of a text in bytes: text[Start:End).
type Span struct{ Start, End int }

// Sentences returns the sentences of text in order. They do not overlap, and between them lies nothing but white space;
// a heading, a list item or a line that stands by itself is a sentence of its own. It takes time in proportion to the
// length of the text, and invalid bytes are letters to it.
func Sentences(text string) []Span {
	var out []Span
	for _, line := range passages(text) {
		for _, item := range items(text[line.Start:line.End]) {
			r := reader{text: text[line.Start+item.Start : line.Start+item.End]}
			r.asides = asides(r.text)
			for _, s := range r.read() {
				offset := line.Start + item.Start
				out = append(out, Span{s.Start + offset, s.End + offset})
			}
		}
	}
	return out
}

// reader reads the sentences of one passage: a stretch of text in which nothing but punctuation ends a sentence.
type reader struct {
	text   string
	asides []Span // what stands in brackets, in order
	start  int    // where the sentence that is being read starts
	words  int    // how many white spaces it has had so far
	out    []Span
}

func (r *reader) read() []Span {
	for i := 0; i < len(r.text); {
		c, width := utf8.DecodeRuneInString(r.text[i:])
		switch {
		case isSpace(c):
			r.words++
			i += width
		case !isMark(c):
			i += width
		default:
			s := r.stopAt(i)
			if !r.aside(s) && r.ends(&s) {
				r.cut(s.after)
			}
			i = s.after
		}
	}
	if n := len(r.out); n > 0 && strings.Trim(r.text[r.start:], "0123456789.,|()[]-– \n") == "" {
		r.start = r.out[n-1].Start // a mark that stands by itself, or the number of a citation
		r.out = r.out[:n-1]
	}
	r.cut(len(r.text))
	return r.out
}

// cut ends the sentence at end and starts the next one there.
func (r *reader) cut(end int) {
	if s := trim(r.text, Span{r.start, end}); s.Start < s.End {
		r.out = append(r.out, s)
	}
	r.start, r.words = end, 0
}

// trim is the span without the white space at its ends.
func trim(text string, s Span) Span {
	part := text[s.Start:s.End]
	left := strings.TrimLeftFunc(part, isSpace)
	s.Start += len(part) - len(left)
	s.End -= len(left) - len(strings.TrimRightFunc(left, isSpace))
	return s
}

// isSpace says whether c is white space, the invisible spaces of web pages included.
func isSpace(c rune) bool {
	if c < utf8.RuneSelf {
		return c == ' ' || c >= '\t' && c <= '\r'
	}
	return unicode.IsSpace(c) || c == '\u200b' || c == '\ufeff'
}
