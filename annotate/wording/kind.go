package wording

import "claimlens/annotate"

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
