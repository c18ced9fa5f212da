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
	return s.after == s.end && !unicode.IsUpper(name)
}

// fullStop decides about a single full stop with white space behind it.
func (r *reader) fullStop(s stop, word string, first rune, opens bool) bool {
	lower := strings.ToLower(s.word)
	opener := openers[strings.ToLower(word)] && !unicode.IsLower(first)
	kind := abbreviations[lower]
	switch {
	case kind != 0 && isCapitals(s.word):
		kind = ends // "MS." and "CA." are seldom "ms." and "ca."
	case kind == unit && s.word != lower:
		kind = counts // "Sec. 3"
	}
	switch {
	case r.enumerates(s):
		return false
	case utf8.RuneCountInString(s.word) == 1 && unicode.IsLetter([]rune(s.word)[0]):
		return r.afterLetter(s, word, first, opener)
	case kind == leads:
		return false
	case kind == counts:
		return !unicode.IsDigit(first) && (opener || r.words == 0 || lower == "no" && unicode.IsUpper(first) && !isSymbol(word))
	case kind == ends || isAcronym(lower):
		return r.afterAbbreviation(word, first, opener)
	case kind == unit:
		return !unicode.IsLower(first)
	case unicode.IsLower(first):
		return beforeSmall(s, word, opens)
	}
	return true
}

// enumerates says whether the sentence so far is only the number of an item: "2." or "IV.".
func (r *reader) enumerates(s stop) bool {
	if s.start-r.start > maxWord {
		return false
	}
	sofar := strings.TrimLeft(strings.TrimSpace(r.text[r.start:s.start]), "•*-–(⁃ ")
	if len(sofar) > 5 || sofar == "" {
		return sofar == "" && s.start == r.start
	}
	return strings.Trim(sofar, "0123456789.") == "" || strings.Trim(sofar, "IVX") == "" || len(sofar) == 1
}

// afterAbbreviation decides about the full stop of an abbreviation that may end a sentence. It does when a word follows
// that usually begins one and the sentence has had words enough to be one.
func (r *reader) afterAbbreviation(word string, first rune, opener bool) bool {
	if titles[strings.ToLower(word)] && unicode.IsUpper(first) {
		return r.words > 3 // "He left at 6 p.m. Mr. Smith stayed." but "At 6 p.m. Mr. Smith left."
	}
	return opener && r.words > 0
}

// afterLetter decides about the full stop of a single letter: an initial or a genus unless a sentence clearly begins, or
// what stands before shows that the letter is a name or a unit ("vitamin D.", "24 h.").
func (r *reader) afterLetter(s stop, word string, first rune, opener bool) bool {
	if unicode.IsLower(first) || unicode.IsDigit(first) {
		return false
	}
	before, _ := wordBefore(strings.TrimRightFunc(r.text[r.start:s.start-len(s.word)], isSpace))
	if lettered[strings.ToLower(before)] || before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' {
		return true
	}
	return opener && utf8.RuneCountInString(word) > 1
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
		return len(word) == 1
	case closed:
		return false
	}
	before := strings.TrimRight(s.word, `"'”’)]`)
	return isWord(before) || len(before) > 1 && openers[word]
}

// glued says whether the full stop at s ends a sentence although no space follows: "the kidneys.The patient". Addresses,
// file names and abbreviations are no such case.
func glued(text string, s stop, word string) bool {
	first, width := utf8.DecodeRuneInString(word)
	if s.after != s.end || !unicode.IsUpper(first) || !isWord(s.word) || abbreviations[s.word] != 0 {
		return false
	}
	tail := word[width:]
	if tail == "" || strings.ToLower(tail) != tail {
		return len(word) == 1 && openers[strings.ToLower(word)] && strings.HasPrefix(text[s.after+1:], " ")
	}
	rest := text[s.after+len(word):]
	if len(rest) > 1 && rest[0] == '.' && !isSpace(rune(rest[1])) {
		return false
	}
	return !strings.HasPrefix(rest, "@") && !strings.HasPrefix(rest, "/")
}

// isWord says whether w is a word in small letters, at least three, and so no name and no number.
func isWord(w string) bool {
	if len(w) < 3 {
		return false
	}
	for _, c := range w {
		if !unicode.IsLower(c) && c != '-' && c != '\'' && c != '’' {
			return false
		}
	}
	return true
}

// isCapitals says whether w is two or more capitals and nothing else.
func isCapitals(w string) bool {
	return len(w) > 1 && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isSymbol says whether w is written like a gene, a molecule or a Greek letter.
func isSymbol(w string) bool {
	for i, c := range w {
		if i > 0 && (unicode.IsUpper(c) || unicode.IsDigit(c)) || unicode.Is(unicode.Greek, c) {
			return true
		}
	}
	return false
}

// isAcronym says whether w is letters with full stops between them, as in "u.s" or "i.v" or "ph.d".
func isAcronym(w string) bool {
	if !strings.Contains(w, ".") {
		return false
	}
	for _, part := range strings.Split(w, ".") {
		if part == "" || len(part) > 3 || strings.TrimFunc(part, unicode.IsLetter) != "" {
			return false
		}
	}
	return true
}
