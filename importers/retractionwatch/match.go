package retractionwatch

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"

	"claimlens/annotate"
)

// Papers finds the paper with a PMID or a DOI, or annotate.ErrNotFound.
type Papers interface {
	CitationBy(ctx context.Context, identifier string) (annotate.Citation, error)
}

// Paper is the paper among papers that the row is about, at the cost of one or two look-ups. It is annotate.ErrNotFound when
// there is none, and an error of kind annotate.ErrInvalid when the row says two things: its PMID is one paper's and its DOI
// another's, and its title does not tell which.
func (r Row) Paper(ctx context.Context, papers Papers) (annotate.Citation, error) {
	var other string
	identifiers := []string{r.PMID, r.DOI, withoutWord(r.DOI)}
	for i, identifier := range identifiers {
		if identifier == "" || slices.Contains(identifiers[:i], identifier) {
			continue
		}
		c, err := papers.CitationBy(ctx, identifier)
		switch {
		case errors.Is(err, annotate.ErrNotFound), errors.Is(err, annotate.ErrInvalid): // a DOI that is none
			continue
		case err != nil:
			return annotate.Citation{}, err
		case r.agrees(c) || sameTitle(r.Title, c.Title):
			return c, nil
		}
		other = c.PMID
	}
	if other != "" {
		return annotate.Citation{}, faultf("is not taken: its PMID %s and its DOI %s are not of one paper, and its title is not that of PMID %s", r.PMID, r.DOI, other)
	}
	return annotate.Citation{}, annotate.ErrNotFound
}

// agrees says whether no identifier of the row is another than the paper's.
func (r Row) agrees(c annotate.Citation) bool {
	doi := strings.ToLower(c.DOI)
	return (r.PMID == "" || r.PMID == c.PMID) && (r.DOI == "" || doi == "" || withoutWord(r.DOI) == withoutWord(doi))
}

// sameTitle says whether two titles are one, or one is the other's beginning, but for a word such as RETRACTED: before it.
func sameTitle(a, b string) bool {
	const enough = 30 // letters and digits; shorter ones, such as “Reply”, tell nothing unless they are whole
	x, y := letters(a), letters(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return x != "" && (x == y || len(x) >= enough && strings.HasPrefix(y, x))
}

func letters(title string) string {
	title = strings.ToLower(title)
	for _, word := range []string{"retracted:", "withdrawn:", "retracted article:", "removed:"} {
		title = strings.TrimPrefix(title, word)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, title)
}
