package annotate

import (
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
