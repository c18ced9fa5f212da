// Package caution says what a claim makes more of than its evidence allows: people where animals were studied, cause where
// only an association was seen, certainty where there is one small study, and papers that no longer count. Where grammar
// gives it without doubt, a caution comes with the claim in safer words (safer.go).
//
// The rules are GRADE's: what was seen in animals or cells is indirect evidence about people, and observation alone starts
// low. A caution is a pure function of what is known; it judges no claim true or false.
package caution

import (
	"fmt"
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/study"
)

// Kind is what a caution is about.
type Kind string

// The kinds in the order in which cautions are given.
const (
	Fallen      Kind = "fallen"       // all papers were retracted or withdrawn
	Indirect    Kind = "indirect"     // a claim about people, evidence from animals, cells or models
	TooCausal   Kind = "too causal"   // a causal word, evidence that only observed
	TooCertain  Kind = "too certain"  // a causal word, one small trial or one without a control group
	NoResults   Kind = "no results"   // only opinions, plans and reviews that tell not how they looked
	OnlyGuessed Kind = "only guessed" // designs are told by words, not by PubMed
)

// Claim is a claim as it is made: its text, how strongly it is worded, and in what creature, where that is said.
type Claim struct {
	Text    string
	Wording annotate.Wording
	Negated bool
	Species string // as Mention has it: "", "human", "mouse", "cells"
}

// Paper is one that supports the claim.
type Paper struct {
	Study  study.Study
	Fallen bool // retracted or withdrawn
}

// Caution is one thing to say out loud, as a sentence. Safer is the claim in words that its evidence allows; empty where
// grammar gives none without doubt.
type Caution struct {
	Kind  Kind
	Text  string
	Safer string
}

// smallTrial is how many people a trial has to have so that it can speak for itself: below it GRADE counts the result as
// imprecise almost always.
const smallTrial = 100

// Of gives the cautions about a claim whose support is these papers, most serious first. Without papers there is nothing to
// caution against.
func Of(c Claim, papers []Paper) []Caution {
	if len(papers) == 0 {
		return nil
	}
	var standing []study.Study
	for _, p := range papers {
		if !p.Fallen {
			standing = append(standing, p.Study)
		}
	}
	if len(standing) == 0 {
		return []Caution{{Kind: Fallen, Text: "Every paper that supports this was retracted or withdrawn."}}
	}
	var out []Caution
	if x, ok := indirect(c, standing); ok {
		out = append(out, x)
	} else if x, ok := strong(c, standing); ok {
		out = append(out, x)
	}
	if all(standing, func(s study.Study) bool { return s.Design != study.Unknown && s.Start() == study.StartNone }) {
		out = append(out, Caution{Kind: NoResults, Text: "What supports this reports no results of its own: " + designs(standing) + "."})
	}
	if all(standing, func(s study.Study) bool { return s.DesignGuessed || s.SubjectGuessed }) {
		out = append(out, Caution{Kind: OnlyGuessed, Text: "How these studies were made is guessed from their words. PubMed has not said it yet."})
	}
	return out
}

// indirect cautions that what was seen in animals, cells or models is said of people.
func indirect(c Claim, standing []study.Study) (Caution, bool) {
	if aboutAnimals(c.Species) || !all(standing, study.Study.Indirect) {
		return Caution{}, false
	}
	where := subjects(standing)
	x := Caution{Kind: Indirect, Text: fmt.Sprintf("The claim is about people, but what supports it was seen in %s only.", where)}
	if c.Species == "" {
		x.Safer = within(c.Text, where)
	}
	return x, true
}

// strong cautions that the claim says cause, or says it for certain, where the designs don't allow it.
func strong(c Claim, standing []study.Study) (Caution, bool) {
	if c.Wording != annotate.Causal || c.Negated {
		return Caution{}, false
	}
	if all(standing, study.Study.Observes) {
		x := Caution{Kind: TooCausal, Text: "The claim says cause and effect, but what supports it only observed that the two go together: " + designs(standing) + "."}
		x.Safer = linked(c.Text)
		if x.Safer == "" {
			x.Safer = may(c.Text)
		}
		return x, true
	}
	if len(standing) > 1 {
		return Caution{}, false
	}
	switch s := standing[0]; {
	case s.Design == study.RandomizedTrial && s.Sample > 0 && s.Sample < smallTrial:
		return Caution{Kind: TooCertain, Text: fmt.Sprintf("The claim is put as certain, but rests on one trial with %d %s.", s.Sample, s.SampleOf), Safer: may(c.Text)}, true
	case s.Design == study.ClinicalTrial || s.Design == study.ControlledTrial:
		return Caution{Kind: TooCertain, Text: "The claim is put as certain, but rests on one trial that did not assign people by chance.", Safer: may(c.Text)}, true
	}
	return Caution{}, false
}

func all(studies []study.Study, is func(study.Study) bool) bool {
	for _, s := range studies {
		if !is(s) {
			return false
		}
	}
	return true
}

// aboutAnimals says whether the claim itself says that it is not about people.
func aboutAnimals(species string) bool {
	return species != "" && !strings.EqualFold(species, "human") && !strings.EqualFold(species, "humans") && !strings.EqualFold(species, "people")
}

// subjects are in what the studies were made, in words: "mice and rats".
func subjects(studies []study.Study) string {
	return listed(studies, func(s study.Study) string {
		switch {
		case s.Subject == study.Animals && s.Animal != "":
			return s.Animal
		case s.Subject == study.Simulation:
			return "simulations"
		default:
			return string(s.Subject)
		}
	})
}

func designs(studies []study.Study) string {
	return listed(studies, func(s study.Study) string { return string(s.Design) })
}

// listed names each once, the last behind "and".
func listed(studies []study.Study, name func(study.Study) string) string {
	var names []string
	seen := map[string]bool{}
	for _, s := range studies {
		if n := name(s); n != "" && !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
