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
