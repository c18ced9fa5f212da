package study

import (
	"slices"

	"claimlens/annotate/internal/phrasebook"
)

// featuresOf is what else types, headings and words say of the design of a trial.
func featuresOf(k known, r reading, d Design) []string {
	out := slices.Clone(k.features)
	if d.trial() || d == Protocol {
		take := func(s sentence) {
			features.Find(s.words, func(_, _ int, f string) { out = append(out, f) })
		}
		take(r.title)
		for _, s := range r.sentences {
			if s.own() {
				take(s)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var features = func() (b phrasebook.Book[string]) {
	for feature, list := range map[string]string{
		"double-blind": "double-blind, double blind, double-blinded, double-masked",
		"single-blind": "single-blind, single blind, single-blinded, assessor-blinded, observer-blind",
		"crossover":    "crossover, cross-over, cross over",
		"cluster":      "cluster-randomi*, cluster randomi*, cluster trial",
		"pragmatic":    "pragmatic trial, pragmatic randomi*, pragmatic clinical, pragmatic cluster, pragmatic multicentre",
		"adaptive":     "adaptive trial, adaptive design, bayesian adaptive, response-adaptive",
		"open-label":   "open-label, open label",
		"pilot":        "pilot trial, pilot study, pilot randomi*, feasibility trial",
		"phase I":      "phase i, phase 1",
		"phase II":     "phase ii, phase 2, phase iia, phase iib",
		"phase III":    "phase iii, phase 3",
		"phase IV":     "phase iv, phase 4",
		"equivalence":  "non-inferiority, noninferiority, equivalence trial",
		"factorial":    "factorial design, factorial trial, factorial randomi*",
		"placebo":      "placebo-controlled, placebo controlled",
	} {
		b.Add(feature, list)
	}
	return b
}()

// secondary says whether the paper analyses again, or follows up, what another reports first.
func (r reading) secondary() bool {
	found := false
	take := func(s sentence) { secondaryCues.Find(s.words, func(int, int, bool) { found = true }) }
	take(r.title)
	for _, s := range r.sentences {
		if s.own() {
			take(s)
		}
	}
	return found
}

var secondaryCues = func() (b phrasebook.Book[bool]) {
	b.Add(true, `secondary analysis of, secondary analyses of, post hoc analysis of, post-hoc analysis of, posthoc analysis of, post hoc analysis, post-hoc analysis, ancillary study, ancillary analysis, a substudy of,
		substudy of, sub-study of, secondary data analysis, exploratory analysis of the, subgroup analysis of the, follow-up of the, follow up of the, year follow-up of, years follow-up of, year follow-up results, long-term follow-up of a,
		-year follow-up of, extended follow-up of, results from the same trial, re-analysis of, reanalysis of, prespecified analysis of, pre-specified analysis of, secondary analysis from, nested within, secondary outcomes of the`)
	return b
}()

// reviewedOf is what kind of studies a review puts together: RandomizedTrial or Observational; Unknown if it says neither or both.
func reviewedOf(r reading) Design {
	trials, observed := false, false
	take := func(s sentence) {
		reviewedCues.Find(s.words, func(_, _ int, trial bool) {
			trials = trials || trial
			observed = observed || !trial
		})
	}
	take(r.title)
	for _, s := range r.sentences {
		if s.own() {
			take(s)
		}
	}
	switch {
	case trials && !observed:
		return RandomizedTrial
	case observed && !trials:
		return Observational
	default:
		return Unknown
	}
}

var reviewedCues = func() (b phrasebook.Book[bool]) {
	b.Add(true, `randomi* trials, randomi* controlled trials, randomi* clinical trials, randomi* studies, rcts, controlled trials, clinical trials, randomi* controlled studies, placebo-controlled trials,
		randomi* placebo-controlled trials, randomi* controlled clinical trials, intervention studies, rct`)
	b.Add(false, `observational studies, cohort studies, case-control studies, cross-sectional studies, prospective studies, epidemiological studies, epidemiologic studies, cohorts, prospective cohort studies,
		observational, case-control, longitudinal studies, nonrandomi* studies, non-randomi* studies`)
	return b
}()
