package ui

import (
	"context"
	"net/url"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// pager says which part of a list a page shows and where the rest is.
type pager struct {
	First, Last, Total int
	Start, Next        string // addresses; empty where there is none
}

// pageOf is the page that a request asks for.
func pageOf(c echo.Context, limit int) annotate.Page {
	return annotate.Page{After: c.QueryParam("after"), Limit: limit}
}

// pagerOf is the pager of a list that is read at the request's own address.
func pagerOf[T any](c echo.Context, l annotate.List[T]) pager {
	p := pager{First: l.First, Last: l.First + len(l.Items) - 1, Total: l.Total}
	if len(l.Items) == 0 {
		p.First, p.Last = 0, 0
	}
	at := func(after string) string {
		q := url.Values{}
		for key, values := range c.QueryParams() {
			q[key] = values
		}
		if q.Del("after"); after != "" {
			q.Set("after", after)
		}
		if len(q) == 0 {
			return c.Request().URL.Path
		}
		return c.Request().URL.Path + "?" + q.Encode()
	}
	if l.Next != "" {
		p.Next = at(l.Next)
	}
	if l.First > 1 {
		p.Start = at("")
	}
	return p
}

// everything reads a list to its end, or to the limit at which a page would be of no use to anybody.
func everything[T any](limit int, read func(annotate.Page) (annotate.List[T], error)) (items []T, total int, err error) {
	p := annotate.Page{Limit: min(limit, annotate.MaxPage)}
	for {
		l, err := read(p)
		if err != nil {
			return nil, 0, err
		}
		items, total = append(items, l.Items...), l.Total
		if p.After = l.Next; p.After == "" || len(items) >= limit {
			return items, total, nil
		}
	}
}

// allMentions are the claims made in a revision of an article, as many as a page shows, and how many there are.
func (s *Server) allMentions(ctx context.Context, article uuid.UUID, revision int) ([]annotate.MentionRow, int, error) {
	return everything(maxMentions, func(p annotate.Page) (annotate.List[annotate.MentionRow], error) {
		return s.config.Store.Mentions(ctx, article, revision, p)
	})
}
