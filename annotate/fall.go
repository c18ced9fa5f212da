package annotate

import (
	"time"

	"github.com/google/uuid"
)

// Fall is what a paper's fall would do to a claim that rests on it: how the claim stands, and how it would stand.
type Fall struct {
	Claim     Claim
	Now, Then Standing
}

// IfFallen is how a claim would stand if a paper lost its weight at a time. The claim's evidence and grades are as Fold
// takes them.
func IfFallen(evidence []EvidenceRow, grades []Grade, citation uuid.UUID, at time.Time) Standing {
	fallen := make([]EvidenceRow, len(evidence))
	for i, e := range evidence {
		if e.Citation.ID == citation && !e.Weight.None() {
			e.Weight.Lost, e.Weight.LostBy = at, "RetractionIn"
		}
		fallen[i] = e
	}
	return Fold(fallen, grades)
}
