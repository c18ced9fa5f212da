package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// evidenceQuads is the quads of evidence as it was suggested: what became of it is what the decisions say.
func evidenceQuads(e annotate.Evidence, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(e.ID), kindEvidence, o)
	n.link(ofClaim, e.Claim)
	n.link(ofCitation, e.Citation)
	n.text(hasStance, string(e.Stance))
	n.text(hasPassage, e.Passage)
	n.text(foundIn, string(e.Where))
	n.fraction(hasConfidence, e.Confidence)
	n.link(insteadOf, e.Replaces)
	n.text(saidBy, e.By)
	n.moment(wasCreated, e.Created)
	return n.done()
}

func evidenceFromProperties(name quad.IRI, values properties) (annotate.Evidence, origin, error) {
	f := fieldsOf(name, kindEvidence, values)
	e := annotate.Evidence{
		ID:       f.own(),
		Claim:    f.id(ofClaim),
		Citation: f.id(ofCitation),
		Stance:   annotate.Stance(f.text(hasStance)),
		Passage:  f.text(hasPassage),
		Where:    annotate.PassagePlace(f.text(foundIn)),
		By:       f.text(saidBy),
		Created:  f.moment(wasCreated),

		Confidence: f.fraction(hasConfidence),
		Replaces:   f.id(insteadOf),

		State: annotate.Suggested,
	}
	return e, f.origin(), f.err
}

func settledEvidence(e annotate.Evidence) annotate.Evidence {
	e.State = annotate.Suggested
	e.Created = annotate.Moment(e.Created)
	return e
}
