package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// madeQuads is the quads of an event and of all that it makes.
func madeQuads(e annotate.Event, m annotate.Made) ([]quad.Quad, error) {
	return madeQuadsWith(e, m, citationQuads)
}

// madeQuadsWith is madeQuads with the form in which citations are written.
func madeQuadsWith(e annotate.Event, m annotate.Made, citation func(annotate.Citation, origin) ([]quad.Quad, error)) ([]quad.Quad, error) {
	q := madeWriter{seq: e.Seq}
	q.add(eventQuads(e))
	writeAll(&q, m.Articles, articleQuads)
	writeAll(&q, m.Claims, claimQuads)
	writeAll(&q, m.Mentions, mentionQuads)
	writeAll(&q, m.Edits, editQuads)
	writeAll(&q, m.Citations, citation)
	writeAll(&q, m.Checks, checkQuads)
	writeAll(&q, m.Evidence, evidenceQuads)
	writeAll(&q, m.Decisions, decisionQuads)
	writeAll(&q, m.Searches, soughtQuads)
	writeAll(&q, m.Grades, gradeQuads)
	return q.quads, q.err
}

type madeWriter struct {
	seq   uint64
	quads []quad.Quad
	err   error
}

func (w *madeWriter) add(quads []quad.Quad, err error) {
	w.quads = append(w.quads, quads...)
	if w.err == nil {
		w.err = err
	}
}

func writeAll[T any](w *madeWriter, list []T, quads func(T, origin) ([]quad.Quad, error)) {
	for i, x := range list {
		w.add(quads(x, origin{seq: w.seq, place: i + 1}))
	}
}
