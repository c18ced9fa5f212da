package ui

import (
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
)

// openPaper is a paper whose sentences can be chosen as the passage that speaks to a claim.
type openPaper struct {
	Paper paper
	Parts []openPart
}

// openPart is the title or one section of the abstract.
type openPart struct {
	Label      string
	Background bool // tells what others found, or what was asked: seldom what the paper found
	Sentences  []openSentence
}

// openSentence is one sentence, in the record's own characters.
type openSentence struct {
	Text   string
	Chosen bool // it is the passage, or within it, or holds it
}

// openPaperOf is the paper with the sentences marked that the passage holds.
func openPaperOf(c annotate.Citation, passage string) *openPaper {
	o := &openPaper{Paper: paperOf(c)}
	for _, section := range c.Abstract {
		background := section.Category == "BACKGROUND" || section.Category == "OBJECTIVE"
		o.Parts = append(o.Parts, openPart{heading(section.Label), background, sentencesOf(section.Text, passage)})
	}
	return o
}

func sentencesOf(text, passage string) []openSentence {
	var out []openSentence
	for _, span := range syntax.Sentences(text) {
		sentence := text[span.Start:span.End]
		chosen := passage != "" && (strings.Contains(passage, sentence) || strings.Contains(sentence, passage))
		out = append(out, openSentence{sentence, chosen})
	}
	return out
}

// quoteProblem is what is wrong with a passage that was quoted, and what can be done about it.
type quoteProblem struct {
	Text    string
	Nearest string // what the paper says that is nearest to it
	Other   *paper // the paper that is here and does say it
}
