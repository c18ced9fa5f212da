package syntax

import (
	"strings"
	"unicode"
)

// mannerOf is how the word before s takes part in a sentence, as it is written there.
func (r *reader) mannerOf(s stop, word string, first rune) manner {
	lower := strings.ToLower(s.word)
	kind := abbreviations[lower]
	switch {
	case kind == 0:
		return 0
	case isCapitals(s.word) && !unicode.IsDigit(first) && !isCapitals(word) && !isSymbol(word):
		return 0 // "MS." and "CO." are seldom "ms." and "co."
	case kind != unit && isSymbol(s.word) && !isCapitals(s.word):
		return 0 // "the pH."
	case kind == state && s.word == lower:
		return 0 // "fat mass." and "fell ill."
	case kind == state || kind == leads && s.word == lower && ranks[lower]:
		return ends
	case r.measures(s):
		return unit // "2 mo." and "50 mM."
	case kind == unit && s.word != lower && strings.ToLower(s.word[1:]) == s.word[1:]:
		return counts // "Sec. 3"
	}
	return kind
}

// measures says whether the word before s may be the unit of a number that stands before it.
func (r *reader) measures(s stop) bool {
	kind := abbreviations[strings.ToLower(s.word)]
	if kind != unit && s.word != "ms" && s.word != "ft" {
		return false
	}
	before, _ := wordBefore(strings.TrimRightFunc(r.text[r.start:s.start-len(s.word)], isSpace))
	return before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9'
}

// afterAbbreviation decides about the full stop of an abbreviation that may end a sentence. It does when a word follows
// that usually begins one and the sentence has had words enough to be one.
func (r *reader) afterAbbreviation(word string, first rune, opener bool) bool {
	if titles[strings.ToLower(word)] && unicode.IsUpper(first) {
		return r.words > 3 // "He left at 6 p.m. Mr. Smith stayed." but "At 6 p.m. Mr. Smith left."
	}
	return opener && r.words > 0
}

// isOpener says whether word, or what stands before its apostrophe, often begins a sentence.
func isOpener(word string) bool {
	lower := strings.ToLower(word)
	if i := strings.IndexAny(lower, "'’"); i > 0 {
		lower = lower[:i]
	}
	return openers[lower] || openers[strings.ToLower(word)]
}
