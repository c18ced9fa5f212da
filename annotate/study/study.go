// Package study says how a paper's study was made, of whom and of how many, as far as its record tells; and which papers
// report one and the same study.
//
// Design comes from PubMed's publication types and MeSH headings (types.go), subject from MeSH (subject.go). A heading that
// names a design "as Topic" is about such studies and makes none; PubMed's "Animals" takes people in, so only Animals
// without Humans is a study of animals. The newest third of PubMed has neither types of use nor MeSH. There the words of
// title and abstract are asked (guess.go), and what comes of it is marked as guessed: in the abstract only sentences count
// that tell what the authors did themselves, so that "previous randomised trials" makes no trial. Sample sizes
// (sample.go) are read from words always, for no field of the record has them.
//
// Sources: NLM's list of publication types and the MeSH tree "Study Characteristics" and "Epidemiologic Study
// Characteristics"; for where certainty starts, GRADE (Guyatt et al., BMJ 2008;336:924).
package study

import (
	"strings"

	"claimlens/annotate"
)

// Study is what a record says of the study behind its paper.
type Study struct {
	Design         Design   `json:"design,omitempty"` // empty: not known
	DesignGuessed  bool     `json:"designGuessed,omitempty"`
	Features       []string `json:"features,omitempty"`  // of the design, in words: "double-blind", "crossover", "phase III"
	Secondary      bool     `json:"secondary,omitempty"` // analyses again, or follows up, what another paper reports first
	Preprint       bool     `json:"preprint,omitempty"`
	Reviewed       Design   `json:"reviewed,omitempty"` // what a systematic review or meta-analysis puts together; empty: not known, or both kinds
	Subject        Subject  `json:"subject,omitempty"`  // empty: not known
	SubjectGuessed bool     `json:"subjectGuessed,omitempty"`
	Animal         string   `json:"animal,omitempty"`   // which, in words: "mice"
	Sample         int      `json:"sample,omitempty"`   // how many were studied, 0 where it is not stated
	SampleOf       string   `json:"sampleOf,omitempty"` // what was counted: "people", "mice"
	Studies        int      `json:"studies,omitempty"`  // how many studies a review puts together, 0 where it is not stated
}

// Of reads the study behind a paper from its record.
func Of(c annotate.Citation) Study {
	r := read(c)
	known := typesOf(c)
	var s Study
	s.Preprint = known.preprint
	s.Subject, s.Animal, s.SubjectGuessed = subjectOf(known, r)
	s.Design, s.DesignGuessed = designOf(known, r, s.Subject)
	if s.Design.synthesis() {
		s.Reviewed = reviewedOf(r)
	}
	s.Features = featuresOf(known, r, s.Design)
	s.Secondary = r.secondary() && s.Design.primary()
	if s.Design.counts() {
		s.sample(r)
	}
	return s
}

// Tags are the study in short words for a list of papers: "RCT · 83 people", "mice". What is guessed says so.
func (s Study) Tags() []string {
	var out []string
	if s.Design != Unknown && s.Design != Experiment {
		out = append(out, strings.Join(append([]string{guessed(s.Design.Short(), s.DesignGuessed)}, s.counted()...), " · "))
	}
	if s.Indirect() && s.Design != Model {
		subject := []string{guessed(s.subjectWords(), s.SubjectGuessed)}
		if len(out) == 0 && s.Sample != 0 && s.Subject == Animals {
			subject = append(subject, number(s.Sample))
		}
		out = append(out, strings.Join(subject, " · "))
	}
	if len(out) == 0 {
		out = append(out, s.counted()...)
	}
	if s.Secondary {
		out = append(out, "second report")
	}
	if s.Preprint {
		out = append(out, "preprint")
	}
	return out
}

func guessed(words string, yes bool) string {
	if yes {
		return words + ", guessed"
	}
	return words
}

// counted is how many were studied, in words.
func (s Study) counted() []string {
	var parts []string
	if s.Studies != 0 {
		parts = append(parts, number(s.Studies)+" studies")
	}
	if s.Sample != 0 && (s.Studies != 0 || s.SampleOf != "") {
		parts = append(parts, number(s.Sample)+" "+s.SampleOf)
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{strings.Join(parts, ", ")}
}

// subjectWords is in what the study was made, if not in people.
func (s Study) subjectWords() string {
	switch {
	case s.Subject == Animals && s.Animal != "":
		return s.Animal
	default:
		return string(s.Subject)
	}
}
