package papers

import (
	"maps"
	"slices"
)

// builder gathers papers for a segment, in memory.
type builder struct {
	numbers []uint32
	lengths [fields][]byte
	sums    [fields]uint64
	terms   map[string]*gathered
}

// gathered is the postings of a term so far; the last one is still being counted.
type gathered struct {
	bytes  []byte
	df     uint32
	before uint32 // the paper of the last posting in bytes
	doc    uint32 // the paper being counted
	counts counts
}

func newBuilder() *builder { return &builder{terms: map[string]*gathered{}} }

// lengthUnit is how many terms of an abstract make one in the byte that keeps its length.
const lengthUnit = 4

func (b *builder) add(d *Doc) {
	doc := uint32(len(b.numbers))
	b.numbers = append(b.numbers, d.Number)
	for f, terms := range d.Terms {
		n := len(terms)
		if Field(f) == Abstract {
			n = (n + lengthUnit - 1) / lengthUnit
		}
		b.lengths[f] = append(b.lengths[f], byte(min(n, 255)))
		b.sums[f] += uint64(min(n, 255))
		for _, t := range terms {
			b.count(t, doc, Field(f))
		}
	}
}

func (b *builder) count(term string, doc uint32, f Field) {
	g := b.terms[term]
	if g == nil {
		g = &gathered{doc: doc}
		b.terms[term] = g
	}
	if g.doc != doc {
		g.end()
		g.doc, g.counts = doc, 0
	}
	g.counts = g.counts.more(f)
}

// end adds the posting that was being counted.
func (g *gathered) end() {
	g.bytes = appendPosting(g.bytes, g.doc-g.before, g.counts)
	g.before = g.doc
	g.df++
}

// write writes the segment to a file.
func (b *builder) write(path string) error {
	w, err := newSegmentWriter(path)
	if err != nil {
		return err
	}
	for _, term := range slices.Sorted(maps.Keys(b.terms)) {
		g := b.terms[term]
		g.end()
		w.term(term, g.df, g.bytes)
	}
	return w.finish(b.numbers, b.lengths, b.sums)
}
