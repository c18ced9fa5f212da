package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

func gradeQuads(g annotate.Grade, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(g.ID), kindGrade, o)
	n.link(ofClaim, g.Claim)
	n.text(hasVerdict, string(g.Verdict))
	n.text(hasCertainty, string(g.Certainty))
	n.text(hasRationale, g.Rationale)
	n.text(saidBy, g.By)
	n.moment(wasCreated, g.Created)
	n.link(insteadOf, g.Replaces)
	return n.done()
}

func gradeFromProperties(name quad.IRI, values properties) (annotate.Grade, origin, error) {
	f := fieldsOf(name, kindGrade, values)
	g := annotate.Grade{
		ID:        f.own(),
		Claim:     f.id(ofClaim),
		Verdict:   annotate.Verdict(f.text(hasVerdict)),
		Certainty: annotate.Certainty(f.text(hasCertainty)),
		Rationale: f.text(hasRationale),
		By:        f.text(saidBy),
		Created:   f.moment(wasCreated),
		Replaces:  f.id(insteadOf),
	}
	return g, f.origin(), f.err
}

func settledGrade(g annotate.Grade) annotate.Grade {
	g.Created = annotate.Moment(g.Created)
	return g
}
