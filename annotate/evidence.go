package annotate

import (
	"time"

	"github.com/google/uuid"
)

// Stance is how a citation speaks to a claim.
type Stance string

// The three stances.
const (
	Supports Stance = "supports"
	Disputes Stance = "disputes"
	Neutral  Stance = "neutral"
)

// Stances lists the stances in the order in which they are shown.
var Stances = []Stance{Supports, Disputes, Neutral}

// EvidenceState says what became of a suggested link.
type EvidenceState string

// The states of evidence.
const (
	Suggested EvidenceState = "suggested"
	Accepted  EvidenceState = "accepted"
	Rejected  EvidenceState = "rejected"
)

// Evidence links a claim to a citation: the stance, the passage that carries it, and who says so.
type Evidence struct {
	ID       uuid.UUID    `json:"id"`
	Claim    uuid.UUID    `json:"claim"`
	Citation uuid.UUID    `json:"citation"`
	Stance   Stance       `json:"stance"`
	Passage  string       `json:"passage,omitempty"`
	Where    PassagePlace `json:"where,omitempty"` // where the passage was found when it was saved
	By       string       `json:"by"`
	Created  time.Time    `json:"created"`

	Confidence float64   `json:"confidence,omitempty"` // 0..1 of a machine's suggestion; 0 for what a person says, and where none is known
	Replaces   uuid.UUID `json:"replaces,omitzero"`    // the suggestion that this corrects

	State EvidenceState `json:"state"` // folded from the decisions; the store sets it
}

// Decision is one person's answer to suggested evidence: accepted or rejected. The latest decision counts.
type Decision struct {
	ID       uuid.UUID     `json:"id"`
	Evidence uuid.UUID     `json:"evidence"`
	State    EvidenceState `json:"state"`
	Comment  string        `json:"comment,omitempty"`
	By       string        `json:"by"`
	Created  time.Time     `json:"created"`
}

// Check lists what is wrong with the evidence.
func (e Evidence) Check() error {
	var p Problems
	if !oneOf(e.Stance, Stances) {
		p.Add("stance", "choose supports, disputes or neutral")
	}
	p.text("passage", e.Passage, 10_000, false)
	if !(e.Confidence >= 0 && e.Confidence <= 1) { // which NaN is not either
		p.Add("confidence", "%v is not between 0 and 1", e.Confidence)
	}
	if e.ID == e.Replaces && e.ID != uuid.Nil {
		p.Add("replaces", "evidence can't correct itself")
	}
	p.text("by", e.By, MaxName, true)
	return p.Err()
}

// Check lists what is wrong with the decision about e: a rejection needs a comment.
func (d Decision) Check() error {
	var p Problems
	if d.State != Accepted && d.State != Rejected {
		p.Add("decision", "choose accept or reject")
	}
	p.text("comment", d.Comment, 10_000, d.State == Rejected)
	p.text("by", d.By, MaxName, true)
	return p.Err()
}
