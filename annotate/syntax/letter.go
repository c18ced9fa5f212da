package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// afterLetter decides about the full stop of a single letter: an initial or a genus unless a sentence clearly begins, or
// what stands before shows that the letter is a name or a unit ("vitamin D.", "24 h.").
func (r *reader) afterLetter(s stop, word string, first rune, opener bool) bool {
	if unicode.IsLower(first) || unicode.IsDigit(first) {
		return false
	}
	head := strings.TrimRightFunc(r.text[r.start:s.start-len(s.word)], isSpace)
	before, _ := wordBefore(head)
	if before == "and" || before == "or" {
		one, _ := wordBefore(strings.TrimRightFunc(head[:len(head)-len(before)], isSpace))
		if len(one) == 1 && isLetters(one) {
			return true // "primers a and b."
		}
	}
	if lettered[strings.ToLower(before)] || isSubstance(before) || before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' {
		return true
	}
	return opener && utf8.RuneCountInString(word) > 1
}

// isSubstance says whether w is a common noun with the ending of a molecule's name, which a letter may follow: "amphotericin
// B.", "proteinase K.". Professions, which initials follow, end otherwise.
func isSubstance(w string) bool {
	for _, ending := range []string{"ase", "in", "ine", "ol", "toxin", "some", "cell", "cells"} {
		if len(w) > len(ending)+2 && strings.HasSuffix(w, ending) {
			return isWord(w) || isCapitals(w[:2])
		}
	}
	return false
}
