package annotate

import (
	"strings"
	"unicode/utf8"
)

// Shorten cuts s to at most n code points, at a space where there is one, with an ellipsis for what is left out.
func Shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + " …"
}
