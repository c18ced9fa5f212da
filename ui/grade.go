package ui

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// gradeFields is the form that grades a claim, as it was filled in.
type gradeFields struct {
	Claim     uuid.UUID
	Seen      uuid.UUID // the reader's grade that the form began from
	Verdict   annotate.Verdict
	Certainty annotate.Certainty
	Rationale string
	Back      string
	CSRF      string
	Problems  map[string]string
	Newer     []annotate.Grade // after a conflict: the grades that were made since the form was read
}

// Verdicts are the choices of the form.
func (gradeFields) Verdicts() []annotate.Verdict { return annotate.Verdicts }

// Certainties are the choices of the form.
func (gradeFields) Certainties() []annotate.Certainty { return annotate.Certainties }

// gradePage is the form by itself: where it leads when something was wrong with it.
type gradePage struct {
	page
	Row  annotate.ClaimRow
	Form gradeFields
}

func (s *Server) gradeForm(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	grades, err := s.grades(c.Request().Context(), id, noTime)
	if err != nil {
		return err
	}
	f := s.gradeFrom(c, id, grades, back(c, "/claims/"+id.String()+"#grades"))
	if v := annotate.Verdict(c.QueryParam("verdict")); v != "" {
		f.Verdict = v
	}
	return s.showGrade(c, http.StatusOK, f)
}

// gradeFrom is the form filled in with the reader's own grade, if there is one.
func (s *Server) gradeFrom(c echo.Context, claim uuid.UUID, grades []annotate.Grade, to string) gradeFields {
	f := gradeFields{Claim: claim, Back: to, CSRF: token(c)}
	for _, g := range annotate.CurrentGrades(grades) {
		if g.By == s.config.Reviewer {
			f.Seen, f.Verdict, f.Certainty, f.Rationale = g.ID, g.Verdict, g.Certainty, g.Rationale
		}
	}
	return f
}

func (s *Server) showGrade(c echo.Context, status int, f gradeFields) error {
	row, err := s.config.Store.Claim(c.Request().Context(), f.Claim)
	if err != nil {
		return err
	}
	p := &gradePage{Row: row, Form: f}
	p.Title, p.Section = "Grade a claim", "claims"
	return s.show(c, status, "grade", p)
}

func (s *Server) grade(c echo.Context) error {
	ctx := c.Request().Context()
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	f := gradeFields{
		Claim: id, Verdict: annotate.Verdict(c.FormValue("verdict")), Certainty: annotate.Certainty(c.FormValue("certainty")),
		Rationale: c.FormValue("rationale"), Back: back(c, "/claims/"+id.String()+"#grades"), CSRF: token(c),
	}
	f.Seen, _ = uuid.Parse(c.FormValue("seen")) // what is no identifier is no grade that anybody saw
	_, err = s.config.Desk.Grade(ctx, s.config.Reviewer, id, f.Seen, f.Verdict, f.Certainty, f.Rationale)
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		f.Problems = fields(err)
		return s.showGrade(c, http.StatusUnprocessableEntity, f)
	case errors.Is(err, annotate.ErrConflict):
		return s.gradeAgain(c, f)
	case err != nil:
		return err
	}
	return seeOther(c, f.Back)
}

// gradeAgain shows what was graded since, and keeps what was typed; sending it again replaces what is shown.
func (s *Server) gradeAgain(c echo.Context, f gradeFields) error {
	grades, err := s.grades(c.Request().Context(), f.Claim, noTime)
	if err != nil {
		return err
	}
	f.Newer, f.Seen = nil, uuid.Nil
	for _, g := range annotate.CurrentGrades(grades) {
		if g.By == s.config.Reviewer {
			f.Seen = g.ID
			f.Newer = append(f.Newer, g)
		}
	}
	return s.showGrade(c, http.StatusConflict, f)
}

// maxGrades bounds how many grades of one claim are read for a page.
const maxGrades = 2000

// grades reads the grades of a claim as of a time, newest first.
func (s *Server) grades(ctx context.Context, claim uuid.UUID, asOf time.Time) ([]annotate.Grade, error) {
	grades, _, err := everything(maxGrades, func(p annotate.Page) (annotate.List[annotate.Grade], error) {
		return s.config.Store.ClaimGrades(ctx, claim, asOf, p)
	})
	return grades, err
}

// Replacing says whether the reader has graded the claim before.
func (f gradeFields) Replacing() bool { return f.Seen != uuid.Nil }
