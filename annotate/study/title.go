package study

import (
	"strings"

	"claimlens/annotate/internal/phrasebook"
)

// titleGuess is the design that a title names.
func titleGuess(title sentence) Design {
	words := title.words
	if len(words) == 0 {
		return Unknown
	}
	found := map[Design]bool{}
	titleCues.Find(words, func(start, end int, d Design) {
		if d != Notice && d != Comment || start == 0 {
			found[d] = true
		}
	})
	if titleRandom(words) {
		found[RandomizedTrial] = true
	}
	about := found[Review] || found[Guideline]
	switch {
	case found[Notice]:
		return Notice
	case found[Comment]:
		return Comment
	case found[Protocol]:
		return Protocol
	case about && found[RandomizedTrial]: // "a review of randomised trials"
		return Review
	}
	for _, d := range titled {
		if found[d] {
			return d
		}
	}
	return Unknown
}

// titled are the designs in the order in which a title is asked for them.
var titled = []Design{NetworkMetaAnalysis, MetaAnalysis, SystematicReview, Mendelian, ControlledTrial, RandomizedTrial, ClinicalTrial, CaseControl, Cohort, CrossSectional,
	Qualitative, Diagnostic, CaseSeries, CaseReport, Observational, Model, Guideline, Review, Editorial}

// titleRandom says whether the title is that of one randomised trial.
func titleRandom(words []string) bool {
	for i, w := range words {
		if !strings.HasPrefix(w, "randomi") || i > 0 && (words[i-1] == "mendelian" || words[i-1] == "non" || words[i-1] == "not") {
			continue
		}
		rest := words[i+1 : min(len(words), i+9)]
		for _, x := range rest {
			if x == "trials" || x == "studies" || x == "rcts" {
				return false
			}
		}
		return true
	}
	return false
}

var titleCues = func() (b phrasebook.Book[Design]) {
	b.Add(Notice, "retraction, retracted, erratum, corrigendum, correction, expression of concern, withdrawn, publisher correction, author correction, notice of retraction")
	b.Add(Comment, "reply, comment on, comment, commentary on, in response, letter to the editor, re, comments on, authors reply, author's reply, reply to")
	b.Add(Protocol, `study protocol, trial protocol, review protocol, protocol for a, protocol of a, protocol for the, protocol of the, protocol for an, rationale and design, design and rationale,
		research protocol, a protocol, protocol for systematic, protocol for randomi*, rationale design and, statistical analysis plan`)
	b.Add(NetworkMetaAnalysis, "network meta-analysis, network meta-analyses, network metaanalysis, network meta analysis")
	b.Add(MetaAnalysis, "meta-analysis, meta-analyses, metaanalysis, meta analysis, meta-analytic, meta-regression, individual patient data analysis, pooled analysis of")
	b.Add(SystematicReview, "systematic review, systematic reviews, systematic literature review, umbrella review, cochrane review, systematic overview, rapid review, evidence synthesis, systematic mapping")
	b.Add(Mendelian, "mendelian randomi*")
	b.Add(ControlledTrial, "non-randomi*, nonrandomi*, quasi-randomi*, quasi-experimental, controlled before-and-after")
	b.Add(RandomizedTrial, `double-blind, double blind, placebo-controlled, placebo controlled, rct, cluster-randomi*, sham-controlled, randomized, randomised, single-blind, double-blinded,
		randomly, open-label extension`)
	b.Add(ClinicalTrial, `phase i, phase ii, phase iii, phase iv, phase 1, phase 2, phase 3, phase i/ii, open-label, single-arm, clinical trial, pilot trial, feasibility trial, controlled trial, intervention study,
		crossover trial, cross-over trial, crossover study, cross-over study, pilot intervention, community trial, a trial of, trial of`)
	b.Add(CaseControl, "case-control, case control")
	b.Add(Cohort, "cohort, cohorts, prospective, longitudinal, follow-up study, birth cohort, prospective study")
	b.Add(CrossSectional, "cross-sectional, cross sectional, a survey, survey of, national survey, questionnaire survey, survey")
	b.Add(Qualitative, "qualitative, focus group, focus groups, interview study, phenomenological")
	b.Add(Diagnostic, "diagnostic accuracy, sensitivity and specificity, diagnostic value, diagnostic performance, diagnostic test accuracy")
	b.Add(CaseSeries, "case series, series of cases, two cases, three cases, report of two, report of three, a series of")
	b.Add(CaseReport, "case report, a case of, case study, report of a case, a rare case, an unusual case, a case, case presentation")
	b.Add(Observational, "observational, retrospective, registry, genome-wide association, population-based, nationwide, real-world")
	b.Add(Model, "cost-effectiveness, simulation, molecular dynamics, markov model, modelling study, modeling study, in silico, mathematical model, cost-utility")
	b.Add(Guideline, "guideline, guidelines, consensus statement, position statement, position paper, recommendations for the, clinical practice guideline, practice guideline, expert consensus, recommendations of the, scientific statement")
	b.Add(Review, "a review, review of, narrative review, scoping review, overview of, an overview, state of the art, update on, an update, literature review, critical review, review article, current perspectives, a brief review, mini-review, minireview, perspectives")
	b.Add(Editorial, "editorial, viewpoint, commentary, opinion, perspective, editor's")
	return b
}()
