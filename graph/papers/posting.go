package papers

import "encoding/binary"

// counts is how often a term stands in a paper, packed in a byte: two bits for the title, two for the headings, four for
// the abstract. More counts as the most that there is room for, which BM25 hardly tells from it.
type counts byte

func (c counts) title() int    { return int(c >> 6) }
func (c counts) headings() int { return int(c>>4) & 3 }
func (c counts) abstract() int { return int(c) & 15 }

// more is the counts with one more in a field.
func (c counts) more(f Field) counts {
	switch {
	case f == Title && c.title() < 3:
		return c + 1<<6
	case f == Headings && c.headings() < 3:
		return c + 1<<4
	case f == Abstract && c.abstract() < 15:
		return c + 1
	}
	return c
}

func appendPosting(b []byte, gap uint32, c counts) []byte {
	return append(binary.AppendUvarint(b, uint64(gap)), byte(c))
}

// postings walks through those of a term. Damaged ones end early.
type postings struct {
	rest   []byte
	doc    uint32 // the paper's place in the segment
	counts counts
	begun  bool
}

func (p *postings) next() bool {
	gap, n := binary.Uvarint(p.rest)
	if n <= 0 || n >= len(p.rest) || gap > 1<<31 || p.begun && gap == 0 {
		p.rest = nil
		return false
	}
	p.doc += uint32(gap)
	p.counts = counts(p.rest[n])
	p.rest = p.rest[n+1:]
	p.begun = true
	return true
}
