package graph

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/uuid"

	"claimlens/annotate"
)

// properties is everything that the record says of one node.
type properties = map[quad.IRI][]quad.Value

// fields reads the properties of one node. What is missing is a zero value; the first thing that is wrong is kept in
// err, so that a reader asks once, at the end.
type fields struct {
	name   quad.IRI
	values properties
	err    error
}

// fieldsOf begins to read a node of this kind.
func fieldsOf(name, kind quad.IRI, values properties) *fields {
	f := &fields{name: name, values: values}
	if len(values) == 0 {
		f.err = fmt.Errorf("<%s>: %w", name, annotate.ErrNotFound)
		return f
	}
	if got := f.link(isA); f.err == nil && got != kind {
		f.fail(isA, "is <%s>, not <%s>", got, kind)
	}
	return f
}

func (f *fields) fail(predicate quad.IRI, format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf("<%s>: <%s> %s: %w", f.name, predicate, fmt.Sprintf(format, args...), annotate.ErrInvalid)
	}
}

// only is the one object of a predicate, or the zero value when there is none.
func only[T quad.Value](f *fields, predicate quad.IRI) (T, bool) {
	var zero T
	values := f.values[predicate]
	switch len(values) {
	case 0:
		return zero, false
	case 1:
	default:
		f.fail(predicate, "has %d values", len(values))
		return zero, false
	}
	v, ok := values[0].(T)
	if !ok {
		f.fail(predicate, "is a %T, not a %T", values[0], zero)
	}
	return v, ok
}

func (f *fields) link(predicate quad.IRI) quad.IRI {
	v, _ := only[quad.IRI](f, predicate)
	return v
}

// id is the identifier of the thing that an edge leads to.
func (f *fields) id(predicate quad.IRI) uuid.UUID {
	name, ok := only[quad.IRI](f, predicate)
	if !ok {
		return uuid.Nil
	}
	id, err := idOf(name)
	if err != nil {
		f.fail(predicate, "%v", err)
	}
	return id
}

// ids is the identifiers of the things that edges lead to, in their order.
func (f *fields) ids(predicate quad.IRI) []uuid.UUID {
	var list []uuid.UUID
	for _, v := range f.values[predicate] {
		name, _ := v.(quad.IRI)
		id, err := idOf(name)
		if err != nil {
			f.fail(predicate, "%v", err)
		}
		list = append(list, id)
	}
	return inOrderOfID(list)
}

// numbered is the revision or version that an edge leads to.
func (f *fields) numbered(predicate quad.IRI) (uuid.UUID, int) {
	id, number, err := numberedOf(f.link(predicate))
	if err != nil {
		f.fail(predicate, "%v", err)
	}
	return id, number
}

func (f *fields) text(predicate quad.IRI) string {
	v, _ := only[quad.String](f, predicate)
	return string(v)
}

func (f *fields) number(predicate quad.IRI) int {
	v, _ := only[quad.Int](f, predicate)
	return int(v)
}

func (f *fields) fraction(predicate quad.IRI) float64 {
	v, _ := only[quad.Float](f, predicate)
	return float64(v)
}

func (f *fields) flag(predicate quad.IRI) bool {
	v, _ := only[quad.Bool](f, predicate)
	return bool(v)
}

func (f *fields) moment(predicate quad.IRI) time.Time {
	v, ok := only[quad.Int](f, predicate)
	if !ok {
		return time.Time{}
	}
	return time.UnixMilli(int64(v)).UTC()
}

func listOf[T any](f *fields, predicate quad.IRI) []T { return objectOf[[]T](f, predicate) }

// objectOf is what a literal says in JSON.
func objectOf[T any](f *fields, predicate quad.IRI) (v T) {
	text := f.text(predicate)
	if text == "" {
		return v
	}
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		f.fail(predicate, "%v", err)
	}
	return v
}

// own is the identifier in the node's own name.
func (f *fields) own() uuid.UUID {
	id, err := idOf(f.name)
	if err != nil {
		f.fail(isA, "%v", err)
	}
	return id
}

// self is the identifier and number in the node's own name, which must be those of the thing that parent leads to.
func (f *fields) self(parent quad.IRI) (uuid.UUID, int) {
	id, number, err := numberedOf(f.name)
	if err != nil {
		f.fail(isA, "%v", err)
	} else if f.id(parent) != id {
		f.fail(parent, "is not %s", id)
	}
	return id, number
}

// origin is what made the node.
func (f *fields) origin() origin {
	name, ok := only[quad.IRI](f, madeBy)
	if !ok {
		f.fail(madeBy, "is missing")
		return origin{}
	}
	seq, err := seqOf(name)
	if err != nil {
		f.fail(madeBy, "%v", err)
	}
	return origin{seq: seq, place: f.number(atPlace)}
}
