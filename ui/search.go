package ui

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// searchPage is the answer to a search over claims.
type searchPage struct {
	page
	Found []found
	Pager pager
}

// found is a claim with the searched words marked.
type found struct {
	annotate.ClaimRow
	Text []stretch
}

// maxQuery is how much of a query is looked at, in bytes: more words than anybody types.
const maxQuery = 500

func (s *Server) search(c echo.Context) error {
	p := &searchPage{}
	p.Query = strings.TrimSpace(strings.ToValidUTF8(c.QueryParam("q"), ""))
	if len(p.Query) > maxQuery {
		p.Query = strings.ToValidUTF8(p.Query[:maxQuery], "")
	}
	list, err := s.config.Store.SearchClaims(c.Request().Context(), p.Query, pageOf(c, annotate.DefaultPage))
	if err != nil {
		return err
	}
	for _, row := range list.Items {
		p.Found = append(p.Found, found{ClaimRow: row, Text: markWords(row.Claim.Text, p.Query)})
	}
	p.Pager = pagerOf(c, list)
	p.Title, p.Section = "Search", "search"
	if p.Query != "" {
		p.Title = p.Query
	}
	return s.show(c, http.StatusOK, "search", p)
}
