package annotate

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// ReviewState is the state of a claim's grading.
type ReviewState string

// The states of review that there are so far.
const (
	Open        ReviewState = "open"         // nobody has graded it
	InReview    ReviewState = "in-review"    // one reviewer has
	Agreed      ReviewState = "agreed"       // two or more have, and say the same
	Conflict    ReviewState = "conflict"     // two or more have, and differ
	NeedsReview ReviewState = "needs-review" // a paper that a current grade rests on has lost its weight since
)

// ReviewStates lists the states in the order in which they are shown.
var ReviewStates = []ReviewState{Open, InReview, Agreed, Conflict, NeedsReview}

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
	case NeedsReview:
		return "Needs re-review"
	}
	return "All"
}

// Standing is what evidence and grades amount to for one claim at one time. It is derived by Fold and never signed.
//
// Evidence from a paper without weight counts for nothing: it is told beside the rest, as Retracted.
type Standing struct {
	State     ReviewState `json:"state"`
	Verdict   Verdict     `json:"verdict,omitempty"` // of the current grades when they agree, else empty
	Certainty Certainty   `json:"certainty,omitempty"`
	Graders   int         `json:"graders"`  // reviewers with a current grade
	Supports  int         `json:"supports"` // evidence that is not rejected and has weight, by stance
	Disputes  int         `json:"disputes"`
	Neutral   int         `json:"neutral"`
	Retracted int         `json:"retracted"`          // evidence that is not rejected and has none: its paper was retracted, withdrawn or put under concern
	Suggested int         `json:"suggested"`          // of all these, waiting for a decision
	Articles  int         `json:"articles"`           // articles whose latest revision makes the claim
	Graded    time.Time   `json:"graded,omitzero"`    // when the newest current grade was made
	Searches  int         `json:"searches,omitempty"` // how often somebody looked for evidence
	Searched  time.Time   `json:"searched,omitzero"`  // when somebody last did
	Reopened  []Turn      `json:"reopened,omitempty"` // why the claim needs to be reviewed again
	Look      []Turn      `json:"look,omitempty"`     // corrections since, which only ask for another look
}

// Turn is what happened to a paper after a grade that rests on it was signed.
type Turn struct {
	PMID  string    `json:"pmid"`
	Kind  string    `json:"kind"`  // Notice.Kind
	Since time.Time `json:"since"` // when it became known
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

// Fold derives a standing from a claim's evidence (with the papers' weight and PMIDs) and all of its grades, in any order.
// Articles, Searches and Searched are not known to it and stay as they are in the zero Standing.
func Fold(evidence []EvidenceRow, grades []Grade) Standing {
	var s Standing
	for _, e := range evidence {
		s.count(e)
	}
	current := CurrentGrades(grades)
	s.judge(current)
	s.turn(evidence, current)
	return s
}

func (s *Standing) count(e EvidenceRow) {
	if e.Evidence.State == Rejected {
		return
	}
	switch {
	case e.Weight.None():
		s.Retracted++
	case e.Evidence.Stance == Supports:
		s.Supports++
	case e.Evidence.Stance == Disputes:
		s.Disputes++
	default:
		s.Neutral++
	}
	if e.Evidence.State == Suggested {
		s.Suggested++
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

// turn says what has happened to papers since the current grades that rest on them. A paper without weight re-opens the
// review until whoever graded before has graded again, or the weight is back.
func (s *Standing) turn(evidence []EvidenceRow, current []Grade) {
	for _, e := range evidence {
		w := e.Weight
		if restsOn(current, e, w.Lost) {
			s.Reopened = addTurn(s.Reopened, Turn{e.Citation.PMID, w.LostBy, w.Lost})
		}
		if restsOn(current, e, w.Amended) {
			s.Look = addTurn(s.Look, Turn{e.Citation.PMID, w.AmendedBy, w.Amended})
		}
	}
	if len(s.Reopened) > 0 {
		s.State = NeedsReview
	}
}

// restsOn says whether any of the grades rests on evidence to whose paper something happened since.
func restsOn(grades []Grade, e EvidenceRow, since time.Time) bool {
	return slices.ContainsFunc(grades, func(g Grade) bool { return g.restsOn(e, since) })
}

// restsOn says whether a grade rests on evidence, which was there when the grade was made and is not rejected, to whose
// paper something happened after that.
func (g Grade) restsOn(e EvidenceRow, since time.Time) bool {
	return e.Evidence.State != Rejected && !e.Evidence.Created.After(g.Created) && since.After(g.Created)
}

// addTurn adds what happened to a paper, once, in the order in which it became known.
func addTurn(turns []Turn, t Turn) []Turn {
	if slices.Contains(turns, t) {
		return turns
	}
	turns = append(turns, t)
	slices.SortFunc(turns, func(a, b Turn) int { return cmp.Or(a.Since.Compare(b.Since), strings.Compare(a.PMID, b.PMID)) })
	return turns
}
