package annotate

import (
	"time"

	"github.com/google/uuid"
)

// Grade is one reviewer's judgement of a claim. It is never overwritten: a later grade of the same reviewer replaces it
// and says so in Replaces.
type Grade struct {
	ID        uuid.UUID `json:"id"`
	Claim     uuid.UUID `json:"claim"`
	Verdict   Verdict   `json:"verdict"`
	Certainty Certainty `json:"certainty,omitempty"` // empty exactly when the verdict is not weighed
	Rationale string    `json:"rationale"`
	By        string    `json:"by"`
	Created   time.Time `json:"created"`
	Replaces  uuid.UUID `json:"replaces"` // the same reviewer's earlier grade of the claim, or the zero UUID
}

// Check lists what is wrong with the grade.
func (g Grade) Check() error {
	var p Problems
	if !oneOf(g.Verdict, Verdicts) {
		p.Add("verdict", "choose one of the seven verdicts")
	} else if g.Verdict.Weighed() && !oneOf(g.Certainty, Certainties) {
		p.Add("certainty", "choose how sure you are: high, moderate, low or very low")
	} else if !g.Verdict.Weighed() && g.Certainty != "" {
		p.Add("certainty", "leave it empty: “%s” has no certainty", g.Verdict.Words())
	}
	p.text("rationale", g.Rationale, 20_000, true)
	p.text("by", g.By, MaxName, true)
	return p.Err()
}
