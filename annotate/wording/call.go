package wording

// calls says whether the sentence asks for research or for something to be done.
func (s sentence) calls() bool {
	for i, w := range s {
		switch {
		case w.lower == "future" || w.lower == "further":
			if s.researchAt(i+1) || i == 0 && w.tag == "ADJ" {
				return true
			}
		case w.lower == "recommended":
			if s.nearBe(i) || w.penn == "VBD" {
				return true
			}
		case calls[w.lower]:
			return true
		case w.lower == "need" || w.lower == "needs":
			if s.at(i+1) == "to" || s.at(i+1) == "for" || s.at(i-1) == "the" || s.at(i-1) == "a" || w.verb() {
				return true
			}
		}
	}
	return false
}

// researchAt says whether research is named at i or just behind it.
func (s sentence) researchAt(i int) bool {
	for j := i; j < len(s) && j < i+4; j++ {
		if research[s.at(j)] || s[j].verb() && researching[s[j].base] || s.at(j) == "exploration" || s.at(j) == "evaluation" || s.at(j) == "efforts" {
			return true
		}
	}
	return false
}

var (
	calls = set(`
		needed warranted required requires recommend recommends recommendation recommendations should must
		necessary advised advisable encouraged`)
)

// aboutStudy says whether the sentence speaks of the study's own use: "these findings may inform policy".
func (s sentence) aboutStudy() bool {
	i := s.find(ownWork)
	if i < 0 || i > 3 {
		return s.registration()
	}
	for j := i + 1; j < len(s) && j < i+4; j++ {
		switch {
		case s[j].penn == "MD" || s[j].is(using):
			return s.at(j+1) != "not"
		case s[j].lower == "that" || s[j].mark():
			return false
		}
	}
	return false
}

// registration says whether the sentence only names where a trial is registered.
func (s sentence) registration() bool {
	return s.at(0) == "trial" && s.at(1) == "registration" || s.at(0) == "(" && s.at(1) == "funded" || s.has(registers)
}

var (
	ownWork = set(`
		findings finding results result data study studies knowledge information understanding research guidelines`)
	using     = set("inform informs poses pose add adds describe describes raise raises warrant warrants")
	registers = set("clinicaltrials.gov isrctn nct eudract")
)
