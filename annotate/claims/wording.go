package claims

import (
	"slices"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
	"claimlens/annotate/wording"
)

// Wording says how strongly a sentence claims, and whether it gives advice: "none", "weak" or "strong".
func Wording(text string) (annotate.Wording, string) {
	w, a := wording.Of(syntax.Parse(text))
	return w, string(a)
}

// wordingOf goes by what the statement says of two things. A call for research relates nothing; words that say two things
// go together, or that compare, are correlational; a predicate of effect is causal, and conditional where "may" weakens it.
func wordingOf(words []word) annotate.Wording {
	effect := effectAt(words)
	weakened := contains(words, conditionals) || likely(words)
	switch {
	case contains(words, calls):
		return annotate.NoRelation
	case contains(words, linking):
		return annotate.Correlational
	case (effect >= 0 || contains(words, affecting)) && weakened:
		return annotate.Conditional
	case effect >= 0:
		return annotate.Causal
	case contains(words, associations) || compares(words):
		return annotate.Correlational
	case contains(words, effecting):
		return annotate.Causal
	}
	return annotate.NoRelation
}

var (
	// conditionals weaken an effect. "Can" does not: what can reduce a risk has been seen to.
	conditionals = set(`
		may might could possibly potential potentially perhaps appears appear appeared seems seem seemed probably
		presumably`)
	// calls ask for research or for something to be done.
	calls = set("needed warranted required recommend recommended recommends recommendation future further should must necessary")
	// linking are the words of association that stand whatever else is said.
	linking = set(`
		associated association associations linked correlated correlation correlations correlates correlate
		predictor predictors predict predicts predicted predictive factor factors independent independently`)
	// affecting are words of effect that are no verbs.
	affecting = set(`
		effect effects effective efficacious efficacy impact beneficial benefit benefits helpful useful role cause
		causes contributor influence`)
	// effecting are those of them that claim an effect where nothing weakens them.
	effecting = set("effect effects effective efficacious efficacy impact beneficial cause causes contributor")
	// comparisons are the words that compare, with those that say with what.
	comparisons = set(`
		higher lower greater more less fewer better worse increased decreased reduced elevated similar longer
		shorter smaller larger common prevalent difference differences differ differed significant significantly`)
	relating   = set("than compared related likely")
	comparedTo = set("than compared versus vs vs. between among in with")
)

// compares says whether the words compare one thing with another.
func compares(words []word) bool {
	return contains(words, comparisons) && contains(words, comparedTo) || contains(words, relating)
}

// likely says whether "likely" weakens the statement; "more likely" compares.
func likely(words []word) bool {
	for i, w := range words {
		if w.lower == "likely" && (i == 0 || !degrees[words[i-1].lower]) {
			return true
		}
	}
	return false
}

var degrees = set("more less as most least")

// effectAt is the place of the first verb of effect that is a predicate, alone or behind a modal or a form of be; -1 if
// there is none. What something is for, "to reduce", says no effect.
func effectAt(words []word) int {
	for i, w := range words {
		b := baseOf(w.lower)
		if !effects[b] || weakEffects[b] {
			continue
		}
		before := previous(words, i)
		switch {
		case w.role == finite, w.role == infinitive && words[before].lower != "to":
			return i
		case w.role == completed && before >= 0 && words[before].is(toBe|toHave):
			return i
		case w.role == infinitive && before > 0 && able[words[before-1].lower]:
			return i
		}
	}
	return -1
}

// able are words behind which "to" and a verb say an effect: "was found to reduce".
var able = set(`
	found shown able likely appear appears seem seems known expected proved proven demonstrated helps help believed
	thought reported tend tends`)

// weakEffects are verbs of effect that as often tell of something else.
var weakEffects = set("make keep offer carry develop support save turn switch help break draw change stress control avoid")

// hedged says whether the words weaken what they state.
func hedged(words []word) bool {
	return likely(words) || slices.ContainsFunc(words, func(w word) bool { return hedges[w.lower] && w.lower != "likely" })
}

// adviceOf says whether the words tell people what to do. What they say of research to come is no advice.
func adviceOf(words []word) string {
	switch {
	case contains(words, toCome) && contains(words, researching):
		return "none"
	case contains(words, strongAdvice):
		return "strong"
	case contains(words, weakAdvice) || usable(words):
		return "weak"
	}
	return "none"
}

var (
	strongAdvice = set(`
		should must recommend recommended recommends recommendations essential necessary imperative mandatory
		shouldn't mustn't avoid urge crucial consider considered consideration need needs needed required warranted
		caution attention efforts advised advise`)
	weakAdvice = set(`
		useful helpful alternative option options viable suitable feasible promising tool tools adjunct valuable
		importance safely safe advisable suggest beneficial prudent appropriate help serve effectively`)
	toCome      = set("further future larger more additional prospective well-designed long-term")
	researching = set(`
		research studies study trials trial investigation investigations investigate investigated evaluated
		validated confirm confirmed elucidate clarify examine explored determine`)
)

// usable says whether the words say that something can be used.
func usable(words []word) bool {
	for i := 0; i+2 < len(words); i++ {
		if words[i].is(modal) && words[i+1].lower == "be" && (words[i+2].lower == "used" || words[i+2].lower == "performed") {
			return true
		}
	}
	return false
}

// polarity says whether the words deny.
func polarity(words []word) annotate.Polarity {
	for i, w := range words {
		if w.lower == "without" || w.lower == "not" && i+1 < len(words) && words[i+1].lower == "only" {
			continue
		}
		if w.is(negation) || baseOf(w.lower) == "fail" && w.role != noVerb || baseOf(w.lower) == "lack" && w.role == finite {
			return annotate.Negated
		}
	}
	return annotate.Affirmed
}
