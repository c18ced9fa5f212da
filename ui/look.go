package ui

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// firstHits is how many papers of a search are shown.
const firstHits = 20

// lookPage is a search for papers about a claim beyond those that are here.
type lookPage struct {
	page
	Row  annotate.ClaimRow
	Look lookView
}

// lookView is the question for PubMed, which can be changed, and what came of it.
type lookView struct {
	Claim   uuid.UUID
	On      bool // somebody beyond this machine can be asked
	Query   string
	Where   string // that was asked; empty: nobody yet
	Total   int
	Notes   []string // what was said of the query
	Hits    []hit
	Why     string // nothing came
	PubMed  string // the query at PubMed itself
	Record  recordFields
	Here    string // this search's address
	CSRF    string
	Offline string
}

// hit is a paper that a search found.
type hit struct {
	Paper  paper
	Held   bool
	Linked bool // to the claim, or rejected
}

// recordFields is a search that somebody made, as it is recorded.
type recordFields struct {
	Where, Query string
	Hits, Looked string
	Outcome      annotate.SearchOutcome
	Comment      string
	Problems     map[string]string
}

// lookView is the form with the question that a claim makes, when nobody has been asked yet.
func (s *Server) lookView(c echo.Context, claim uuid.UUID, query string) lookView {
	v := lookView{Claim: claim, On: s.config.Literature != nil, Query: query, CSRF: token(c), Here: "/claims/" + claim.String() + "/look", Offline: offline}
	v.PubMed = "https://pubmed.ncbi.nlm.nih.gov/?" + url.Values{"term": {query}}.Encode()
	return v
}

// look asks a place for papers. Nothing is asked for a page of another site that leads here: it is for people to ask.
func (s *Server) look(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	v := s.lookView(c, id, strings.TrimSpace(c.QueryParam("q")))
	where := c.QueryParam("where")
	if v.On && v.Query != "" && (where == InPubMed || where == InEuropePMC) && c.Request().Header.Get("Sec-Fetch-Site") != "cross-site" {
		v.Where, v.Here = where, v.Here+"?"+url.Values{"where": {where}, "q": {v.Query}}.Encode()
		if err := s.ask(c, &v); err != nil {
			return err
		}
	}
	return s.showLook(c, http.StatusOK, v)
}

func (s *Server) showLook(c echo.Context, status int, v lookView) (err error) {
	p := &lookPage{Look: v}
	if p.Row, err = s.config.Store.Claim(c.Request().Context(), v.Claim); err != nil {
		return err
	}
	p.Title, p.Section = "Look for papers", "claims"
	return s.show(c, status, "look", p)
}

// ask fills in what a place answers, or why it does not.
func (s *Server) ask(c echo.Context, v *lookView) error {
	ctx := c.Request().Context()
	hits, err := s.config.Literature.Search(ctx, v.Where, v.Query, firstHits)
	if errors.Is(err, annotate.ErrUnavailable) || errors.Is(err, annotate.ErrInvalid) {
		v.Why = inWords(err)
		return nil
	}
	if err != nil {
		return err
	}
	rows, _, err := s.claimEvidence(ctx, v.Claim, noTime)
	if err != nil {
		return err
	}
	linked := map[string]bool{}
	for _, row := range rows {
		linked[row.Citation.PMID] = true
	}
	v.Total, v.Notes = hits.Total, hits.Notes
	for _, x := range hits.Citations {
		_, err := s.config.Store.Citation(ctx, x.PMID)
		if err != nil && !errors.Is(err, annotate.ErrNotFound) {
			return err
		}
		v.Hits = append(v.Hits, hit{Paper: paperOf(x), Held: err == nil, Linked: linked[x.PMID]})
	}
	v.Record = recordFields{Where: v.Where, Query: cmp.Or(hits.Query, v.Query), Hits: strconv.Itoa(v.Total), Looked: strconv.Itoa(len(v.Hits))}
	return nil
}

// record keeps that somebody looked for papers, and what came of it.
func (s *Server) record(c echo.Context) error {
	ctx := c.Request().Context()
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	f := recordFields{
		Where: strings.TrimSpace(c.FormValue("where")), Query: strings.TrimSpace(newlines.Replace(c.FormValue("query"))), Hits: c.FormValue("hits"), Looked: c.FormValue("looked"),
		Outcome: annotate.SearchOutcome(c.FormValue("outcome")), Comment: c.FormValue("comment"),
	}
	var p annotate.Problems
	search := annotate.Search{Claim: id, Where: f.Where, Query: f.Query, Outcome: f.Outcome, Comment: f.Comment}
	search.Hits, search.Looked = readCount(&p, "hits", f.Hits), readCount(&p, "looked", f.Looked)
	if err = p.Err(); err == nil {
		_, err = s.config.Desk.Look(ctx, s.config.Reviewer, search)
	}
	if errors.Is(err, annotate.ErrInvalid) {
		v := s.lookView(c, id, f.Query)
		f.Problems = fields(err)
		v.Record = f
		return s.showLook(c, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return seeOther(c, back(c, "/claims/"+id.String()+"#searches"))
}

// readCount reads how many papers a field says.
func readCount(p *annotate.Problems, field, text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		p.Add(field, "%q is no number of papers", text)
	}
	return n
}

// HereEscaped is the search's address within another address.
func (v lookView) HereEscaped() string { return url.QueryEscape(v.Here) }
