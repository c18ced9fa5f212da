package annotate

import "strings"

// PassagePlace says where a quoted passage stands in a paper's record.
type PassagePlace string

// The places of a passage.
const (
	InTitle      PassagePlace = "title"
	InAbstract   PassagePlace = "abstract"
	InBackground PassagePlace = "background"       // the part that tells what others found: the paper's own result it is not
	InFullText   PassagePlace = "in the full text" // by the word of whoever linked it
	NotInRecord  PassagePlace = "not in the record"
)

// Words says the place in a sentence's end: "the passage is …".
func (p PassagePlace) Words() string {
	switch p {
	case InTitle:
		return "in the title"
	case InAbstract:
		return "in the abstract"
	case InBackground:
		return "in the abstract's background, which tells what others found"
	case InFullText:
		return "in the full text, by the reviewer's word"
	case NotInRecord:
		return "not in the title or abstract: check it against the full text"
	}
	return ""
}

// FindPassage says where passage stands in the citation's abstract or title, typography aside, and gives it back in the
// record's own characters. An empty passage is nowhere and no place at all: "".
func FindPassage(c Citation, passage string) (string, PassagePlace) {
	passage = strings.TrimSpace(passage)
	if passage == "" {
		return "", ""
	}
	background := ""
	for _, s := range c.Abstract {
		found, ok := findIn(s.Text, passage)
		switch {
		case ok && (s.Category == "BACKGROUND" || s.Category == "OBJECTIVE"):
			background = found
		case ok:
			return found, InAbstract
		}
	}
	if background != "" {
		return background, InBackground
	}
	if found, ok := findIn(c.Title, passage); ok {
		return found, InTitle
	}
	return passage, NotInRecord
}

func findIn(text, passage string) (string, bool) {
	t := NewText(text)
	place, err := t.Find(Anchor{Exact: passage})
	if err != nil {
		return "", false
	}
	return t.Slice(place.Start, place.End)
}
