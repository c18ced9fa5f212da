package importers

import (
	"strings"
	"unicode/utf8"

	"claimlens/annotate"
)

// readText makes an article of a plain text. Its text is the file's, character for character without a byte order mark,
// so that offsets are the file's too; the blocks say what its lines are.
func readText(d Document) (annotate.Article, error) {
	text, err := decodeText(d.Data, d.MediaType)
	switch {
	case err != nil:
		return annotate.Article{}, err
	case strings.ContainsRune(text, 0):
		return annotate.Article{}, refuse("contains NUL characters, so it is no text")
	case utf8.RuneCountInString(text) > annotate.MaxText:
		return annotate.Article{}, tooMuchText
	}
	parts := partsOf(text)
	if len(parts) == 0 {
		return annotate.Article{}, refuse("has no text")
	}
	m := leadOf(parts)
	listItems(parts[leadLength(parts):])
	a := annotate.Article{Text: text}
	var opening []string
	for _, p := range parts {
		a.Blocks = append(a.Blocks, annotate.Block{Kind: p.kind, Level: p.level, Start: p.start, End: p.end})
		if p.kind != annotate.Caption && len(opening) < 3 {
			opening = append(opening, p.text)
		}
	}
	if len(opening) == 0 {
		opening = []string{parts[0].text}
	}
	m.describe(&a, opening)
	return a, nil
}
