package parser

import "claimlens/annotate/syntax/internal/weights"

// view is what the features look at: three words of the stack from its top, four to come, and some of their dependents.
type view struct {
	s                              *State
	top, under, deep               int
	next                           int
	s0, s1, s2                     *Word
	b0, b1, b2, b3                 *Word
	s0kids, s1kids, b0kids         *kids
	s0l, s0l2, s0r, s0r2, s1l, s1r dependent
	s1r2, b0l, b0l2                dependent
}

// dependent is a word and the label of its arc; a missing one has the label 0.
type dependent struct {
	*Word
	label uint64
}

// Features puts into f what speaks for the next move. The templates follow Zhang and Nivre (2011), with tags of both
// kinds, the words' endings, the kinds of words that lie between, the words beside those in view, and the lexicon.
func (s *State) Features(f *weights.Features) {
	var v view
	v.look(s)
	f.Reset()
	v.single(f)
	v.pairs(f)
	v.triples(f)
	v.dependents(f)
	v.labels(f)
	v.counts(f)
	v.distances(f)
	v.endings(f)
	v.between(f)
	v.neighbours(f)
	v.clusters(f)
	v.known(f)
	v.registers(f)
}

func (v *view) look(s *State) {
	v.s = s
	v.top, v.under, v.deep, v.next = s.Top(0), s.Top(1), s.Top(2), s.Next
	v.s0, v.s1, v.s2 = &s.words[v.top], &s.words[v.under], &s.words[v.deep]
	v.b0, v.b1, v.b2, v.b3 = s.ahead(0), s.ahead(1), s.ahead(2), s.ahead(3)
	v.s0kids, v.s1kids, v.b0kids = &s.kids[v.top], &s.kids[v.under], &s.kids[v.next]
	v.s0l, v.s0l2 = s.dependent(v.s0kids.left.outer), s.dependent(v.s0kids.left.inner)
	v.s0r, v.s0r2 = s.dependent(v.s0kids.right.outer), s.dependent(v.s0kids.right.inner)
	v.s1l = s.dependent(v.s1kids.left.outer)
	v.s1r, v.s1r2 = s.dependent(v.s1kids.right.outer), s.dependent(v.s1kids.right.inner)
	v.b0l, v.b0l2 = s.dependent(v.b0kids.left.outer), s.dependent(v.b0kids.left.inner)
}

func (s *State) ahead(i int) *Word {
	if i += s.Next; i < len(s.words) {
		return &s.words[i]
	}
	return &s.words[0]
}

func (s *State) dependent(word int32) dependent {
	if word == 0 {
		return dependent{Word: &s.words[0]}
	}
	return dependent{&s.words[word], uint64(s.Label[word]) + 1}
}

func (v *view) single(f *weights.Features) {
	f.Add(0)
	for _, w := range [...]*Word{v.s0, v.s1, v.b0, v.b1} {
		f.Add(w.Form)
		f.Add(w.Tag)
		f.Add(w.Both)
	}
	f.Add(v.s2.Tag)
	f.Add(v.s2.Both)
	f.Add(v.b2.Form)
	f.Add(v.b2.Tag)
	f.Add(v.b3.Tag)
}

func (v *view) pairs(f *weights.Features) {
	s0, s1, b0, b1 := v.s0, v.s1, v.b0, v.b1
	f.Add2(s0.Both, b0.Tag)
	f.Add2(s0.Tag, b0.Both)
	f.Add2(s0.Tag, b0.Tag)
	f.Add2(s0.Form, b0.Coarse)
	f.Add2(s0.Coarse, b0.Form)
	f.Add2(s0.Form, b0.Form)
	f.Add2(s0.Both, s1.Tag)
	f.Add2(s0.Tag, s1.Both)
	f.Add2(s0.Tag, s1.Tag)
	f.Add2(s0.Form, s1.Coarse)
	f.Add2(s0.Coarse, s1.Form)
	f.Add2(s0.Form, s1.Form)
	f.Add2(s1.Tag, b0.Tag)
	f.Add2(s1.Both, b0.Tag)
	f.Add2(s1.Tag, b0.Both)
	f.Add2(s1.Form, b0.Form)
	f.Add2(b0.Tag, b1.Tag)
	f.Add2(b0.Both, b1.Tag)
	f.Add2(b0.Tag, b1.Both)
	f.Add2(b0.Form, b1.Form)
	f.Add2(s0.Tag, b1.Tag)
}

func (v *view) triples(f *weights.Features) {
	s0, s1, s2, b0, b1, b2 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2
	f.Add3(s0.Tag, b0.Tag, b1.Tag)
	f.Add3(s1.Tag, s0.Tag, b0.Tag)
	f.Add3(b0.Tag, b1.Tag, b2.Tag)
	f.Add3(s2.Tag, s1.Tag, s0.Tag)
	f.Add3(s2.Coarse, s1.Coarse, b0.Coarse)
	f.Add3(s0.Form, b0.Coarse, b1.Coarse)
	f.Add3(s0.Coarse, b0.Form, b1.Coarse)
	f.Add3(s1.Coarse, s0.Form, b0.Coarse)
	f.Add3(s1.Form, s0.Coarse, b0.Coarse)
	f.Add3(s1.Coarse, s0.Coarse, b0.Form)
	f.Add3(s1.Form, s0.Form, b0.Coarse)
	f.Add3(s0.Form, b0.Form, b1.Coarse)
	f.Add3(s1.Coarse, s0.Form, b0.Form)
	f.Add4(s0.Coarse, b0.Coarse, b1.Coarse, b2.Coarse)
	f.Add4(s1.Coarse, s0.Coarse, b0.Coarse, b1.Coarse)
	f.Add4(s2.Coarse, s1.Coarse, s0.Coarse, b0.Coarse)
}
