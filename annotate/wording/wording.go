package wording

import (
	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

// Of says how strongly a statement claims, and whether it gives advice.
func Of(words []syntax.Word) (annotate.Wording, Advice) {
	s := read(words)
	return strength(s), advice(s)
}

// Kind says what sort of statement the words make; studied says that a study is said to have found it.
func Kind(words []syntax.Word, studied bool) annotate.Kind {
	return kind(read(words), studied)
}
