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
	Comment   string
}

// corrected is an answer that says what the suggestion should have been. The other two are states of evidence.
const corrected = "corrected"

// machine signs what this program suggests.
const machine = "claimlens"

func readAnswer(c echo.Context) answerFields {
	f := answerFields{
		PMID: c.FormValue("pmid"), Suggested: annotate.Stance(c.FormValue("suggested")), Said: newlines.Replace(c.FormValue("said")),
		Decision: c.FormValue("decision"), Stance: annotate.Stance(c.FormValue("stance")),
		Passage: newlines.Replace(c.FormValue("passage")), Comment: c.FormValue("comment"),
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
	err = s.keepAnswer(ctx, id, held, x.Form)
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		x.Problems = fields(err)
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
func (s *Server) keepAnswer(ctx context.Context, claim uuid.UUID, held annotate.Citation, f answerFields) error {
	desk, reviewer := s.config.Desk, s.config.Reviewer
	state, comment := annotate.EvidenceState(f.Decision), strings.TrimSpace(f.Comment)
	if f.Decision == corrected {
		if err := s.linkQuote(ctx, claim, held, f.Stance, f.Passage); err != nil {
			return err
		}
		state, comment = annotate.Rejected, "Corrected."
	}
	switch {
	case state != annotate.Accepted && state != annotate.Rejected:
		return annotate.Problems{{Field: "decision", Text: "choose accept, reject or correct"}}
	case state == annotate.Rejected && comment == "":
		return annotate.Problems{{Field: "comment", Text: "say why: a rejection needs a comment"}}
	}
	e, err := desk.Link(ctx, machine, claim, held.PMID, f.Suggested, f.Said)
	if err != nil {
		return err
	}
	return desk.Decide(ctx, reviewer, e.ID, state, comment)
}
