package training

import (
	"cmp"
	"slices"
)

// weight is one averaged weight, in the unit one step changes: a change by 1 that lasted from the first step to the
// last is unit.
type weight struct {
	key   uint32
	class uint8
	value int64
}

// unit is the averaged weight of 1. A power of two, so that shares of it are exact.
const unit = 1 << 20

// average is all weights of a learner, averaged over its steps, in the order of their keys and classes.
func (l *learner) average() []weight {
	out := make([]weight, 0, len(l.cells))
	for _, s := range l.slots {
		for at := s.at; at < s.at+uint32(s.n); at++ {
			c := l.cells[at]
			sum := int64(c>>8)*l.step - l.late[at]
			if v := share(sum, l.step); v != 0 {
				out = append(out, weight{s.key, uint8(c & 0xff), v})
			}
		}
	}
	sortWeights(out)
	return out
}

// share is sum/steps in units, rounded toward zero, without running over: whole part and rest by themselves.
func share(sum, steps int64) int64 {
	steps = max(steps, 1)
	return sum/steps*unit + sum%steps*unit/steps
}

func sortWeights(w []weight) {
	slices.SortFunc(w, func(a, b weight) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.class, b.class))
	})
}

// together is the sum of several learners' weights, each a part of the whole: models that differ in the order of their
// sentences make different mistakes, and their average makes fewer.
func together(models [][]weight) []weight {
	all := slices.Concat(models...)
	sortWeights(all)
	out := all[:0]
	for _, w := range all {
		w.value /= int64(len(models))
		if n := len(out); n > 0 && out[n-1].key == w.key && out[n-1].class == w.class {
			out[n-1].value += w.value
			continue
		}
		out = append(out, w)
	}
	return out
}
