package syntax

import (
	"strings"
	"unicode/utf8"
)

// clitics are clipped to the word before them; an apostrophe may be round.
var clitics = [...]string{"n't", "'s", "'m", "'re", "'ve", "'ll", "'d"}

// pairs are two words written as one, with where the second begins.
var pairs = map[string]int{"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}

// longestPair and longestClitic are in bytes.
const (
	longestPair   = 6
	longestClitic = 5
)

// clitic is where in a word something clipped to it begins, or 0.
func clitic(word string) int {
	if len(word) <= longestPair {
		if i := pairs[strings.ToLower(word)]; i > 0 {
			return i
		}
	}
	tail := word[max(0, len(word)-longestClitic):]
	if !strings.ContainsAny(tail, "'’") {
		return 0
	}
	tail = strings.ToLower(strings.ReplaceAll(tail, "’", "'"))
	for _, c := range clitics {
		if !strings.HasSuffix(tail, c) {
			continue
		}
		i := len(word) - len(c)
		if strings.HasSuffix(word, "’"+c[strings.IndexByte(c, '\'')+1:]) || strings.Contains(word[max(0, i-2):], "’") {
			i -= len("’") - 1
		}
		if i > 0 && !digitBefore(word[:i]) {
			return i
		}
	}
	return 0
}

// quoteBefore is the length of a single quotation mark before a word: not of '90s, and not of a clitic by itself.
func quoteBefore(word string) int {
	mark, width := utf8.DecodeRuneInString(word)
	switch mark {
	case '‘', '`':
		return width
	case '\'', '’':
		rest := word[width:]
		if startsWithDigit(rest) || rest != "" && isClitic(rest) {
			return 0
		}
		return width
	}
	return 0
}

func isClitic(rest string) bool {
	for _, c := range clitics {
		if c[0] == '\'' && strings.EqualFold(rest, c[1:]) {
			return true
		}
	}
	return false
}

// markAfter is the length of the full stop or single quotation mark that ends a piece without belonging to its last
// word.
func (c chunk) markAfter(from, to int) int {
	if from >= to {
		return 0
	}
	mark, width := utf8.DecodeLastRuneInString(c.text[from:to])
	before := c.text[from : to-width]
	switch mark {
	case '\'', '’':
		if digitBefore(before) { // a prime: the 5' end
			return 0
		}
		return width
	case '.':
		if keepsStop(before, c.isLast()) {
			return 0
		}
		return width
	}
	return 0
}

// isLast says whether nothing but marks follow in the sentence.
func (c chunk) isLast() bool {
	rest := c.text[c.end:]
	return strings.TrimLeft(rest[:min(len(rest), longestBracket)], " \t\n.?!)]\"'”’") == ""
}

// keepsStop says whether the full stop behind a word is a part of it: of an abbreviation, an initial or letters with
// stops between. At the end of a sentence only those keep it that are no words without it.
func keepsStop(word string, ends bool) bool {
	if word == "" || len(word) > maxWord {
		return false
	}
	if strings.Contains(word, ".") && !digitBefore(word) && isInitials(word) {
		return true
	}
	if c, width := utf8.DecodeRuneInString(word); width == len(word) && !ends {
		return c >= 'A' && c <= 'Z'
	}
	if kind := abbreviations[strings.ToLower(word)]; kind == 0 || kind == leads {
		return kind == leads
	}
	return !ends || strings.EqualFold(word, "etc") || strings.EqualFold(word, "al")
}

// isInitials says whether a word is letters with stops between: U.S, i.v, Ph.D.
func isInitials(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		if len(part) == 0 || len(part) > 2 {
			return false
		}
	}
	return true
}
