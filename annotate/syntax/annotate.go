package syntax

import (
	"sync"

	"claimlens/annotate/syntax/internal/model"
	"claimlens/annotate/syntax/internal/parser"
	"claimlens/annotate/syntax/internal/traits"
)

// Annotate fills in Tag, Penn, Head and Rel of the words of one sentence, which need nothing but their Form. A sentence
// of more than 400 words, which nobody wrote as one, is read in pieces: the root of each piece but the first hangs on
// the first one's by parataxis. It is safe for concurrent use.
func Annotate(words []Word) {
	inPieces(words, func(a *annotator, piece []Word, offset int) int {
		a.look(piece)
		a.tag(piece)
		return a.hang(piece, offset)
	})
}

// Tag fills in Tag and Penn of the words of one sentence, which need nothing but their Form. It is safe for concurrent
// use.
func Tag(words []Word) {
	a := annotators.Get().(*annotator)
	defer annotators.Put(a)
	for len(words) > 0 {
		n := pieceEnd(words)
		a.look(words[:n])
		a.tag(words[:n])
		words = words[n:]
	}
}

// Hang fills in Head and Rel of the words of one sentence by their Form and the tags they have, whoever gave them. A
// word whose pair of tags is none that Tag gives is read as a noun. It is safe for concurrent use.
func Hang(words []Word) {
	inPieces(words, func(a *annotator, piece []Word, offset int) int {
		a.look(piece)
		for i, w := range piece {
			a.tags[i] = a.model.TagOf(model.Tag{Universal: w.Tag, Penn: w.Penn})
		}
		return a.hang(piece, offset)
	})
}

// inPieces reads the pieces of a sentence one by one, of which read returns where its root stands, and hangs them
// together.
func inPieces(words []Word, read func(a *annotator, piece []Word, offset int) int) {
	a := annotators.Get().(*annotator)
	defer annotators.Put(a)
	root := -1
	for from := 0; from < len(words); {
		to := from + pieceEnd(words[from:])
		at := read(a, words[from:to], from)
		if root < 0 {
			root = at
		} else {
			words[at].Head, words[at].Rel = root, "parataxis"
		}
		from = to
	}
}

// The bounds of a piece of a long sentence: it ends behind the last mark that could end a clause, if it has one
// between.
const (
	longestPiece  = 400
	shortestPiece = 200
)

// pieceEnd is how many words the first piece has.
func pieceEnd(words []Word) int {
	if len(words) <= longestPiece {
		return len(words)
	}
	for i := longestPiece; i > shortestPiece; i-- {
		switch words[i-1].Form {
		case ";", ":", ".", ",":
			return i
		}
	}
	return longestPiece
}

// annotator is the memory of one annotation, which the next one uses again.
type annotator struct {
	model    *model.Model
	register uint8
	traits   []traits.Traits
	tags     []uint8
	words    []parser.Word
	state    parser.State
}

var annotators = sync.Pool{New: func() any { return &annotator{model: embedded()} }}

// look finds the traits of the words of a piece and its register, and makes room for its tags.
func (a *annotator) look(words []Word) {
	a.traits, a.tags = a.traits[:0], a.tags[:0]
	for _, w := range words {
		a.traits = append(a.traits, traits.Of(w.Form, a.model.Lexicon))
		a.tags = append(a.tags, 0)
	}
	a.register = a.model.Register.Of(a.traits)
}

// tag gives the words of a piece that was looked at their tags.
func (a *annotator) tag(words []Word) {
	a.model.Tagger.Tag(a.traits, a.register, a.tags)
	for i, t := range a.tags {
		tag := a.model.Tags[t]
		words[i].Tag, words[i].Penn = tag.Universal, tag.Penn
	}
}

// hang gives the words of a piece whose tags are known their tree. They stand in the sentence from offset on; it
// returns where their root stands there.
func (a *annotator) hang(words []Word, offset int) int {
	a.words = a.words[:0]
	for i, tag := range a.tags {
		a.words = append(a.words, parser.Of(&a.traits[i], tag, a.model.Coarse(tag)))
	}
	a.model.Parser.Parse(&a.state, a.words, a.register)
	root := offset
	for i := range words {
		w, head := &words[i], a.state.Head[i+1]
		w.Rel, w.Head = a.model.Labels[a.state.Label[i+1]], offset+head-1
		if head > len(words) {
			w.Head, root = -1, offset+i
		}
	}
	return root
}
