package study

import "slices"

// Design is how a study was made.
type Design string

// The designs. Unknown is the empty one.
const (
	Unknown             Design = ""
	MetaAnalysis        Design = "meta-analysis"
	NetworkMetaAnalysis Design = "network meta-analysis"
	SystematicReview    Design = "systematic review"
	RandomizedTrial     Design = "randomized controlled trial"
	ControlledTrial     Design = "controlled trial" // not at random
	ClinicalTrial       Design = "clinical trial"   // without a control group, or not known to have one
	Cohort              Design = "cohort study"
	CaseControl         Design = "case-control study"
	CrossSectional      Design = "cross-sectional study"
	Diagnostic          Design = "diagnostic accuracy study"
	Mendelian           Design = "Mendelian randomization" // by genes: no trial
	Observational       Design = "observational study"     // of a kind that is not told
	CaseSeries          Design = "case series"
	CaseReport          Design = "case report"
	Qualitative         Design = "qualitative study"
	Experiment          Design = "experiment" // on animals, on cells or in the laboratory
	Model               Design = "model"      // calculates or simulates
	Guideline           Design = "guideline"
	Review              Design = "review" // that does not say how it looked for studies
	Protocol            Design = "protocol"
	Letter              Design = "letter"
	Editorial           Design = "editorial"
	Comment             Design = "comment"
	News                Design = "news"
	Notice              Design = "notice" // about a paper: a retraction, an erratum
)

// Designs lists the designs, the one whose word weighs most about an effect first.
var Designs = []Design{
	NetworkMetaAnalysis, MetaAnalysis, SystematicReview, RandomizedTrial, ControlledTrial, ClinicalTrial, Cohort, CaseControl, Mendelian,
	Diagnostic, CrossSectional, Observational, Guideline, CaseSeries, CaseReport, Qualitative, Unknown, Experiment, Model, Review, Protocol,
	Letter, Editorial, Comment, News, Notice,
}

// Rank is the design's place in Designs, from 0: less is stronger. It orders papers that are equally relevant.
func (d Design) Rank() int { return slices.Index(Designs, d) }

// Short is the design in the words of a tag.
func (d Design) Short() string {
	switch d {
	case RandomizedTrial:
		return "RCT"
	case ClinicalTrial:
		return "trial"
	case Cohort, CaseControl, CrossSectional, Qualitative, Diagnostic, Observational:
		return map[Design]string{Cohort: "cohort", CaseControl: "case-control", CrossSectional: "cross-sectional", Qualitative: "qualitative",
			Diagnostic: "diagnostic accuracy", Observational: "observational"}[d]
	case Protocol:
		return "protocol, no results"
	default:
		return string(d)
	}
}

// synthesis says whether the design puts the results of other studies together.
func (d Design) synthesis() bool {
	return d == MetaAnalysis || d == NetworkMetaAnalysis || d == SystematicReview
}

// trial says whether the researchers decided who got what.
func (d Design) trial() bool {
	return d == RandomizedTrial || d == ControlledTrial || d == ClinicalTrial
}

// observes says whether the researchers only looked at what happened to people.
func (d Design) observes() bool {
	switch d {
	case Cohort, CaseControl, CrossSectional, Diagnostic, Mendelian, Observational, CaseSeries, CaseReport, Qualitative:
		return true
	default:
		return false
	}
}

// primary says whether the design makes results of its own.
func (d Design) primary() bool { return d.trial() || d.observes() || d == Experiment }

// counts says whether a number of participants can be looked for.
func (d Design) counts() bool { return d.primary() && d != CaseReport || d.synthesis() || d == Unknown }

// Start is where GRADE's certainty begins.
type Start string

// The three starts. With none the paper is no evidence of an effect: it tells opinions, plans or what others found.
const (
	StartHigh Start = "high"
	StartLow  Start = "low"
	StartNone Start = "none"
)

// Start is where the certainty of evidence of this design begins: high for randomised trials and systematic reviews, low for
// what else makes results.
func (d Design) Start() Start {
	switch {
	case d == RandomizedTrial || d.synthesis():
		return StartHigh
	case d.primary() || d == Model:
		return StartLow
	default:
		return StartNone
	}
}

// Start is where the certainty of this study's evidence about people begins: as its design says, but low for a review of
// observational studies and for what was done on animals, cells or models (whose indirectness takes two more).
func (s Study) Start() Start {
	start := s.Design.Start()
	if start == StartHigh && (s.Reviewed.observes() || s.Indirect()) {
		return StartLow
	}
	return start
}

// Indirect says whether the study was made on something else than people, so that it speaks to a claim about people only by
// analogy.
func (s Study) Indirect() bool {
	return s.Subject == Animals || s.Subject == Cells || s.Subject == Simulation
}

// Observes says whether the study only looked at what happened, so that what it finds together need not be cause and effect.
func (s Study) Observes() bool {
	return s.Design.observes() || s.Design.synthesis() && s.Reviewed.observes()
}
