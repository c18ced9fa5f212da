package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Citation is the latest version of the paper with this PMID.
func (s *Store) Citation(ctx context.Context, pmid string) (annotate.Citation, error) {
	return readOne(ctx, s, func(r reading) (annotate.Citation, error) {
		id := annotate.CitationID(pmid)
		if r.get(citationRows, id[:]) == nil {
			return annotate.Citation{}, fmt.Errorf("PMID %q: %w", annotate.Shorten(pmid, 40), annotate.ErrNotFound)
		}
		return r.citationAsOf(id, time.Time{})
	})
}

// Citations lists the papers, the one whose record changed last first.
func (s *Store) Citations(ctx context.Context, p annotate.Page) (annotate.List[annotate.Citation], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.Citation], error) {
		t, err := r.totals()
		if err != nil {
			return annotate.List[annotate.Citation]{}, err
		}
		list := listing{bucket: citationOrder, total: t.Citations, grows: atHead}
		return readPage(r.rows, list, p, func(_, v []byte) (annotate.Citation, error) {
			id, err := idIn(citationOrder, v)
			if err != nil {
				return annotate.Citation{}, err
			}
			return r.citationAsOf(id, time.Time{})
		})
	})
}

// citationRow is what is kept of a citation beside its versions, ErrNotFound when there is no such citation.
func (r rows) citationRow(id uuid.UUID) (citationRow, error) {
	var row citationRow
	found, err := r.load(citationRows, id[:], &row)
	if err == nil && !found {
		err = fmt.Errorf("citation %s: %w", id, annotate.ErrNotFound)
	}
	return row, err
}

// citationAsOf is the version of a citation that was the latest at a time (now for the zero time), or the first one if
// there was none yet.
func (r rows) citationAsOf(id uuid.UUID, asOf time.Time) (annotate.Citation, error) {
	row, err := r.citationRow(id)
	if err != nil {
		return annotate.Citation{}, err
	}
	var version versionRow
	for n := row.Version; n >= 1; n-- {
		version = versionRow{}
		if err := r.mustLoad(citationVersions, keyOf(id).number(n), &version); err != nil {
			return annotate.Citation{}, err
		}
		if asOf.IsZero() || !version.Since.After(asOf) {
			break
		}
	}
	return version.Citation, nil
}
