package graph

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"claimlens/annotate"
	"claimlens/graph/papers"
)

// mostPapers bounds what one search for papers gives, mostTerms what it looks for.
const (
	mostPapers = 1000
	mostTerms  = 500
)

// SearchPapers finds the papers that hold any of the query's terms, the best match first. It may run behind Record by a
// moment; WaitIndexed waits for it. Package papers has the formula, and widened what Widen does.
func (s *Store) SearchPapers(ctx context.Context, q annotate.PaperQuery) ([]annotate.PaperHit, error) {
	asked, err := checkedTerms(q)
	if err != nil {
		return nil, err
	}
	if q.Widen > 0 {
		if asked, err = s.widened(ctx, asked, q.Widen); err != nil {
			return nil, fmt.Errorf("search for papers: %w", s.mended(err))
		}
	}
	hits, err := s.searchPapers(ctx, asked, q.Limit)
	if err != nil {
		return nil, fmt.Errorf("search for papers: %w", s.mended(err))
	}
	return hits, nil
}

// mended has the index made anew when it is found damaged. The error stays what it is: whoever asks again finds more.
func (s *Store) mended(err error) error {
	if errors.Is(err, papers.ErrDamaged) {
		s.papers.renewed()
	}
	return err
}

// CountPapers says in how many papers terms stand, as far as the index has come.
func (s *Store) CountPapers(ctx context.Context, terms []string) (annotate.PaperCounts, error) {
	n, with, err := s.paperIndex.Counts(ctx, terms)
	if err != nil {
		return annotate.PaperCounts{}, fmt.Errorf("count papers: %w", s.mended(err))
	}
	return annotate.PaperCounts{Papers: n, With: with}, nil
}

func checkedTerms(q annotate.PaperQuery) ([]papers.Term, error) {
	if q.Limit < 1 || q.Limit > mostPapers || len(q.Terms) > mostTerms || q.Widen < 0 || q.Widen > 1 {
		return nil, fmt.Errorf("a search for at most %d papers by %d terms, widened by %g: %w", q.Limit, len(q.Terms), q.Widen, annotate.ErrInvalid)
	}
	asked := make([]papers.Term, len(q.Terms))
	for i, t := range q.Terms {
		if !(t.Weight > 0) {
			return nil, fmt.Errorf("term %q with the weight %g: %w", annotate.Shorten(t.Text, 40), t.Weight, annotate.ErrInvalid)
		}
		asked[i] = papers.Term{Words: strings.Fields(t.Text), Weight: t.Weight}
	}
	return asked, nil
}

func (s *Store) searchPapers(ctx context.Context, asked []papers.Term, limit int) ([]annotate.PaperHit, error) {
	found, err := s.paperIndex.Search(ctx, asked, limit)
	if err != nil {
		return nil, err
	}
	hits := make([]annotate.PaperHit, 0, len(found))
	err = s.read(ctx, func(r reading) error {
		for _, f := range found {
			c, err := r.latestCitation(annotate.CitationID(strconv.FormatUint(uint64(f.Number), 10)))
			if errors.Is(err, annotate.ErrNotFound) {
				continue // an index older than the record that it is of; it is being caught up with
			}
			if err != nil {
				return err
			}
			if !c.Deleted {
				hits = append(hits, annotate.PaperHit{Citation: c, Score: f.Score})
			}
		}
		return nil
	})
	return hits, err
}
