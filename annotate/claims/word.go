package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word, a number or a mark of a sentence.
type word struct {
	start, end int    // in bytes of the sentence
	lower      string // in small letters, with a plain apostrophe
	capitals   bool   // written in capitals
	class      class  // what it can be
	role       role   // what it is in this sentence, as far as verbs go
}

func (w word) is(c class) bool { return w.class&c != 0 }

// split cuts a sentence into words. A number keeps its points and its percent sign, a word its hyphens, apostrophes and
// the full stops inside it; every other mark stands alone.
func split(s string) []word {
	out := make([]word, 0, len(s)/5+1)
	for i := 0; i < len(s); {
		c, width := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(c) || c == '\u200b' || c == '\ufeff':
			i += width
			continue
		case wordly(c):
			width = wordEnd(s[i:])
		}
		lower := strings.ToLower(strings.ReplaceAll(s[i:i+width], "’", "'"))
		text := s[i : i+width]
		capitals := !strings.ContainsFunc(text, unicode.IsLower)
		out = append(out, word{start: i, end: i + width, lower: lower, capitals: capitals, class: classOf(text, lower)})
		i += width
	}
	shout(out)
	return out
}

// shout takes words in capitals for names, "DO" and "WHO" as well as "NASA", unless everything is in capitals.
func shout(words []word) {
	small := false
	for _, w := range words {
		small = small || !w.capitals && w.is(^(mark|number))
	}
	for i := range words {
		if w := &words[i]; small && w.capitals && len(w.lower) > 1 && w.is(name) {
			w.class = name
		}
	}
}

func wordly(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '%' || c == '€' || c == '$'
}

// wordEnd is the length of the word at the start of s.
func wordEnd(s string) int {
	for i := 0; i < len(s); {
		c, width := utf8.DecodeRuneInString(s[i:])
		if wordly(c) {
			i += width
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+width:])
		inside := strings.ContainsRune("-‐‑'’.,/", c) && (unicode.IsLetter(next) || unicode.IsDigit(next))
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		if inside && (c == ',' || c == '.') && unicode.IsLetter(next) != unicode.IsLetter(before) {
			inside = false
		}
		if inside && c == ',' && unicode.IsLetter(before) {
			inside = false
		}
		if !inside {
			return i + abbreviated(s, i)
		}
		i += width
	}
	return len(s)
}

// abbreviated is 1 if a full stop at i belongs to the word before it and does not end the sentence: more of it follows.
func abbreviated(s string, i int) int {
	if i < len(s) && s[i] == '.' && strings.TrimLeft(s[i:], ".”\"’') ") != "" {
		return 1
	}
	return 0
}

// percent says whether the word is a number with a percent sign.
func (w word) percent() bool { return strings.HasSuffix(w.lower, "%") || w.lower == "percent" }

// Marks that the patterns look for.
func (w word) comma() bool  { return w.lower == "," }
func (w word) opens() bool  { return w.lower == "(" || w.lower == "[" }
func (w word) closes() bool { return w.lower == ")" || w.lower == "]" }

// quoteMark says whether the word is a quotation mark of either side.
func (w word) quoteMark() bool {
	switch w.lower {
	case `"`, "“", "”", "„", "«", "»", "‘", "'":
		return true
	}
	return false
}
