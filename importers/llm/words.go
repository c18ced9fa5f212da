package llm

import (
	"iter"
	"strings"
	"unicode"
)

// stems are the longer words of a text, each cut to its first letters so that its endings don't matter. Scripts that put no
// space between words have none.
func stems(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			letters := []rune(w)
			if len(letters) < 4 || unicode.In(letters[0], unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
				continue
			}
			if !yield(string(letters[:min(len(letters), 5)])) {
				return
			}
		}
	}
}

// alike says whether two claims say the same in almost the same words.
func alike(a, b string) bool {
	count := map[string]int{}
	n, m, common := 0, 0, 0
	for w := range stems(a) {
		count[w]++
		n++
	}
	for w := range stems(b) {
		m++
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return n+m > 0 && 2*common*10 >= 9*(n+m)
}
