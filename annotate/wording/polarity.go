package wording

import "claimlens/annotate"

// polarity says whether the words deny. Two negations of one predicate affirm: "is not without risk", "does not fail to".
func polarity(s sentence) annotate.Polarity {
	n := 0
	for i := range s {
		if s.denies(i) {
			n++
		}
	}
	switch {
	case n == 0:
		return annotate.Affirmed
	case n == 1:
		return annotate.Negated
	}
	return s.twice()
}

// denies says whether the word at i denies what its statement says.
func (s sentence) denies(i int) bool {
	w := s[i]
	switch {
	case (w.lower == "not" || w.lower == "no") && affirming[s.at(i+1)]:
		return false // "not only", "no doubt"
	case w.lower == "no" && (s.at(i+1) == "less" || s.at(i+1) == "longer"):
		return s.at(i+1) == "longer"
	case w.lower == "neither", w.lower == "nor":
		return w.lower == "neither" || !s.has(neithers)
	case negations[w.lower]:
		return !s.aside(i)
	case w.lower == "without":
		return s.at(i-1) == "not" || s.at(i-1) == "is" || s.at(i-1) == "are" && i+2 < len(s)
	case w.base == "fail" && (w.verb() || s.at(i+1) == "to"):
		return s.at(i+1) == "to" && w.penn != "VBG"
	case w.base == "lack" && w.finite():
		return true
	case unables[w.lower]:
		return s.nearBe(i) || s.at(i+1) == "to"
	case w.lower == "absence" || w.lower == "lack":
		return (s.at(i+1) == "of") && (s.at(i+2) == "evidence" || s.at(i+2) == "effect" || s.at(i+2) == "benefit" || s.at(i+2) == "association")
	}
	return false
}

// aside says whether the negation at i belongs to a clause that only describes a noun, "people who do not smoke", or a condition,
// "if it is not treated", and so denies nothing of the statement.
func (s sentence) aside(i int) bool {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		switch {
		case s[j].mark():
			return false
		case s[j].tag == "NOUN":
			return s[j].lower != "evidence" && j+1 < i && relativePronouns[s.at(j+1)] && s.finiteBehind(i)
		case conditions[s[j].lower]:
			return true
		}
	}
	return false
}

// finiteBehind says whether a second predicate follows the one that i stands in. A plain form right behind another one is its
// own predicate, whatever its tag: "who do not smoke have fewer colds".
func (s sentence) finiteBehind(i int) bool {
	for j := i + 1; j < len(s); j++ {
		if s[j].finite() || s[j].penn == "VB" && s[j-1].penn == "VB" && s[j-1].base != "help" {
			return true
		}
	}
	return false
}

// twice is the polarity of a statement with several negations: affirmed if two of them stand close together.
func (s sentence) twice() annotate.Polarity {
	last := -9
	for i := range s {
		if !s.denies(i) {
			continue
		}
		if i-last <= 4 && !s.joined(last, i) {
			return annotate.Affirmed
		}
		last = i
	}
	return annotate.Negated
}

// joined says whether a conjunction or a mark stands between two places.
func (s sentence) joined(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if s[i].tag == "CCONJ" || s[i].mark() {
			return true
		}
	}
	return false
}

var (
	affirming        = set("only merely just doubt exception wonder matter")
	neithers         = set("neither")
	negations        = set("not no never none nobody nothing nowhere cannot hardly scarcely barely rarely seldom")
	unables          = set("unable unlikely ineffective useless impossible unaffected unchanged unrelated")
	relativePronouns = set("who that which whose")
	conditions       = set("if unless when whether")
)
