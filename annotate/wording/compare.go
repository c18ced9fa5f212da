package wording

// compares says whether the words compare one thing with another.
func (s sentence) compares() bool {
	if s.repeats() {
		return false
	}
	return (s.has(comparisons) || s.oftener()) && s.has(comparedTo) || s.has(relating) || s.possesses()
}

// oftener says whether something is more or less frequent, severe or the like.
func (s sentence) oftener() bool {
	for i := range s {
		if degrees[s.at(i)] && grades[s.at(i+1)] {
			return true
		}
	}
	return false
}

// repeats says whether the sentence only compares results with those of others: "similar to what has been reported".
func (s sentence) repeats() bool {
	for i, w := range s {
		if !alike[w.lower] {
			continue
		}
		for j := i + 1; j < len(s) && j < i+8; j++ {
			if before[s.at(j)] {
				return true
			}
		}
	}
	return false
}

// possesses says whether a group is said to have more or less of something: "had higher scores".
func (s sentence) possesses() bool {
	for i, w := range s {
		if w.lower != "had" && w.lower != "have" && w.lower != "has" {
			continue
		}
		for j := i + 1; j < len(s) && j < i+4; j++ {
			if comparisons[s.at(j)] || degrees[s.at(j)] || s.at(j) == "better" {
				return true
			}
		}
	}
	return false
}

var (
	alike       = set("similar comparable consistent equivalent same")
	before      = set("previous previously reported earlier those described others common common")
	grades      = set("common frequent frequently often prevalent pronounced severe severely strongly weight")
	comparisons = set(`
		higher lower greater fewer worse increased decreased reduced elevated similar longer
		shorter smaller larger difference differences differ differed significant significantly`)
	relating   = set("than compared")
	comparedTo = set("than compared versus vs vs. between among in with")
	degrees    = set("more less as most least")
)

// changes says whether something is said to change, without what changes it.
func (s sentence) changes() bool {
	for i, w := range s {
		if changeNouns[w.lower] && (s.at(i+1) == "in" || s.at(i+1) == "of") && s.stated(i) {
			return true
		}
		if w.verb() && changeVerbs[w.base] && s.predicate(i) {
			return true
		}
	}
	return false
}

// stated says whether a verb of finding stands before i, or a predicate behind it.
func (s sentence) stated(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if s[j].verb() && s[j].penn != "VBG" && s[j].penn != "MD" {
			return true
		}
	}
	for j := i + 1; j < len(s); j++ {
		if s[j].verb() && (s[j].base == "observe" || s[j].base == "find" || s[j].base == "see" || s[j].base == "occur") {
			return true
		}
	}
	return false
}

var changeNouns = set(`
	increase increases decrease decreases reduction reductions improvement improvements rise decline loss gain change
	changes alteration alterations`)
