package study

import (
	"strings"

	"claimlens/annotate/internal/phrasebook"
)

// designOf is the design by types and headings, else by words; and whether it is a guess. Types come before headings, for a trial's
// record has headings like "Prospective Studies" too.
func designOf(k known, r reading, subject Subject) (Design, bool) {
	typed := strongest(k.types)
	guess := guessDesign(r)
	switch {
	case contains(k.types, Notice) && !typed.primary() && !typed.synthesis():
		return Notice, false
	case contains(k.types, Protocol):
		return Protocol, false
	case guess == Protocol && (typed == Unknown || typed.trial() || typed == Observational):
		return Protocol, true
	case typed == ControlledTrial || typed == ClinicalTrial:
		if guess == RandomizedTrial {
			return guess, true
		}
		return typed, false
	case typed == Observational:
		if d := strongest(k.headings); d != Unknown {
			return d, false
		}
		return typed, false
	case typed == Review && (guess.synthesis() || guess == Guideline && titleGuess(r.title) == Guideline):
		return guess, true
	case typed != Unknown:
		return typed, false
	}
	return designOfArticle(k, subject, guess)
}

// designOfArticle is the design of a paper whose types say nothing.
func designOfArticle(k known, subject Subject, guess Design) (Design, bool) {
	headed := strongest(k.headings)
	lab := subject == Animals || subject == Cells
	switch {
	case guess.synthesis() || guess == Review || guess == Notice || guess == Guideline:
		return guess, true
	case lab && (guess == Unknown || guess.primary() || guess == Model):
		return Experiment, !k.mesh
	case headed != Unknown && guess == RandomizedTrial: // indexed by a machine, or the record came without its types
		return guess, true
	case headed != Unknown:
		return headed, false
	case subject == Simulation && guess == Unknown:
		return Model, true
	}
	return guess, guess != Unknown
}

func contains(all []Design, d Design) bool {
	for _, x := range all {
		if x == d {
			return true
		}
	}
	return false
}

// guessDesign is the design by the words of title and abstract: the title's own word for it, else the strongest that the authors' own
// sentences speak for.
func guessDesign(r reading) Design {
	title := titleGuess(r.title)
	said := map[Design]int{}
	planned, searched, consists := 0, false, false
	for _, s := range r.sentences {
		plannings.Find(s.words, func(_, _ int, _ bool) { planned++ })
		if !s.own() {
			continue
		}
		once := map[Design]bool{}
		abstractCues.Find(s.words, func(start, end int, c designCue) {
			if !once[c.design] && c.holds(s.words, start, end) {
				once[c.design] = true
				said[c.design]++
				searched = searched || c.searches
			}
		})
		if at := randomAt(s.words); !once[RandomizedTrial] && at >= 0 {
			said[RandomizedTrial]++
		}
		consists = consists || s.this
	}
	switch {
	case title == Protocol || title == Notice || title.synthesis():
		return title
	case planned > 1 && (said[RandomizedTrial] > 0 || said[ClinicalTrial] > 0 || title.trial()):
		return Protocol
	case said[SystematicReview] > 0 && searched:
		if said[NetworkMetaAnalysis] > 0 {
			return NetworkMetaAnalysis
		}
		if said[MetaAnalysis] > 0 {
			return MetaAnalysis
		}
		return SystematicReview
	case title != Unknown && !(title == ClinicalTrial && said[RandomizedTrial] > 0) && !(title == Observational || title == Cohort && said[RandomizedTrial] > 0):
		return title
	}
	for _, d := range guessable {
		if said[d] > 0 {
			return d
		}
	}
	return title
}

// guessable are the designs that an abstract is asked for, in this order: what comes first is seldom said of a study that is made in
// one of the ways behind it.
var guessable = []Design{MetaAnalysis, ControlledTrial, RandomizedTrial, CaseControl, ClinicalTrial, Mendelian, Cohort, CrossSectional, CaseReport, CaseSeries,
	Qualitative, Diagnostic, Guideline, Observational, Model, Review}

// designCue is what a phrase says of the design.
type designCue struct {
	design   Design
	searches bool // is how one looks for studies
	plain    bool // holds whatever stands around it
}

// holds says whether the phrase speaks of this paper's own study: not of earlier ones, and not of what should be done.
func (c designCue) holds(words []string, start, end int) bool {
	if c.plain {
		return true
	}
	for i := max(0, start-3); i < start; i++ {
		if others[words[i]] {
			return false
		}
	}
	for i := end; i < min(len(words), end+4); i++ {
		switch words[i] {
		case "needed", "warranted", "required", "necessary", "lacking", "scarce":
			return false
		}
	}
	return true
}

// others are words before a design that make it somebody else's, or nobody's yet.
var others = wordSet(`previous previously earlier prior recent recently published several most existing other future further larger no non need needs
	lack without unlike few many past these those eligible included include identified`)

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// randomAt is where the sentence says that this study's participants were assigned by chance, or that it is such a trial; -1 if nowhere.
// "Randomised trials" are others' and "randomly selected" is a sample.
func randomAt(words []string) int {
	for i, w := range words {
		switch {
		case !strings.HasPrefix(w, "randomi") && w != "random" && w != "randomly":
			if !strings.HasSuffix(w, "-randomized") && !strings.HasSuffix(w, "-randomised") || strings.HasPrefix(w, "non") || strings.HasPrefix(w, "quasi") || strings.HasPrefix(w, "pseudo") {
				continue
			}
		case i > 0 && (words[i-1] == "mendelian" || words[i-1] == "non" || words[i-1] == "not" || words[i-1] == "without"):
			continue
		case !designCue{}.holds(words, i, i+1):
			continue
		}
		rest := words[i+1 : min(len(words), i+9)]
		switch {
		case w == "random" || w == "randomly":
			for _, x := range rest[:min(len(rest), 3)] {
				if allots(x) || x == "order" {
					return i
				}
			}
			if w == "randomly" && i > 0 && (allots(words[i-1]) || i == len(words)-1 && hasAny(words, "divided", "assigned", "allocated")) {
				return i
			}
		default:
			if participle(words, i) || trialFollows(rest) {
				return i
			}
		}
	}
	return -1
}

// allots says whether the verb puts people into groups.
func allots(w string) bool {
	return strings.HasPrefix(w, "assign") || strings.HasPrefix(w, "alloca") || w == "divided" || w == "received" || w == "distributed" || w == "categorized" ||
		w == "categorised" || w == "enrolled" || w == "treated" || w == "separated"
}

// participle says whether people were put into groups by the verb at i: "were then randomized", "randomised to", "randomization was".
func participle(words []string, i int) bool {
	if strings.HasPrefix(words[i], "randomization") || strings.HasPrefix(words[i], "randomisation") {
		return true
	}
	for j := max(0, i-3); j < i; j++ {
		switch words[j] {
		case "were", "was", "we", "and", "then", "total", "who", "patients", "participants", "subjects", "women", "men", "children", "adults", "volunteers":
			return true
		}
	}
	if i+1 < len(words) {
		switch words[i+1] {
		case "to", "into", "in", "either", "between", "within", "at", "by", "for", "equally", "participants", "patients", "subjects", "adults", "women", "children", "men":
			return true
		}
	}
	return i == 0
}

// trialFollows says whether the words go on to name one trial: "double-blind, placebo-controlled crossover trial".
func trialFollows(rest []string) bool {
	for _, x := range rest {
		switch x {
		case "trial", "study", "design", "experiment", "rct", "comparison", "manner", "fashion", "order", "sequence", "crossover", "cross-over", "evaluation", "controlled":
			return true
		case "trials", "studies", "rcts", "experiments":
			return false
		}
	}
	return false
}

// plannings are how a protocol speaks.
var plannings = func() (b phrasebook.Book[bool]) {
	b.Add(true, `will be, will receive, will undergo, will compare, will assess, will evaluate, will enroll, will enrol, will recruit, will include, will provide,
		will determine, will investigate, we will, trial will, study will, participants will, patients will`)
	return b
}()

var abstractCues = func() (b phrasebook.Book[designCue]) {
	b.Add(designCue{design: SystematicReview, searches: true, plain: true}, `we searched, were searched, was searched, searched pubmed, searched medline, search of pubmed,
		search of medline, searching pubmed, searching medline, literature search, database search, electronic databases, databases were, search strategy,
		systematic search, systematically searched, medline, embase, cochrane library, cochrane central, pubmed and, searches of, prisma`)
	b.Add(designCue{design: SystematicReview}, "systematic review, systematic literature review, umbrella review")
	b.Add(designCue{design: NetworkMetaAnalysis}, "network meta-analysis, network meta-analyses, network meta analysis")
	b.Add(designCue{design: MetaAnalysis}, `meta-analysis, meta-analyses, meta analysis, metaanalysis, meta-analytic, random-effects model, random effects model, fixed-effects model,
		pooled estimates, were pooled, meta-regression`)
	b.Add(designCue{design: RandomizedTrial}, `double-blind, double blind, double-blinded, double-masked, placebo-controlled, placebo controlled, sham-controlled, single-blind,
		single-blinded, cluster-randomi*, block-randomi*, triple-blind, investigator-blind, observer-blind, evaluator-blind, assessor-blind, assessor-blinded, rct, evaluator-blinded,
		by random allocation, allocated at random, assigned at random, parallel-group`)
	b.Add(designCue{design: ControlledTrial}, `non-randomi*, nonrandomi*, quasi-randomi*, quasi-experimental, historical controls, controlled before-and-after`)
	b.Add(designCue{design: ClinicalTrial}, `phase i, phase ii, phase iii, phase iv, phase 1, phase 2, phase 3, phase 4, single-arm, single arm, open-label, open label, clinical trial,
		dose-escalation, pilot trial, feasibility trial, intervention study, before-after study, pre-post, crossover, cross-over, intervention group, control group received`)
	b.Add(designCue{design: CaseControl}, `case-control, case control, matched case-control, nested case-control, cases and controls, matched controls, age-matched controls`)
	b.Add(designCue{design: Cohort}, `cohort study, cohort, cohorts, prospective study, prospective observational, longitudinal, prospectively, followed up for, were followed for, were followed up,
		followed for, prospective, person-years`)
	b.Add(designCue{design: CrossSectional}, `cross-sectional, cross sectional, a survey, survey was, questionnaire was, were surveyed, we surveyed, questionnaire survey, questionnaires were, a questionnaire,
		national survey, health survey, prevalence study`)
	b.Add(designCue{design: CaseReport}, `we report a case, report the case, report a case, we present a case, present the case, a case of, case report, year-old man, year-old woman,
		year-old male, year-old female, year-old boy, year-old girl, year-old patient, we report the first case, we describe a case, describe a patient, report a patient`)
	b.Add(designCue{design: CaseSeries}, "case series, series of cases, we report two cases, we report three cases, cases are reported, cases are presented")
	b.Add(designCue{design: Qualitative}, `semi-structured interviews, semistructured interviews, in-depth interviews, focus groups, focus group, thematic analysis, grounded theory,
		qualitative study, qualitative interviews, content analysis`)
	b.Add(designCue{design: Diagnostic}, `diagnostic accuracy, sensitivity and specificity, sensitivity and the specificity, sensitivity specificity, receiver operating characteristic, reference standard, gold standard`)
	b.Add(designCue{design: Mendelian}, "mendelian randomi*")
	b.Add(designCue{design: Observational}, `retrospective, retrospectively, medical records, chart review, observational study, observational, registry, records were reviewed, consecutive patients,
		were reviewed, database, genome-wide association, claims data, were collected, patients were, patients who, patients with, associated with, multivariate, were interviewed`)
	b.Add(designCue{design: Model}, `markov model, mathematical model, simulation model, microsimulation, decision-analytic, decision analysis, cost-effectiveness analysis, molecular dynamics,
		in silico, finite element, computational model, monte carlo`)
	b.Add(designCue{design: Guideline}, `these guidelines, this guideline, consensus statement, evidence-based recommendations, guideline panel, position statement, expert panel`)
	b.Add(designCue{design: Review}, `this review, we review, in this review, this article reviews, this paper reviews, we discuss, is reviewed, are reviewed, we summarize, we summarise,
		are discussed, is discussed, this article discusses, an overview, this chapter, we highlight, narrative review, scoping review, literature review, this overview, this perspective`)
	return b
}()
