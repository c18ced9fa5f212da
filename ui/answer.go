package ui

import (
	"context"
	"errors"
	"net/http"
	"strconv"
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
	Comment   string

	Confidence float64 // of the machine in what it said
}

// corrected is an answer that says what the suggestion should have been. The other two are states of evidence.
const corrected = "corrected"

// machine signs what this program suggests by itself.
const machine = "claimlens"

func readAnswer(c echo.Context) answerFields {
	f := answerFields{
		PMID: c.FormValue("pmid"), Suggested: annotate.Stance(c.FormValue("suggested")), Said: newlines.Replace(c.FormValue("said")),
		Decision: c.FormValue("decision"), Stance: annotate.Stance(c.FormValue("stance")),
		Passage: newlines.Replace(c.FormValue("passage")), Comment: c.FormValue("comment"),
	}
	f.Confidence, _ = strconv.ParseFloat(c.FormValue("confidence"), 64) // what is no number is no confidence
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
	err = s.keepAnswer(ctx, id, x.Form)
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		x.Problems = fields(err)
		if x.Problems["comment"] != "" && strings.TrimSpace(x.Form.Comment) == "" {
			x.Problems["comment"] = "say why: a rejection needs a comment"
		}
		if x.Quote, err = s.refusedQuote(ctx, held, x.Form.Passage, x.Problems); err != nil {
			return err
		}
		return s.showFind(c, http.StatusUnprocessableEntity, id, x)
	case err != nil:
		return err
	}
	return seeOther(c, back(c, "/claims/"+id.String()+"/find"))
}

// keepAnswer records the suggestion under the machine's name, and what the reviewer makes of it under theirs.
func (s *Server) keepAnswer(ctx context.Context, claim uuid.UUID, f answerFields) error {
	desk, reviewer := s.config.Desk, s.config.Reviewer
	said := annotate.Linking{Claim: claim, PMID: f.PMID, Stance: f.Suggested, Passage: f.Said}
	instead := annotate.Linking{Claim: claim, PMID: f.PMID, Stance: f.Stance, Passage: f.Passage}
	if f.Suggested == "" {
		said.Stance = annotate.Neutral // what is rejected is the paper
	}
	suggestion := annotate.Suggestion{Linking: said, By: s.config.Judge, Confidence: f.Confidence}
	var err error
	switch {
	case f.Decision == corrected && f.Suggested == "": // there was no stance to correct
		_, err = desk.Link(ctx, reviewer, instead)
	case f.Decision == corrected:
		_, err = desk.CorrectSuggestion(ctx, reviewer, suggestion, instead, f.Comment)
	default:
		_, err = desk.Answer(ctx, reviewer, suggestion, annotate.EvidenceState(f.Decision), f.Comment)
	}
	return err
}
