package claims

import (
	"slices"

	"claimlens/annotate"
)

// kindOf says what sort of statement the words make. The first rule that fits decides; they go from what is said in a few
// fixed words to what many words can say.
func kindOf(words []word, said source) annotate.Kind {
	for _, r := range kindRules {
		if r.fits(words, said) {
			return r.kind
		}
	}
	if firstVerb(words, effects) != "" {
		return annotate.Effect
	}
	return annotate.Feature
}

// A kindRule is one sort of statement with the cues that tell it.
type kindRule struct {
	kind annotate.Kind
	fits func(words []word, said source) bool
}

var kindRules = []kindRule{
	{annotate.Advice, func(w []word, _ source) bool { return contains(w, adviceCues) || imperative(w) }},
	{annotate.Status, func(w []word, _ source) bool { return contains(w, statusCues) }},
	{annotate.Diagnostic, func(w []word, _ source) bool { return contains(w, diagnosticCues) }},
	{annotate.Finding, func(w []word, s source) bool { return s == study && isPast(w) || contains(w, findingCues) && isPast(w) }},
	{annotate.Safety, func(w []word, _ source) bool { return contains(w, safetyCues) }},
	{annotate.Prevalence, func(w []word, _ source) bool { return contains(w, prevalenceCues) }},
	{annotate.Cause, func(w []word, _ source) bool { return contains(w, causeCues) }},
	{annotate.Association, func(w []word, _ source) bool { return contains(w, associations) || contains(w, associationCues) }},
	{annotate.Mechanism, func(w []word, _ source) bool { return contains(w, mechanismCues) && firstVerb(w, effects) != "" }},
	{annotate.Feature, func(w []word, _ source) bool { return contains(w, featureCues) }},
	{annotate.Definition, func(w []word, _ source) bool { return defines(w) }},
}

var (
	adviceCues     = set("should must shouldn't mustn't advisable prudent recommend ought")
	statusCues     = set("approved licensed authorised authorized guideline guidelines recommended recommendations controversial standard unproven prescribed evidence disputed unknown cure available unlicensed banned widely")
	diagnosticCues = set("test tests detect detects detected detecting detectable screening accuracy sensitivity specificity diagnose diagnosed diagnoses diagnosing diagnosis biomarker biomarkers marker markers scan scans predict predicts algorithm recognised missed")
	findingCues    = set("study trial trials participants patients group groups placebo percent compared series mice rats volunteers average")
	safetyCues     = set("side adverse complication complications toxic toxicity harm harms harmful damage damages safe safety unsafe overdose fatal tolerated dependence addiction poisoning bleeding hepatotoxic sting")
	prevalenceCues = set("percent per % common rare prevalence incidence million billion leading age deadliest average worldwide majority tenths affects")
	causeCues      = set("cause causes caused causing trigger triggers triggered due responsible factor factors because reasons reason raises increases")
	mechanismCues  = set("cell cells protein proteins hormone hormones gene genes receptor receptors enzyme enzymes blood molecule molecules tissue immune bacteria brain nerve nerves arteries secretion metabolism microcirculation glomerulus progeny lungs antibodies neurons body gut")
	featureCues    = set("symptom symptoms sign signs feature features characterised characterized include includes syndrome manifestations")

	associationCues = set("likely likelier risk")
)

func contains(words []word, m map[string]bool) bool {
	return slices.ContainsFunc(words, func(w word) bool { return m[w.lower] })
}

// isPast says whether the first predicate tells of the past.
func isPast(words []word) bool {
	for _, w := range words {
		if w.role == finite {
			return w.is(past) && !w.is(base) || pastAuxiliary[w.lower] || w.lower == "could"
		}
	}
	return false
}

// defines says whether the words say what something is: "X is a …".
func defines(words []word) bool {
	for i, w := range words {
		if w.role == finite {
			return w.is(toBe) && i+1 < len(words) && (words[i+1].is(determiner) || words[i+1].is(plural))
		}
	}
	return false
}
