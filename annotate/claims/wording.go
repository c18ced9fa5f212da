package claims

import (
	"slices"

	"claimlens/annotate"
)

// Wording says how strongly a sentence claims, and whether it gives advice: "none", "weak" or "strong".
func Wording(text string) (wording annotate.Wording, advice string) {
	words := split(text)
	read(words)
	return wordingOf(words), adviceOf(words)
}

// wordingOf goes by the verbs: one of effect is causal, weakened it is conditional; words that say two things go together
// are correlational whatever else is said.
func wordingOf(words []word) annotate.Wording {
	linked := slices.ContainsFunc(words, func(w word) bool { return associations[w.lower] && w.lower != "related" })
	switch effect := effectAt(words); {
	case linked:
		return annotate.Correlational
	case effect >= 0 && hedged(words):
		return annotate.Conditional
	case effect >= 0:
		return annotate.Causal
	case slices.ContainsFunc(words, func(w word) bool { return w.lower == "than" || w.lower == "related" || w.lower == "likely" }):
		return annotate.Correlational
	}
	return annotate.NoRelation
}

// effectAt is the place of the first verb of effect that is part of a predicate, or -1.
func effectAt(words []word) int {
	for i, w := range words {
		if w.role != noVerb && effects[baseOf(w.lower)] && !weakEffects[baseOf(w.lower)] {
			return i
		}
	}
	return -1
}

// weakEffects are verbs of effect that as often tell of something else.
var weakEffects = set("make keep offer carry develop support save turn switch help break provide draw change stress control avoid")

// hedged says whether the words weaken what they state.
func hedged(words []word) bool {
	for i, w := range words {
		if !hedges[w.lower] {
			continue
		}
		if w.lower == "likely" && i > 0 && (words[i-1].lower == "more" || words[i-1].lower == "less" || words[i-1].lower == "as") {
			continue // "more likely" compares
		}
		return true
	}
	return false
}

// adviceOf says whether the words tell people what to do.
func adviceOf(words []word) string {
	switch {
	case slices.ContainsFunc(words, func(w word) bool { return strongAdvice[w.lower] }):
		return "strong"
	case slices.ContainsFunc(words, func(w word) bool { return weakAdvice[w.lower] }):
		return "weak"
	}
	return "none"
}

var (
	strongAdvice = set("should must recommend recommended recommends essential necessary imperative mandatory shouldn't mustn't avoid urge crucial")
	weakAdvice   = set("consider considered useful advisable suggest beneficial prudent appropriate need needed warranted helpful caution may could")
)

// polarity says whether the words deny.
func polarity(words []word) annotate.Polarity {
	for i, w := range words {
		if w.is(negation) && w.lower != "without" && !(w.lower == "not" && i+1 < len(words) && words[i+1].lower == "only") {
			return annotate.Negated
		}
		if w.lower == "no" || baseOf(w.lower) == "fail" && w.role != noVerb || baseOf(w.lower) == "lack" && w.role == finite {
			return annotate.Negated
		}
	}
	return annotate.Affirmed
}
