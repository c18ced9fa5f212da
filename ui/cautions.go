package ui

import (
	"github.com/google/uuid"

	"claimlens/annotate"
	"claimlens/annotate/caution"
)

// strengths are the strengths of wording that say something of an effect, the strongest first.
var strengths = []annotate.Wording{annotate.Causal, annotate.Conditional, annotate.Correlational}

// cautions are what is to be said out loud about a claim beside what supports it. The claim is taken as strongly as any
// article that makes it now words it.
func (s *Server) cautions(claim annotate.Claim, made []annotate.MadeIn, support []evidenceView) []caution.Caution {
	c := caution.Claim{Text: claim.Text, Negated: claim.Polarity == annotate.Negated}
	words := map[annotate.Wording]bool{}
	for _, m := range made {
		if m.Current && !m.Dropped {
			words[m.Mention.Wording] = true
			if c.Species == "" {
				c.Species = m.Mention.Species
			}
		}
	}
	for _, w := range strengths {
		if words[w] && c.Wording == "" {
			c.Wording = w
		}
	}
	met := map[uuid.UUID]bool{}
	var papers []caution.Paper
	for _, v := range support {
		if !met[v.Citation.ID] {
			met[v.Citation.ID] = true
			papers = append(papers, caution.Paper{Study: s.study(v.Citation), Fallen: v.Weight.None()})
		}
	}
	return caution.Of(c, papers)
}
