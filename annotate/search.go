package annotate

import (
	"math"
	"time"

	"github.com/google/uuid"
)

// Search is that somebody looked for evidence about a claim: where, when, by which query, and what came of it. It is what
// "no evidence found" rests on.
type Search struct {
	ID      uuid.UUID     `json:"id"`
	Claim   uuid.UUID     `json:"claim"`
	Where   string        `json:"where"`  // PubMed, Europe PMC, or the papers here
	Query   string        `json:"query"`  // as it was sent
	Hits    int           `json:"hits"`   // how many papers it found
	Looked  int           `json:"looked"` // how many of them, the first ones, were looked at
	Outcome SearchOutcome `json:"outcome"`
	Comment string        `json:"comment,omitempty"`
	By      string        `json:"by"`
	Created time.Time     `json:"created"`
}

// SearchOutcome is what came of a search.
type SearchOutcome string

// The outcomes of a search.
const (
	NoneRelevant SearchOutcome = "none relevant" // of those that were looked at, or there were none
	SomeRelevant SearchOutcome = "some relevant"
)

// SearchOutcomes lists the outcomes in the order in which they are shown.
var SearchOutcomes = []SearchOutcome{NoneRelevant, SomeRelevant}

// Check lists what is wrong with the search.
func (s Search) Check() error {
	var p Problems
	p.text("where", s.Where, 200, true)
	p.text("query", s.Query, 10_000, true)
	if s.Hits < 0 || s.Hits > 1_000_000_000 {
		p.Add("hits", "%d is no number of papers", s.Hits)
	}
	if s.Looked < 0 || s.Looked > max(0, s.Hits) {
		p.Add("looked", "%d of %d papers can't have been looked at", s.Looked, s.Hits)
	}
	switch {
	case !oneOf(s.Outcome, SearchOutcomes):
		p.Add("outcome", "choose none relevant or some relevant")
	case s.Outcome == SomeRelevant && s.Looked == 0:
		p.Add("outcome", "none of the papers was looked at, so none was found relevant")
	case s.Outcome == NoneRelevant && s.Hits > 0 && s.Looked == 0:
		p.Add("outcome", "none of the %d papers was looked at, so nobody knows whether one is relevant", s.Hits)
	}
	p.text("comment", s.Comment, 10_000, false)
	p.text("by", s.By, MaxName, true)
	return p.Err()
}

// PaperQuery asks for the papers that hold terms.
type PaperQuery struct {
	Terms []PaperTerm
	// Widen is how much the words that the first papers found have in common count, beside those that were asked for: 0
	// for not at all, to 1 for nothing else.
	Widen float64
	Limit int // how many papers at most, 1 to 1000
}

// PaperTerm is a term, as package terms makes them of a text, and how much it matters beside the others: more than 0.
// Several, with spaces between, count as one where all of them are.
type PaperTerm struct {
	Text   string
	Weight float64
}

// PaperHit is a paper that was found. Scores compare within one answer only: more is better.
type PaperHit struct {
	Citation Citation
	Score    float64
}

// PaperCounts is in how many papers terms stand.
type PaperCounts struct {
	Papers int   // that there are
	With   []int // of them, those with each term
}

// Rarity is how much it says that a paper has the term: ln(1 + (papers − with + ½) / (with + ½)).
func (c PaperCounts) Rarity(term int) float64 {
	with := float64(c.With[term])
	return math.Log(1 + (max(float64(c.Papers)-with, 0)+0.5)/(with+0.5))
}
