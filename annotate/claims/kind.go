package claims

import (
	"slices"
	"strings"

	"claimlens/annotate"
)

// kindOf says what sort of statement the words make. The first rule that fits decides; they go from what is said in a few
// fixed words to what many words can say.
func kindOf(words []word, said source) annotate.Kind {
	s := sorted{words: words, main: len(words), said: said}
	for i, w := range words {
		if w.role == finite {
			s.main = i
			break
		}
	}
	s.subject, s.rest = words[:s.main], words[s.main:]
	for _, r := range kindRules {
		if r.fits(s) {
			return r.kind
		}
	}
	return annotate.Feature
}

// sorted is a statement laid out for telling its kind.
type sorted struct {
	words, subject, rest []word
	main                 int // where its first predicate stands
	said                 source
}

// A kindRule is one sort of statement with the cues that tell it.
type kindRule struct {
	kind annotate.Kind
	fits func(s sorted) bool
}

var kindRules = []kindRule{
	{annotate.Advice, func(s sorted) bool { return contains(s.words, adviceCues) || imperative(s.words) }},
	{annotate.Status, func(s sorted) bool { return contains(s.words, statusCues) }},
	{annotate.Diagnostic, func(s sorted) bool {
		return contains(s.words, accuracyCues) || contains(s.subject, testCues) || firstVerb(s.rest, detections) != "" && !s.measured()
	}},
	{annotate.Safety, func(s sorted) bool {
		return contains(s.words, safetyCues) || s.treats() && !s.measured() && contains(s.rest, causing)
	}},
	{annotate.Prevalence, func(s sorted) bool { return contains(s.words, prevalenceCues) && !s.measured() && !s.treats() }},
	{annotate.Finding, func(s sorted) bool { return s.measured() || s.said == study && s.past() }},
	{annotate.Effect, func(s sorted) bool {
		return s.treats() && (firstVerb(s.words, effects) != "" || contains(s.words, working))
	}},
	{annotate.Cause, func(s sorted) bool { return contains(s.words, causeCues) && !contains(s.subject, bodyCues) }},
	{annotate.Association, func(s sorted) bool { return contains(s.words, associations) || contains(s.words, associationCues) }},
	{annotate.Definition, func(s sorted) bool { return s.defines() }},
	{annotate.Feature, func(s sorted) bool { return contains(s.words, featureCues) }},
	{annotate.Mechanism, func(s sorted) bool { return contains(s.words, bodyCues) && !s.is() }},
	{annotate.Effect, func(s sorted) bool { return firstVerb(s.words, effects) != "" }},
}

var (
	adviceCues = set("should must shouldn't mustn't advisable prudent recommend ought")
	statusCues = set(`
		approved licensed authorised authorized guideline guidelines recommended recommendations controversial
		standard unproven prescribed evidence disputed unknown cure unlicensed banned widely proof proven`)
	accuracyCues = set(`
		accuracy sensitivity specificity detectable biomarker biomarkers diagnose diagnosed diagnoses diagnosing
		diagnosis algorithm predictor`)
	testCues   = set("test tests screening marker markers scan scans")
	safetyCues = set(`
		side adverse complication complications toxic toxicity harm harms harmful safe safety unsafe overdose fatal
		tolerated dependence addiction poisoning bleeding hepatotoxic painless dangerous dangerously sepsis
		vomiting`)
	causing        = set("cause causes caused trigger triggers damage damages injure raise raises lead leads enter")
	prevalenceCues = set(`
		percent per % common rare prevalence incidence million billion age deadliest deaths worldwide majority
		affects affect widespread rise leading times one half`)
	working   = set("works work better best helps enough healthier")
	causeCues = set(`
		cause causes caused causing trigger triggers triggered due responsible factor factors because reasons
		raises increases driver`)
	featureCues = set(`
		symptom symptoms sign signs feature features characterised characterized include includes syndrome
		manifestations`)
	associationCues = set("likely likelier than where")
	bodyCues        = set(`
		cell cells protein proteins hormone hormones gene genes receptor receptors enzyme enzymes blood molecule
		molecules tissue immune bacteria brain nerve nerves arteries secretion metabolism microcirculation
		glomerulus progeny lungs antibodies neurons body gut liver kidney kidneys bone bones muscle bile heart skin
		stomach`)
	counted = set(`
		participants patients group groups placebo percent volunteers mice rats trial trials study studies
		experiment series people women men average number days`)
	treatments = set(`
		therapy treatment treatments dialysis haemodialysis hemodialysis drug drugs medicine medicines medication
		medications statin statins vaccine vaccines vaccination antibiotic antibiotics probiotics probiotic
		supplement supplements vitamin coffee caffeine exercise fasting dose doses surgery transplant
		transplantation infusion infusions painkiller painkillers opioid opioids paracetamol ibuprofen magnesium
		capsule capsules tablet tablets stem diet dieting dietary food foods tea salt sugar training relaxation
		piercing acupuncture mask masks purifier purifiers nap naps omt manipulative technique techniques smoking
		alcohol aspirin insulin metformin cannabis yoga meditation breakfast fish fruit vegetables milk meat juice
		calcium potassium phosphate sunglasses cycling melatonin ventilation rest scan scans pill pills placebo q10
		needles antibody topiramate`)
)

// treats says whether the subject is something that is taken or done for health.
func (s sorted) treats() bool {
	return slices.ContainsFunc(s.subject, func(w word) bool {
		return treatments[w.lower] || hasAny(singular(w.lower), strings.HasSuffix, "statin", "mab", "pril", "therapy", "ectomy", "plasty")
	})
}

// measured says whether the statement tells what was counted or measured in the past.
func (s sorted) measured() bool {
	if !s.past() {
		return false
	}
	return s.said == study || contains(s.words, counted) || slices.ContainsFunc(s.words, func(w word) bool { return w.is(number) })
}

// past says whether the first predicate tells of the past.
func (s sorted) past() bool {
	if s.main >= len(s.words) {
		return false
	}
	w := s.words[s.main]
	return w.is(past) && !w.is(base) || pastAuxiliary[w.lower]
}

// is says whether the first predicate is a form of be.
func (s sorted) is() bool { return s.main < len(s.words) && s.words[s.main].is(toBe) }

// defines says whether the words say what something is: "X is a …".
func (s sorted) defines() bool {
	return s.is() && s.main+1 < len(s.words) && (s.rest[1].is(determiner) || s.rest[1].is(plural))
}

func contains(words []word, m map[string]bool) bool {
	return slices.ContainsFunc(words, func(w word) bool { return m[w.lower] })
}
