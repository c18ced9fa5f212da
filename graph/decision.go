package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

func decisionQuads(d annotate.Decision, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(d.ID), kindDecision, o)
	n.link(ofEvidence, d.Evidence)
	n.text(hasState, string(d.State))
	n.text(hasComment, d.Comment)
	n.text(saidBy, d.By)
	n.moment(wasCreated, d.Created)
	return n.done()
}

func decisionFromProperties(name quad.IRI, values properties) (annotate.Decision, origin, error) {
	f := fieldsOf(name, kindDecision, values)
	d := annotate.Decision{
		ID:       f.own(),
		Evidence: f.id(ofEvidence),
		State:    annotate.EvidenceState(f.text(hasState)),
		Comment:  f.text(hasComment),
		By:       f.text(saidBy),
		Created:  f.moment(wasCreated),
	}
	return d, f.origin(), f.err
}

func settledDecision(d annotate.Decision) annotate.Decision {
	d.Created = annotate.Moment(d.Created)
	return d
}
