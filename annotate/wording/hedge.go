package wording

// hedged says whether the words weaken what they state. "More likely" compares and weakens nothing.
func hedged(s sentence) bool {
	for i, w := range s {
		switch {
		case !hedges[w.lower]:
		case (w.lower == "likely" || w.lower == "often") && degrees[s.at(i-1)]:
		case (w.lower == "may" || w.lower == "might") && w.penn != "MD" && i > 0:
		default:
			return true
		}
	}
	return false
}

// hedges are words that weaken a statement.
var hedges = set(`
	may might could can possibly possible potential potentially perhaps probably likely unlikely suggest suggests suggested appear appears
	appeared seem seems seemed apparently expected believed thought presumably tend tends sometimes often usually would
	indicate indicates preliminary suspected supposedly maybe alleged allegedly estimated`)
