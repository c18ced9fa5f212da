package ui

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// Literature is the world's papers beyond those that are here. An error that is annotate.ErrUnavailable says in words
// that people read why they can't be asked now.
type Literature interface {
	// Fetch is the paper with this PMID, DOI or PMCID.
	Fetch(ctx context.Context, id string) (annotate.Citation, error)
	// Search asks InPubMed or InEuropePMC for the papers that a query finds, the first ones up to limit.
	Search(ctx context.Context, where, query string, limit int) (LiteratureHits, error)
}

// LiteratureHits are the first papers that a search found, and how many it found in all.
type LiteratureHits struct {
	Where     string
	Query     string // as it was sent
	Total     int
	Notes     []string // what was said of the query, as sentences
	Citations []annotate.Citation
}

// The places where papers are looked for, by the names under which a search is recorded.
const (
	InPubMed    = "PubMed"
	InEuropePMC = "Europe PMC"
	inStore     = "the papers here"
)

// offline says why nothing is fetched when there is no Literature.
const offline = "this server was started with --offline, so nothing is asked of anybody over the network"

// paperBy is the paper with this identifier: the one that is here, else, if fetch says so, the one that is fetched and
// kept. The error of one that isn't here says in words what stands in the way.
func (s *Server) paperBy(ctx context.Context, id string, fetch bool) (annotate.Citation, error) {
	held, err := s.held(ctx, id)
	if !fetch || !errors.Is(err, annotate.ErrNotFound) {
		return held, err
	}
	if s.config.Literature == nil {
		return held, fmt.Errorf("%s: %w", offline, annotate.ErrUnavailable)
	}
	got, err := s.config.Literature.Fetch(ctx, id)
	if err != nil {
		return got, err
	}
	if _, _, err := s.config.Desk.Cite(ctx, s.config.Reviewer, "fetched by "+id, []annotate.Citation{got}); err != nil {
		return got, err
	}
	return s.held(ctx, got.PMID)
}

// notFetched says why a paper did not come: it is nowhere, or nobody could be asked.
func notFetched(id string, err error) (string, bool) {
	switch {
	case errors.Is(err, annotate.ErrUnavailable):
		return inWords(err), true
	case errors.Is(err, annotate.ErrNotFound):
		return fmt.Sprintf("neither the papers here nor PubMed have a paper with %s", id), true
	case errors.Is(err, annotate.ErrInvalid):
		return inWords(err), true
	}
	return "", false
}

// inWords is an error without the name of its kind.
func inWords(err error) string {
	text := err.Error()
	for _, kind := range []error{annotate.ErrUnavailable, annotate.ErrInvalid, annotate.ErrNotFound, annotate.ErrForbidden} {
		text = strings.TrimSuffix(text, ": "+kind.Error())
	}
	return text
}

// citationFetch fetches a paper, keeps it, and goes on to where the form says, else to the paper's page.
func (s *Server) citationFetch(c echo.Context) error {
	asked := strings.TrimSpace(c.FormValue("id"))
	id, ok := readIdentifier(asked)
	if !ok {
		return s.showCitations(c, http.StatusUnprocessableEntity, &citationsPage{Asked: asked, Problem: noIdentifier})
	}
	got, err := s.paperBy(c.Request().Context(), id, true)
	if why, told := notFetched(id, err); told {
		return s.showUnknown(c, &citationPage{Asked: id, Why: why})
	}
	if err != nil {
		return err
	}
	return seeOther(c, back(c, "/citations/"+got.PMID))
}

// noIdentifier says what is looked for where something else was typed.
const noIdentifier = "That is no PMID, DOI or PMCID: a number of up to eight digits, 10.1000/…, or PMC and a number."

// readIdentifier takes a paper's identifier out of what people paste.
func readIdentifier(text string) (string, bool) {
	id, err := annotate.ReadIdentifier(text)
	return id.Value, err == nil
}

// held is the paper with this identifier, if it is here.
func (s *Server) held(ctx context.Context, id string) (annotate.Citation, error) {
	return s.config.Store.CitationBy(ctx, id)
}
