package ui

import (
	"context"
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
func (s *Server) openPaperOf(c annotate.Citation, passage string) *openPaper {
	o := &openPaper{Paper: s.paper(c)}
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

// quoteProblem is what is wrong with a passage that stands nowhere in its paper's record, and what can be done about it.
type quoteProblem struct {
	Text    string
	Nearest string   // what the paper says that is nearest to it
	Differs []string // how that differs, in words
	Other   *paper   // the paper that is here and does say it
	Instead string   // the address where that one is linked; empty: the form around has the button
}

// refusedQuote takes the passage's problem out of the others, if it is among them.
func (s *Server) refusedQuote(ctx context.Context, c annotate.Citation, passage string, problems map[string]string) (quoteProblem, error) {
	text, ok := problems["passage"]
	if !ok {
		return quoteProblem{}, nil
	}
	delete(problems, "passage")
	return s.quoteProblem(ctx, c, passage, text)
}

// quoteProblem says why a passage was refused. The text is what the desk says of it.
func (s *Server) quoteProblem(ctx context.Context, c annotate.Citation, passage, text string) (quoteProblem, error) {
	q, err := annotate.CheckQuote(ctx, s.config.Store, c, passage)
	if err != nil || q.Where != annotate.NotInRecord {
		return quoteProblem{Text: text}, err
	}
	p := quoteProblem{Text: "this is not in the paper’s title or abstract, word for word"}
	if q.Other != nil {
		other := s.paper(*q.Other)
		p.Other = &other
	}
	if q.Nearest == nil && q.Other != nil {
		return p, nil
	}
	if q.Nearest == nil {
		p.Text = "this is not in the paper’s title or abstract, nor anything like it: check the paper, or say where in the full text it stands"
		return p, nil
	}
	p.Nearest = q.Nearest.Text
	for _, d := range q.Nearest.Differs {
		p.Differs = append(p.Differs, d.Words())
	}
	return p, nil
}
