package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// soughtQuads is the quads of a search for evidence.
func soughtQuads(s annotate.Search, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(s.ID), kindSearch, o)
	n.link(ofClaim, s.Claim)
	n.text(foundIn, s.Where)
	n.text(hasQuery, s.Query)
	n.number(hasHits, s.Hits)
	n.number(hasLooked, s.Looked)
	n.text(hasOutcome, string(s.Outcome))
	n.text(hasComment, s.Comment)
	n.text(saidBy, s.By)
	n.moment(wasCreated, s.Created)
	return n.done()
}

func soughtFromProperties(name quad.IRI, values properties) (annotate.Search, origin, error) {
	f := fieldsOf(name, kindSearch, values)
	s := annotate.Search{
		ID:      f.own(),
		Claim:   f.id(ofClaim),
		Where:   f.text(foundIn),
		Query:   f.text(hasQuery),
		Hits:    f.number(hasHits),
		Looked:  f.number(hasLooked),
		Outcome: annotate.SearchOutcome(f.text(hasOutcome)),
		Comment: f.text(hasComment),
		By:      f.text(saidBy),
		Created: f.moment(wasCreated),
	}
	return s, f.origin(), f.err
}

func settledSought(s annotate.Search) annotate.Search {
	s.Created = annotate.Moment(s.Created)
	return s
}
