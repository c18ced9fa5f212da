package annotate

// surroundings is what an anchor knows of a quote's surroundings.
type surroundings struct {
	prefix, suffix string
	before, after  string
	start          int
}

// score says how well the surroundings of folded text[b:e) agree: 0..2 for the context, less up to 0.1 for distance.
func (c surroundings) score(f *folded, b, e, start, length int) float64 {
	score := 0.0
	if c.before != "" {
		score += float64(commonSuffix(f.s[:b], c.before)) / float64(len(c.before))
	}
	if c.after != "" {
		score += float64(commonPrefix(f.s[e:], c.after)) / float64(len(c.after))
	}
	distance := float64(start-c.start) / float64(length+1)
	if distance < 0 {
		distance = -distance
	}
	return score - 0.1*distance
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
