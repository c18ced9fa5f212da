package parser

import (
	"claimlens/annotate/syntax/internal/traits"
	"claimlens/annotate/syntax/internal/weights"
)

// Word is what the parser sees of a word.
type Word struct {
	Form    uint64 // without its case
	Ending  uint64
	Tag     uint64 // part of speech, finely
	Coarse  uint64 // and coarsely: below 32
	Both    uint64 // Form and Tag
	Cluster uint64 // which words stand where it stands
	Sense   uint64 // which parts of speech the dictionary gives it
}

// The coarse tags that are not tags: of a place without a word, and of the root.
const (
	Nowhere = 30
	Root    = 31
)

var (
	nowhere = Word{Form: 1, Ending: 1, Tag: 1, Coarse: Nowhere, Both: 1}
	root    = Word{Form: 2, Ending: 2, Tag: 2, Coarse: Root, Both: 2}
)

// Of is a word with its tags.
func Of(t *traits.Traits, fine, coarse uint8) Word {
	w := Word{Form: t.Lower, Ending: t.Suffix[2], Tag: uint64(fine) + 3, Coarse: uint64(coarse), Cluster: t.Cluster, Sense: t.Sense}
	w.Both = weights.Mix(w.Form, w.Tag)
	return w
}
