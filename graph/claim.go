package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

func claimQuads(c annotate.Claim, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(c.ID), kindClaim, o)
	n.text(hasText, c.Text)
	n.text(hasKind, string(c.Kind))
	n.text(hasPolarity, string(c.Polarity))
	n.moment(wasCreated, c.Created)
	return n.done()
}

func claimFromProperties(name quad.IRI, values properties) (annotate.Claim, origin, error) {
	f := fieldsOf(name, kindClaim, values)
	c := annotate.Claim{
		ID:       f.own(),
		Text:     f.text(hasText),
		Kind:     annotate.Kind(f.text(hasKind)),
		Polarity: annotate.Polarity(f.text(hasPolarity)),
		Created:  f.moment(wasCreated),
	}
	return c, f.origin(), f.err
}

func settledClaim(c annotate.Claim) annotate.Claim {
	c.Created = annotate.Moment(c.Created)
	return c
}
