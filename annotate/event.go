package annotate

import (
	"time"

	"github.com/google/uuid"
)

// MaxName is the longest name, in code points, that can sign anything.
const MaxName = 200

// EventKind says what was done.
type EventKind string

// The kinds of event.
const (
	ArticleImported   EventKind = "article imported"
	ArticleChanged    EventKind = "article changed" // a new revision of an article that was there
	CitationsImported EventKind = "citations imported"
	EvidenceLinked    EventKind = "evidence linked"
	EvidenceDecided   EventKind = "evidence decided"
	ClaimGraded       EventKind = "claim graded"
	ClaimsEdited      EventKind = "claims edited" // of an article: added, edited, split, merged, dropped, restored
	NoticesHeard      EventKind = "notices heard" // what others than PubMed say happened to papers
	EvidenceSought    EventKind = "evidence sought"
)

// Event is one entry of the record: who did what, when, to what. Events are numbered from 1 without a gap, and each
// holds the hash of the one before, so that nothing can be taken out or altered unseen.
type Event struct {
	Seq     uint64    `json:"seq"`
	Time    time.Time `json:"time"`
	Actor   string    `json:"actor"`
	Kind    EventKind `json:"kind"`
	Subject uuid.UUID `json:"subject"` // the article, claim … that it is about; zero for a batch of citations
	Note    string    `json:"note,omitempty"`
	Content string    `json:"content"` // hexadecimal SHA-256 of what the event made
	Prev    string    `json:"prev"`    // Hash of the event before, empty for the first
	Hash    string    `json:"hash"`
}

// Change is one mutation: the event and everything that it makes. What the store holds already, alike, is left out of
// what is recorded.
type Change struct {
	Actor   string
	Kind    EventKind
	Time    time.Time
	Subject uuid.UUID
	Note    string
	Read    int // how many events about the subject whoever makes the change has read; 0: it does not depend on them
	Made
}

// Made is what one event makes. Article revisions come before the mentions that stand in them, and so on: the order of
// the fields is the order of dependence.
type Made struct {
	Articles  []Article     `json:"articles,omitempty"`
	Claims    []Claim       `json:"claims,omitempty"`
	Mentions  []Mention     `json:"mentions,omitempty"`
	Edits     []Edit        `json:"edits,omitempty"`
	Citations []Citation    `json:"citations,omitempty"`
	Checks    []NoticeCheck `json:"checks,omitempty"`
	Evidence  []Evidence    `json:"evidence,omitempty"`
	Decisions []Decision    `json:"decisions,omitempty"`
	Searches  []Search      `json:"searches,omitempty"`
	Grades    []Grade       `json:"grades,omitempty"`
}

// Empty says whether nothing is made.
func (m Made) Empty() bool { return m.Size() == 0 }

// Size is how many things are made.
func (m Made) Size() int {
	return len(m.Articles) + len(m.Claims) + len(m.Mentions) + len(m.Edits) + len(m.Citations) + len(m.Checks) + len(m.Evidence) +
		len(m.Decisions) + len(m.Searches) + len(m.Grades)
}
