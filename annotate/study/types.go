package study

import (
	"strings"

	"claimlens/annotate"
)

// A heading is a publication type or MeSH heading with what it says. The identifier is asked first, then the name, for MEDLINE text has no
// identifiers.
type heading struct {
	ui, name string
	design   Design
	feature  string
}

// publicationTypes are those that say how a study was made or what else a paper is. "Retracted Publication" is not among them: it says
// what happened to a study, not how it was made.
var publicationTypes = []heading{
	{"", "network meta-analysis", NetworkMetaAnalysis, ""},
	{"D017418", "meta-analysis", MetaAnalysis, ""},
	{"D000078182", "systematic review", SystematicReview, ""},
	{"D016449", "randomized controlled trial", RandomizedTrial, ""},
	{"", "equivalence trial", RandomizedTrial, "equivalence"},
	{"D065007", "pragmatic clinical trial", ClinicalTrial, "pragmatic"},
	{"D000076362", "adaptive clinical trial", ClinicalTrial, "adaptive"},
	{"D018848", "controlled clinical trial", ControlledTrial, ""},
	{"D016430", "clinical trial", ClinicalTrial, ""},
	{"D017426", "clinical trial, phase i", ClinicalTrial, "phase I"},
	{"D017427", "clinical trial, phase ii", ClinicalTrial, "phase II"},
	{"D017428", "clinical trial, phase iii", ClinicalTrial, "phase III"},
	{"D017429", "clinical trial, phase iv", ClinicalTrial, "phase IV"},
	{"", "clinical trial protocol", Protocol, ""},
	{"D064888", "observational study", Observational, ""},
	{"", "clinical trial, veterinary", Experiment, ""},
	{"", "randomized controlled trial, veterinary", Experiment, ""},
	{"", "observational study, veterinary", Experiment, ""},
	{"D002363", "case reports", CaseReport, ""},
	{"D017065", "practice guideline", Guideline, ""},
	{"D016431", "guideline", Guideline, ""},
	{"", "consensus development conference", Guideline, ""},
	{"", "scoping review", Review, "scoping"},
	{"D016454", "review", Review, ""},
	{"D016422", "letter", Letter, ""},
	{"D016421", "editorial", Editorial, ""},
	{"D016420", "comment", Comment, ""},
	{"D016433", "news", News, ""},
	{"D016440", "retraction of publication", Notice, ""},
	{"D016425", "published erratum", Notice, ""},
	{"", "expression of concern", Notice, ""},
	{"D062210", "personal narrative", Comment, ""},
	{"", "interview", Comment, ""},
	{"D019215", "biography", Comment, ""},
	{"D016456", "historical article", Review, ""},
}

// designHeadings are the MeSH headings that say how a study was made. "Randomized Controlled Trials as Topic" and its like are about
// studies, and are not among them; nor is "Follow-Up Studies", which stands on trials as well.
var designHeadings = []heading{
	{"D015331", "cohort studies", Cohort, ""},
	{"D011446", "prospective studies", Cohort, "prospective"},
	{"", "longitudinal studies", Cohort, ""},
	{"D016022", "case-control studies", CaseControl, ""},
	{"D003430", "cross-sectional studies", CrossSectional, ""},
	{"", "retrospective studies", Observational, "retrospective"},
	{"", "genome-wide association study", Observational, "genome-wide"},
	{"D057182", "mendelian randomization analysis", Mendelian, ""},
	{"", "qualitative research", Qualitative, ""},
	{"", "double-blind method", Unknown, "double-blind"},
	{"", "single-blind method", Unknown, "single-blind"},
	{"", "cross-over studies", Unknown, "crossover"},
}

// index finds headings by identifier and by name.
type index map[string]heading

func indexOf(all []heading) index {
	out := index{}
	for _, h := range all {
		out[h.name] = h
		if h.ui != "" {
			out[h.ui] = h
		}
	}
	return out
}

func (x index) of(t annotate.Term) (heading, bool) {
	if h, ok := x[t.UI]; ok && t.UI != "" {
		return h, true
	}
	name, _, _ := strings.Cut(t.Name, "/")
	h, ok := x[strings.ToLower(strings.TrimSpace(name))]
	return h, ok
}

var (
	typeIndex   = indexOf(publicationTypes)
	designIndex = indexOf(designHeadings)
)

// known is what types and headings of a record say.
type known struct {
	types    []Design // by publication type
	headings []Design // by MeSH
	features []string
	preprint bool
	mesh     bool // the record has headings
	meshed
}

func typesOf(c annotate.Citation) known {
	k := known{mesh: len(c.Mesh) > 0}
	for _, t := range c.Types {
		if h, ok := typeIndex.of(t); ok {
			k.types = append(k.types, h.design)
			k.feature(h.feature)
		}
		k.preprint = k.preprint || t.UI == "D000076942" || strings.EqualFold(t.Name, "preprint")
	}
	for _, t := range c.Mesh {
		if h, ok := designIndex.of(t); ok {
			if h.design != Unknown {
				k.headings = append(k.headings, h.design)
			}
			k.feature(h.feature)
		}
		k.meshed.take(t)
	}
	return k
}

func (k *known) feature(f string) {
	if f != "" {
		k.features = append(k.features, f)
	}
}

// strongest is the design that ranks first, Unknown for none.
func strongest(designs []Design) Design {
	best := Unknown
	for _, d := range designs {
		if best == Unknown || d.Rank() < best.Rank() {
			best = d
		}
	}
	return best
}
