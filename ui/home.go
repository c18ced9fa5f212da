package ui

import (
	"context"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// How long the lists of the first page are, and how far it looks for what changed.
const (
	homeList = 8
	homeLook = 50

	homeResting = 3   // claims that are named of a fallen paper
	maxResting  = 100 // links that are read for them
)

// homePage is the first page: the import form, what waits, what changed, what came lately.
type homePage struct {
	page
	Counts  annotate.Counts
	Import  importFields
	Waiting annotate.List[annotate.ClaimRow]
	Again   annotate.List[annotate.ClaimRow] // claims to be reviewed again, because a paper fell
	Changed []annotate.ArticleRow
	Fallen  []fallen
	Lately  annotate.List[annotate.ArticleRow]
}

// fallen is a retracted paper on which claims rest.
type fallen struct {
	Paper  paper
	Claims []annotate.Claim
	More   int // claims that are not listed
}

func (s *Server) home(c echo.Context) (err error) {
	ctx, store := c.Request().Context(), s.config.Store
	p := &homePage{Import: s.importFields(c)}
	if p.Counts, err = store.Counts(ctx); err != nil {
		return err
	}
	if p.Waiting, err = store.Claims(ctx, annotate.Open, annotate.Page{Limit: homeList}); err != nil {
		return err
	}
	if p.Again, err = store.Claims(ctx, annotate.NeedsReview, annotate.Page{Limit: homeList}); err != nil {
		return err
	}
	if p.Lately, err = store.Articles(ctx, annotate.Page{Limit: homeLook}); err != nil {
		return err
	}
	for _, row := range p.Lately.Items {
		if row.Revision > 1 && len(p.Changed) < homeList {
			p.Changed = append(p.Changed, row)
		}
	}
	p.Lately.Items = p.Lately.Items[:min(homeList, len(p.Lately.Items))]
	if p.Fallen, err = s.fallen(ctx); err != nil {
		return err
	}
	p.Section = "home"
	return s.show(c, http.StatusOK, "home", p)
}

// fallen are the retracted papers, among those whose records changed last, that are evidence of something and weren't rejected as that.
func (s *Server) fallen(ctx context.Context) ([]fallen, error) {
	papers, err := s.config.Store.Citations(ctx, annotate.Page{Limit: homeLook})
	if err != nil {
		return nil, err
	}
	var out []fallen
	for _, x := range papers.Items {
		if _, retracted := x.Retracted(); !retracted || len(out) == homeList {
			continue
		}
		rows, total, err := everything(maxResting, func(p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
			return s.config.Store.CitationEvidence(ctx, x.ID, p)
		})
		if err != nil {
			return nil, err
		}
		f := fallen{Paper: s.paper(x), More: total - len(rows)}
		met := map[uuid.UUID]bool{}
		for _, row := range rows {
			switch {
			case row.Evidence.State == annotate.Rejected || met[row.Claim.ID]:
				continue
			case len(f.Claims) < homeResting:
				f.Claims = append(f.Claims, row.Claim)
			default:
				f.More++
			}
			met[row.Claim.ID] = true
		}
		if len(f.Claims) > 0 {
			out = append(out, f)
		}
	}
	return out, nil
}

// aboutPage says what is running.
type aboutPage struct {
	page
	Counts annotate.Counts
}

func (s *Server) about(c echo.Context) (err error) {
	p := &aboutPage{}
	if p.Counts, err = s.config.Store.Counts(c.Request().Context()); err != nil {
		return err
	}
	p.Title, p.Section = "About", "about"
	return s.show(c, http.StatusOK, "about", p)
}

func (s *Server) healthz(c echo.Context) error {
	if _, err := s.config.Store.Counts(c.Request().Context()); err != nil {
		return err
	}
	return c.String(http.StatusOK, "ok\n")
}
