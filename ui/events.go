package ui

import (
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

// eventView is an event with the address of what it is about.
type eventView struct {
	annotate.Event
	Address string
}

func (s *Server) events(c echo.Context) error {
	list, err := s.config.Store.Events(c.Request().Context(), uuid.Nil, pageOf(c, 100))
	if err != nil {
		return err
	}
	p := &eventsPage{Pager: pagerOf(c, list)}
	for _, x := range list.Items {
		p.Events = append(p.Events, eventView{Event: x, Address: subjectAddress(x)})
	}
	p.Title, p.Section = "History", "events"
	return s.show(c, http.StatusOK, "events", p)
}

// subjectAddress is the page of what an event is about; none for papers, whose pages go by PMID.
func subjectAddress(x annotate.Event) string {
	switch x.Kind {
	case annotate.ArticleImported, annotate.ArticleChanged:
		return "/articles/" + x.Subject.String()
	case annotate.EvidenceLinked, annotate.EvidenceDecided, annotate.ClaimGraded:
		return "/claims/" + x.Subject.String()
	}
	return "/citations"
}
