package parser

import "claimlens/annotate/syntax/internal/weights"

// neighbours looks at the words that stand beside those in view, wherever those are attached by now: worth a quarter of
// a point of UAS.
func (v *view) neighbours(f *weights.Features) {
	s0, s1, b0, b1 := v.s0, v.s1, v.b0, v.b1
	left, right, last := v.s.beside(v.top, -1), v.s.beside(v.top, 1), v.s.beside(v.next, -1)
	f.Add4(s0.Tag, right.Tag, last.Tag, b0.Tag)
	f.Add4(left.Tag, s0.Tag, last.Tag, b0.Tag)
	f.Add4(left.Tag, s0.Tag, b0.Tag, b1.Tag)
	f.Add4(s0.Tag, right.Tag, b0.Tag, b1.Tag)
	f.Add3(left.Tag, s0.Tag, right.Tag)
	f.Add3(left.Form, s0.Tag, b0.Tag)
	left1, right1 := v.s.beside(v.under, -1), v.s.beside(v.under, 1)
	f.Add4(s1.Tag, right1.Tag, left.Tag, s0.Tag)
	f.Add4(left1.Tag, s1.Tag, left.Tag, s0.Tag)
	f.Add4(left1.Tag, s1.Tag, s0.Tag, right.Tag)
	f.Add4(s1.Tag, right1.Tag, s0.Tag, right.Tag)
}

// beside is the word that stands so far from another; beside no word, and beyond the first and the last, is nowhere.
func (s *State) beside(word, by int) *Word {
	if i := word + by; word > 0 && i > 0 && i <= s.Last() {
		return &s.words[i]
	}
	return &s.words[0]
}
