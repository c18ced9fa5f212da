package wording

import "claimlens/annotate"

// strength says how strongly a sentence claims that one thing bears on another. A call for research relates nothing; words that say
// two things go together are correlational; an effect is causal, and conditional where a word of doubt stands before it; what
// only compares is correlational too.
func strength(s sentence) annotate.Wording {
	if s.calls() || s.aboutStudy() || s.commands() {
		return annotate.NoRelation
	}
	s = s.reported()
	link := s.links()
	plain, doubted := false, false
	for i := range s {
		if i == link {
			return annotate.Correlational
		}
		if s.effect(i) {
			if s.doubted(i) {
				doubted = true
			} else {
				plain = true
				if link > i && s[i].verb() && s[i].base != "contribute" {
					return annotate.Causal
				}
			}
		}
	}
	switch {
	case plain:
		return annotate.Causal
	case doubted:
		return annotate.Conditional
	case s.compares() || s.changes():
		return annotate.Correlational
	}
	return annotate.NoRelation
}

// reported is what the sentence says behind "these results suggest that"; all of it if it reports nothing.
func (s sentence) reported() sentence {
	for i := 1; i+3 < len(s); i++ {
		if s[i].lower == "that" && findingVerbs[s[i-1].base] && s[i-1].verb() && !conditionals[s[i-1].base] {
			return s[i+1:]
		}
	}
	return s
}

// conditionals weaken an effect. "Can" does not: what can reduce a risk has been seen to.
var conditionals = set(`
	may might could possibly possible potential potentially perhaps appears appear appeared seems seem seemed probably
	presumably likely unlikely would hypothesize hypothesise speculate`)

// doubted says whether a word of doubt stands before the place i.
func (s sentence) doubted(i int) bool {
	for j := i; j >= 0; j-- {
		w := s[j]
		if conditionals[w.lower] && !(w.lower == "likely" && degrees[s.at(j-1)]) {
			return true
		}
		if w.lower == ";" {
			return false
		}
	}
	return false
}
