package wording

import (
	"strings"

	"claimlens/annotate"
)

// parts is a statement laid out for telling its kind: what stands before its first predicate, and the rest.
type parts struct {
	all, subject, rest sentence
	studied            bool // a study is said to report it
}

// partsOf lays out a statement. Without a predicate all of it is the rest.
func partsOf(s sentence, studied bool) parts {
	for i, w := range s {
		if w.finite() {
			return parts{s, s[:i], s[i:], studied}
		}
	}
	return parts{s, nil, s, studied}
}

// kind says what sort of statement the words make. The first rule that fits decides; they go from what is said in a few fixed words
// to what many words can say.
func kind(s sentence, studied bool) annotate.Kind {
	p := partsOf(s, studied)
	for _, r := range kindRules {
		if r.fits(p) {
			return r.kind
		}
	}
	return annotate.Feature
}

// A kindRule is one sort of statement with what tells it.
type kindRule struct {
	kind annotate.Kind
	fits func(p parts) bool
}

var kindRules = []kindRule{
	{annotate.Status, func(p parts) bool { return p.all.has(rulings) }},
	{annotate.Advice, func(p parts) bool { return p.all.commands() || p.all.has(advising) || p.all.advised() }},
	{annotate.Status, func(p parts) bool { return p.stands() }},
	{annotate.Diagnostic, func(p parts) bool { return p.tests() }},
	{annotate.Safety, func(p parts) bool { return p.harms() }},
	{annotate.Finding, func(p parts) bool { return p.measured() }},
	{annotate.Association, func(p parts) bool { return p.linked() }},
	{annotate.Finding, func(p parts) bool { return p.changed() }},
	{annotate.Definition, func(p parts) bool { return p.defines() }},
	{annotate.Feature, func(p parts) bool { return p.silent() }},
	{annotate.Mechanism, func(p parts) bool { return p.treated() && p.works() && p.rest.has(molecules) }},
	{annotate.Prevalence, func(p parts) bool { return p.counts() }},
	{annotate.Effect, func(p parts) bool { return p.treated() && p.acts() }},
	{annotate.Cause, func(p parts) bool { return p.causes() }},
	{annotate.Mechanism, func(p parts) bool { return p.works() }},
	{annotate.Effect, func(p parts) bool { return p.acting() && !p.people() }},
	{annotate.Effect, func(p parts) bool { return p.done() && !p.people() && p.all.has(comparing) }},
	{annotate.Association, func(p parts) bool { return p.associates() }},
	{annotate.Feature, func(p parts) bool { return p.all.has(featureCues) }},
	{annotate.Effect, func(p parts) bool { return p.acts() }},
}

// commands says whether the statement tells somebody to do something.
func (s sentence) commands() bool {
	for i, w := range s {
		if i < 3 && (w.lower == "do" || w.lower == "not" || w.lower == "never" || w.lower == "always" || w.tag == "ADV") {
			continue
		}
		return (w.penn == "VB" || !w.finite() && forms[w.lower] == w.lower && !s.predicated()) && s.at(i+1) != "to" && s.partner(i)
	}
	return false
}

// predicated says whether the statement has a finite verb.
func (s sentence) predicated() bool {
	for _, w := range s {
		if w.finite() {
			return true
		}
	}
	return false
}

// partner says whether what stands behind i is what a command takes: "Drink at least …", "Avoid the …".
func (s sentence) partner(i int) bool {
	if i+1 >= len(s) {
		return false
	}
	n := s[i+1]
	return n.tag == "DET" || n.tag == "NUM" || n.tag == "ADP" && n.lower != "of" || n.tag == "PRON" || n.tag == "ADJ" || n.penn == "VBG" || n.penn == "NNS"
}

// advised says whether somebody is told what is good for them.
func (s sentence) advised() bool {
	for i, w := range s {
		if s.demand(i) != NoAdvice {
			return true
		}
		if w.lower == "best" && s.at(i-1) == "is" || w.lower == "safest" {
			return true
		}
		if w.is(advisable) && s.nearBe(i) && (s.at(i+1) == "to" || s.at(i+1) == "for" || s.at(i+1) == "when" || s.at(i+1) == "if") {
			return true
		}
	}
	return false
}

// stands says whether the statement tells how something stands: with authorities, in practice, in what is known.
func (p parts) stands() bool {
	for i, w := range p.all {
		switch {
		case standings[w.lower]:
			return true
		case w.lower == "cure" && !w.verb() && (p.all.at(i-1) == "no" || p.all.at(i-1) == "a"):
			return true
		case unproving[w.base] && w.verb() && (p.all.deniedAt(i) || p.all.has(nobody)):
			return true
		}
	}
	return false
}

// deniedAt says whether the verb at i is negated.
func (s sentence) deniedAt(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if s.at(j) == "not" || s.at(j) == "cannot" || s.at(j) == "never" {
			return true
		}
	}
	return false
}

// tests says whether the statement tells what an examination finds, or how well.
func (p parts) tests() bool {
	if p.all.has(accuracy) {
		return true
	}
	for _, w := range p.rest {
		if w.verb() && detections[w.base] {
			return p.subject.has(examinations) || p.rest.has(examinations) && !p.rest.has(shares)
		}
	}
	return p.subject.has(examinations) && p.rest.has(diseases) && !p.acts()
}

// silent says whether a disease is said to show itself, or not to.
func (p parts) silent() bool {
	return p.rest.has(symptomWords) && !p.treated() && (p.rest.has(causeVerbs) || p.rest.has(including)) && (p.all.has(nobody) || p.all.has(including) || p.all.has(seldom))
}

// harms says whether the statement tells of the harm that a treatment does.
func (p parts) harms() bool {
	if p.all.has(safetyCues) {
		return true
	}
	if p.subject.has(extra) && p.subject.has(harmNouns) {
		return true
	}
	if !p.treated() || p.subject.has(lacking) {
		return false
	}
	for i, w := range p.rest {
		if !w.verb() {
			continue
		}
		switch {
		case harming[w.base]:
			return true
		case worsening[w.base] && p.rest[i:].has(harmNouns):
			return true
		}
	}
	return false
}

// treated says whether the subject is something that is taken or done for health.
func (p parts) treated() bool {
	for _, w := range p.subject {
		if treatments[singular(w.lower)] || w.suffixed("statin", "mab", "pril", "therapy", "ectomy", "plasty", "mycin", "cillin", "azole", "sartan") {
			return true
		}
	}
	return false
}

func (w word) suffixed(endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(singular(w.lower), e) {
			return true
		}
	}
	return false
}

// singular is w without the ending of a plural.
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}

// measured says whether the statement tells what was counted or measured in the past.
func (p parts) measured() bool {
	if !p.past() {
		return false
	}
	if p.studied || p.all.has(counted) {
		return true
	}
	for _, w := range p.all {
		if w.tag == "NUM" {
			return true
		}
	}
	return false
}

// past says whether the first predicate, or the last one, tells of the past.
func (p parts) past() bool {
	last := ""
	for _, w := range p.all {
		if w.finite() {
			last = w.penn
		}
	}
	return last == "VBD" || len(p.rest) > 0 && p.rest[0].penn == "VBD" && p.rest[0].tag == "AUX"
}

// counts says whether the statement tells how common, how often or how long something is.
func (p parts) counts() bool {
	if p.acting() && !p.rest.has(touching) || p.all.has(comparing) && !p.all.has(shares) {
		return false
	}
	number := false
	for _, w := range p.all {
		number = number || w.tag == "NUM" || w.is(shares)
	}
	return p.all.has(frequencies) || number && p.all.has(counters)
}

// causes says whether the statement tells where a disease or a symptom comes from.
func (p parts) causes() bool {
	if p.all.has(causing) {
		return true
	}
	for i, w := range p.rest {
		if w.verb() && (w.base == "cause" || w.base == "trigger" || w.base == "provoke") {
			return !p.subject.has(bodily) && !p.rest.deniedAt(i)
		}
		switch {
		case !w.verb() || !p.rest.predicate(i):
			continue
		case raising[w.base] && p.rest[i:].has(chances) && p.rest.takesObject(i), harming[w.base]:
			return true
		case (w.base == "lead" || w.base == "result") && p.rest[i:].has(harmNouns):
			return true
		}
		if w.verb() && w.base == "come" && p.rest.at(i+1) == "from" {
			return true
		}
	}
	return false
}

// defines says whether the statement says what something is: "X is a …".
func (p parts) defines() bool {
	if len(p.rest) < 2 || p.rest[0].tag != "AUX" || !beIs[p.rest[0].lower] || len(p.subject) > 8 {
		return false
	}
	next := p.rest[1]
	if next.lower == "the" {
		return p.rest.has(relatives)
	}
	return (next.lower == "a" || next.lower == "an" || next.penn == "NNS") && !p.rest.has(judging)
}

// associates says whether two things are said to go together, or two groups are compared.
func (p parts) associates() bool {
	if p.done() && !p.people() {
		return false
	}
	return p.all.links() >= 0 || p.all.has(comparing) || p.people() && p.all.has(comparatives)
}

// linked says whether the predicate itself says that things go together: "is associated with", "correlates with".
func (p parts) linked() bool {
	for i, w := range p.rest {
		if linkPredicates[w.lower] && (p.rest.nearBe(i) || w.finite()) {
			return true
		}
		if w.finite() && changeVerbs[w.base] && p.rest.at(i+1) == "with" {
			return true // "rises with age"
		}
	}
	return false
}

// changed says whether something is said to have changed, not what changed it.
func (p parts) changed() bool {
	return len(p.rest) > 0 && p.rest[0].penn == "VBD" && changeVerbs[p.rest[0].base] && !p.rest.takesObject(0) && !p.treated()
}

// done says whether the subject is something that people take or do, for health or not.
func (p parts) done() bool {
	for _, w := range p.subject {
		if exposures[singular(w.lower)] {
			return true
		}
	}
	return p.treated()
}

// people says whether the subject names people.
func (p parts) people() bool {
	for _, w := range p.subject {
		if peopleWords[singular(w.lower)] {
			return true
		}
	}
	return false
}

// acting says whether the first predicate is a verb of effect.
func (p parts) acting() bool {
	for i, w := range p.rest {
		if w.verb() && p.rest.predicate(i) && (effectVerbs[w.base] || changeVerbs[w.base] || acting[w.base]) {
			return true
		}
	}
	return false
}

// works says whether the statement tells how something works in the body.
func (p parts) works() bool {
	if p.subject.has(bodily) && !p.rest.has(beneficial) && !p.rest.has(beIs) && !p.treated() {
		return true
	}
	for i, w := range p.rest {
		if w.verb() && physiological[w.base] {
			return p.rest[i:].has(bodily) || p.subject.has(bodily)
		}
	}
	return false
}

// acts says whether the statement tells what something does.
func (p parts) acts() bool {
	for i := range p.all {
		w := p.all[i]
		if w.verb() && (effectVerbs[w.base] || changeVerbs[w.base] || acting[w.base]) {
			return true
		}
	}
	return p.all.has(working)
}
