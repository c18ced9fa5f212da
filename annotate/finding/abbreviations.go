package finding

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bracketed is what may be an abbreviation: short, in brackets.
var bracketed = regexp.MustCompile(`\(([\pL][\pL\pN/+\-]{1,9})[);,]`)

// mostAbbreviations is how many of an article are kept.
const mostAbbreviations = 1000

// Abbreviations is the abbreviations that a text explains, as in “mesenchymal stem cells (MSCs)”, each with its long form
// as first written: the shortest words before the bracket that hold the letters of the abbreviation in their order, the
// first of them at the beginning of a word (Schwartz and Hearst: A simple algorithm for identifying abbreviation
// definitions in biomedical text, 2003).
func Abbreviations(text string) map[string]string {
	found := map[string]string{}
	for _, at := range bracketed.FindAllStringSubmatchIndex(text, -1) {
		short := text[at[2]:at[3]]
		if found[short] != "" || !hasCapital(short) || len(found) >= mostAbbreviations {
			continue
		}
		if long := longForm(short, before(text[:at[0]], short)); long != "" {
			found[short] = long
		}
	}
	return found
}

func hasCapital(s string) bool { return strings.ContainsFunc(s, unicode.IsUpper) }

// before is the words at the end of a text among which the long form must be: no more than the abbreviation has letters,
// and five, or twice as many.
func before(text, short string) string {
	n := utf8.RuneCountInString(short)
	most := min(n+5, 2*n)
	text = strings.TrimRight(text, " ")
	if cut := strings.LastIndexAny(text, ".;:()\n"); cut >= 0 {
		text = text[cut+1:]
	}
	at := len(text)
	for ; most > 0 && at > 0; most-- {
		at = strings.LastIndexByte(strings.TrimRight(text[:at], " "), ' ')
	}
	return strings.TrimSpace(text[max(at, 0):])
}

// longForm is the end of a text that holds the letters of an abbreviation.
func longForm(short, text string) string {
	s, t := []rune(strings.ToLower(strings.TrimSuffix(short, "s"))), []rune(strings.ToLower(text))
	at := len(t) - 1
	for i := len(s) - 1; i >= 0; i-- {
		if !isLetter(s[i]) {
			continue
		}
		for at >= 0 && (t[at] != s[i] || i == 0 && at > 0 && isLetter(t[at-1])) {
			at--
		}
		if at < 0 {
			return ""
		}
		at--
	}
	long := string([]rune(text)[at+1:])
	if utf8.RuneCountInString(long) <= len(s) || strings.Contains(long, short) {
		return ""
	}
	return long
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
