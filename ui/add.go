package ui

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// maxPlaces bounds at how many places the words of a new claim are shown to choose from.
const maxPlaces = 20

// adding is the form that adds a claim to an article.
func (s *Server) adding(c echo.Context) (*editPage, annotate.Article, *annotate.Text, error) {
	id, err := identifier(c, "id")
	if err != nil {
		return nil, annotate.Article{}, nil, err
	}
	p, a, err := s.newEdit(c, annotate.Added, id)
	if err != nil {
		return nil, a, nil, err
	}
	p.Action = "/articles/" + id.String() + "/add"
	return p, a, annotate.NewText(a.Text), nil
}

// addForm asks for the words that make the claim, looks for them in the text, asks again where they stand at several places,
// and then for the claim itself.
func (s *Server) addForm(c echo.Context) error {
	p, a, t, err := s.adding(c)
	if err != nil {
		return err
	}
	quote := strings.TrimSpace(c.QueryParam("quote"))
	ask := entryFields{N: 1, Of: 1, Name: p.name(), Quote: quote}
	p.Choosing = true
	found := s.placesOf(c, t, quote)
	places := slices.DeleteFunc(slices.Clone(found), func(x annotate.Place) bool {
		_, ok := a.BlockAt(x.Start, x.End)
		return !ok
	})
	switch {
	case quote == "":
	case len(places) < len(found) && len(places) == 0:
		ask.Problems = map[string]string{"quote": "these words lie in more than one paragraph"}
	case len(places) == 0:
		ask.Problems = map[string]string{"quote": "these words are not in the article, one after the other"}
	case len(places) == 1:
		p.Choosing = false
		e := annotate.Entry{Start: places[0].Start, End: places[0].End, Text: standAlone(quoteAt(t, places[0]))}
		ask = entryOf(t, e, p.name()+strconv.Itoa(e.Start))
	default:
		p.More = len(places) > maxPlaces
		for _, x := range places[:min(len(places), maxPlaces)] {
			p.Places = append(p.Places, entryOf(t, annotate.Entry{Start: x.Start, End: x.End}, ""))
		}
	}
	p.Parts = []entryFields{ask}
	return s.show(c, http.StatusOK, "edit", p)
}

// placesOf is where the words stand: at the place that was chosen, or the one whose surroundings were selected with them,
// else anywhere.
func (s *Server) placesOf(c echo.Context, t *annotate.Text, quote string) []annotate.Place {
	at, err := strconv.Atoi(c.QueryParam("at"))
	prefix, suffix := c.QueryParam("prefix"), c.QueryParam("suffix")
	if quote != "" && (err == nil || prefix+suffix != "") {
		if place, err := t.Find(annotate.Anchor{Exact: quote, Prefix: prefix, Suffix: suffix, Start: at}); err == nil {
			return []annotate.Place{place}
		}
	}
	return t.Places(quote, maxPlaces+1)
}

func (s *Server) add(c echo.Context) error {
	p, _, t, err := s.adding(c)
	if err != nil {
		return err
	}
	return s.submit(c, p, t, func(entries []annotate.Entry) (annotate.Edit, error) {
		return s.config.Desk.AddClaim(c.Request().Context(), s.config.Reviewer, p.Row.ID, p.Row.Revision, entries[0])
	})
}
