package syntax

// Word is one word of a sentence with what the grammar says of it.
type Word struct {
	Start, End int    // bytes in the sentence's text
	Form       string // as written
	Tag        string // universal part of speech (UPOS): NOUN, VERB …
	Penn       string // Penn Treebank tag: NNS, VBZ …
	Head       int    // index of its head in the sentence, -1 for the root
	Rel        string // Universal Dependencies relation, subtype included: nsubj:pass
}

// Parse reads a sentence: its words, their parts of speech and its tree, with exactly one root. It takes time in
// proportion to the sentence's length; Annotate says what becomes of monstrous ones. It is safe for concurrent use.
func Parse(sentence string) []Word {
	words := Words(sentence)
	Annotate(words)
	return words
}
