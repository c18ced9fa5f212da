package parser

import "claimlens/annotate/syntax/internal/weights"

// dependents looks at the words that depend on those in view.
func (v *view) dependents(f *weights.Features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	f.Add3(s0.Tag, v.s0l.Tag, b0.Tag)
	f.Add3(s0.Tag, v.s0r.Tag, b0.Tag)
	f.Add3(s0.Tag, b0.Tag, v.b0l.Tag)
	f.Add3(s1.Tag, s0.Tag, v.s0l.Tag)
	f.Add3(s1.Tag, s0.Tag, v.s0r.Tag)
	f.Add3(s1.Tag, v.s1r.Tag, s0.Tag)
	f.Add3(s1.Tag, v.s1l.Tag, s0.Tag)
	f.Add3(s1.Tag, v.s1r.Tag, b0.Tag)
	f.Add3(s0.Tag, v.s0l.Tag, v.s0l2.Tag)
	f.Add3(s0.Tag, v.s0r.Tag, v.s0r2.Tag)
	f.Add3(b0.Tag, v.b0l.Tag, v.b0l2.Tag)
	f.Add2(s0.Coarse, v.s0r.Form)
	f.Add2(s0.Coarse, v.s0l.Form)
	f.Add2(s1.Coarse, v.s1r.Form)
	f.Add2(b0.Coarse, v.b0l.Form)
	f.Add3(s0.Tag, v.s0l.Form, b0.Coarse)
	f.Add3(s1.Coarse, v.s0l.Form, s0.Coarse)
}

// labels looks at the relations of those words.
func (v *view) labels(f *weights.Features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	f.Add2(s0.Tag, v.s0l.label)
	f.Add2(s0.Tag, v.s0r.label)
	f.Add2(s0.Form, v.s0l.label)
	f.Add2(s0.Form, v.s0r.label)
	f.Add2(s1.Tag, v.s1l.label)
	f.Add2(s1.Tag, v.s1r.label)
	f.Add2(s1.Form, v.s1r.label)
	f.Add2(b0.Tag, v.b0l.label)
	f.Add2(b0.Form, v.b0l.label)
	f.Add3(s0.Tag, v.s0l.label, v.s0l2.label)
	f.Add3(s0.Tag, v.s0r.label, v.s0r2.label)
	f.Add3(b0.Tag, v.b0l.label, v.b0l2.label)
	f.Add3(s1.Tag, v.s1r.label, v.s1r2.label)
	f.Add3(s0.Tag, v.s0r.label, b0.Tag)
	f.Add3(s1.Tag, v.s1r.label, s0.Tag)
	f.Add4(s0.Coarse, v.s0l.label, v.s0r.label, b0.Tag)
	f.Add4(s1.Coarse, v.s1l.label, v.s1r.label, s0.Tag)
	f.Add4(s1.Coarse, v.s1r.label, s0.Coarse<<8|v.s0r.label, b0.Coarse)
	f.Add2(s0.Tag, v.s0kids.left.labels)
	f.Add2(s0.Tag, v.s0kids.right.labels)
	f.Add2(s1.Tag, v.s1kids.right.labels)
	f.Add2(s1.Tag, v.s1kids.left.labels)
	f.Add2(b0.Tag, v.b0kids.left.labels)
	f.Add3(s0.Tag, v.s0kids.right.labels, b0.Coarse)
	f.Add3(s1.Tag, v.s1kids.right.labels, s0.Coarse)
}

// counts looks at how many there are.
func (v *view) counts(f *weights.Features) {
	left, right := uint64(v.s0kids.left.count), uint64(v.s0kids.right.count)
	f.Add2(v.s0.Form, left)
	f.Add2(v.s0.Tag, left)
	f.Add2(v.s0.Form, right)
	f.Add2(v.s0.Tag, right)
	right = uint64(v.s1kids.right.count)
	f.Add2(v.s1.Form, right)
	f.Add2(v.s1.Tag, right)
	left = uint64(v.b0kids.left.count)
	f.Add2(v.b0.Form, left)
	f.Add2(v.b0.Tag, left)
}

// endings looks at the last letters of the words in view.
func (v *view) endings(f *weights.Features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	f.Add(s0.Ending)
	f.Add(b0.Ending)
	f.Add(s1.Ending)
	f.Add(v.b1.Ending)
	f.Add2(s0.Ending, b0.Tag)
	f.Add2(s0.Tag, b0.Ending)
	f.Add2(s1.Ending, s0.Tag)
	f.Add2(s1.Tag, s0.Ending)
	f.Add2(s0.Ending, b0.Ending)
	f.Add2(s1.Ending, s0.Ending)
}
