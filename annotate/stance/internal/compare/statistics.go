package compare

import (
	"strconv"
	"strings"

	"claimlens/annotate/stance/internal/reading"
)

// statistic is what the statistics in a sentence say: 1 there is a difference, -1 none, 0 they say nothing.
type statistic struct{ interval, ratio, p int }

// ratios are the names of figures that are 1 where there is no difference.
var ratios = map[string]bool{"or": true, "rr": true, "hr": true, "aor": true, "ahr": true, "irr": true, "ratio": true, "ratios": true, "risk": true, "hazard": true, "odds": true}

// statistics reads p values and the intervals of ratios.
func statistics(t *reading.Text) statistic {
	var s statistic
	ratio := false
	for i, w := range t.Words {
		if ratios[w.Lower] {
			ratio = true
		}
		switch {
		case w.Lower == "p" || w.Lower == "pvalue":
			s.p = pvalue(t, i)
		case strings.HasPrefix(w.Lower, "p<") || strings.HasPrefix(w.Lower, "p="):
			if v, ok := number(w.Lower[2:]); ok {
				s.p = significant(v)
			}
		case w.Number && ratio && s.ratio == 0 && strings.Contains(w.Lower, "."):
			if v, ok := number(w.Lower); ok && v < 20 {
				s.ratio = 1
				if v < 1 {
					s.ratio = -1
				}
			}
		}
		if w.Lower == "ci" && ratio && s.interval == 0 {
			s.interval = interval(t, i)
		}
	}
	return s
}

// pvalue is what the p value whose letter is word i says.
func pvalue(t *reading.Text, i int) int {
	for k := i + 1; k < min(i+4, len(t.Words)); k++ {
		if v, ok := number(strings.TrimLeft(t.Words[k].Lower, "<=>≤ ")); ok {
			return significant(v)
		}
	}
	return 0
}

func significant(p float64) int {
	switch {
	case p <= 0.05:
		return 1
	case p < 1:
		return -1
	}
	return 0
}

// interval is what the interval behind word i says of a ratio.
func interval(t *reading.Text, i int) int {
	var ends []float64
	for k := i + 1; k < min(i+8, len(t.Words)) && len(ends) < 2; k++ {
		for part := range strings.SplitSeq(t.Words[k].Lower, "-") {
			if v, ok := number(part); ok {
				ends = append(ends, v)
			}
		}
	}
	switch {
	case len(ends) < 2 || ends[0] > ends[1]:
		return 0
	case ends[0] <= 1 && ends[1] >= 1:
		return -1
	}
	return 1
}

func number(s string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, "·", "."), 64)
	return v, err == nil && v >= 0
}
