package ui

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// evidenceView is one piece of evidence as claims and papers show it.
type evidenceView struct {
	annotate.EvidenceRow
	Paper   paper
	Mine    bool // suggested by the reader, who therefore may not decide on it
	Decide  bool // the forms for a decision are shown
	Back    string
	CSRF    string
	Comment string
	Problem string
}

// linkFields is the form that links a paper to a claim, as it was filled in.
type linkFields struct {
	Claim    uuid.UUID
	PMID     string // as it was typed, until a paper is found by it
	Missing  string // the PMID, if it is one, of which no paper is here
	Stance   annotate.Stance
	Passage  string
	Back     string
	CSRF     string
	Problems map[string]string
}

// linkPage is the form by itself: where the form leads without JavaScript, and when something was wrong with it.
type linkPage struct {
	page
	Row  annotate.ClaimRow
	Form linkFields
}

// evidencePage is one piece of evidence with the forms for a decision.
type evidencePage struct {
	page
	View evidenceView
}

func (s *Server) linkForm(c echo.Context) error {
	return s.showLink(c, http.StatusOK, linkFields{PMID: c.QueryParam("pmid"), Stance: annotate.Stance(c.QueryParam("stance"))})
}

func (s *Server) showLink(c echo.Context, status int, f linkFields) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	row, err := s.config.Store.Claim(c.Request().Context(), id)
	if err != nil {
		return err
	}
	f.Claim, f.CSRF = id, token(c)
	f.Back = back(c, "/claims/"+id.String()+"#evidence")
	p := &linkPage{Row: row, Form: f}
	p.Title, p.Section = "Link a paper", "claims"
	return s.show(c, status, "link", p)
}

func (s *Server) link(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	f := linkFields{PMID: c.FormValue("pmid"), Stance: annotate.Stance(c.FormValue("stance")), Passage: c.FormValue("passage")}
	pmid := readPMID(f.PMID)
	_, err = s.config.Desk.Link(c.Request().Context(), s.config.Reviewer, annotate.Linking{Claim: id, PMID: pmid, Stance: f.Stance, Passage: f.Passage})
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		f.Problems = fields(err)
		return s.showLink(c, http.StatusUnprocessableEntity, f)
	case errors.Is(err, annotate.ErrNotFound):
		if _, missing := s.config.Store.Citation(c.Request().Context(), pmid); errors.Is(missing, annotate.ErrNotFound) {
			f.Missing = pmid
			f.Problems = map[string]string{"PMID": "no paper with this PMID is here yet: bring it in, then link it"}
			return s.showLink(c, http.StatusUnprocessableEntity, f)
		}
		return err
	case err != nil:
		return err
	}
	return seeOther(c, back(c, "/claims/"+id.String()+"#evidence"))
}

// readPMID takes a PMID out of what people paste: the number, the number with its label, or a PubMed address, also one
// that holds the search by which the paper was found. The number at the end of a DOI is no PMID.
func readPMID(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 4 && strings.EqualFold(s[:4], "PMID") {
		return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s[4:]), ":"))
	}
	if !strings.Contains(strings.ToLower(s), "pubmed") {
		return s
	}
	address, _, _ := strings.Cut(s, "?")
	address, _, _ = strings.Cut(address, "#")
	address = strings.TrimRight(address, "/")
	return address[strings.LastIndexByte(address, '/')+1:]
}

func (s *Server) evidence(c echo.Context) error {
	return s.showEvidence(c, http.StatusOK, "", "")
}

func (s *Server) showEvidence(c echo.Context, status int, comment, problem string) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	row, err := s.config.Store.Evidence(c.Request().Context(), id)
	if err != nil {
		return err
	}
	v := s.viewEvidence(c, row, back(c, "/claims/"+row.Claim.ID.String()+"#evidence"), true)
	v.Comment, v.Problem = comment, problem
	p := &evidencePage{View: v}
	p.Title, p.Section = "Evidence", "claims"
	return s.show(c, status, "evidence", p)
}

// viewEvidence is a row as it is shown. Where decide is false, as in the past, nothing can be decided.
func (s *Server) viewEvidence(c echo.Context, row annotate.EvidenceRow, to string, decide bool) evidenceView {
	mine := row.Evidence.By == s.config.Reviewer
	return evidenceView{
		EvidenceRow: row, Paper: paperOf(row.Citation), Back: to, CSRF: token(c),
		Mine: mine, Decide: decide && !mine,
	}
}

// claimEvidence reads the evidence of a claim as of a time, and how much there is.
func (s *Server) claimEvidence(ctx context.Context, claim uuid.UUID, asOf time.Time) ([]annotate.EvidenceRow, int, error) {
	return everything(maxEvidence, func(p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
		return s.config.Store.ClaimEvidence(ctx, claim, asOf, p)
	})
}

func (s *Server) decide(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	comment := c.FormValue("comment")
	err = s.config.Desk.Decide(c.Request().Context(), s.config.Reviewer, id, annotate.EvidenceState(c.FormValue("decision")), comment)
	if errors.Is(err, annotate.ErrInvalid) {
		problem := ""
		for field, text := range fields(err) {
			problem = fmt.Sprintf("%s: %s", field, text)
			if field == "comment" && strings.TrimSpace(comment) == "" {
				problem = "say why: a rejection needs a comment"
			}
		}
		return s.showEvidence(c, http.StatusUnprocessableEntity, comment, problem)
	}
	if err != nil {
		return err
	}
	row, err := s.config.Store.Evidence(c.Request().Context(), id)
	if err != nil {
		return err
	}
	return seeOther(c, back(c, "/claims/"+row.Claim.ID.String()+"#evidence"))
}

// token is what forms hold against being sent from elsewhere.
func token(c echo.Context) string {
	t, _ := c.Get("csrf").(string) // the middleware sets it before every handler
	return t
}

// Stances are the choices of the form.
func (linkFields) Stances() []annotate.Stance { return annotate.Stances }
