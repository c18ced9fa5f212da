// Package papers is an index of papers by their terms: what of millions of them may speak to a claim, in milliseconds.
// It is derived, knows up to which event, and can be thrown away at any time.
//
// # Ranking
//
// A paper's score is BM25F (Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, CIKM 2004)
// over three fields f, title, abstract and headings:
//
//	tf    = Σf  weight(f) · count(f) / (1 − b(f) + b(f) · length(f) / mean length(f))
//	score = Σterm  weight(term) · idf(term) · tf · (k1+1) / (tf + k1)
//	idf   = ln(1 + (papers − df + ½) / (df + ½))
//
// with Lucene's idf, which is never negative. Several words in one count as one where all of them are, as often as the
// rarest.
//
// # On disk
//
// An index is a folder: segments, which never change, and a manifest, which says what segments there are, which of their
// papers no longer count, and the last event seen. It is replaced whole, so that a crash leaves the index as it was
// before or after. Papers that are added make a segment; when there are eight of like size, they become one.
//
// A segment is, one after the other:
//
//	postings   of each term its papers: how many further, then how often in title, headings, abstract
//	papers     numbers; their order by number; lengths of title, abstract, headings
//	terms      in their order, in blocks, each with what it shares with the one before, its papers and bytes of postings
//	blocks     the first term of each block, and where it and its postings are
//	footer     where all that is
//
// Postings are read when they are asked for, a term at a time, and papers are scored some thousands at a time; what is
// held in memory is the list of blocks, about a byte a paper.
package papers

// Field is a part of a paper.
type Field int

// The fields.
const (
	Title Field = iota
	Abstract
	Headings // of MeSH, publication types, authors' keywords

	fields = iota
)

// Doc is a paper as it is indexed.
type Doc struct {
	Number uint32           // what it is known by; whatever was indexed with the same number goes
	Terms  [fields][]string // none: the paper goes
}

func (d *Doc) empty() bool {
	for _, t := range d.Terms {
		if len(t) > 0 {
			return false
		}
	}
	return true
}

// Term is a term to look for, or several, and how much it matters.
type Term struct {
	Words  []string
	Weight float64
}

// Hit is a paper that was found. Scores compare within one answer.
type Hit struct {
	Number uint32
	Score  float64
}
