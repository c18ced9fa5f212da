package papers

import (
	"context"
	"fmt"
	"math/bits"
	"path/filepath"
	"slices"
	"strings"
)

// crowded is how many segments of like size become one. More makes adding cheaper and searching dearer.
const crowded = 8

// largestSegment is how many papers a segment may have for it to become part of another: what is held in memory of
// a term while it is read, and how long making one takes, grow with it.
const largestSegment = 4_000_000

// crowd is the segments that should become one: eight of a size, sizes being powers of eight.
func (x *Index) crowd() []*segment {
	bySize := map[int][]*segment{}
	for _, s := range x.segments {
		if s.papers() >= largestSegment {
			continue
		}
		size := (bits.Len(uint(s.papers())) + 2) / 3
		if bySize[size] = append(bySize[size], s); len(bySize[size]) == crowded {
			return bySize[size]
		}
	}
	return nil
}

// merge makes one segment of some, without what is gone from them.
func (x *Index) merge(ctx context.Context, some []*segment) error {
	next := x.next()
	name := next.manifest.newName("segment")
	m, err := newMerger(some)
	if err != nil {
		return fmt.Errorf("index of papers: %w", err)
	}
	if err := m.write(ctx, filepath.Join(x.dir, name)); err != nil {
		return fmt.Errorf("index of papers: %w", err)
	}
	s, err := openSegment(x.dir, name)
	if err != nil {
		return err
	}
	next.segments = slices.DeleteFunc(next.segments, func(s *segment) bool { return slices.Contains(some, s) })
	next.segments = append(next.segments, s)
	return x.commit(next)
}

// merger reads segments side by side.
type merger struct {
	from    []*source
	numbers []uint32
	lengths [fields][]byte
	sums    [fields]uint64
}

// source is a segment that is being merged.
type source struct {
	s      *segment
	places []int32 // of its papers in the new segment, -1 of those that are gone
	terms  *walker
	now    entry
	more   bool
}

func newMerger(some []*segment) (*merger, error) {
	m := &merger{}
	for _, s := range some {
		from := &source{s: s, terms: s.walk(0, len(s.blocks))}
		m.from = append(m.from, from)
		if err := m.papers(from); err != nil {
			return nil, err
		}
		if err := from.next(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// papers takes over the papers of a segment, but for their postings.
func (m *merger) papers(from *source) error {
	n := from.s.papers()
	var lengths [fields][]byte
	for f := range lengths {
		var err error
		if lengths[f], err = from.s.lengths(Field(f), 0, n); err != nil {
			return err
		}
	}
	numbers, err := from.s.bytes(from.s.f.papers, 4*uint64(n))
	if err != nil {
		return err
	}
	from.places = make([]int32, n)
	for i := range n {
		if from.s.gone.has(uint32(i)) {
			from.places[i] = -1
			continue
		}
		from.places[i] = int32(len(m.numbers))
		m.numbers = append(m.numbers, le32(numbers[4*i:]))
		for f, l := range lengths {
			m.lengths[f] = append(m.lengths[f], l[i])
			m.sums[f] += uint64(l[i])
		}
	}
	return nil
}

func (s *source) next() (err error) {
	s.now, s.more, err = s.terms.next()
	return err
}

func (m *merger) write(ctx context.Context, path string) error {
	w, err := newSegmentWriter(path)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			_ = w.file.Close() // it is not wanted any more
			return ctx.Err()
		}
		term, any := m.first()
		if !any {
			break
		}
		df, list, err := m.postings(term)
		if err != nil {
			_ = w.file.Close()
			return err
		}
		if df > 0 {
			w.term(term, df, list)
		}
	}
	return w.finish(m.numbers, m.lengths, m.sums)
}

// first is the first of the terms at which the sources stand.
func (m *merger) first() (term string, any bool) {
	for _, s := range m.from {
		if s.more && (!any || strings.Compare(s.now.term, term) < 0) {
			term, any = s.now.term, true
		}
	}
	return term, any
}

// postings is those of a term of all sources, which go on to their next.
func (m *merger) postings(term string) (df uint32, list []byte, err error) {
	last := int32(0)
	for _, s := range m.from {
		if !s.more || s.now.term != term {
			continue
		}
		p, err := s.s.postings(s.now)
		if err != nil {
			return 0, nil, err
		}
		for p.next() {
			if int(p.doc) >= len(s.places) {
				return 0, nil, ErrDamaged
			}
			if place := s.places[p.doc]; place >= 0 {
				list = appendPosting(list, uint32(place-last), p.counts)
				last = place
				df++
			}
		}
		if err := s.next(); err != nil {
			return 0, nil, err
		}
	}
	return df, list, nil
}
