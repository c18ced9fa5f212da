package papers

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// The parameters of BM25F. k1 and b are the usual ones; that the title weighs double was found better than 1 and 3 on
// half of SciFact's training claims, by little.
const (
	saturation     = 1.2 // k1
	titleWeight    = 2
	headingsWeight = 1
	titleB         = 0.5
	abstractB      = 0.75
	headingsB      = 0.5
)

// window is how many papers are scored at a time.
const window = 1 << 15

// Counts says how many papers there are, and in how many each term stands, papers that are gone still counted.
func (x *Index) Counts(ctx context.Context, terms []string) (papers int, counts []int, err error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	counts = make([]int, len(terms))
	for _, s := range x.segments {
		if err := ctx.Err(); err != nil {
			return 0, nil, err
		}
		papers += s.papers()
		for i, t := range terms {
			e, err := s.find(t)
			if err != nil {
				return 0, nil, fmt.Errorf("index of papers: %w", err)
			}
			counts[i] += int(e.df)
		}
	}
	return papers, counts, nil
}

// Rarity is the idf of a term that stands in so many papers of so many.
func Rarity(papers, df int) float64 {
	return math.Log(1 + (float64(max(papers, df)-df)+0.5)/(float64(df)+0.5))
}

// Search finds the papers that hold any of the terms, at most limit, the best first; of like ones the one with the
// higher number, which PubMed gave out later.
func (x *Index) Search(ctx context.Context, terms []Term, limit int) ([]Hit, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	q, err := x.plan(terms)
	if err != nil {
		return nil, fmt.Errorf("index of papers: %w", err)
	}
	q.best.limit = limit
	for _, s := range x.segments {
		if err := q.segment(ctx, s); err != nil {
			return nil, fmt.Errorf("index of papers: %w", err)
		}
	}
	return q.best.hits(), nil
}

// query is a search under way.
type query struct {
	terms  []planned
	norms  [fields][256]float32 // weight / (1 − b + b·length/mean), by length
	scores [window]float32
	both   [window]counts // of terms of several words
	met    [window]uint8  // how many of those words so far
	best   best
}

// planned is a term with all that its weight depends on.
type planned struct {
	words  []string
	factor float32 // weight · idf · (k1+1)
}

func (x *Index) plan(terms []Term) (*query, error) {
	q := &query{}
	var sums [fields]uint64
	papers := 0
	for _, s := range x.segments {
		papers += s.papers()
		for f, n := range s.f.sums {
			sums[f] += n
		}
	}
	for f, of := range [fields]struct{ weight, b float64 }{{titleWeight, titleB}, {1, abstractB}, {headingsWeight, headingsB}} {
		mean := max(1, float64(sums[f])/float64(max(1, papers)))
		for l := range q.norms[f] {
			q.norms[f][l] = float32(of.weight / (1 - of.b + of.b*float64(l)/mean))
		}
	}
	for _, t := range terms {
		if len(t.Words) == 0 || len(t.Words) > 200 || !(t.Weight > 0) {
			continue
		}
		df := papers
		for _, w := range t.Words {
			n := 0
			for _, s := range x.segments {
				e, err := s.find(w)
				if err != nil {
					return nil, err
				}
				n += int(e.df)
			}
			df = min(df, n)
		}
		if df > 0 {
			q.terms = append(q.terms, planned{t.Words, float32(t.Weight * Rarity(papers, df) * (saturation + 1))})
		}
	}
	return q, nil
}

// reading is a planned term in a segment.
type reading struct {
	factor float32
	words  []postings // each at its next paper
	live   []bool
}

func (q *query) segment(ctx context.Context, s *segment) error {
	var all []*reading
	for _, t := range q.terms {
		r, err := s.read(t)
		if err != nil {
			return err
		}
		if r != nil {
			all = append(all, r)
		}
	}
	for from := 0; from < s.papers() && len(all) > 0; from += window {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(window, s.papers()-from)
		var lengths [fields][]byte
		for f := range lengths {
			var err error
			if lengths[f], err = s.lengths(Field(f), from, n); err != nil {
				return err
			}
		}
		clear(q.scores[:n])
		for _, r := range all {
			q.score(r, uint32(from), uint32(n), lengths)
		}
		if err := q.gather(s, uint32(from), n); err != nil {
			return err
		}
	}
	return nil
}

// read opens the postings of a term's words; nil when a word is not there.
func (s *segment) read(t planned) (*reading, error) {
	r := &reading{factor: t.factor}
	for _, w := range t.words {
		e, err := s.find(w)
		if err != nil {
			return nil, err
		}
		if e.df == 0 {
			return nil, nil //nolint:nilnil // nothing to read is no error
		}
		p, err := s.postings(e)
		if err != nil {
			return nil, err
		}
		r.live = append(r.live, p.next())
		r.words = append(r.words, p)
	}
	return r, nil
}

// score adds what a term gives to the papers of a window.
func (q *query) score(r *reading, from, n uint32, lengths [fields][]byte) {
	if len(r.words) == 1 {
		p := &r.words[0]
		for ; r.live[0] && p.doc < from+n; r.live[0] = p.next() {
			q.add(p.doc-from, p.counts, r.factor, lengths)
		}
		return
	}
	clear(q.met[:n])
	for i := range r.words {
		p := &r.words[i]
		for ; r.live[i] && p.doc < from+n; r.live[i] = p.next() {
			d := p.doc - from
			if q.met[d] != uint8(i) {
				continue
			}
			q.met[d]++
			if i == 0 {
				q.both[d] = p.counts
			} else {
				q.both[d] = q.both[d].least(p.counts)
			}
			if i == len(r.words)-1 {
				q.add(d, q.both[d], r.factor, lengths)
			}
		}
	}
}

// least is, field by field, the smaller count; one in the abstract where no field has both.
func (c counts) least(o counts) counts {
	l := counts(min(c.title(), o.title())<<6 | min(c.headings(), o.headings())<<4 | min(c.abstract(), o.abstract()))
	return max(l, 1)
}

func (q *query) add(d uint32, c counts, factor float32, lengths [fields][]byte) {
	tf := float32(c.title())*q.norms[Title][lengths[Title][d]] + float32(c.abstract())*q.norms[Abstract][lengths[Abstract][d]]
	if h := c.headings(); h > 0 {
		tf += float32(h) * q.norms[Headings][lengths[Headings][d]]
	}
	q.scores[d] += factor * tf / (tf + saturation)
}

// gather keeps the best papers of a window.
func (q *query) gather(s *segment, from uint32, n int) error {
	for d, score := range q.scores[:n] {
		place := from + uint32(d)
		if score <= 0 || !q.best.wants(score) || s.gone.has(place) {
			continue
		}
		number, err := s.number(place)
		if err != nil {
			return err
		}
		q.best.add(Hit{Number: number, Score: float64(score)})
	}
	return nil
}

// best keeps the best hits; once it has twice as many as are wanted it lets half go.
type best struct {
	limit int
	all   []Hit
	floor float32 // what a hit must reach
}

func (b *best) wants(score float32) bool { return b.limit > 0 && score >= b.floor }

func (b *best) add(h Hit) {
	if b.all = append(b.all, h); len(b.all) >= 2*b.limit+64 {
		b.cut()
		b.floor = float32(b.all[len(b.all)-1].Score)
	}
}

func (b *best) cut() {
	slices.SortFunc(b.all, func(a, c Hit) int {
		return cmp.Or(cmp.Compare(c.Score, a.Score), cmp.Compare(c.Number, a.Number))
	})
	b.all = b.all[:min(len(b.all), b.limit)]
}

func (b *best) hits() []Hit {
	b.cut()
	return b.all
}

func le32(b []byte) uint32 { return binary.LittleEndian.Uint32(b) }
