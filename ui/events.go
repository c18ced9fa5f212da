package ui

import (
	"context"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// eventsPage is the history of everything, newest first.
type eventsPage struct {
	page
	Events []eventView
	Pager  pager
}

// eventView is an event with what it is about.
type eventView struct {
	annotate.Event
	Address string
	About   string // a claim's text, an article's title; empty for papers
}

func (s *Server) events(c echo.Context) error {
	ctx := c.Request().Context()
	list, err := s.config.Store.Events(ctx, uuid.Nil, pageOf(c, annotate.DefaultPage))
	if err != nil {
		return err
	}
	p := &eventsPage{Pager: pagerOf(c, list)}
	about := map[uuid.UUID]string{}
	for _, x := range list.Items {
		v := eventView{Event: x, Address: subjectAddress(x)}
		if _, met := about[x.Subject]; !met {
			if about[x.Subject], err = s.subjectOf(ctx, x); err != nil {
				return err
			}
		}
		v.About = about[x.Subject]
		p.Events = append(p.Events, v)
	}
	p.Title, p.Section = "History", "events"
	return s.show(c, http.StatusOK, "events", p)
}

// subjectOf is what an event is about, in words.
func (s *Server) subjectOf(ctx context.Context, x annotate.Event) (string, error) {
	switch x.Kind {
	case annotate.ArticleImported, annotate.ArticleChanged, annotate.ClaimsEdited:
		row, err := s.config.Store.ArticleRow(ctx, x.Subject)
		return row.Title, err
	case annotate.EvidenceLinked, annotate.EvidenceDecided, annotate.EvidenceSought, annotate.ClaimGraded:
		row, err := s.config.Store.Claim(ctx, x.Subject)
		return row.Claim.Text, err
	case annotate.CitationsImported, annotate.NoticesHeard: // a batch of them
	}
	return "", nil
}

// subjectAddress is the page of what an event is about; the list for papers, whose pages go by PMID.
func subjectAddress(x annotate.Event) string {
	switch x.Kind {
	case annotate.ArticleImported, annotate.ArticleChanged, annotate.ClaimsEdited:
		return "/articles/" + x.Subject.String()
	case annotate.EvidenceLinked, annotate.EvidenceDecided, annotate.EvidenceSought, annotate.ClaimGraded:
		return "/claims/" + x.Subject.String()
	case annotate.CitationsImported, annotate.NoticesHeard:
	}
	return "/citations"
}
