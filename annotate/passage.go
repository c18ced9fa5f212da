package annotate

import "strings"

// PassagePlace says where a quoted passage stands in a paper's record.
type PassagePlace string

// The places of a passage. One from the full text names its place there behind a colon: see FullText.
const (
	InTitle      PassagePlace = "title"
	InAbstract   PassagePlace = "abstract"
	InBackground PassagePlace = "background" // the part that tells what others found or what is asked: no result of the paper
	InMethods    PassagePlace = "methods"    // the part that tells what was done
	InSummary    PassagePlace = "summary"    // the record's summary in plain language
	InFullText   PassagePlace = "full text"  // a person says so
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
		return "in the abstract's background, which tells what others found or what is asked"
	case InMethods:
		return "in the abstract's methods, which tell what was done, not what came of it"
	case InSummary:
		return "in the summary in plain language"
	case InFullText:
		return "in the full text, by the reviewer's word"
	case NotInRecord:
		return "not in the title or abstract: check it against the full text"
	}
	return ""
}

// FindPassage says where passage stands in the citation's abstract, title or summary, typography, capitals and the spelling
// of Greek letters aside, and gives it back in the record's own characters. An ellipsis joins parts that stand in one
// section in that order. Where it stands several times, the paper's own result comes first. An empty passage is nowhere
// and no place at all: "".
func FindPassage(c Citation, passage string) (string, PassagePlace) {
	f := findPassage(c, passage)
	return f.text, f.place
}

// found is a passage that was looked for.
type found struct {
	text    string
	place   PassagePlace
	guessed bool // the abstract has no labelled parts: the place is told by what the sentence does
	leftOut string
}

func findPassage(c Citation, passage string) found {
	passage = strings.TrimSpace(passage)
	if passage == "" {
		return found{}
	}
	parts := partsOf(passage)
	all := stretches(c)
	for _, skeleton := range []func(string) *folded{fold, foldQuote} { // capitals as they are come first
		best := found{place: NotInRecord}
		for i := range all {
			if f, ok := all[i].find(quote{passage, parts, skeleton}); ok && rank(f.place) > rank(best.place) {
				best = f
			}
		}
		if best.place != NotInRecord {
			return best
		}
	}
	return found{text: passage, place: NotInRecord}
}

// rank orders the places of one passage: the one that speaks most for it counts.
func rank(p PassagePlace) int {
	for i, x := range []PassagePlace{NotInRecord, InSummary, InTitle, InBackground, InMethods, InAbstract} {
		if p == x {
			return i
		}
	}
	return -1
}
