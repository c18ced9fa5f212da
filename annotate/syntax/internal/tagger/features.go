package tagger

import (
	"claimlens/annotate/syntax/internal/traits"
	"claimlens/annotate/syntax/internal/weights"
)

// Features puts into f what speaks for the tag of word i, given the tags of the words before it.
func Features(f *weights.Features, words []traits.Traits, tags []uint8, i int) {
	f.Reset()
	before2, before, word, after, after2 := at(words, i-2), at(words, i-1), at(words, i), at(words, i+1), at(words, i+2)
	own(f, word)
	around(f, before2, before, word, after, after2)
	tag, tag2 := tagAt(tags, i-1), tagAt(tags, i-2)
	f.Add(tag)
	f.Add(tag2)
	f.Add2(tag, tag2)
	f.Add2(tag, word.Lower)
	f.Add3(tag, tag2, word.Lower)
	f.Add2(tag, word.Suffix[2])
	f.Add2(tag, word.Shape)
	f.Add2(tag, after.Lower)
	f.Add3(tag, word.Suffix[1], after.Suffix[2])
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

func own(f *weights.Features, w *traits.Traits) {
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
}

func around(f *weights.Features, before2, before, w, after, after2 *traits.Traits) {
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
	f.Add2(w.Shape, boundary(before))
}

// boundary tells the first word of a sentence from the others.
func boundary(before *traits.Traits) uint64 {
	if before.Form == traits.Before.Form {
		return 1
	}
	return 0
}
