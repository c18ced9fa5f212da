package graph

import (
	"reflect"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"
)

// origin is what made a node: an event, and which of the things of its kind that the event makes it is, from 1. What is
// made only along with another thing (an article with its first revision) has place 0.
type origin struct {
	seq   uint64
	place int
}

// node is the quads of one node in the making. A field that has its zero value gets no quad; a list that is empty but
// not nil does, so that everything comes back as it was.
type node struct {
	name  quad.IRI
	quads []quad.Quad
	err   error // the first list that could not be written
}

func newNode(name, kind quad.IRI, o origin) *node {
	n := &node{name: name, quads: make([]quad.Quad, 0, 16)}
	n.add(isA, kind)
	if o.seq != 0 {
		n.add(madeBy, nameOfEvent(o.seq))
		n.number(atPlace, o.place)
	}
	return n
}

func (n *node) add(predicate quad.IRI, object quad.Value) {
	n.quads = append(n.quads, quad.Quad{Subject: n.name, Predicate: predicate, Object: object})
}

// link adds an edge to the thing with this identifier.
func (n *node) link(predicate quad.IRI, to uuid.UUID) {
	if to != uuid.Nil {
		n.add(predicate, nameOf(to))
	}
}

// links adds an edge to each thing.
func (n *node) links(predicate quad.IRI, to []uuid.UUID) {
	for _, id := range to {
		n.link(predicate, id)
	}
}

func (n *node) text(predicate quad.IRI, s string) {
	if s != "" {
		n.add(predicate, quad.String(s))
	}
}

func (n *node) number(predicate quad.IRI, i int) {
	if i != 0 {
		n.add(predicate, quad.Int(i))
	}
}

func (n *node) fraction(predicate quad.IRI, f float64) {
	if f != 0 {
		n.add(predicate, quad.Float(f))
	}
}

func (n *node) flag(predicate quad.IRI, b bool) {
	if b {
		n.add(predicate, quad.Bool(true))
	}
}

// moment adds a time in milliseconds since 1970: Cayley tells no two times of one second apart.
func (n *node) moment(predicate quad.IRI, t time.Time) {
	if !t.IsZero() {
		n.add(predicate, quad.Int(t.UnixMilli()))
	}
}

// addList adds a list as one literal, in JSON.
func addList[T any](n *node, predicate quad.IRI, list []T) {
	if list == nil {
		return
	}
	addJSON(n, predicate, list)
}

// addObject adds several fields as one literal, in JSON, unless all have their zero values.
func addObject(n *node, predicate quad.IRI, fields any) {
	if reflect.ValueOf(fields).IsZero() {
		return
	}
	addJSON(n, predicate, fields)
}

func addJSON(n *node, predicate quad.IRI, v any) {
	text, err := canonical(v)
	if err != nil && n.err == nil {
		n.err = err
	}
	n.add(predicate, quad.String(text))
}

// done is the quads.
func (n *node) done() ([]quad.Quad, error) { return n.quads, n.err }
