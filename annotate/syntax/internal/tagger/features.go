package tagger

import (
	"claimlens/annotate/syntax/internal/traits"
	"claimlens/annotate/syntax/internal/weights"
)

// Features puts into f what speaks for the tag of word i, given the tags of the words before it.
func Features(f *weights.Features, words []traits.Traits, register uint8, tags []uint8, i int) {
	f.Reset()
	v := view{
		before2: at(words, i-2), before: at(words, i-1), word: at(words, i), after: at(words, i+1), after2: at(words, i+2),
		tag: tagAt(tags, i-1), tag2: tagAt(tags, i-2), register: uint64(register),
	}
	v.own(f)
	v.around(f)
	v.tags(f)
	v.known(f)
	v.clusters(f)
	v.registers(f)
}

// view is what the features look at: the word, two on either side, and the tags of those before it.
type view struct {
	before2, before, word, after, after2 *traits.Traits
	tag, tag2                            uint64
	register                             uint64
}

func at(words []traits.Traits, i int) *traits.Traits {
	switch {
	case i < 0:
		return &traits.Before
	case i >= len(words):
		return &traits.After
	}
	return &words[i]
}

func tagAt(tags []uint8, i int) uint64 {
	if i < 0 {
		return 0
	}
	return uint64(tags[i]) + 1
}

func (v *view) own(f *weights.Features) {
	w := v.word
	f.Add(0) // how common each tag is
	f.Add(w.Form)
	f.Add(w.Lower)
	f.Add(w.Shape)
	for _, s := range w.Suffix {
		f.Add(s)
	}
	f.Add(w.Prefix[0])
	f.Add(w.Prefix[2])
	f.Add(w.Prefix[3])
	f.Add2(w.Shape, v.first())
}

// first tells the first word of a sentence, whose capital says nothing, from the others.
func (v *view) first() uint64 {
	if v.before.Form == traits.Before.Form {
		return 1
	}
	return 0
}

func (v *view) around(f *weights.Features) {
	before2, before, w, after, after2 := v.before2, v.before, v.word, v.after, v.after2
	f.Add(before2.Lower)
	f.Add(before.Lower)
	f.Add(after.Lower)
	f.Add(after2.Lower)
	f.Add2(before.Lower, w.Lower)
	f.Add2(w.Lower, after.Lower)
	f.Add2(before.Lower, after.Lower)
	f.Add3(before.Lower, w.Lower, after.Lower)
	f.Add2(after.Lower, after2.Lower)
	f.Add(before.Suffix[2])
	f.Add(after.Suffix[2])
	f.Add(before.Shape)
	f.Add(after.Shape)
	f.Add2(w.Suffix[2], after.Suffix[2])
	f.Add2(before.Suffix[2], w.Shape)
}

func (v *view) tags(f *weights.Features) {
	tag, w := v.tag, v.word
	f.Add(tag)
	f.Add(v.tag2)
	f.Add2(tag, v.tag2)
	f.Add2(tag, w.Lower)
	f.Add3(tag, v.tag2, w.Lower)
	f.Add2(tag, w.Suffix[2])
	f.Add2(tag, w.Shape)
	f.Add2(tag, v.after.Lower)
	f.Add3(tag, w.Suffix[1], v.after.Suffix[2])
}

// known looks at what the dictionary says: worth half a point of UPOS on web text.
func (v *view) known(f *weights.Features) {
	w := v.word
	f.Add(w.Sense)
	f.Add2(w.Sense, w.Suffix[0])
	f.Add2(v.tag, w.Sense)
	f.Add3(v.tag, w.Sense, v.after.Sense)
	f.Add(v.after.Sense)
	f.Add2(w.Sense, v.after.Lower)
	f.Add2(w.Sense, v.before.Lower)
	f.Add2(w.Sense, w.Shape)
}

func (v *view) clusters(f *weights.Features) {
	w := v.word
	f.Add(w.Cluster)
	f.Add(v.before.Cluster)
	f.Add(v.after.Cluster)
	f.Add(v.after2.Cluster)
	f.Add2(w.Cluster, v.after.Cluster)
	f.Add2(v.tag, w.Cluster)
	f.Add3(v.tag, v.tag2, w.Cluster)
	f.Add3(v.tag, w.Cluster, v.after.Cluster)
	f.Add(w.Coarse)
	f.Add(v.after.Coarse)
	f.Add2(v.tag, w.Coarse)
	f.Add2(w.Lower, v.before.Coarse)
	f.Add2(w.Lower, v.after.Coarse)
	f.Add3(w.Lower, v.after.Coarse, v.after2.Coarse)
	f.Add3(w.Lower, v.before.Coarse, v.after.Coarse)
	f.Add3(v.before.Coarse, w.Coarse, v.after.Coarse)
}

// registers lets each register have its own rules: "to" is a particle in the one, and an adposition in the other.
func (v *view) registers(f *weights.Features) {
	r, w := v.register, v.word
	f.Add2(r, w.Lower)
	f.Add3(r, v.tag, w.Lower)
	f.Add2(r, w.Suffix[2])
	f.Add2(r, w.Shape)
	f.Add3(r, w.Lower, v.after.Lower)
	f.Add3(r, v.tag, w.Shape)
}
