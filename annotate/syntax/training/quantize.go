package training

import (
	"math"

	"claimlens/annotate/syntax/internal/weights"
)

// levels is how many steps there are from 0 to the largest weight.
const levels = 127

// quantize drops the weights below least (in weights of 1) and writes the others in a byte each, on a square-root
// scale: a linear one, cut at the largest, costs the tagger almost half a point.
func quantize(all []weight, least float64) []weights.Row {
	bound, largest := int64(least*unit), int64(1)
	for _, w := range all {
		largest = max(largest, w.value, -w.value)
	}
	var out []weights.Row
	for _, w := range all {
		level := levelOf(w.value, largest)
		if level == 0 || max(w.value, -w.value) < bound {
			continue
		}
		if n := len(out); n == 0 || out[n-1].Key != w.key {
			out = append(out, weights.Row{Key: w.key})
		}
		r := &out[len(out)-1]
		r.Classes, r.Values = append(r.Classes, w.class), append(r.Values, level)
	}
	return out
}

func levelOf(value, largest int64) int8 {
	level := math.Round(levels * math.Sqrt(math.Abs(float64(value))/float64(largest)))
	if value < 0 {
		level = -level
	}
	return int8(level)
}
