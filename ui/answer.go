package ui

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// answerFields are an answer to a suggestion, as it was given.
type answerFields struct {
	PMID      string
	Suggested annotate.Stance // what the machine said, and the passage that it said it of
	Said      string
	Decision  string // accepted, rejected or corrected
	Stance    annotate.Stance
	Passage   string
	FullText  string // where in the full text the passage stands, by the word of whoever corrects
	Comment   string
}

// corrected is an answer that says what the suggestion should have been. The other two are states of evidence.
const corrected = "corrected"

// machine signs what this program suggests by itself.
const machine = "claimlens"

func readAnswer(c echo.Context) answerFields {
	f := answerFields{
		PMID: c.FormValue("pmid"), Suggested: annotate.Stance(c.FormValue("suggested")), Said: newlines.Replace(c.FormValue("said")),
		Decision: c.FormValue("decision"), Stance: annotate.Stance(c.FormValue("stance")),
		Passage: newlines.Replace(c.FormValue("passage")), FullText: c.FormValue("fulltext"), Comment: c.FormValue("comment"),
	}
	if nearest := c.FormValue("use"); nearest != "" {
		f.Passage, f.Decision = nearest, corrected
	}
	return f
}

// answer keeps a reviewer's answer to a suggestion. One that is refused comes back beside its suggestion.
func (s *Server) answer(c echo.Context) error {
	ctx := c.Request().Context()
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	x := &candidate{Form: readAnswer(c)}
	held, err := s.config.Store.Citation(ctx, x.Form.PMID)
	if err != nil {
		return err
	}
	if x.Claim = id; x.Form.Suggested != "" {
		if x.Judged, x.Confidence, err = s.judged(c, id, x.Form); err != nil {
			return err
		}
	}
	err = s.keepAnswer(ctx, x)
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		x.Problems = fields(err)
		if x.Problems["comment"] != "" && strings.TrimSpace(x.Form.Comment) == "" {
			x.Problems["comment"] = "say why: a rejection needs a comment"
		}
		if x.Quote, err = s.refusedQuote(ctx, held, x.Form.Passage, x.Problems); err != nil {
			return err
		}
		if x.Quote.Other != nil {
			x.Quote.Instead = linkAddress(id, x.Quote.Other.PMID, x.Form.Stance, x.Form.Passage, back(c, "/claims/"+id.String()+"#evidence"))
		}
		return s.showFind(c, http.StatusUnprocessableEntity, id, x)
	case err != nil:
		return err
	}
	return seeOther(c, back(c, "/claims/"+id.String()+"/find"))
}

// judged is whether the machine says what the form says that it said, and how sure it is of that.
func (s *Server) judged(c echo.Context, id uuid.UUID, f answerFields) (judged bool, confidence float64, err error) {
	row, err := s.config.Store.Claim(c.Request().Context(), id)
	if err != nil {
		return false, 0, err
	}
	l, err := s.suggestions(c, row.Claim)
	if err != nil {
		return false, 0, err
	}
	for _, x := range l.answer.Candidates {
		if x.Judged && x.Citation.PMID == f.PMID && x.Stance == f.Suggested && x.Passage == f.Said {
			return true, x.Confidence, nil
		}
	}
	return false, 0, nil
}

// keepAnswer records the suggestion under the machine's name, and what the reviewer makes of it under theirs. What the
// machine does not say is nobody's suggestion: it can't be accepted, and what corrects it is the reviewer's own.
func (s *Server) keepAnswer(ctx context.Context, x *candidate) error {
	f, claim := x.Form, x.Claim
	desk, reviewer := s.config.Desk, s.config.Reviewer
	said := annotate.Linking{Claim: claim, PMID: f.PMID, Stance: f.Suggested, Passage: f.Said}
	instead := annotate.Linking{Claim: claim, PMID: f.PMID, Stance: f.Stance, Passage: f.Passage, FullText: f.FullText}
	if !x.Judged {
		said.Stance = annotate.Neutral // what is rejected is the paper
	}
	suggestion := annotate.Suggestion{Linking: said, By: s.config.Judge, Confidence: x.Confidence}
	var err error
	switch {
	case f.Decision == string(annotate.Accepted) && !x.Judged:
		err = annotate.Problems{{Field: "decision", Text: "what is suggested of this paper has changed: read it again"}}
	case f.Decision == corrected && !x.Judged: // there is no stance to correct
		_, err = desk.Link(ctx, reviewer, instead)
	case f.Decision == corrected:
		_, err = desk.CorrectSuggestion(ctx, reviewer, suggestion, instead, f.Comment)
	default:
		_, err = desk.Answer(ctx, reviewer, suggestion, annotate.EvidenceState(f.Decision), f.Comment)
	}
	return err
}
