package finding

import (
	"context"
	"fmt"
	"slices"

	"claimlens/annotate"
)

// Measured is a paper beside a claim, in figures. Package training learns from them what makes a paper relevant.
type Measured struct {
	PMID     string
	Features []float64 // in the order of Features
}

// Features are the names of what is measured, in their order.
func Features() []string { return names[:] }

// Measure is the papers that a search finds for a claim, at most so many, in the order of the search.
func Measure(ctx context.Context, papers Papers, q Question, most int) ([]Measured, error) {
	f := New(Config{Papers: papers})
	c := readClaim(q)
	if len(c.terms) == 0 {
		return nil, ctx.Err()
	}
	if err := f.rarities(ctx, &c); err != nil {
		return nil, fmt.Errorf("papers for a claim: %w", err)
	}
	hits, err := papers.SearchPapers(ctx, annotate.PaperQuery{Terms: c.terms, Widen: widen, Limit: most})
	if err != nil {
		return nil, fmt.Errorf("papers for a claim: %w", err)
	}
	out := make([]Measured, len(hits))
	for i, r := range c.rank(hits) {
		out[i] = Measured{PMID: r.hit.Citation.PMID, Features: slices.Clone(r.features[:])}
	}
	return out, nil
}
