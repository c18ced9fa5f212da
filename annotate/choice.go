package annotate

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// maxPlaces bounds how many places of one quote are weighed against its context, so that a quote of one letter in a
// long text costs no more than any other; the places nearest to the beginning win past that.
const maxPlaces = 2000

// occurrences are the offsets in s at which quote stands, overlapping ones too, up to maxPlaces.
func occurrences(s, quote string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from, n := 0, 0; n < maxPlaces; n++ {
			i := strings.Index(s[from:], quote)
			if i < 0 || !yield(from+i) {
				return
			}
			_, width := utf8.DecodeRuneInString(s[from+i:])
			from += i + width
		}
	}
}

// choice is the best of the places that were offered.
type choice struct {
	place Place
	score float64
	found bool
}

// offer takes a place if it is better than those before; of equals the first stays. Whole words come before parts of words,
// whatever the context says.
func (c *choice) offer(p Place, cutsWord bool, score float64) {
	if cutsWord {
		score -= 10
	}
	if !c.found || score > c.score {
		*c = choice{place: p, score: score, found: true}
	}
}
