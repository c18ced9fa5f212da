package annotate

import (
	"time"

	"github.com/google/uuid"
)

// Kind says what sort of statement a claim is.
type Kind string

// The twelve kinds of claim.
const (
	Effect      Kind = "effect"      // a treatment, exposure or behaviour does something
	Association Kind = "association" // X is linked to Y
	Mechanism   Kind = "mechanism"   // how something works in the body
	Cause       Kind = "cause"       // cause or risk factor of a disease
	Feature     Kind = "feature"     // symptom or feature of a disease
	Prevalence  Kind = "prevalence"  // how common, how often, how long
	Diagnostic  Kind = "diagnostic"  // what a test finds
	Safety      Kind = "safety"      // side effects and harms
	Finding     Kind = "finding"     // a result that a study reports
	Advice      Kind = "advice"      // advice that presupposes an effect
	Status      Kind = "status"      // regulatory or practice fact
	Definition  Kind = "definition"  // what something is
)

// Kinds lists the kinds of claim in the order in which they are shown.
var Kinds = []Kind{Effect, Association, Mechanism, Cause, Feature, Prevalence, Diagnostic, Safety, Finding, Advice, Status, Definition}

// Wording is how strongly a sentence claims.
type Wording string

// The strengths of wording, weakest first.
const (
	NoRelation    Wording = "none"          // states no relation between two things
	Correlational Wording = "correlational" // "is linked to"
	Conditional   Wording = "conditional"   // "may reduce"
	Causal        Wording = "causal"        // "reduces"
)

// Wordings lists the strengths of wording in the order in which they are shown.
var Wordings = []Wording{NoRelation, Correlational, Conditional, Causal}

// Polarity says whether a claim affirms or denies.
type Polarity string

// The two polarities.
const (
	Affirmed Polarity = "affirmed"
	Negated  Polarity = "negated"
)

// Claim is one atomic, checkable statement about health, the same wherever it is made. Its ID follows from its text.
type Claim struct {
	ID       uuid.UUID `json:"id"`
	Text     string    `json:"text"` // a sentence that stands alone
	Kind     Kind      `json:"kind"`
	Polarity Polarity  `json:"polarity"`
	Created  time.Time `json:"created"` // when it was first met
}

// Check lists what is wrong with the claim.
func (c Claim) Check() error {
	var p Problems
	p.text("claim", c.Text, 2000, true)
	if c.ID != ClaimID(c.Text) {
		p.Add("id", "does not belong to the text")
	}
	if !oneOf(c.Kind, Kinds) {
		p.Add("kind", "%q is none of the twelve kinds", c.Kind)
	}
	if c.Polarity != Affirmed && c.Polarity != Negated {
		p.Add("polarity", "%q is neither affirmed nor negated", c.Polarity)
	}
	return p.Err()
}

func oneOf[T comparable](x T, all []T) bool {
	for _, y := range all {
		if x == y {
			return true
		}
	}
	return false
}
