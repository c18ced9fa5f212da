package traits

import (
	"strings"

	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/weights"
)

// spelling is the hash of the letters of a word so far, and behind it what it was one letter ago, two, and so on: so
// the hash of a word without its ending needs no second reading.
type spelling [6]uint64

func (s *spelling) add(c rune) {
	copy(s[1:], s[:len(s)-1])
	s[0] = weights.Mix(s[1], uint64(plain(c)))
}

// inflection is a regular ending of English, and what stands there in a dictionary.
type inflection struct {
	ending, instead string
	kind            uint64
}

// inflections are in the order in which they are tried.
var inflections = [...]inflection{
	{"ies", "y", 1}, {"es", "e", 1}, {"es", "", 1}, {"s", "", 1},
	{"ied", "y", 2}, {"ed", "", 2}, {"ed", "e", 2},
	{"ing", "", 3}, {"ing", "e", 3},
	{"er", "", 4}, {"er", "e", 4}, {"est", "", 5}, {"est", "e", 5}, {"ly", "", 6},
}

// inflected is what the lexicon says of the word that form is an inflection of, with which inflection it is, or 0. A
// letter that was doubled before the ending is tried without its double.
func (s *spelling) inflected(form string, l *lexicon.Lexicon) uint64 {
	for _, x := range inflections {
		cut := len(x.ending)
		if len(form) < cut+2 || !strings.EqualFold(form[len(form)-cut:], x.ending) {
			continue
		}
		hash := s[cut]
		for _, c := range x.instead {
			hash = weights.Mix(hash, uint64(c))
		}
		senses := l.Find(hash).Senses
		if last := len(form) - cut - 1; senses == 0 && x.instead == "" && form[last] == form[last-1] {
			senses = l.Find(s[cut+1]).Senses
		}
		if senses != 0 {
			return uint64(senses) | x.kind<<8
		}
	}
	return 0
}
