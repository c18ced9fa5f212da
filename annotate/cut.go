package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cuts says whether s[b:e) begins or ends inside a number or a word of s in which the anchor's quote does not.
func (c surroundings) cuts(s string, b, e int) (number, word bool) {
	if n, w := numberStarts(s, b), cutsWord(s, b); (n || w) && !c.beginsIn(s[:b]) {
		number, word = n, w
	}
	if n, w := numberEnds(s, e), cutsWord(s, e); (n || w) && !c.endsIn(s[e:]) {
		number, word = number || n, word || w
	}
	return number, word
}

// beginsIn says whether the anchor's prefix ends with the beginning of a word or number that before ends with.
func (c surroundings) beginsIn(before string) bool {
	before = before[max(0, len(before)-len(c.prefix)-utf8.UTFMax):]
	cut := len(before) - len(strings.TrimRightFunc(before, inside))
	return c.prefix != "" && commonSuffix(before, c.prefix) >= min(cut, len(c.prefix))
}

// endsIn says whether the anchor's suffix begins with the rest of a word or number that after begins with.
func (c surroundings) endsIn(after string) bool {
	after = after[:min(len(after), len(c.suffix)+utf8.UTFMax)]
	cut := len(after) - len(strings.TrimLeftFunc(after, inside))
	return c.suffix != "" && commonPrefix(after, c.suffix) >= min(cut, len(c.suffix))
}

// inside says whether r can stand inside a word or a number.
func inside(r rune) bool {
	return unicode.In(r, unicode.L, unicode.N, unicode.M) || r == '.' || r == ','
}

// numberStarts says whether b lies inside a number of s, decimal point or thousands comma included, with a digit behind.
func numberStarts(s string, b int) bool {
	return digitAt(s, b) && (digitAt(s, b-1) || pointAt(s, b-1) && digitAt(s, b-2))
}

// numberEnds says the same with a digit before e.
func numberEnds(s string, e int) bool {
	return digitAt(s, e-1) && (digitAt(s, e) || pointAt(s, e) && digitAt(s, e+1))
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
func pointAt(s string, i int) bool { return i >= 0 && i < len(s) && (s[i] == '.' || s[i] == ',') }

// cutsWord says whether i lies between two letters.
func cutsWord(s string, i int) bool {
	x, _ := utf8.DecodeLastRuneInString(s[:i])
	y, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(x) && unicode.IsLetter(y) && !unbroken(x) && !unbroken(y)
}

// unbroken says whether r belongs to a script that is written without spaces, in which no place cuts a word visibly.
func unbroken(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
