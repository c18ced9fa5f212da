package ui

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
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
	PMID     string // or a DOI or a PMCID, as it was typed, until a paper is found by it
	Missing  string // the identifier, if it is one, of which no paper is here
	Paper    *openPaper
	Stance   annotate.Stance
	Passage  string
	FullText string // where in the full text the passage stands, by the word of whoever links
	Quote    quoteProblem
	Back     string
	CSRF     string
	Problems map[string]string
}

// linkPage is the form by itself: where the form leads without JavaScript, and when something was wrong with it.
type linkPage struct {
	page
	Row  annotate.ClaimRow
	Form linkFields

	CanFetch bool // what isn't here can be had
}

// evidencePage is one piece of evidence with the forms for a decision.
type evidencePage struct {
	page
	View evidenceView
}

// linkForm shows the form by itself, with the paper that the address names when it is here.
func (s *Server) linkForm(c echo.Context) error {
	f := linkFields{PMID: c.QueryParam("paper"), Stance: annotate.Stance(c.QueryParam("stance")), Passage: c.QueryParam("passage")}
	if f.PMID != "" {
		if _, err := s.openPaper(c, &f, false); err != nil {
			return err
		}
	}
	return s.showLink(c, http.StatusOK, f)
}

// openPaper finds the form's paper and shows it in the form, or says in the form why it can't be had; then the PMID is
// empty.
func (s *Server) openPaper(c echo.Context, f *linkFields, fetch bool) (pmid string, err error) {
	f.Problems = map[string]string{}
	id, ok := readIdentifier(f.PMID)
	if !ok {
		f.Problems["PMID"] = noIdentifier
		return "", nil
	}
	held, err := s.paperBy(c.Request().Context(), id, fetch)
	if why, told := notFetched(id, err); told {
		f.Missing, f.Problems["PMID"] = id, "no paper with "+id+" is here yet"
		if fetch {
			f.Problems["PMID"] += ", and " + why
		}
		return "", nil
	}
	if err != nil {
		return "", err
	}
	f.PMID, f.Paper = held.PMID, s.openPaperOf(held, f.Passage)
	return held.PMID, nil
}

// linkAddress is where a paper is linked to a claim, with what is known of the link filled in.
func linkAddress(claim uuid.UUID, pmid string, stance annotate.Stance, passage, to string) string {
	return "/claims/" + claim.String() + "/evidence?" + url.Values{"paper": {pmid}, "stance": {string(stance)}, "passage": {passage}, "back": {to}}.Encode()
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
	if len(f.Problems) == 0 {
		f.Problems = nil
	}
	f.Claim, f.CSRF = id, token(c)
	f.Back = back(c, "/claims/"+id.String()+"#evidence")
	p := &linkPage{Row: row, Form: f, CanFetch: s.config.Literature != nil}
	p.Title, p.Section = "Link a paper", "claims"
	return s.show(c, status, "link", p)
}

// readLink is the form as it was sent. What was chosen comes before what was written, and what a button proposes before
// both.
func readLink(c echo.Context) linkFields {
	f := linkFields{
		PMID: c.FormValue("pmid"), Stance: annotate.Stance(c.FormValue("stance")),
		Passage: newlines.Replace(c.FormValue("passage")), FullText: c.FormValue("fulltext"),
	}
	if chosen := c.FormValue("sentence"); chosen != "" {
		f.Passage = chosen
	}
	if nearest := c.FormValue("use"); nearest != "" {
		f.Passage = nearest
	}
	if other := c.FormValue("instead"); other != "" {
		f.PMID = other
	}
	return f
}

func (s *Server) link(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	f := readLink(c)
	pmid, err := s.openPaper(c, &f, true)
	if err != nil {
		return err
	}
	if c.FormValue("act") == "show" {
		return s.showLink(c, http.StatusOK, f)
	}
	if err := s.linkTo(c.Request().Context(), id, pmid, &f); err != nil {
		return err
	}
	if len(f.Problems) > 0 || f.Quote.Text != "" {
		return s.showLink(c, http.StatusUnprocessableEntity, f)
	}
	return seeOther(c, back(c, "/claims/"+id.String()+"#evidence"))
}

// linkTo links the paper, or says in the form what is wrong.
func (s *Server) linkTo(ctx context.Context, claim uuid.UUID, pmid string, f *linkFields) error {
	if pmid == "" {
		if !slices.Contains(annotate.Stances, f.Stance) {
			f.Problems["stance"] = "choose supports, disputes or neutral"
		}
		return nil
	}
	_, err := s.config.Desk.Link(ctx, s.config.Reviewer, annotate.Linking{Claim: claim, PMID: pmid, Stance: f.Stance, Passage: f.Passage, FullText: f.FullText})
	if !errors.Is(err, annotate.ErrInvalid) {
		return err
	}
	f.Problems = fields(err)
	f.Quote, err = s.refusedQuote(ctx, f.Paper.Paper.Citation, f.Passage, f.Problems)
	return err
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
		EvidenceRow: row, Paper: s.paper(row.Citation), Back: to, CSRF: token(c),
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

// Glyph is the stance's sign: hollow while it is only suggested.
func (v evidenceView) Glyph() string {
	if v.Evidence.State == annotate.Suggested {
		return hollowGlyphs[v.Evidence.Stance]
	}
	return stanceGlyphs[v.Evidence.Stance]
}

// Stances are the choices of the form.
func (linkFields) Stances() []annotate.Stance { return annotate.Stances }
