package llm

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
)

// maxQuote is the longest quote, in code points: no sentence is longer.
const maxQuote = 2000

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
			found, err := c.texts[i].Find(annotate.Anchor{Exact: quote})
			if err != nil {
				continue
			}
			first := c.text.Point(p.start)
			start, end := c.trimmed(first+found.Start, first+found.End)
			d.Block = p.block
			d.Anchor, err = c.text.Describe(start, end)
			return err
		}
	}
	return errInvented
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
