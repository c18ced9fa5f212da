package annotate

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
)

// at is a time that many seconds after another, and id an identifier that is a number.
func at(s int) time.Time  { return time.Date(2026, 3, 1, 8, 0, s, 0, time.UTC) }
func id(n byte) uuid.UUID { return uuid.UUID{15: n} }

func signed(n byte, by string, v Verdict, c Certainty, replaces byte) Grade {
	return Grade{ID: id(n), By: by, Verdict: v, Certainty: c, Created: at(int(n)), Replaces: id(replaces)}
}

func TestFoldGrades(t *testing.T) {
	for _, tt := range []struct {
		name   string
		grades []Grade
		want   Standing
	}{
		{"none", nil, Standing{State: Open}},
		{"one", []Grade{signed(1, "ana", Supported, High, 0)}, Standing{State: InReview, Verdict: Supported, Certainty: High, Graders: 1, Graded: at(1)}},
		{"two alike", []Grade{signed(1, "ana", Supported, High, 0), signed(2, "ben", Supported, High, 0)},
			Standing{State: Agreed, Verdict: Supported, Certainty: High, Graders: 2, Graded: at(2)}},
		{"two without certainty", []Grade{signed(1, "ana", NoEvidence, "", 0), signed(2, "ben", NoEvidence, "", 0)},
			Standing{State: Agreed, Verdict: NoEvidence, Graders: 2, Graded: at(2)}},
		{"two verdicts", []Grade{signed(1, "ana", Supported, High, 0), signed(2, "ben", Mixed, High, 0)}, Standing{State: Conflict, Graders: 2, Graded: at(2)}},
		{"two certainties", []Grade{signed(1, "ana", Supported, High, 0), signed(2, "ben", Supported, Low, 0)}, Standing{State: Conflict, Graders: 2, Graded: at(2)}},
		{"two of three alike", []Grade{signed(1, "ana", Supported, High, 0), signed(2, "ben", Supported, High, 0), signed(3, "eve", Mixed, High, 0)},
			Standing{State: Conflict, Graders: 3, Graded: at(3)}},
		{"replaced", []Grade{signed(1, "ana", Supported, High, 0), signed(2, "ana", Mixed, Low, 1)},
			Standing{State: InReview, Verdict: Mixed, Certainty: Low, Graders: 1, Graded: at(2)}},
		{"replaced twice, and then agreed", []Grade{signed(1, "ana", Supported, High, 0), signed(2, "ana", Mixed, Low, 1), signed(3, "ben", Supported, High, 0), signed(4, "ana", Supported, High, 2)},
			Standing{State: Agreed, Verdict: Supported, Certainty: High, Graders: 2, Graded: at(4)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Fold(nil, tt.grades)); diff != "" {
				t.Error("oldest first (-want +got):\n", diff)
			}
			slices.Reverse(tt.grades)
			if diff := cmp.Diff(tt.want, Fold(nil, tt.grades)); diff != "" {
				t.Error("newest first (-want +got):\n", diff)
			}
		})
	}
}

func TestFoldEvidence(t *testing.T) {
	row := func(s Stance, state EvidenceState, notices ...string) EvidenceRow {
		var c Citation
		for _, kind := range notices {
			c.Notices = append(c.Notices, Notice{Kind: kind})
		}
		return EvidenceRow{Evidence: Evidence{Stance: s, State: state}, Citation: c, Weight: Weight{}.After(Citation{}, c, at(1))}
	}
	for _, tt := range []struct {
		name string
		rows []EvidenceRow
		want Standing
	}{
		{"each stance", []EvidenceRow{row(Supports, Accepted), row(Disputes, Accepted), row(Neutral, Accepted), row(Disputes, Accepted)},
			Standing{State: Open, Supports: 1, Disputes: 2, Neutral: 1}},
		{"suggested counts, and waits", []EvidenceRow{row(Supports, Suggested), row(Supports, Accepted)}, Standing{State: Open, Supports: 2, Suggested: 1}},
		{"rejected does not count", []EvidenceRow{row(Supports, Rejected, "RetractionIn"), row(Neutral, Rejected)}, Standing{State: Open}},
		{"retracted", []EvidenceRow{row(Supports, Accepted, "ErratumIn", "RetractionIn"), row(Disputes, Suggested, "WithdrawalIn")},
			Standing{State: Open, Suggested: 1, Retracted: 2}},
		{"under concern", []EvidenceRow{row(Supports, Accepted, "ExpressionOfConcernIn"), row(Supports, Accepted)}, Standing{State: Open, Supports: 1, Retracted: 1}},
		{"no retraction", []EvidenceRow{row(Supports, Accepted, "RetractionOf", "ErratumIn", "ExpressionOfConcernFor", "CommentIn", "UpdateIn", "RetractedandRepublishedFrom")},
			Standing{State: Open, Supports: 1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Fold(tt.rows, nil)); diff != "" {
				t.Error("(-want +got):\n", diff)
			}
		})
	}
}

func TestStandingWords(t *testing.T) {
	for _, s := range append([]ReviewState{""}, ReviewStates...) {
		if s.Words() == "" || s != "" && s.Words() == ReviewState("").Words() {
			t.Errorf("%q has no words of its own", s)
		}
	}
	met := map[string]bool{}
	for _, v := range append([]Verdict{""}, Verdicts...) {
		if w := v.Words(); w == "" || met[w] {
			t.Errorf("%q has no words of its own: %q", v, w)
		}
		met[v.Words()] = true
	}
	for i, c := range Certainties {
		if c.Words() == "" || c.Bars() != 4-i {
			t.Errorf("%q: got %q with %d bars, want words and %d", c, c.Words(), c.Bars(), 4-i)
		}
	}
	if c := Certainty(""); c.Words() != "" || c.Bars() != 0 {
		t.Errorf("no certainty: got %q with %d bars", c.Words(), c.Bars())
	}
}
