package annotate

import (
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// Mention is a claim made in one revision of an article.
type Mention struct {
	ID       uuid.UUID `json:"id"`
	Claim    uuid.UUID `json:"claim"`
	Article  uuid.UUID `json:"article"`
	Revision int       `json:"revision"` // set by the store
	Anchor   Anchor    `json:"anchor"`
	Block    int       `json:"block"` // index into the article's blocks
	Wording  Wording   `json:"wording"`
	Hedged   bool      `json:"hedged"`
	Worth    float64   `json:"worth"`   // how much it is worth checking, 0..1
	Reasons  []string  `json:"reasons"` // why it is taken for a claim, in words

	By string `json:"by,omitempty"` // the editor who made it; empty for one that an extractor found

	Population string `json:"population,omitempty"` // of whom it is said, in the article's words: "adults over 65"
	Species    string `json:"species,omitempty"`    // in what creature it was seen, where it says: "human", "mouse", "cells"
}

// MaxStated is the most, in code points, that a mention says of its population or its species.
const MaxStated = 300

// Draft is a claim as an extractor finds it in a text, before anybody keeps it: claim and mention in one.
type Draft struct {
	Anchor   Anchor
	Block    int // index into the article's blocks
	Text     string
	Kind     Kind
	Polarity Polarity
	Wording  Wording
	Hedged   bool
	Worth    float64
	Reasons  []string

	Population, Species string // where the text states them
}

// Check lists what is wrong with the mention, given the article that it stands in: its quote must be the text at its
// offsets.
func (m Mention) Check(t *Text) error {
	var p Problems
	if got, ok := t.Slice(m.Anchor.Start, m.Anchor.End); !ok || got != m.Anchor.Exact {
		p.Add("quote", "the text at %d to %d is not the quote", m.Anchor.Start, m.Anchor.End)
	}
	if strings.TrimSpace(m.Anchor.Exact) == "" {
		p.Add("quote", "is missing")
	}
	if m.Worth < 0 || m.Worth > 1 {
		p.Add("worth", "%v is not between 0 and 1", m.Worth)
	}
	p.text("by", m.By, MaxName, false)
	p.text("population", m.Population, MaxStated, false)
	p.text("species", m.Species, MaxStated, false)
	return p.Err()
}

// String names the mention in messages.
func (m Mention) String() string {
	return fmt.Sprintf("mention %s at %d to %d", m.ID, m.Anchor.Start, m.Anchor.End)
}
