package ui

import (
	"errors"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// dropPage is the form in which an editor says why a claim is dropped.
type dropPage struct {
	editPage
	Again   []annotate.MentionRow // where else in the article the claim is made
	Reason  annotate.DropReason
	Comment string
	Chosen  map[uuid.UUID]bool
	Problem map[string]string
}

// Reasons are the choices of the form.
func (*dropPage) Reasons() []annotate.DropReason { return annotate.DropReasons }

func (s *Server) dropForm(c echo.Context) error {
	p, err := s.dropping(c)
	if err != nil {
		return err
	}
	return s.show(c, http.StatusOK, "drop", p)
}

func (s *Server) dropping(c echo.Context) (*dropPage, error) {
	e, _, err := s.replacing(c, annotate.Dropped, "drop")
	if err != nil {
		return nil, err
	}
	p := &dropPage{editPage: *e, Chosen: map[uuid.UUID]bool{}}
	first := p.Was[0].Mention
	rows, _, err := s.allMentions(c.Request().Context(), first.Article, first.Revision)
	for _, r := range rows {
		if r.Claim.ID == first.Claim && r.Mention.ID != first.ID {
			p.Again = append(p.Again, r)
		}
	}
	return p, err
}

func (s *Server) drop(c echo.Context) error {
	p, err := s.dropping(c)
	if err != nil {
		return err
	}
	p.Reason, p.Comment = annotate.DropReason(c.FormValue("reason")), c.FormValue("comment")
	ids := []uuid.UUID{p.Was[0].Mention.ID}
	for _, text := range formOf(c)["too"] {
		if id, err := uuid.Parse(text); err == nil && !p.Chosen[id] {
			p.Chosen[id] = true
			ids = append(ids, id)
		}
	}
	if p.Changed != nil {
		return s.show(c, http.StatusConflict, "drop", p)
	}
	e, err := s.config.Desk.DropClaim(c.Request().Context(), s.config.Reviewer, ids, p.Reason, p.Comment)
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		p.Problem = fields(err)
		return s.show(c, http.StatusUnprocessableEntity, "drop", p)
	case errors.Is(err, annotate.ErrConflict):
		p.Changed = &changed{Read: true}
		return s.show(c, http.StatusConflict, "drop", p)
	case err != nil:
		return err
	}
	return s.edited(c, e, e.Article, p.Back)
}

// restore puts a dropped claim back.
func (s *Server) restore(c echo.Context) error {
	row, err := s.mentionOf(c)
	if err != nil {
		return err
	}
	e, err := s.config.Desk.RestoreClaim(c.Request().Context(), s.config.Reviewer, row.Mention.ID)
	if errors.Is(err, annotate.ErrInvalid) {
		return madeAnew(err)
	}
	if errors.Is(err, annotate.ErrConflict) {
		return told{err, "The article was read again since, with another text.", "Look at the latest text: the claim may stand there, or can be added."}
	}
	if err != nil {
		return err
	}
	return s.edited(c, e, row.Mention.Article, "/articles/"+row.Mention.Article.String()+"#claim-"+row.Claim.ID.String())
}
