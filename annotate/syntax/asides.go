package syntax

import "strings"

// maxAside is the longest stretch in brackets, in bytes, that is taken for a part of one sentence.
const maxAside = 400

// asides are the stretches of text in round or square brackets, in order; a bracket within one does not begin another.
func asides(text string) []Span {
	var out []Span
	var open []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[':
			open = append(open, i)
		case ')', ']':
			if len(open) == 0 {
				continue
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			if i-start > maxAside {
				continue
			}
			for len(out) > 0 && out[len(out)-1].Start > start {
				out = out[:len(out)-1]
			}
			out = append(out, Span{start, i})
		}
	}
	return out
}

// aside says whether s stands in brackets in the middle of a sentence. Brackets that begin one hold sentences of their own.
func (r *reader) aside(s stop) bool {
	for len(r.asides) > 0 && r.asides[0].End < s.start {
		r.asides = r.asides[1:]
	}
	if len(r.asides) == 0 {
		return false
	}
	a := r.asides[0]
	if a.Start > s.start || a.Start < r.start || a.End < s.after {
		return false
	}
	return strings.TrimLeftFunc(r.text[r.start:a.Start], isSpace) != ""
}
