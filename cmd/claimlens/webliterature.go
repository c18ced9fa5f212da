package main

import (
	"context"
	"errors"
	"fmt"

	"claimlens/annotate"
	"claimlens/importers/literature"
	"claimlens/ui"
)

// webLiterature is how the web UI asks PubMed and Europe PMC. Papers come from PubMed; where that can't be reached, from
// Europe PMC.
type webLiterature struct {
	pubmed, europePMC library
}

// webLiterature makes it, or nil where nobody may be asked. What they answer is kept in folder kept.
func (a *app) webLiterature(kept string) (ui.Literature, error) {
	if a.library.offline {
		return nil, nil //nolint:nilnil // no literature is what the web UI takes for offline
	}
	all, err := a.libraries(kept)
	if err != nil {
		return nil, err
	}
	return &webLiterature{all[fromPubMed], all[fromEuropePMC]}, nil
}

// Fetch is the paper with this PMID, DOI or PMCID.
func (w *webLiterature) Fetch(ctx context.Context, text string) (annotate.Citation, error) {
	id, err := annotate.ReadIdentifier(text)
	if err != nil {
		return annotate.Citation{}, err
	}
	c, err := fetchOne(ctx, w.pubmed, id)
	if errors.Is(err, annotate.ErrUnavailable) && ctx.Err() == nil {
		if c, other := fetchOne(ctx, w.europePMC, id); other == nil {
			return c, nil
		}
	}
	return c, err
}

func fetchOne(ctx context.Context, from library, id annotate.Identifier) (c annotate.Citation, err error) {
	missing := fmt.Errorf("%s: %w", id, annotate.ErrNotFound)
	err = from.Fetch(ctx, []annotate.Identifier{id}, func(f literature.Found) error {
		c, missing = f.Citation, f.Err
		return nil
	})
	if err != nil {
		return annotate.Citation{}, err
	}
	return c, missing
}

// Search is the first papers that a query finds in PubMed or Europe PMC. One that can't be read is left out.
func (w *webLiterature) Search(ctx context.Context, where, query string, limit int) (ui.LiteratureHits, error) {
	from, ok := map[string]library{ui.InPubMed: w.pubmed, ui.InEuropePMC: w.europePMC}[where]
	if !ok {
		return ui.LiteratureHits{}, fmt.Errorf("%q is no place to search: %w", where, annotate.ErrInvalid)
	}
	found, err := from.Search(ctx, query, limit)
	if err != nil {
		return ui.LiteratureHits{}, err
	}
	hits := ui.LiteratureHits{Where: where, Query: found.Query, Total: found.Total, Notes: found.Notes}
	err = found.Each(ctx, func(f literature.Found) error {
		if f.Err == nil {
			hits.Citations = append(hits.Citations, f.Citation)
		}
		return nil
	})
	return hits, err
}
