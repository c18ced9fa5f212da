package compare

import (
	"math"

	"claimlens/annotate/stance/internal/reading"
)

// relation is what a text says that one thing does to another.
type relation int

const (
	unsaid  relation = iota
	more             // the more of the one, the more of the other
	less             // the more of the one, the less of the other
	nothing          // the one makes no difference to the other
)

// relate is what a text says that word i does to word k; i may be -1 for whatever acts on k.
func relate(t *reading.Text, i, k int) relation {
	p := t.Words[k].Polarity
	sign := p.Sign
	if i >= 0 {
		if inner := t.Words[i].Inner.Sign; inner != 0 {
			sign *= inner
		}
	}
	switch {
	case p.Denied || p.Same:
		return nothing
	case sign > 0:
		return more
	case sign < 0:
		return less
	}
	return unsaid
}

// relations compares what the claim says that its subject does to the rest with what the sentence says of the words that
// stand for them.
func relations(s *Sheet, a Alignment) {
	var same, opposite, denied, affirmed, both, unsure, all float32
	count := func(i, k int, weight float32) {
		from := -1
		if i >= 0 {
			from = a.To[i]
		}
		all += weight
		c, x := relate(a.Claim, i, k), relate(a.Sentence, from, a.To[k])
		switch {
		case c == unsaid || x == unsaid:
			unsure += weight
		case c == nothing && x == nothing:
			both += weight
		case c == nothing:
			affirmed += weight
		case x == nothing:
			denied += weight
		case c == x:
			same += weight
		default:
			opposite += weight
		}
	}
	for k, w := range a.Claim.Words {
		if a.To[k] < 0 || isDirection(w) || under(a.Claim, k, "nsubj") {
			continue
		}
		met := false
		for i, v := range a.Claim.Words {
			if a.To[i] >= 0 && !isDirection(v) && under(a.Claim, i, "nsubj") && a.To[i] != a.To[k] {
				met = true
				count(i, k, float32(math.Sqrt(float64(v.Weight*a.How[i]*w.Weight*a.How[k]))))
			}
		}
		if !met {
			count(-1, k, w.Weight*a.How[k]/2)
		}
	}
	s.put("relation.same", share(same, all))
	s.put("relation.opposite", share(opposite, all))
	s.put("relation.denied", share(denied, all))
	s.put("relation.affirmed", share(affirmed, all))
	s.put("relation.both", share(both, all))
	s.put("relation.unsure", share(unsure, all))
	s.put("relation.for", same+both-opposite-denied-affirmed)
	s.put("relation.met", all)
}

func isDirection(w reading.Word) bool { return w.Sense&(reading.Up|reading.Down) != 0 }
