package wording

// links is the place where the sentence says that two things go together, or -1.
func (s sentence) links() int {
	for i, w := range s {
		if s.link(i) && !s.affected(i) && !(attributive[w.lower] && s.describes(i)) {
			return i
		}
	}
	return -1
}

func (s sentence) link(i int) bool {
	w := s[i]
	switch {
	case linking[w.lower]:
		return s.at(i-1) != "in" || s.at(i+1) != "to" // not "in relation to"
	case w.lower == "factor" || w.lower == "factors":
		return factorKinds[s.at(i-1)] && factorFor[s.at(i+1)]
	case w.lower == "related":
		return s.at(i+1) == "to" || s.at(i+1) == "with"
	case markers[w.lower]:
		return s.at(i+1) == "of" || s.at(i+1) == "for" || s.nearBe(i) || !s.owned(i)
	case w.lower == "likely":
		return degrees[s.at(i-1)]
	case w.lower == "risk" || w.lower == "risks" || w.lower == "odds":
		return raised[s.at(i-1)] || raised[s.at(i-2)] || extreme[s.at(i-1)] && s.nearBe(i)
	}
	return false
}

// owned says whether the noun at i is one that the text has named before: "these biomarkers".
func (s sentence) owned(i int) bool {
	return own[s.at(i-1)] && s.at(i-1) != "the" || own[s.at(i-2)] && s.at(i-2) != "the"
}

// affected says whether the word at i is in the object of a verb of effect: "reduces the likelihood".
func (s sentence) affected(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if s[j].verb() && (effectVerbs[s[j].base] || changeVerbs[s[j].base]) && s.predicate(j) && s[j].penn != "VBN" {
			return true
		}
		if s[j].tag == "ADP" || s[j].mark() {
			return false
		}
	}
	return false
}

// describes says whether the participle at i only describes the noun before it: "the costs associated with it".
func (s sentence) describes(i int) bool {
	j := s.before(i)
	return j >= 0 && s[j].noun() && !factorNouns[s.at(j)]
}

var (
	factorNouns = set("factor factors variables characteristics predictors features")
	attributive = set("associated linked related")
	raised      = set("increased higher elevated greater lower reduced decreased excess highest lowest same similar")
	extreme     = set("high low")
	markers     = set("marker markers biomarker biomarkers indicator indicators indicative prognostic")
	linking     = set(`
		interrelation associated association associations correlated correlation correlations correlates correlate correlating
		predictor predictors predict predicts predicted predictive predicting linked link links linking likelihood independently inversely
		interrelationship interrelation interrelated interrelationships co-occurrence connection connections susceptible
		susceptibility relationship relationships relation relations inverse interaction prone attributable`)
	factorKinds = set(`
		risk independent predictive prognostic predisposing protective associated contributing main strong significant
		important key`)
	factorFor = set("for of in")
)
