package syntax

import (
	"sync"

	"claimlens/annotate/syntax/internal/model"
	"claimlens/annotate/syntax/internal/parser"
	"claimlens/annotate/syntax/internal/traits"
)

// Annotate fills in Tag, Penn, Head and Rel of the words of one sentence, which need nothing but their Form. A sentence
// of more than 400 words, which nobody wrote as one, is read in pieces: the root of each piece but the first hangs on the first one's by parataxis.
// It is safe for concurrent use.
func Annotate(words []Word) {
	if len(words) == 0 {
		return
	}
	a := annotators.Get().(*annotator)
	defer annotators.Put(a)
	root := -1
	for from := 0; from < len(words); {
		to := from + pieceEnd(words[from:])
		at := a.annotate(words[from:to], from)
		if root < 0 {
			root = at
		} else {
			words[at].Head, words[at].Rel = root, "parataxis"
		}
		from = to
	}
}

// The bounds of a piece of a long sentence: it ends behind the last mark that could end a clause, if it has one between.
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
	model  *model.Model
	traits []traits.Traits
	tags   []uint8
	words  []parser.Word
	state  parser.State
}

var annotators = sync.Pool{New: func() any { return &annotator{model: embedded()} }}

// annotate reads one piece, whose words stand in the sentence from offset on, and returns where its root stands there.
func (a *annotator) annotate(words []Word, offset int) int {
	a.traits, a.tags, a.words = a.traits[:0], a.tags[:0], a.words[:0]
	for _, w := range words {
		a.traits = append(a.traits, traits.Of(w.Form, a.model.Lexicon))
		a.tags = append(a.tags, 0)
	}
	register := a.model.Register.Of(a.traits)
	a.model.Tagger.Tag(a.traits, register, a.tags)
	for i, tag := range a.tags {
		a.words = append(a.words, parser.Of(&a.traits[i], tag, a.model.Coarse(tag)))
	}
	a.model.Parser.Parse(&a.state, a.words, register)
	root := offset
	for i := range words {
		w, head := &words[i], a.state.Head[i+1]
		tag := a.model.Tags[a.tags[i]]
		w.Tag, w.Penn, w.Rel = tag.Universal, tag.Penn, a.model.Labels[a.state.Label[i+1]]
		w.Head = offset + head - 1
		if head > len(words) {
			w.Head, root = -1, offset+i
		}
	}
	return root
}
