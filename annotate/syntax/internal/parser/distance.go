package parser

import "claimlens/annotate/syntax/internal/weights"

// distances looks at how far the words in view are apart.
func (v *view) distances(f *weights.Features) {
	near, far := apart(v.top, v.next), apart(v.under, v.top)
	f.Add2(v.s0.Form, near)
	f.Add2(v.s0.Tag, near)
	f.Add2(v.b0.Form, near)
	f.Add2(v.b0.Tag, near)
	f.Add3(v.s0.Tag, v.b0.Tag, near)
	f.Add3(v.s1.Tag, v.s0.Tag, far)
	f.Add2(v.s1.Form, far)
	f.Add2(v.s0.Form, far)
	f.Add2(v.s0.Tag, far)
}

// apart is the distance of two words in nine steps, and another value when there is no first word.
func apart(a, b int) uint64 {
	d := b - a
	switch {
	case a == 0:
		return 9
	case d <= 4:
		return uint64(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}

// between looks at which kinds of words lie between those in view.
func (v *view) between(f *weights.Features) {
	near := v.s.kindsBetween(v.top, v.next)
	far := v.s.kindsBetween(v.under, v.top)
	if v.top == 0 {
		near = 0
	}
	if v.under == 0 {
		far = 0
	}
	f.Add3(v.s0.Coarse, v.b0.Coarse, near&Telling)
	f.Add3(v.s1.Coarse, v.s0.Coarse, far&Telling)
	f.Add2(v.s0.Both, near&Telling)
	f.Add3(v.s0.Tag, v.b0.Tag, near)
	f.Add3(v.s1.Tag, v.s0.Tag, far)
}

// looksBack is how many words before the second one are looked at, so that the time stays bounded.
const looksBack = 12

// kindsBetween is the set of coarse tags of the words after a and before b.
func (s *State) kindsBetween(a, b int) uint64 {
	set := uint64(0)
	for i := max(a, b-looksBack) + 1; i < b; i++ {
		set |= 1 << s.words[i].Coarse
	}
	return set
}
