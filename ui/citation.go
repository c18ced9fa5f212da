package ui

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"claimlens/annotate"
)

// citationPage is a paper with the claims that rest on it; or, for an identifier of which no paper is here, how to bring
// it in.
type citationPage struct {
	page
	PMID        string
	Known       bool
	Paper       paper
	Authors     string
	MoreAuthors string // of a list so long that it would push the paper out of sight
	More        int
	Language    string // of the original title, as browsers know it
	Published   string
	Revised     string
	Notices     []noticeView
	Checks      []annotate.NoticeCheck // the last of each source
	Falls       annotate.Falls
	Evidence    []evidenceView
	Rejected    []evidenceView
	Total       int // links to claims, rejected ones too

	Asked    string // the identifier of which no paper is here
	Why      string // it did not come
	CanFetch bool
	Offline  string
	Upload   uploadForm
}

// citationsPage is the list of papers, with the form that brings more in.
type citationsPage struct {
	page
	Papers  []paper
	Pager   pager
	Upload  uploadForm
	Summary *CitationSummary
	Name    string
	Asked   string // the PMID that was typed to be looked up
	Problem string // with it
}

// uploadForm takes a file of papers in, where this server can.
type uploadForm struct {
	On      bool
	CSRF    string
	Problem string
}

func (s *Server) uploadForm(c echo.Context) uploadForm {
	return uploadForm{On: s.config.Citations != nil, CSRF: token(c)}
}

func (s *Server) citation(c echo.Context) error {
	ctx, pmid := c.Request().Context(), c.Param("pmid")
	if !annotate.ValidPMID(pmid) {
		return fmt.Errorf("PMID %q: %w", pmid, annotate.ErrNotFound)
	}
	held, err := s.config.Store.Citation(ctx, pmid)
	if errors.Is(err, annotate.ErrNotFound) {
		return s.showUnknown(c, &citationPage{Asked: pmid})
	}
	if err != nil {
		return err
	}
	p := &citationPage{
		PMID: pmid, Known: true, Paper: s.paper(held), Authors: authors(held.Authors, 0), Language: tongue(held.Language),
		Published: partialDate(held.Date), Revised: partialDate(held.Revised), Notices: noticesOf(held), Upload: s.uploadForm(c),
	}
	if n := len(held.Authors); n > maxAuthors+3 { // what is folded away is more than the words that say so
		p.More, p.Authors, p.MoreAuthors = n-maxAuthors, authors(held.Authors[:maxAuthors], 0), authors(held.Authors[maxAuthors:], 0)
	}
	rows, total, err := everything(maxEvidence, func(page annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
		return s.config.Store.CitationEvidence(ctx, held.ID, page)
	})
	if err != nil {
		return err
	}
	p.Total = total
	for _, row := range rows {
		v := s.viewEvidence(c, row, "/citations/"+pmid, false)
		if row.Evidence.State == annotate.Rejected {
			p.Rejected = append(p.Rejected, v)
		} else {
			p.Evidence = append(p.Evidence, v)
		}
	}
	if err := s.readFalls(ctx, held, p); err != nil {
		return err
	}
	p.Title, p.Section = held.Title, "citations"
	return s.show(c, http.StatusOK, "citation", p)
}

// maxAuthors is how many authors a paper's page names at first.
const maxAuthors = 15

// maxChecks bounds how many answers of sources are read to find the last of each.
const maxChecks = 50

// readFalls reads who was last asked about the paper, and what would become of the claims that rest on it if it fell.
func (s *Server) readFalls(ctx context.Context, held annotate.Citation, p *citationPage) error {
	checks, err := s.config.Store.NoticeChecks(ctx, held.ID, annotate.Page{Limit: maxChecks})
	if err != nil {
		return err
	}
	asked := map[annotate.NoticeSource]bool{}
	for _, x := range checks.Items {
		if !asked[x.From] {
			asked[x.From] = true
			p.Checks = append(p.Checks, x)
		}
	}
	p.Falls, err = s.config.Desk.IfFallen(ctx, held.ID)
	return err
}

// showUnknown says that a paper is not here, and how it comes here.
func (s *Server) showUnknown(c echo.Context, p *citationPage) error {
	p.Upload, p.CanFetch, p.Offline = s.uploadForm(c), s.config.Literature != nil, offline
	p.Title, p.Section = p.Named()+" is not here yet", "citations"
	return s.show(c, http.StatusNotFound, "citation", p)
}

// Named is the identifier of a paper that is not here, as people write it.
func (p *citationPage) Named() string {
	if annotate.ValidPMID(p.Asked) {
		return "PMID " + p.Asked
	}
	return p.Asked
}

// Shown is how many of the links to claims are shown.
func (p *citationPage) Shown() int { return len(p.Evidence) + len(p.Rejected) }

// Spoken is the paper's language in words; empty for English, which goes without saying.
func (p *citationPage) Spoken() string {
	if p.Language == "" || p.Language == "en" {
		return ""
	}
	return display.English.Languages().Name(language.Make(p.Language))
}

// tongue is a language of PubMed's, three letters, as browsers know it; empty where they don't.
func tongue(three string) string {
	tag, err := language.ParseBase(three)
	if err != nil || tag.String() == "und" {
		return ""
	}
	return tag.String()
}

// citations is the list of papers, or, for an identifier that was typed, the way to its paper's page, or to how it comes
// here.
func (s *Server) citations(c echo.Context) error {
	asked := c.QueryParam("pmid")
	if asked == "" {
		return s.showCitations(c, http.StatusOK, &citationsPage{})
	}
	id, ok := readIdentifier(asked)
	if !ok {
		return s.showCitations(c, http.StatusUnprocessableEntity, &citationsPage{Asked: asked, Problem: noIdentifier})
	}
	held, err := s.held(c.Request().Context(), id)
	switch {
	case err == nil:
		return seeOther(c, "/citations/"+held.PMID)
	case errors.Is(err, annotate.ErrNotFound) && annotate.ValidPMID(id):
		return seeOther(c, "/citations/"+id)
	case errors.Is(err, annotate.ErrNotFound):
		return s.showUnknown(c, &citationPage{Asked: id})
	}
	return err
}

func (s *Server) showCitations(c echo.Context, status int, p *citationsPage) error {
	list, err := s.config.Store.Citations(c.Request().Context(), pageOf(c, annotate.DefaultPage))
	if err != nil {
		return err
	}
	for _, x := range list.Items {
		p.Papers = append(p.Papers, s.paper(x))
	}
	problem := p.Upload.Problem
	p.Upload = s.uploadForm(c)
	p.Upload.Problem = problem
	p.Pager = pagerOf(c, list)
	p.Title, p.Section = "Papers", "citations"
	return s.show(c, status, "citations", p)
}

func (s *Server) citationsImport(c echo.Context) error {
	if s.config.Citations == nil {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	defer removeUploads(c)
	header, err := c.FormFile("file")
	if err != nil || header.Size == 0 {
		if tooLarge(err) {
			return echo.NewHTTPError(http.StatusRequestEntityTooLarge)
		}
		return s.showCitations(c, http.StatusUnprocessableEntity, &citationsPage{Upload: uploadForm{Problem: "choose a file first"}})
	}
	f, err := header.Open()
	if err != nil {
		return err
	}
	defer f.Close()
	sum, err := s.config.Citations.ImportCitations(c.Request().Context(), header.Filename, f)
	if errors.Is(err, annotate.ErrInvalid) {
		text := strings.TrimSuffix(err.Error(), ": "+annotate.ErrInvalid.Error())
		return s.showCitations(c, http.StatusUnprocessableEntity, &citationsPage{Upload: uploadForm{Problem: text}})
	}
	if err != nil {
		return err
	}
	return s.showCitations(c, http.StatusOK, &citationsPage{Summary: &sum, Name: header.Filename})
}
