// Package training learns how package finding puts together what it measures of papers beside a claim, from claims whose
// papers are known.
package training

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"claimlens/annotate/finding"
)

// Depth is how many papers a claim are learned from and ranked, those that a search finds first.
const Depth = 200

// Example is a claim with the papers that are relevant to it, and how much. Claims of one group share papers: they are
// learned from together, or held out together.
type Example struct {
	Claim    string
	Relevant map[string]float64 // by PMID
	Group    string
}

// list is what a search found for an example, measured.
type list struct {
	example  Example
	features [][]float64 // as scaled
	gain     []float64   // how relevant each is
	pmids    []string
}

// measured is the lists of examples.
func measured(ctx context.Context, papers finding.Papers, examples []Example, say func(string, ...any)) ([]list, error) {
	all := make([]list, len(examples))
	for i, x := range examples {
		found, err := finding.Measure(ctx, papers, finding.Question{Claim: x.Claim}, Depth)
		if err != nil {
			return nil, err
		}
		l := list{example: x}
		for _, m := range found {
			l.features, l.pmids = append(l.features, m.Features), append(l.pmids, m.PMID)
			l.gain = append(l.gain, x.Relevant[m.PMID])
		}
		all[i] = l
		if (i+1)%200 == 0 {
			say("%d of %d claims measured", i+1, len(examples))
		}
	}
	return all, nil
}

// folds is how many parts examples are divided in; those of one group are in one part.
const folds = 5

// penalties are those that are tried: how much large weights count against a model.
var penalties = []float64{0.003, 0.03}

// Learn learns weights from examples, and says how good they are on examples held out: each part is ranked by weights
// learned from the others, with the penalty that was best on a part of those others held out in turn.
func Learn(ctx context.Context, papers finding.Papers, examples []Example, say func(string, ...any)) ([]float64, error) {
	all, err := measured(ctx, papers, examples, say)
	if err != nil {
		return nil, err
	}
	parts := divide(all)
	var search, ranked score
	for i, part := range parts {
		rest := slices.Concat(append(slices.Clone(parts[:i]), parts[i+1:]...)...)
		penalty := choose(rest)
		w := learn(rest, penalty)
		search.add(part, nil)
		ranked.add(part, w)
		say("part %d of %d: penalty %g", i+1, folds, penalty)
	}
	say("held out, the search alone: %v", search)
	say("held out, ranked:           %v", ranked)
	w := learn(all, choose(all))
	var same score
	same.add(all, w)
	say("learned from the same:      %v", same)
	return w, nil
}

// Score says how good weights are on examples, and the search alone.
func Score(ctx context.Context, papers finding.Papers, weights []float64, examples []Example, say func(string, ...any)) error {
	all, err := measured(ctx, papers, examples, say)
	if err != nil {
		return err
	}
	var search, ranked score
	search.add(all, nil)
	ranked.add(all, weights)
	say("never learned from, the search alone: %v", search)
	say("never learned from, ranked:           %v", ranked)
	return nil
}

// Write is the file of weights.
func Write(weights []float64) []byte {
	var b strings.Builder
	for i, name := range finding.Features() {
		fmt.Fprintf(&b, "%s %.4g\n", name, weights[i])
	}
	return []byte(b.String())
}

// divide divides lists in parts of whole groups, by a hash of the group, so that it is the same each time.
func divide(all []list) [][]list {
	parts := make([][]list, folds)
	for _, l := range all {
		h := uint32(2166136261)
		for _, c := range []byte(l.example.Group) {
			h = (h ^ uint32(c)) * 16777619
		}
		parts[h>>9%folds] = append(parts[h>>9%folds], l)
	}
	return parts
}

// choose is the penalty that is best on a part held out.
func choose(all []list) float64 {
	parts := divide(all)
	parts = slices.DeleteFunc(parts, func(part []list) bool { return len(part) == 0 }) // those held out further up
	rest := slices.Concat(parts[1:]...)
	best, most := penalties[0], -1.0
	for _, p := range penalties {
		var s score
		s.add(parts[0], learn(rest, p))
		if s.mean(s.ndcg) > most {
			best, most = p, s.mean(s.ndcg)
		}
	}
	return best
}

// score adds up how good rankings are.
type score struct{ n, ndcg, first, recall float64 }

func (s score) mean(x float64) float64 { return x / max(1, s.n) }

func (s score) String() string {
	return fmt.Sprintf("nDCG@10 %.4f, recall@10 %.4f, recall@100 %.4f (%g claims)", s.mean(s.ndcg), s.mean(s.first), s.mean(s.recall), s.n)
}

// add ranks lists by weights, or leaves them as the search has them, and counts.
func (s *score) add(lists []list, weights []float64) {
	for _, l := range lists {
		order := make([]int, len(l.features))
		value := make([]float64, len(l.features))
		for i := range order {
			order[i] = i
			if weights != nil {
				value[i] = dot(weights, l.features[i])
			}
		}
		slices.SortStableFunc(order, func(a, b int) int {
			switch {
			case value[a] > value[b]:
				return -1
			case value[a] < value[b]:
				return 1
			}
			return 0
		})
		ideal := make([]float64, 0, len(l.example.Relevant))
		for _, g := range l.example.Relevant {
			ideal = append(ideal, g)
		}
		slices.Sort(ideal)
		slices.Reverse(ideal)
		got, first, all, best := 0.0, 0.0, 0.0, 0.0
		for i, k := range order[:min(len(order), 100)] {
			if l.gain[k] > 0 {
				all++
				if i < 10 {
					first++
				}
			}
			if i < 10 {
				got += l.gain[k] / math.Log2(float64(i)+2)
			}
		}
		for i, g := range ideal[:min(len(ideal), 10)] {
			best += g / math.Log2(float64(i)+2)
		}
		s.n++
		s.ndcg += got / best
		s.first += first / float64(len(ideal))
		s.recall += all / float64(len(ideal))
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}
