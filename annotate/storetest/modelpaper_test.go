package storetest_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/terms"
)

// SearchPapers adds up, for each paper, how much the terms that it holds weigh and how rare they are. It widens by the
// words of the first paper.
func (m *model) SearchPapers(ctx context.Context, q annotate.PaperQuery) ([]annotate.PaperHit, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	bad := slices.ContainsFunc(q.Terms, func(t annotate.PaperTerm) bool { return !(t.Weight > 0) })
	if bad || q.Limit < 1 || q.Limit > 1000 || len(q.Terms) > 500 || q.Widen < 0 || q.Widen > 1 {
		return nil, fmt.Errorf("papers: %w", annotate.ErrInvalid)
	}
	hits := m.hits(q.Terms)
	if q.Widen > 0 && len(hits) > 0 {
		wide := slices.Clone(q.Terms)
		for _, w := range wordsOf(hits[0].Citation) {
			wide = append(wide, annotate.PaperTerm{Text: w, Weight: q.Widen / 100})
		}
		hits = m.hits(wide)
	}
	return hits[:min(len(hits), q.Limit)], nil
}

func (m *model) hits(asked []annotate.PaperTerm) []annotate.PaperHit {
	var hits []annotate.PaperHit
	for _, c := range m.papers() {
		h := annotate.PaperHit{Citation: c}
		for _, t := range asked {
			if holds(c, t.Text) {
				h.Score += t.Weight * m.counts([]string{t.Text}).Rarity(0)
			}
		}
		if h.Score > 0 {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b annotate.PaperHit) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return hits
}

// holds says whether a paper that is not deleted has all of a row of terms.
func holds(c annotate.Citation, row string) bool {
	words := wordsOf(c)
	n := 0
	for _, w := range strings.Fields(row) {
		if !slices.Contains(words, w) {
			return false
		}
		n++
	}
	return n > 0 && !c.Deleted
}

func wordsOf(c annotate.Citation) []string {
	texts := append([]string{c.Title, c.Original, c.Summary}, c.Keywords...)
	for _, s := range c.Abstract {
		texts = append(texts, s.Text)
	}
	for _, t := range append(slices.Clone(c.Mesh), c.Types...) {
		texts = append(texts, t.Name)
	}
	return terms.NewReader().Words(strings.Join(texts, "\n"))
}

func (m *model) CountPapers(ctx context.Context, rows []string) (annotate.PaperCounts, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if err := ctx.Err(); err != nil {
		return annotate.PaperCounts{}, err
	}
	return m.counts(rows), nil
}

func (m *model) counts(rows []string) annotate.PaperCounts {
	n := annotate.PaperCounts{With: make([]int, len(rows))}
	for _, c := range m.papers() {
		if !c.Deleted {
			n.Papers++
		}
		for i, row := range rows {
			if holds(c, row) {
				n.With[i]++
			}
		}
	}
	return n
}
