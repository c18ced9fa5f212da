package graph

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"claimlens/annotate"
)

func eventQuads(e annotate.Event) ([]quad.Quad, error) {
	n := newNode(nameOfEvent(e.Seq), kindEvent, origin{})
	n.moment(happenedAt, e.Time)
	n.text(hasActor, e.Actor)
	n.text(hasKind, string(e.Kind))
	n.link(ofSubject, e.Subject)
	n.text(hasNote, e.Note)
	n.text(hasContent, e.Content)
	n.text(hasPrev, e.Prev)
	n.text(hasHash, e.Hash)
	return n.done()
}

func eventFromProperties(name quad.IRI, values properties) (annotate.Event, error) {
	f := fieldsOf(name, kindEvent, values)
	e := annotate.Event{
		Time:    f.moment(happenedAt),
		Actor:   f.text(hasActor),
		Kind:    annotate.EventKind(f.text(hasKind)),
		Subject: f.id(ofSubject),
		Note:    f.text(hasNote),
		Content: f.text(hasContent),
		Prev:    f.text(hasPrev),
		Hash:    f.text(hasHash),
	}
	seq, err := seqOf(name)
	if err != nil {
		f.fail(isA, "%v", err)
	}
	e.Seq = seq
	return e, f.err
}

// contentHash is the hexadecimal SHA-256 of what an event makes, in canonical JSON. The hashes in a record stay right
// only as long as every field that is added to the domain is left out of its JSON when it is empty.
func contentHash(m annotate.Made) (string, error) {
	text, err := canonical(m)
	if err != nil {
		return "", err
	}
	return hexSHA256(text), nil
}

// eventHash is the hexadecimal SHA-256 of an event without its hash. Its form is written out here, so that it does not
// change with the domain.
func eventHash(e annotate.Event) (string, error) {
	text, err := canonical(struct {
		Seq     uint64    `json:"seq"`
		Time    int64     `json:"time"` // milliseconds since 1970
		Actor   string    `json:"actor"`
		Kind    string    `json:"kind"`
		Subject uuid.UUID `json:"subject"`
		Note    string    `json:"note"`
		Content string    `json:"content"`
		Prev    string    `json:"prev"`
	}{e.Seq, e.Time.UnixMilli(), e.Actor, string(e.Kind), e.Subject, e.Note, e.Content, e.Prev})
	if err != nil {
		return "", err
	}
	return hexSHA256(text), nil
}

func hexSHA256(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// sealed is the event that follows prev (the zero event for none), makes m, and is what c says of itself.
func sealed(c annotate.Change, m annotate.Made, prev annotate.Event) (annotate.Event, error) {
	e := annotate.Event{
		Seq: prev.Seq + 1, Time: annotate.Moment(c.Time), Actor: c.Actor, Kind: c.Kind, Subject: c.Subject, Note: c.Note,
		Prev: prev.Hash,
	}
	var err error
	if e.Content, err = contentHash(m); err != nil {
		return annotate.Event{}, err
	}
	e.Hash, err = eventHash(e)
	return e, err
}
