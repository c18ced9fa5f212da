package parser

import "claimlens/annotate/syntax/internal/weights"

// clusters looks at the words by what could stand in their place.
func (v *view) clusters(f *weights.Features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	f.Add(s0.Cluster)
	f.Add(s1.Cluster)
	f.Add(b0.Cluster)
	f.Add(v.b1.Cluster)
	f.Add2(s0.Cluster, b0.Cluster)
	f.Add2(s1.Cluster, s0.Cluster)
	f.Add2(s0.Cluster, b0.Tag)
	f.Add2(s0.Tag, b0.Cluster)
	f.Add2(s1.Cluster, s0.Tag)
	f.Add2(s1.Tag, s0.Cluster)
	f.Add3(s1.Tag, s0.Cluster, b0.Tag)
	f.Add3(s1.Cluster, s0.Tag, b0.Tag)
}

// known looks at what the dictionary says of the words, whatever the tagger made of them: worth nearly half a point of
// UAS.
func (v *view) known(f *weights.Features) {
	s0, s1, b0 := v.s0, v.s1, v.b0
	f.Add2(s0.Sense, b0.Sense)
	f.Add2(s1.Sense, s0.Sense)
	f.Add3(s0.Sense, b0.Sense, v.b1.Sense)
	f.Add3(s1.Sense, s0.Sense, b0.Sense)
	f.Add3(s0.Tag, s0.Sense, b0.Tag)
	f.Add3(s0.Tag, b0.Tag, b0.Sense)
	f.Add3(s1.Tag, s0.Tag, s0.Sense)
	f.Add3(b0.Tag, v.b1.Tag, v.b1.Sense)
}

// registers lets each register have its own rules.
func (v *view) registers(f *weights.Features) {
	r, s0, s1, b0 := v.s.register, v.s0, v.s1, v.b0
	f.Add3(r, s0.Tag, b0.Tag)
	f.Add3(r, s1.Tag, s0.Tag)
	f.Add3(r, s0.Coarse, b0.Form)
	f.Add3(r, s0.Form, b0.Coarse)
	f.Add3(r, s1.Form, s0.Coarse)
	f.Add3(r, s1.Coarse, s0.Form)
	f.Add3(r, s0.Tag, v.s0kids.right.labels)
	f.Add3(r, s0.Tag, v.s0kids.left.labels)
}
