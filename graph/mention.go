package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

func mentionQuads(m annotate.Mention, o origin) ([]quad.Quad, error) {
	n := newNode(nameOf(m.ID), kindMention, o)
	n.link(ofClaim, m.Claim)
	n.add(inRevision, nameOfNumbered(m.Article, m.Revision))
	n.text(hasQuote, m.Anchor.Exact)
	n.text(hasPrefix, m.Anchor.Prefix)
	n.text(hasSuffix, m.Anchor.Suffix)
	n.number(startsAt, m.Anchor.Start)
	n.number(endsAt, m.Anchor.End)
	n.number(inBlock, m.Block)
	n.text(hasWording, string(m.Wording))
	n.flag(isHedged, m.Hedged)
	n.fraction(hasWorth, m.Worth)
	addList(n, hasReasons, m.Reasons)
	n.text(saidBy, m.By)
	n.text(hasPopulation, m.Population)
	n.text(hasSpecies, m.Species)
	return n.done()
}

func mentionFromProperties(name quad.IRI, values properties) (annotate.Mention, origin, error) {
	f := fieldsOf(name, kindMention, values)
	m := annotate.Mention{
		ID:    f.own(),
		Claim: f.id(ofClaim),
		Anchor: annotate.Anchor{
			Exact:  f.text(hasQuote),
			Prefix: f.text(hasPrefix),
			Suffix: f.text(hasSuffix),
			Start:  f.number(startsAt),
			End:    f.number(endsAt),
		},
		Block:   f.number(inBlock),
		Wording: annotate.Wording(f.text(hasWording)),
		Hedged:  f.flag(isHedged),
		Worth:   f.fraction(hasWorth),
		Reasons: listOf[string](f, hasReasons),

		By:         f.text(saidBy),
		Population: f.text(hasPopulation),
		Species:    f.text(hasSpecies),
	}
	m.Article, m.Revision = f.numbered(inRevision)
	return m, f.origin(), f.err
}
