package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends says whether the sentence ends at s. It may move s.after back, where only the beginning of a run of marks belongs to
// the sentence.
func (r *reader) ends(s *stop) bool {
	rest := r.text[s.next:]
	if rest == "" {
		return true
	}
	if isFull(s.last) {
		return !strings.HasPrefix(rest, "と") && !strings.HasPrefix(rest, "って")
	}
	word, opens := wordAfter(rest)
	if s.next == s.after {
		return s.dots == 1 && s.end == s.start+1 && glued(r.text, *s, word)
	}
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case s.dots != s.end-s.start && strings.Contains(r.text[s.start:s.end], " "):
		return r.spacedEllipsis(s, word, first)
	case s.last == '!' || s.last == '?':
		return r.exclaimed(*s, first)
	case s.dots != 1:
		return unicode.IsUpper(first) && !s.open
	}
	return r.fullStop(*s, word, first, opens)
}

// spacedEllipsis decides about points with spaces between them. Three of them are an omission inside a sentence; a fourth
// one, or one that touches the word before, is the full stop.
func (r *reader) spacedEllipsis(s *stop, word string, first rune) bool {
	if !unicode.IsUpper(first) {
		return false
	}
	if s.word != "" {
		s.after = s.start + 1
		return true
	}
	return s.dots > 3
}

// exclaimed decides about "!" and "?". One is followed by a small letter when it belongs to a name or to quoted speech.
func (r *reader) exclaimed(s stop, first rune) bool {
	if !unicode.IsLower(first) {
		return true
	}
	name, _ := utf8.DecodeRuneInString(s.word)
	return s.after == s.end && (s.end > s.start+1 || !unicode.IsUpper(name))
}

// fullStop decides about a single full stop with white space behind it.
func (r *reader) fullStop(s stop, word string, first rune, opens bool) bool {
	lower := strings.ToLower(s.word)
	opener := isOpener(word) && !unicode.IsLower(first)
	kind := r.mannerOf(s, word, first)
	switch {
	case r.enumerates(s), r.goesOnAsReference(s), !unicode.IsUpper(first) && r.spread(s):
		return false
	case r.listed(s, first):
		return true
	case unicode.IsLower(first) && abbreviations[word] != 0 && strings.HasPrefix(r.text[s.next+len(word):], "."):
		return false // "cat. no.", "mol. wt."
	case utf8.RuneCountInString(s.word) == 1 && isLetters(s.word):
		return r.afterLetter(s, word, first, opener)
	case kind == leads:
		return false
	case kind == counts:
		return !unicode.IsDigit(first) && (opener || r.words == 0 || lower == "no" && unicode.IsUpper(first) && !isSymbol(word))
	case kind == lists && unicode.IsUpper(first) && r.words > 0:
		return true
	case kind == 0 && isAcronym(s.word) && s.word == lower && unicode.IsUpper(first) && !isCapitals(word) && !isSymbol(word):
		return r.words > 2 // "was given i.p. Mice were"
	case kind == ends || kind == lists || isAcronym(lower):
		return r.afterAbbreviation(word, first, opener)
	case kind == unit:
		return !unicode.IsLower(first)
	case unicode.IsLower(first):
		return beforeSmall(s, word, opens)
	}
	return true
}

// enumerates says whether the word before s is the number of an item: "2." or "IV." and nothing before it, or "three
// kinds: 1. mild".
func (r *reader) enumerates(s stop) bool {
	if s.start-r.start > maxWord {
		n := len(strings.TrimRight(s.word, ")"))
		head := strings.TrimRightFunc(r.text[r.start:s.start-len(s.word)], isSpace)
		return n > 0 && n < 3 && strings.Trim(s.word[:n], "0123456789") == "" && strings.TrimRight(head, ":;") != head
	}
	sofar := strings.TrimLeft(strings.TrimSpace(r.text[r.start:s.start]), "•*-–(⁃ ")
	if len(sofar) > 5 || sofar == "" {
		return sofar == "" && s.start == r.start
	}
	return strings.Trim(sofar, "0123456789.") == "" || strings.Trim(sofar, "IVX") == "" || len(sofar) == 1
}

// beforeSmall decides about a full stop before a small letter. Symbols (p53, mRNA, α), addresses and the letters of a
// figure's parts begin sentences; other words do where the word before is no abbreviation, as on pages that know no
// capitals and in legends.
func beforeSmall(s stop, word string, opens bool) bool {
	closed := s.after > s.end
	switch {
	case s.open && !closed:
		return false
	case isSymbol(word) || strings.HasPrefix(word, "http") || strings.HasPrefix(word, "www"):
		return true
	case opens:
		return len(word) == 1 || isWord(s.word)
	case closed:
		return false
	}
	before := strings.TrimRight(s.word, `"'”’)]`)
	return isWord(before) || len(before) > 1 && openers[word]
}
