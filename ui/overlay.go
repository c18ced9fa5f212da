package ui

import (
	"context"
	"fmt"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// overlayDocument is what a browser needs to lay an article's claims over its page.
type overlayDocument struct {
	Article annotate.ArticleRow `json:"article"`
	Claims  []overlayClaim      `json:"claims"` // in the order of the text
	Total   int                 `json:"total"`  // mentions there are; more than Claims only in a very long article
}

// overlayClaim is one mention with its claim's standing.
type overlayClaim struct {
	ID       uuid.UUID        `json:"id"` // of the claim
	Text     string           `json:"text"`
	Sentence string           `json:"sentence"` // for a reader, in one sentence
	Anchor   annotate.Anchor  `json:"anchor"`
	Wording  annotate.Wording `json:"wording"`
	Hedged   bool             `json:"hedged"`

	Population string            `json:"population,omitempty"`
	Species    string            `json:"species,omitempty"`
	Worth      float64           `json:"worth"`
	Reasons    []string          `json:"reasons"`
	By         string            `json:"by,omitempty"` // the editor who made it; empty for one that was found
	Standing   annotate.Standing `json:"standing"`
	Page       string            `json:"page"` // the claim's own, on this server
}

func (s *Server) overlay(c echo.Context) error {
	ctx, address := c.Request().Context(), c.QueryParam("url")
	if address == "" {
		return fmt.Errorf("say which page: /api/v1/overlay?url=…: %w", annotate.ErrInvalid)
	}
	row, err := s.config.Store.ArticleByURL(ctx, address)
	if err != nil {
		return err
	}
	doc, err := s.overlayOf(ctx, row)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "private, no-cache")
	return c.JSON(http.StatusOK, doc)
}

func (s *Server) overlayOf(ctx context.Context, row annotate.ArticleRow) (overlayDocument, error) {
	mentions, total, err := s.allMentions(ctx, row.ID, row.Revision)
	doc := overlayDocument{Article: row, Claims: make([]overlayClaim, 0, len(mentions)), Total: total}
	for _, m := range mentions {
		doc.Claims = append(doc.Claims, overlayClaim{
			ID: m.Claim.ID, Text: m.Claim.Text, Sentence: plainly(m.Standing),
			Anchor: m.Mention.Anchor, Wording: m.Mention.Wording, Hedged: m.Mention.Hedged,
			Population: m.Mention.Population, Species: m.Mention.Species, Worth: m.Mention.Worth, Reasons: m.Mention.Reasons, By: m.Mention.By,
			Standing: m.Standing, Page: "/claims/" + m.Claim.ID.String(),
		})
	}
	return doc, err
}
