package compare

import (
	"slices"
	"strings"

	"claimlens/annotate/stance/internal/reading"
)

// arms is what two figures that a sentence holds against one another say: whether the first is above the second, and
// whether that is more or less of what the claim's subject stands beside.
func arms(s *Sheet, a Alignment) {
	i, j, sign := held(a.Sentence)
	s.put("arms", sign)
	side := float32(0)
	if sign != 0 {
		side = sign * nearer(a, i, j)
	}
	s.put("arms.subject", side)
	way := float32(0)
	for _, w := range a.Claim.Words {
		if n := float32(w.Sense.Sign()); n != 0 && w.Sense&reading.Valued == 0 {
			way = n
			break
		}
	}
	s.put("arms.claim", side*way)
}

// farthestArms is how many words lie between two figures that are held against one another.
const farthestArms = 14

// held are the first two figures of one kind that a sentence compares, and the sign of their difference.
func held(t *reading.Text) (first, second int, of float32) {
	var at []int
	for k, w := range t.Words {
		if w.Number && amount(t, k) {
			at = append(at, k)
		}
	}
	for n := 0; n+1 < len(at); n++ {
		for _, second := range at[n+1:] {
			first := at[n]
			if second-first > farthestArms || unit(t, first) != unit(t, second) || !compared(t, first, second) {
				continue
			}
			x, ok := number(strings.TrimRight(t.Words[first].Lower, "%"))
			y, fine := number(strings.TrimRight(t.Words[second].Lower, "%"))
			if ok && fine && x != y {
				return first, second, sign(float32(x - y))
			}
		}
	}
	return 0, 0, 0
}

// amount says whether a number may be an amount: no p value, end of an interval, year or count of people.
func amount(t *reading.Text, k int) bool {
	for n := max(0, k-3); n < k; n++ {
		if slices.Contains([]string{"p", "ci", "n", "=", "<", "±", "to"}, t.Words[n].Lower) {
			return false
		}
	}
	v, ok := number(strings.TrimRight(t.Words[k].Lower, "%"))
	return ok && (v < 1900 || v > 2100)
}

// unit is the word behind a number that says what it counts.
func unit(t *reading.Text, k int) string {
	if strings.HasSuffix(t.Words[k].Lower, "%") {
		return "%"
	}
	if k+1 < len(t.Words) && (t.Words[k+1].Lower == "%" || t.Words[k+1].Lower == "percent") {
		return "%"
	}
	return ""
}

// compared says whether the words between two numbers, or behind them, hold them against one another.
func compared(t *reading.Text, i, j int) bool {
	for k := i + 1; k < j; k++ {
		switch t.Words[k].Lower {
		case "vs", "vs.", "versus", "compared", "than", "against":
			return true
		}
	}
	for k := j + 1; k < min(len(t.Words), j+farthestArms); k++ {
		if t.Words[k].Lower == "respectively" {
			return true
		}
	}
	between := false
	for k := i + 1; k < j; k++ {
		between = between || t.Words[k].Lower == "and"
	}
	for k := i; between && k < min(len(t.Words), j+8); k++ {
		if t.Words[k].Lower == "group" || t.Words[k].Lower == "groups" || t.Words[k].Lower == "arm" {
			return true
		}
	}
	return false
}

// nearer is 1 where the claim's subject stands nearer to word i of the sentence, -1 where to word j, 0 where it is not there.
func nearer(a Alignment, i, j int) float32 {
	best, side := len(a.Sentence.Words), float32(0)
	for k, to := range a.To {
		if to < 0 || !under(a.Claim, k, "nsubj") {
			continue
		}
		if d := abs(to - i); d < best {
			best, side = d, 1
		}
		if d := abs(to - j); d < best {
			best, side = d, -1
		}
	}
	return side
}
