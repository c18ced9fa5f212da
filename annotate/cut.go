package annotate

import (
	"unicode"
	"unicode/utf8"
)

// cutsNumber says whether s[b:e) begins or ends inside a number, decimal point or thousands comma included.
func cutsNumber(s string, b, e int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	point := func(i int) bool { return i >= 0 && i < len(s) && (s[i] == '.' || s[i] == ',') }
	if digit(b) && (digit(b-1) || point(b-1) && digit(b-2)) {
		return true
	}
	return digit(e-1) && (digit(e) || point(e) && digit(e+1))
}

// cutsWord says whether s[b:e) begins or ends between two letters.
func cutsWord(s string, b, e int) bool {
	letters := func(i int) bool {
		x, _ := utf8.DecodeLastRuneInString(s[:i])
		y, _ := utf8.DecodeRuneInString(s[i:])
		return unicode.IsLetter(x) && unicode.IsLetter(y) && !unbroken(x) && !unbroken(y)
	}
	return letters(b) || letters(e)
}

// unbroken says whether r belongs to a script that is written without spaces, in which no place cuts a word visibly.
func unbroken(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
