package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closing are the marks behind a full stop that open nothing, so that the next sentence may stand right behind them.
const closing = ")]”’"

// glued says whether the full stop at s ends a sentence although no space follows: "the kidneys.The patient". Addresses,
// file names and abbreviations are no such case.
func glued(text string, s stop, word string) bool {
	first, width := utf8.DecodeRuneInString(word)
	before, behind := strings.TrimRight(s.word, closing), text[s.end:s.after]
	closed := len(before) < len(s.word) || behind != ""
	switch {
	case !unicode.IsUpper(first) || abbreviations[before] != 0 || !closed && !isWord(before):
		return false
	case strings.Trim(behind, closing) != "" && citation(behind) != len(behind):
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
