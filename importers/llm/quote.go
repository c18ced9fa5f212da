package llm

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

// maxQuote is the longest quote, in code points: no sentence is longer.
const maxQuote = 2000

// maxPlaces is how many of the places of a quote that stands in a block again and again are looked at.
const maxPlaces = 20

// errInvented says that a quote is in none of the text that was asked about.
var errInvented = errors.New("its quote is not in the text")

// place finds the quote: in the block that the model names, else in the others that it was asked about.
func (c checker) place(x candidate, d *annotate.Draft) error {
	quote := strings.TrimFunc(x.Quote, unicode.IsSpace)
	if !strings.ContainsFunc(quote, unicode.IsLetter) || utf8.RuneCountInString(quote) > maxQuote {
		return errInvented
	}
	for _, named := range []bool{true, false} {
		for i, p := range c.pieces {
			if named != (p.block+1 == x.Block) || !holdsClaims(c.article.Blocks[p.block].Kind) {
				continue
			}
			places := c.texts[i].Places(quote, maxPlaces)
			if len(places) == 0 {
				continue
			}
			found, first := c.choose(i, places, d.Text), c.text.Point(p.start)
			start, end := c.trimmed(first+found.Start, first+found.End)
			d.Block = p.block
			var err error
			d.Anchor, err = c.text.Describe(start, end)
			return err
		}
	}
	return errInvented
}

// choose is the place of a quote in a piece at which a claim is made: the one whose sentence has most of the claim's words, and of
// equals the first at which no claim before it was found.
func (c checker) choose(piece int, places []annotate.Place, claim string) annotate.Place {
	best, most := places[0], -1
	if len(places) > 1 {
		text := c.texts[piece]
		sentences := syntax.Sentences(text.String())
		for _, p := range places {
			score := 0
			for _, s := range sentences {
				if at := text.Byte(p.Start); s.Start <= at && at < s.End {
					score = 2 * shared(text.String()[s.Start:s.End], claim)
				}
			}
			if !c.taken[taken{piece, p}] {
				score++
			}
			if score > most {
				best, most = p, score
			}
		}
	}
	c.taken[taken{piece, best}] = true
	return best
}

// shared is how many words of a claim stand in a sentence.
func shared(sentence, claim string) int {
	n, there := 0, map[string]bool{}
	for w := range stems(sentence) {
		there[w] = true
	}
	for w := range stems(claim) {
		if there[w] {
			n++
		}
	}
	return n
}

// trimmed is a place without white space at its ends and without the final mark of a sentence.
func (c checker) trimmed(start, end int) (int, int) {
	s, _ := c.text.Slice(start, end)
	right := strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,;:!?。", r) })
	left := strings.TrimLeftFunc(right, unicode.IsSpace)
	if left == "" {
		return start, end
	}
	return start + utf8.RuneCountInString(right) - utf8.RuneCountInString(left), start + utf8.RuneCountInString(right)
}
