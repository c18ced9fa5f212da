package ui

import (
	"net/http"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// maxNear is how many of the nearest claims are offered to merge one with.
const maxNear = 12

// mergeForm asks which claims of the article are one with this, and then for the claim that they are.
func (s *Server) mergeForm(c echo.Context) error {
	p, t, err := s.merging(c, c.QueryParams()["with"])
	if err != nil {
		return err
	}
	if p.Changed == nil && !p.Choosing {
		p.Parts = []entryFields{entryOf(t, merged(p.Was), p.name())}
	}
	return s.show(c, http.StatusOK, "edit", p)
}

func (s *Server) merge(c echo.Context) error {
	p, t, err := s.merging(c, formOf(c)["with"])
	if err != nil {
		return err
	}
	return s.submit(c, p, t, func(entries []annotate.Entry) (annotate.Edit, error) {
		var ids []uuid.UUID
		for _, r := range p.Was {
			ids = append(ids, r.Mention.ID)
		}
		return s.config.Desk.MergeClaims(c.Request().Context(), s.config.Reviewer, ids, entries[0])
	})
}

// merging is the form of a merge with the claims that were chosen so far.
func (s *Server) merging(c echo.Context, with []string) (*editPage, *annotate.Text, error) {
	p, t, err := s.replacing(c, annotate.Merged, "merge")
	if err != nil {
		return nil, nil, err
	}
	ctx, first := c.Request().Context(), p.Was[0].Mention
	rows, _, err := s.allMentions(ctx, first.Article, first.Revision)
	if err != nil {
		return nil, nil, err
	}
	for _, text := range with[:min(len(with), annotate.MaxParts)] {
		id, err := uuid.Parse(text)
		if err != nil || id == first.ID {
			continue // what is no identifier names no claim
		}
		row, err := s.config.Store.Mention(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		p.Was = append(p.Was, row)
		if row.Dropped {
			if err := s.tellChanged(c, p, row); err != nil {
				return nil, nil, err
			}
		}
	}
	p.Of = len(rows) - 1
	p.Near, p.Choosing = nearest(rows, p.Was), len(p.Was) < annotate.MinParts
	return p, t, nil
}

// nearest are the claims around the first of those that are merged, in the order of the text.
func nearest(rows, was []annotate.MentionRow) []nearClaim {
	is := func(id uuid.UUID) func(annotate.MentionRow) bool {
		return func(r annotate.MentionRow) bool { return r.Mention.ID == id }
	}
	at := slices.IndexFunc(rows, is(was[0].Mention.ID))
	from := max(0, min(at-maxNear/2, len(rows)-maxNear-1))
	var near []nearClaim
	for _, r := range rows[from:min(len(rows), from+maxNear+1)] {
		if r.Mention.ID != was[0].Mention.ID {
			near = append(near, nearClaim{r, slices.ContainsFunc(was, is(r.Mention.ID))})
		}
	}
	return near
}

// merged proposes the claim that several are: their words from the first to the last, where they stand in one paragraph.
func merged(was []annotate.MentionRow) annotate.Entry {
	e := was[0].Entry()
	var texts []string
	one := true
	for _, r := range was {
		texts = append(texts, strings.TrimSuffix(r.Claim.Text, "."))
		one = one && r.Mention.Block == was[0].Mention.Block
	}
	if one {
		for _, r := range was {
			e.Start, e.End = min(e.Start, r.Mention.Anchor.Start), max(e.End, r.Mention.Anchor.End)
		}
	}
	e.Text = strings.Join(texts, "; ") + "."
	return e
}
