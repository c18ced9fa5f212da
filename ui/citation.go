package ui

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// citationPage is a paper with the claims that rest on it; or, for a PMID that is not here, how to bring it in.
type citationPage struct {
	page
	PMID     string
	Known    bool
	Paper    paper
	Authors  string
	Evidence []evidenceView
	Total    int
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
	p := &citationPage{PMID: pmid, Upload: s.uploadForm(c)}
	p.Section = "citations"
	if !annotate.ValidPMID(pmid) {
		return fmt.Errorf("PMID %q: %w", pmid, annotate.ErrNotFound)
	}
	held, err := s.config.Store.Citation(ctx, pmid)
	if errors.Is(err, annotate.ErrNotFound) {
		p.Title = "PMID " + pmid + " is not here yet"
		return s.show(c, http.StatusNotFound, "citation", p)
	}
	if err != nil {
		return err
	}
	rows, total, err := everything(maxEvidence, func(page annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
		return s.config.Store.CitationEvidence(ctx, held.ID, page)
	})
	if err != nil {
		return err
	}
	p.Known, p.Paper, p.Total = true, paperOf(held), total
	p.Authors = authors(held.Authors, 0)
	for _, row := range rows {
		p.Evidence = append(p.Evidence, s.viewEvidence(c, row, "/citations/"+pmid, false))
	}
	p.Title = held.Title
	return s.show(c, http.StatusOK, "citation", p)
}

// citations is the list of papers, or, for a PMID that was typed, the way to its page.
func (s *Server) citations(c echo.Context) error {
	asked := c.QueryParam("pmid")
	if asked == "" {
		return s.showCitations(c, http.StatusOK, &citationsPage{})
	}
	if pmid := readPMID(asked); annotate.ValidPMID(pmid) {
		return seeOther(c, "/citations/"+pmid)
	}
	return s.showCitations(c, http.StatusUnprocessableEntity, &citationsPage{
		Asked: asked, Problem: "That is no PMID: a number of up to eight digits, as at the end of a PubMed address.",
	})
}

func (s *Server) showCitations(c echo.Context, status int, p *citationsPage) error {
	list, err := s.config.Store.Citations(c.Request().Context(), pageOf(c, annotate.DefaultPage))
	if err != nil {
		return err
	}
	for _, x := range list.Items {
		p.Papers = append(p.Papers, paperOf(x))
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
