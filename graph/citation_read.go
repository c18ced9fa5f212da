package graph

import (
	"bytes"
	"cmp"
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

// CitationBy is the latest version of the paper with this PMID, DOI or PMCID; see annotate.Reader.
func (s *Store) CitationBy(ctx context.Context, identifier string) (annotate.Citation, error) {
	i, err := annotate.ReadIdentifier(identifier)
	if err != nil {
		return annotate.Citation{}, cmp.Or(ctx.Err(), err)
	}
	if i.Kind == annotate.PMID {
		return s.Citation(ctx, i.Value)
	}
	return readOne(ctx, s, func(r reading) (annotate.Citation, error) {
		prefix := identifierKey(i)
		k, v := r.buckets[citationNames].Cursor().Seek(prefix)
		if !bytes.HasPrefix(k, prefix) {
			return annotate.Citation{}, fmt.Errorf("%s: %w", i, annotate.ErrNotFound)
		}
		id, err := idIn(citationNames, v)
		if err != nil {
			return annotate.Citation{}, err
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
		return readPage(r.rows, list, p, r.citationItem(citationOrder))
	})
}

// CitedPapers lists the papers that evidence rests on, in the order in which they first became evidence.
func (s *Store) CitedPapers(ctx context.Context, p annotate.Page) (annotate.List[annotate.Citation], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.Citation], error) {
		t, err := r.totals()
		if err != nil {
			return annotate.List[annotate.Citation]{}, err
		}
		return readPage(r.rows, listing{bucket: citedOrder, total: t.Cited}, p, r.citationItem(citedOrder))
	})
}

// citationItem reads the paper that a row of a list names.
func (r rows) citationItem(bucket string) func(k, v []byte) (annotate.Citation, error) {
	return func(_, v []byte) (annotate.Citation, error) {
		id, err := idIn(bucket, v)
		if err != nil {
			return annotate.Citation{}, err
		}
		return r.citationAsOf(id, time.Time{})
	}
}

// NoticeChecks lists what sources were heard to say about a paper, newest first.
func (s *Store) NoticeChecks(ctx context.Context, citation uuid.UUID, p annotate.Page) (annotate.List[annotate.NoticeCheck], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.NoticeCheck], error) {
		row, err := r.citationRow(citation)
		if err != nil {
			return annotate.List[annotate.NoticeCheck]{}, unlessMissing(err)
		}
		list := signedUntil(noticeChecks, citation, time.Time{})
		list.total = row.Checks
		return readPage(r.rows, list, p, parseItem[annotate.NoticeCheck](noticeChecks))
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
// there was none yet, with what others said by then.
func (r rows) citationAsOf(id uuid.UUID, asOf time.Time) (annotate.Citation, error) {
	row, err := r.citationRow(id)
	if err != nil {
		return annotate.Citation{}, err
	}
	return r.versionAsOf(id, row, asOf)
}

// versionAsOf is citationAsOf for whoever has read the citation's row.
func (r rows) versionAsOf(id uuid.UUID, row citationRow, asOf time.Time) (annotate.Citation, error) {
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
	if version.Citation.Heard = row.Heard; asOf.IsZero() {
		return version.Citation, nil
	}
	heard, err := r.heard(id, asOf)
	version.Citation.Heard = heard
	return version.Citation, err
}
