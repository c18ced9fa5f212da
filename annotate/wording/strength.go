package wording

import (
	"strings"

	"claimlens/annotate"
)

// strength says how strongly a sentence claims that one thing bears on another. A call for research relates nothing; words that say
// two things go together are correlational; an effect is causal, and conditional where a word of doubt stands before it; what
// only compares is correlational too.
func strength(s sentence) annotate.Wording {
	if s.calls() || s.aboutStudy() || s.commands() {
		return annotate.NoRelation
	}
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

// calls says whether the sentence asks for research or for something to be done.
func (s sentence) calls() bool {
	for i, w := range s {
		if calls[w.lower] && !(needless[w.lower] && s.has(outcomes)) {
			return true
		}
		if (w.lower == "need" || w.lower == "needs") && (s.at(i+1) == "to" || s.at(i+1) == "for" || s.at(i-1) == "the" || s.at(i-1) == "a" || w.verb()) {
			return true
		}
	}
	return false
}

var (
	calls = set(`
		needed warranted required requires recommend recommended recommends recommendation recommendations future further should must
		necessary advised advisable encouraged`)
	needless = set("further")
	outcomes = set("suggest suggests suggested indicate indicates support supports")
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
	ownWork   = set("findings finding results result data study studies knowledge information understanding research guidelines")
	using     = set("inform informs poses pose add adds describe describes raise raises warrant warrants")
	registers = set("clinicaltrials.gov isrctn trpectr nct")
)

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
		return true
	case w.lower == "factor" || w.lower == "factors":
		return factorKinds[s.at(i-1)] && factorFor[s.at(i+1)]
	case w.lower == "related":
		return s.at(i+1) == "to" || s.at(i+1) == "with"
	case markers[w.lower]:
		return true
	case w.lower == "likely":
		return degrees[s.at(i-1)]
	case w.lower == "risk" || w.lower == "risks" || w.lower == "odds":
		return raised[s.at(i-1)] || raised[s.at(i-2)] || extreme[s.at(i-1)] && s.nearBe(i)
	}
	return false
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
	factorKinds = set("risk independent predictive prognostic predisposing protective associated contributing main strong significant important key")
	factorFor   = set("for of in")
)

// effect says whether the word at i says that one thing does something to another.
func (s sentence) effect(i int) bool {
	w := s[i]
	if w.verb() || w.penn == "VBN" {
		switch {
		case changeVerbs[w.base]:
			return s.predicate(i) && (s.takesObject(i) || s.at(i+1) == "by" && s[i].penn == "VBN")
		case effectVerbs[w.base]:
			return s.predicate(i) && !(w.base == "affect" && s.countsBehind(i))
		}
	}
	switch {
	case w.is(effectNouns):
		return s.claimed(i) && !(w.lower == "importance" && (s.at(i+1) != "of" || s.acts(i+2)))
	case w.is(effectAdjectives):
		return s.nearBe(i)
	case w.is(useful):
		return s.nearBe(i) && s.remedial(i)
	case w.lower == "due" || w.lower == "owing":
		return s.at(i+1) == "to"
	}
	return false
}

// acts says whether what stands at i is done by those who treat: "the importance of monitoring".
func (s sentence) acts(i int) bool {
	return i < len(s) && (s[i].penn == "VBG" || s[i].lower == "a" || s[i].lower == "considering" || s[i].tag == "ADJ" && s[i].lower != "coronary")
}

// remedial says whether what follows i treats or changes something.
func (s sentence) remedial(i int) bool {
	for j := i; j < len(s) && j < i+7; j++ {
		w := s[j]
		if remedies[w.lower] || (w.penn == "VBG" || w.penn == "VB") && (effectVerbs[w.base] || changeVerbs[w.base]) {
			return true
		}
		if w.mark() {
			return false
		}
	}
	return false
}

var (
	effectNouns = set(`
		effect effects impact impacts benefit benefits role influence influences efficacy effectiveness contributor contributors cause
		causes determinant determinants contribution contributions causality consequence consequences importance interference
		involvement`)
	useful           = set("useful helpful promising alternative option sufficient feasible viable suitable valuable acceptable attractive candidate target targets")
	unknowns         = set("unknown unclear uncertain")
	remedies         = set("treatment treatments therapy therapies treating treat agent agents therapeutic intervention interventions prevention preventing")
	effectAdjectives = set("effective efficacious beneficial detrimental harmful responsible involved causative detrimental ineffective superior crucial critical essential")
	studying         = set(`
		evaluate evaluating assess assessing assessed investigate investigating investigated examine examining examined determine explore
		exploring explored clarify compare understand regarding about concerning test whether evaluated`)
)

// countsBehind says whether the verb at i tells how many a disease affects, not what affects them.
func (s sentence) countsBehind(i int) bool {
	for j := i + 1; j < len(s) && j < i+4; j++ {
		if s[j].tag == "NUM" || shares[s.at(j)] {
			return true
		}
	}
	return false
}

// claimed says whether the noun of effect at i is claimed, not studied, and is no side effect.
func (s sentence) claimed(i int) bool {
	if s.at(i-1) == "side" || s.at(i-1) == "adverse" || s.at(i-1) == "side-" || s.has(unknowns) {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if studying[s[j].lower] {
			return false
		}
	}
	return true
}

// nearBe says whether the adjective at i is a predicate.
func (s sentence) nearBe(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch {
		case s[j].is(copulas):
			return true
		case s[j].mark():
			return false
		}
	}
	return false
}

var copulas = set("is are was were be been remain remains remained proved prove seem seems appear appears appeared being")

// takesObject says whether an object follows the verb at i.
func (s sentence) takesObject(i int) bool {
	for i++; i < len(s); i++ {
		w := s[i]
		switch {
		case w.tag == "ADV" || w.lower == "both":
			continue
		case w.tag == "NUM":
			return i+1 < len(s) && !strings.HasPrefix(s[i+1].lower, "%") && s[i+1].lower != "percent" && s[i+1].lower != "fold"
		}
		return w.tag == "DET" || w.tag == "ADJ" || w.noun() || w.tag == "PRON" || w.penn == "VBN" || w.penn == "VBG"
	}
	return false
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

// compares says whether the words compare one thing with another.
func (s sentence) compares() bool {
	if s.repeats() {
		return false
	}
	return s.has(comparisons) && s.has(comparedTo) || s.has(relating)
}

// repeats says whether the sentence only compares results with those of others: "similar to what has been reported".
func (s sentence) repeats() bool {
	return s.has(alike) && s.has(before)
}

var (
	alike       = set("similar comparable consistent equivalent same")
	before      = set("previous previously reported earlier those described others common common")
	comparisons = set(`
		higher lower greater more less fewer better worse increased decreased reduced elevated similar longer
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

var changeNouns = set("increase increases decrease decreases reduction reductions improvement improvements rise decline loss gain change changes alterations changes")

// predicate says whether the verb at i is a predicate: finite, or behind a modal or an auxiliary. What something is for, "to reduce",
// is none, but what it "was found to reduce" is.
func (s sentence) predicate(i int) bool {
	j := s.before(i)
	switch s[i].penn {
	case "VBD", "VBZ", "VBP":
		return true
	case "VB":
		if s.at(j) != "to" {
			return true
		}
		return able[s.at(s.before(j))]
	case "VBN":
		return beHave[s.at(j)]
	}
	return false
}

var beHave = set("is are was were be been being has have had am get gets got")

// before is the place of the word before i, adverbs and "not" aside.
func (s sentence) before(i int) int {
	for i--; i >= 0 && (s[i].tag == "ADV" || s[i].lower == "not"); i-- {
	}
	return i
}

// able are words behind which "to" and a verb say an effect: "was found to reduce".
var able = set(`
	found shown able likely appear appears appeared seem seems seemed known expected proved proven demonstrated helps help believed
	thought reported tend tends observed helped unlikely failed fails fail ability potential`)
