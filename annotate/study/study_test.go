package study

import (
	"reflect"
	"strings"
	"testing"

	"claimlens/annotate"
)

func terms(names string) []annotate.Term {
	var out []annotate.Term
	for _, n := range strings.Split(names, "; ") {
		if n == "" {
			continue
		}
		ui, name, ok := strings.Cut(n, " ")
		if !ok || len(ui) < 4 || ui[0] != 'D' || strings.Trim(ui[1:], "0123456789") != "" {
			ui, name = "", n
		}
		out = append(out, annotate.Term{UI: ui, Name: name})
	}
	return out
}

// TestOfHeadings reads types and headings: invented records.
func TestOfHeadings(t *testing.T) {
	for _, tt := range []struct {
		name, types, mesh, title string
		design                   Design
		subject                  Subject
		guessed                  bool
	}{
		{"rct", "D016428 Journal Article; D016449 Randomized Controlled Trial", "Humans; Adult", "Zinc for colds", RandomizedTrial, People, false},
		{"by name alone", "Journal Article; Randomized Controlled Trial", "Humans", "Zinc for colds", RandomizedTrial, People, false},
		{"by identifier alone", "D016449 Essai", "D006801 Mensch", "Zinc", RandomizedTrial, People, false},
		{"rct and review", "D016449 x; D016454 Review", "Humans", "Zinc", RandomizedTrial, People, false},
		{"meta-analysis of rcts", "D017418 Meta-Analysis; D016454 Review; Systematic Review", "Humans; D016032 Randomized Controlled Trials as Topic", "Zinc", MetaAnalysis, People, false},
		{"network", "Network Meta-Analysis; D017418 Meta-Analysis", "Humans", "Zinc", NetworkMetaAnalysis, People, false},
		{"systematic", "D000078182 Systematic Review; D016454 Review", "Humans", "Zinc", SystematicReview, People, false},
		{"as topic is no trial", "D016428 Journal Article", "D016032 Randomized Controlled Trials as Topic; Humans", "On trials", Unknown, People, false},
		{"review about trials", "D016454 Review", "D016032 Randomized Controlled Trials as Topic; Humans", "On trials", Review, People, false},
		{"meta-analysis as topic", "D016428 Journal Article", "Meta-Analysis as Topic", "On pooling", Unknown, "", false},
		{"phase III alone", "D017428 Clinical Trial, Phase III", "Humans", "Zinc", ClinicalTrial, People, false},
		{"phase III, random by title", "D017428 Clinical Trial, Phase III", "Humans", "Zinc: a randomised trial", RandomizedTrial, People, true},
		{"pragmatic and rct", "D065007 Pragmatic Clinical Trial; D016449 x", "Humans", "Zinc", RandomizedTrial, People, false},
		{"adaptive", "D000076362 Adaptive Clinical Trial", "Humans", "Zinc", ClinicalTrial, People, false},
		{"controlled", "D018848 Controlled Clinical Trial", "Humans", "Zinc", ControlledTrial, People, false},
		{"observational, cohort", "D064888 Observational Study", "Humans; D015331 Cohort Studies", "Zinc", Cohort, People, false},
		{"observational alone", "D064888 Observational Study", "Humans", "Zinc", Observational, People, false},
		{"cohort by heading", "D016428 Journal Article", "D015331 Cohort Studies; Humans", "Zinc", Cohort, People, false},
		{"prospective", "", "D011446 Prospective Studies; Humans", "Zinc", Cohort, People, false},
		{"trial with prospective heading", "D016449 x", "D011446 Prospective Studies; Humans", "Zinc", RandomizedTrial, People, false},
		{"case-control", "", "D016022 Case-Control Studies; Humans", "Zinc", CaseControl, People, false},
		{"cross-sectional", "", "D003430 Cross-Sectional Studies; Humans", "Zinc", CrossSectional, People, false},
		{"retrospective", "", "Retrospective Studies; Humans", "Zinc", Observational, People, false},
		{"with a subheading", "", "Cross-Sectional Studies/methods; Humans", "Zinc", CrossSectional, People, false},
		{"mendelian", "", "D057182 Mendelian Randomization Analysis; Humans", "Zinc: a Mendelian randomization study", Mendelian, People, false},
		{"case report", "D002363 Case Reports; D016454 Review", "Humans; Adult", "Zinc", CaseReport, People, false},
		{"guideline", "D017065 Practice Guideline", "Humans", "Zinc", Guideline, People, false},
		{"letter", "D016422 Letter; D016420 Comment", "Humans", "Zinc", Letter, People, false},
		{"letter that reports a trial", "D016422 Letter; D016449 x", "Humans", "Zinc", RandomizedTrial, People, false},
		{"editorial", "D016421 Editorial", "Humans", "Zinc", Editorial, People, false},
		{"news", "D016433 News", "", "Zinc", News, "", false},
		{"retraction notice", "D016440 Retraction of Publication", "", "Retraction: Zinc", Notice, "", false},
		{"erratum", "D016425 Published Erratum", "", "Erratum: Zinc", Notice, "", false},
		{"retracted trial is a trial", "D016441 Retracted Publication; D016449 x", "Humans", "Zinc", RandomizedTrial, People, false},
		{"protocol by type", "Clinical Trial Protocol; D016449 x", "Humans", "Zinc", Protocol, People, false},
		{"protocol by title", "D016449 x", "Humans", "Zinc: study protocol for a randomised trial", Protocol, People, true},
		{"animals only", "D016428 Journal Article", "D000818 Animals; Mice, Inbred C57BL; Male", "Zinc", Experiment, Animals, false},
		{"humans and animals", "D016449 x", "D000818 Animals; D006801 Humans; Adult", "Zinc", RandomizedTrial, People, false},
		{"humans by their cells", "", "D000818 Animals; D006801 Humans; Mice; Cell Line, Tumor", "Zinc slows tumours in mice", Experiment, Animals, false},
		{"cells of humans", "", "D006801 Humans; Cell Line, Tumor", "Zinc kills HeLa cells in vitro", Experiment, Cells, false},
		{"cells", "", "Cells, Cultured", "Zinc", Experiment, Cells, false},
		{"veterinary", "Randomized Controlled Trial, Veterinary", "Animals; Dogs", "Zinc", Experiment, Animals, false},
		{"nothing", "", "", "", Unknown, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Of(annotate.Citation{Title: tt.title, Types: terms(tt.types), Mesh: terms(tt.mesh)})
			if s.Design != tt.design || s.Subject != tt.subject || s.DesignGuessed != tt.guessed {
				t.Errorf("got %q of %q, guessed %t; want %q of %q, guessed %t", s.Design, s.Subject, s.DesignGuessed, tt.design, tt.subject, tt.guessed)
			}
		})
	}
}

// TestOfWords reads records without types and headings: invented ones. A bar parts title and abstract.
func TestOfWords(t *testing.T) {
	for _, tt := range []struct{ text, tags string }{
		{"Zinc for colds: a randomised trial | ", "RCT, guessed"},
		{"Zinc for colds | In this double-blind trial, 83 adults received zinc or placebo.", "RCT, guessed · 83 people"},
		{"Zinc for colds | Twelve volunteers were randomly assigned to zinc or placebo.", "RCT, guessed · 12 people"},
		{"Zinc for colds | A total of 1,234 patients were randomized to zinc (n = 617) or placebo (n = 617).", "RCT, guessed · 1,234 people"},
		{"Zinc for colds | Patients were randomised to zinc (n = 40) or placebo (n = 43).", "RCT, guessed · 83 people"},
		{"Zinc for colds | We randomised 83 participants (42 women, 41 men). Of the 83 participants, 12 (14%) withdrew.", "RCT, guessed · 83 people"},
		{"Zinc for colds | Of 210 adults screened, 83 participants were enrolled and randomised.", "RCT, guessed · 83 people"},
		{"Zinc for colds | One hundred and fourteen trauma patients were randomly allocated to zinc 15 mg for 12 weeks.", "RCT, guessed · 114 people"},
		{"Zinc for colds | Twenty-four nurses aged 20 to 60 years were randomised in 2015 to zinc.", "RCT, guessed · 24 people"},
		{"Zinc for colds | Eight type 1 diabetic patients took zinc in randomized order.", "RCT, guessed · 8 people"},
		{"Zinc for colds | Twenty-three patients were randomized to zinc and twenty-one patients to placebo.", "RCT, guessed · 44 people"},
		{"Zinc for colds | Previous randomised trials were small. We followed a cohort of 5,000 women for 10 years.", "cohort, guessed · 5,000 people"},
		{"Zinc for colds | We randomly assigned 12 480 adults aged 50 years or older to zinc or placebo.", "RCT, guessed · 12,480 people"},
		{"Zinc for colds | In 2015 120 patients were randomised; group 1 150 mg, group 2 placebo.", "RCT, guessed · 120 people"},
		{"Zinc for colds | We studied colds in 60 adults. Randomised trials are needed.", "60 people"},
		{"Zinc in a non-randomised controlled trial | ", "controlled trial, guessed"},
		{"Zinc for colds: a phase II trial | Thirty-one patients received zinc in a single-arm, open-label study.", "trial, guessed · 31 people"},
		{"Zinc and colds: a Mendelian randomization study | ", "Mendelian randomization, guessed"},
		{"Zinc for colds: a systematic review and meta-analysis | We searched MEDLINE. Twelve trials involving 1,575 participants were included.", "meta-analysis, guessed · 12 studies, 1,575 people"},
		{"Zinc for colds | We searched PubMed and Embase for trials. Of 412 records, 9 studies met the criteria. Results were pooled in a random-effects model. Zinc may shorten colds.", "meta-analysis, guessed · 9 studies"},
		{"Zinc for colds | Electronic databases were searched for randomised trials. Fourteen studies were included.", "systematic review, guessed · 14 studies"},
		{"Zinc for colds: a network meta-analysis of 31 trials | ", "network meta-analysis, guessed · 31 studies"},
		{"A review of randomised controlled trials of zinc | ", "review, guessed"},
		{"Zinc for colds: a cohort study | ", "cohort, guessed"},
		{"Zinc and asthma | In this case-control study, 50 patients with asthma and 50 controls were compared.", "case-control, guessed · 100 people"},
		{"Zinc and asthma | We conducted a cross-sectional survey of 412 students.", "cross-sectional, guessed · 412 people"},
		{"Zinc poisoning | We report a case of a 42-year-old man who took zinc.", "case report, guessed"},
		{"Zinc poisoning: a case series | ", "case series, guessed"},
		{"Views on zinc | Semi-structured interviews were held with 14 nurses, and thematic analysis was used.", "qualitative, guessed · 14 people"},
		{"Zinc for colds: study protocol for a randomised controlled trial | Adults will be randomised to zinc or placebo.", "protocol, no results, guessed"},
		{"Zinc for colds | Adults will be randomised to zinc or placebo. Participants will be followed for a year. This trial will include 300 adults.", "protocol, no results, guessed"},
		{"Zinc: clinical practice guideline | ", "guideline, guessed"},
		{"Zinc in health: a narrative review | ", "review, guessed"},
		{"Zinc in health | In this review, we discuss zinc.", "review, guessed"},
		{"Retraction: Zinc for colds | ", "notice, guessed"},
		{"Response to zinc of people with colds: a randomised trial | ", "RCT, guessed"},
		{"Zinc slows tumours in mice | Mice were randomly divided into two groups of 10 mice each.", "mice, guessed"},
		{"Zinc and iron in rats | Forty rats were given zinc.", "rats, guessed · 40"},
		{"Zinc in a porcine model | Piglets were given zinc.", "pigs, guessed"},
		{"Zinc kills tumour cells | HeLa cells were cultured with zinc in vitro.", "cells, guessed"},
		{"Zinc in HEK293 cells | ", "cells, guessed"},
		{"Zinc receptors in patients | Sections from 20 patients were stained with a mouse monoclonal antibody.", "observational, guessed · 20 people"},
		{"Zinc binding by molecular dynamics | ", "model, guessed"},
		{"Sensitivity of a zinc test | Sensitivity and specificity were 90% and 80% in 150 patients.", "diagnostic accuracy, guessed · 150 people"},
		{"Zinc for colds | Charts of 77 patients were reviewed retrospectively.", "observational, guessed · 77 people"},
		{"Zinc for colds: secondary analysis of a randomised trial | ", "RCT, guessed; second report"},
		{"Five-year follow-up of the zinc trial: a randomised trial | ", "RCT, guessed; second report"},
		{"Zinc and health | Zinc is a metal.", ""},
		{" | ", ""},
	} {
		title, abstract, _ := strings.Cut(tt.text, "|")
		c := annotate.Citation{Title: strings.TrimSpace(title)}
		if a := strings.TrimSpace(abstract); a != "" {
			c.Abstract = []annotate.Section{{Text: a}}
		}
		got := strings.Join(Of(c).Tags(), "; ")
		if got != tt.tags {
			t.Errorf("%s\n\tgot %q, want %q", tt.text, got, tt.tags)
		}
	}
}

func TestStart(t *testing.T) {
	for _, tt := range []struct {
		s    Study
		want Start
	}{
		{Study{Design: RandomizedTrial, Subject: People}, StartHigh},
		{Study{Design: SystematicReview}, StartHigh},
		{Study{Design: MetaAnalysis, Reviewed: RandomizedTrial}, StartHigh},
		{Study{Design: MetaAnalysis, Reviewed: Observational}, StartLow},
		{Study{Design: Cohort}, StartLow},
		{Study{Design: ClinicalTrial}, StartLow},
		{Study{Design: Experiment, Subject: Animals}, StartLow},
		{Study{Design: SystematicReview, Subject: Animals}, StartLow},
		{Study{Design: Review}, StartNone},
		{Study{Design: Protocol}, StartNone},
		{Study{}, StartNone},
	} {
		if got := tt.s.Start(); got != tt.want {
			t.Errorf("%+v: got %s, want %s", tt.s, got, tt.want)
		}
	}
}

func TestDesigns(t *testing.T) {
	for i, d := range Designs {
		if d.Rank() != i || d != Unknown && d.Short() == "" {
			t.Errorf("%q: rank %d, %q", d, d.Rank(), d.Short())
		}
	}
	for _, h := range append(publicationTypes, designHeadings...) {
		if h.design.Rank() < 0 || h.name != strings.ToLower(h.name) {
			t.Errorf("%+v", h)
		}
	}
}

func TestFeatures(t *testing.T) {
	s := Of(annotate.Citation{Title: "Zinc: a double-blind cluster-randomised crossover trial", Types: terms("D017428 x")})
	if want := []string{"cluster", "crossover", "double-blind", "phase III"}; !reflect.DeepEqual(s.Features, want) {
		t.Errorf("got %q, want %q", s.Features, want)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Zinc: a randomised trial in 20,536 people", "One hundred hundred thousand and n = 5 (n=7) of 3,4 patients. P   x")
	f.Add("randomly", "1\u2009234 patients and 999999999999999999999 women randomised")
	f.Add("a-", "’-\xff% n = % of")
	f.Fuzz(func(t *testing.T, title, abstract string) {
		for _, s := range []annotate.Section{{Text: abstract}, {Text: abstract, Label: "METHODS", Category: "METHODS"}} {
			got := Of(annotate.Citation{Title: title, Abstract: []annotate.Section{s}})
			if got.Sample < 0 || got.Studies < 0 || got.Design.Rank() < 0 {
				t.Errorf("%+v", got)
			}
			got.Tags()
		}
	})
}
