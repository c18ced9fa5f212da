// Package rhetoric says what each sentence of a paper's abstract does there: whether it tells what others found, what the
// paper asks, what was done, what came of it, or what follows.
//
// It reads abstracts whose parts are not labelled. Each sentence is weighed by its cues (cues.go); then the one course
// through the abstract is taken that agrees best with them, for abstracts tell these things in this order and seldom go
// back. The same text always gives the same answer, and it takes time in proportion to the text.
package rhetoric

import "claimlens/annotate/syntax"

// Role is what a sentence does in an abstract.
type Role int

// The roles in the order in which abstracts play them. Unknown is no sentence's role; a label can have it.
const (
	Unknown     Role = iota
	Background       // what is known, or not
	Objective        // what the paper asks
	Methods          // what was done
	Results          // what came of it
	Conclusions      // what follows
)

// roles counts the roles, Unknown among them.
const roles = int(Conclusions) + 1

// String is the role as a word.
func (r Role) String() string {
	return [...]string{"unknown", "background", "objective", "methods", "results", "conclusions"}[r]
}

// OfCategory is the role that PubMed's category of a labelled section names: METHODS. UNASSIGNED and all others are Unknown.
func OfCategory(category string) Role {
	switch category {
	case "BACKGROUND":
		return Background
	case "OBJECTIVE":
		return Objective
	case "METHODS":
		return Methods
	case "RESULTS":
		return Results
	case "CONCLUSIONS":
		return Conclusions
	}
	return Unknown
}

// Sentence is a sentence of an abstract, text[Start:End) in bytes, with what it does there.
type Sentence struct {
	Start, End int
	Role       Role
}

// Read takes an abstract without labels apart into its sentences.
func Read(text string) []Sentence {
	spans := syntax.Sentences(text)
	weights := make([][roles]float64, len(spans))
	for i, s := range spans {
		weights[i] = weigh(text[s.Start:s.End], i, len(spans))
	}
	out := make([]Sentence, len(spans))
	for i, r := range course(weights) {
		out[i] = Sentence{Start: spans[i].Start, End: spans[i].End, Role: r}
	}
	return out
}

// What it costs to go from one role to another between two sentences: nothing to stay or to go on by one or two, more to
// leave out a whole part, most to go back.
const (
	skipping  = 0.5
	goingBack = 2.5
)

func turn(from, to int) float64 {
	switch {
	case from == to || to == from+1 || to == from+2:
		return 0
	case to > from:
		return skipping
	case Role(from) == Objective && Role(to) == Background:
		return 0.3 // "We asked whether … . So far, …"
	}
	return goingBack
}

// course is the sequence of roles with the greatest weight, turns paid.
func course(weights [][roles]float64) []Role {
	if len(weights) == 0 {
		return nil
	}
	best := make([][roles]float64, len(weights)) // of all courses that end in this role here
	from := make([][roles]int, len(weights))
	best[0] = weights[0]
	for i := 1; i < len(weights); i++ {
		for to := int(Background); to < roles; to++ {
			b, f := -1e9, 0
			for x := int(Background); x < roles; x++ {
				if s := best[i-1][x] - turn(x, to); s > b {
					b, f = s, x
				}
			}
			best[i][to], from[i][to] = b+weights[i][to], f
		}
	}
	last := len(weights) - 1
	at := int(Background)
	for x := at; x < roles; x++ {
		if best[last][x] > best[last][at] {
			at = x
		}
	}
	out := make([]Role, len(weights))
	for i := last; i >= 0; i-- {
		out[i] = Role(at)
		at = from[i][at]
	}
	return out
}
