package graph

import (
	"cmp"
	"context"
	"math"
	"slices"

	"claimlens/annotate"
	paperterms "claimlens/annotate/terms"
	"claimlens/graph/papers"
)

// What widening goes by. More papers or words were found neither better nor worse.
const (
	widenPapers = 8  // of which the words are taken
	widenWords  = 30 // that are taken
	widenDecay  = 7  // how fast a paper counts less as its score falls behind the first one's
)

// widened is a query with the words that the first papers it finds have in common: pseudo-relevance feedback as in RM3
// (Abdul-Jaleel and others: UMass at TREC 2004), the query keeping the weight 1 − by. Papers say the same thing in
// other words, and the first ones tell which.
func (s *Store) widened(ctx context.Context, asked []papers.Term, by float64) ([]papers.Term, error) {
	hits, err := s.searchPapers(ctx, asked, widenPapers)
	if err != nil || len(hits) == 0 {
		return asked, err
	}
	words, err := s.commonWords(ctx, hits)
	if err != nil {
		return nil, err
	}
	total, common := 0.0, 0.0
	for _, t := range asked {
		total += t.Weight
	}
	for _, t := range words {
		common += t.Weight
	}
	out := make([]papers.Term, 0, len(asked)+len(words))
	for _, t := range asked {
		t.Weight *= (1 - by) / total
		out = append(out, t)
	}
	for _, t := range words {
		t.Weight *= by / common
		out = append(out, t)
	}
	return out, nil
}

// commonWords is the words that say most of papers: by how often they stand there, and how seldom elsewhere.
func (s *Store) commonWords(ctx context.Context, hits []annotate.PaperHit) ([]papers.Term, error) {
	share := map[string]float64{}
	reader := paperterms.NewReader()
	for _, h := range hits {
		doc, err := paperDoc(reader, h.Citation)
		if err != nil {
			return nil, err
		}
		all := slices.Concat(doc.Terms[papers.Title], doc.Terms[papers.Title], doc.Terms[papers.Headings], doc.Terms[papers.Abstract])
		weight := math.Exp(widenDecay*(h.Score/hits[0].Score-1)) / float64(len(all))
		for _, t := range all {
			share[t] += weight
		}
	}
	words := make([]string, 0, len(share))
	for w := range share {
		words = append(words, w)
	}
	slices.Sort(words)
	n, with, err := s.paperIndex.Counts(ctx, words)
	if err != nil {
		return nil, err
	}
	type candidate struct {
		term papers.Term
		says float64
	}
	var all []candidate
	for i, w := range words {
		if with[i] > 1 { // one that stands in one paper finds no other
			all = append(all, candidate{papers.Term{Words: []string{w}, Weight: share[w]}, share[w] * papers.Rarity(n, with[i])})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.says, a.says) })
	var out []papers.Term
	for _, c := range all[:min(len(all), widenWords)] {
		out = append(out, c.term)
	}
	return out, nil
}
