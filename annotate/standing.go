package annotate

import (
	"time"
)

// ReviewState is the state of a claim's grading.
type ReviewState string

// The states of review that there are so far.
const (
	Open     ReviewState = "open"      // nobody has graded it
	InReview ReviewState = "in-review" // one reviewer has
	Agreed   ReviewState = "agreed"    // two or more have, and say the same
	Conflict ReviewState = "conflict"  // two or more have, and differ
)

// ReviewStates lists the states in the order in which they are shown.
var ReviewStates = []ReviewState{Open, InReview, Agreed, Conflict}

// Words is the state's label; the empty state is "All".
func (s ReviewState) Words() string {
	switch s {
	case Open:
		return "Open"
	case InReview:
		return "One reviewer"
	case Agreed:
		return "Reviewers agree"
	case Conflict:
		return "Reviewers differ"
	}
	return "All"
}

// Standing is what evidence and grades amount to for one claim at one time. It is derived by Fold and never signed.
type Standing struct {
	State     ReviewState `json:"state"`
	Verdict   Verdict     `json:"verdict,omitempty"` // of the current grades when they agree, else empty
	Certainty Certainty   `json:"certainty,omitempty"`
	Graders   int         `json:"graders"`  // reviewers with a current grade
	Supports  int         `json:"supports"` // evidence that is not rejected, by stance
	Disputes  int         `json:"disputes"`
	Neutral   int         `json:"neutral"`
	Suggested int         `json:"suggested"`       // of these, waiting for a decision
	Retracted int         `json:"retracted"`       // of these, resting on a paper that was retracted
	Articles  int         `json:"articles"`        // articles whose latest revision makes the claim
	Graded    time.Time   `json:"graded,omitzero"` // when the newest current grade was made
}

// CurrentGrades is the latest grade of each reviewer among grades, in the order in which they stand there. Grades that
// another replaces are left out.
func CurrentGrades(grades []Grade) []Grade {
	replaced := make(map[[16]byte]bool, len(grades))
	for _, g := range grades {
		replaced[g.Replaces] = true
	}
	var current []Grade
	for _, g := range grades {
		if !replaced[g.ID] {
			current = append(current, g)
		}
	}
	return current
}

// Fold derives a standing from a claim's evidence (with citations) and all of its grades, in any order. Articles is not
// known to it and stays 0.
func Fold(evidence []EvidenceRow, grades []Grade) Standing {
	var s Standing
	for _, e := range evidence {
		s.count(e)
	}
	s.judge(CurrentGrades(grades))
	return s
}

func (s *Standing) count(e EvidenceRow) {
	if e.Evidence.State == Rejected {
		return
	}
	switch e.Evidence.Stance {
	case Supports:
		s.Supports++
	case Disputes:
		s.Disputes++
	default:
		s.Neutral++
	}
	if e.Evidence.State == Suggested {
		s.Suggested++
	}
	if _, retracted := e.Citation.Retracted(); retracted {
		s.Retracted++
	}
}

func (s *Standing) judge(current []Grade) {
	s.State, s.Graders = Open, len(current)
	if len(current) == 0 {
		return
	}
	s.State, s.Verdict, s.Certainty = InReview, current[0].Verdict, current[0].Certainty
	if len(current) > 1 {
		s.State = Agreed
	}
	for _, g := range current {
		if g.Created.After(s.Graded) {
			s.Graded = g.Created
		}
		if g.Verdict != current[0].Verdict || g.Certainty != current[0].Certainty {
			s.State, s.Verdict, s.Certainty = Conflict, "", ""
		}
	}
}
