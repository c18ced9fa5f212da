package compare

import (
	"cmp"
	"math"
	"slices"
)

// Pool puts on the sheet what the sentences of a paper say together. Shares are, for each unit, how likely it supports the
// claim, disputes it, or does neither, in this order.
func Pool(s *Sheet, p Paper, shares [][]float64) {
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(shares[a][2], shares[b][2]) })
	for n, name := range []string{"first.", "second.", "third."} {
		u := []float64{0, 0, 1}
		if n < len(order) {
			u = shares[order[n]]
		}
		s.put(name+"supports", float32(u[0]))
		s.put(name+"disputes", float32(u[1]))
		s.put(name+"neutral", float32(u[2]))
	}
	var supports, disputes, sum, against, titled, last float64
	for i, u := range shares {
		supports, disputes = max(supports, u[0]), max(disputes, u[1])
		sum += math.Log(u[0]+1e-3) - math.Log(u[1]+1e-3)
		against += u[1]
		if p.Units[i].Passage < 0 {
			titled = u[0] - u[1]
		}
		if p.Units[i].Passage >= p.Of-2 {
			last = u[0] - u[1]
		}
	}
	n := float64(max(len(shares), 1))
	s.put("supports.most", float32(supports))
	s.put("disputes.most", float32(disputes))
	s.put("lean", float32(supports-disputes))
	s.put("lean.sum", float32(sum/n))
	s.put("against", float32(against))
	s.put("titled", float32(titled))
	s.put("last", float32(last))
	s.flag("few", p.Of <= Few)
	s.put("whole", p.Whole)
	best := float32(0)
	for _, u := range p.Units {
		best = max(best, u.Covered)
	}
	s.put("best", best)
	if len(p.Units) > 0 {
		t := Tally(p.Units[0].Claim)
		s.put("claim.up", t.Up)
		s.put("claim.down", t.Down)
		s.put("claim.denials", t.Denials)
		s.put("claim.same", t.Same)
	} else {
		for _, name := range []string{"claim.up", "claim.down", "claim.denials", "claim.same"} {
			s.put(name, 0)
		}
	}
}
