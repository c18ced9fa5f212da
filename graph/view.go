package graph

import (
	"context"
	"fmt"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	bolt "go.etcd.io/bbolt"
)

// A view is one state of the record: its rows by tx, its quads by the methods. All of them read one hop from a node
// that is known, through Cayley's iterators over its indexes and one batch of values; a path over several hops, a sort
// or a count in Cayley reads everything there is. A view is for one goroutine.
type view struct {
	tx    *bolt.Tx
	store *cayleykv.QuadStore
}

// byObject is Cayley's second index: the quads by object, predicate and subject.
var byObject = cayleykv.QuadIndex{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}}

// properties is everything that is said of a node: the objects by predicate, those of one predicate in the order in
// which they were added. It is empty for a node of which nothing is said.
func (v *view) properties(ctx context.Context, node quad.Value) (map[quad.IRI][]quad.Value, error) {
	ids, err := v.ids(ctx, node)
	if err != nil || ids[0] == 0 {
		return map[quad.IRI][]quad.Value{}, err
	}
	var refs []cayleygraph.Ref // predicate, object, predicate, object …
	err = scan(ctx, v.store.QuadIterator(quad.Subject, cayleykv.Int64Value(ids[0])), func(q cayleygraph.Ref) error {
		refs = append(refs, v.store.QuadDirection(q, quad.Predicate), v.store.QuadDirection(q, quad.Object))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("properties of %v: %w", node, err)
	}
	values, err := v.values(ctx, refs)
	if err != nil {
		return nil, fmt.Errorf("properties of %v: %w", node, err)
	}
	properties := make(map[quad.IRI][]quad.Value, len(values)/2)
	for i := 0; i < len(values); i += 2 {
		predicate := values[i].(quad.IRI)
		properties[predicate] = append(properties[predicate], values[i+1])
	}
	return properties, nil
}

// sources is the nodes of which the predicate says the object, in the order in which they were first met; those of one
// transaction in any order, but always the same.
func (v *view) sources(ctx context.Context, predicate quad.IRI, object quad.Value) ([]quad.Value, error) {
	ids, err := v.ids(ctx, object, predicate)
	if err != nil || ids[0] == 0 || ids[1] == 0 {
		return nil, err
	}
	var refs []cayleygraph.Ref
	err = scan(ctx, cayleykv.NewQuadIterator(v.store, byObject, ids), func(q cayleygraph.Ref) error {
		refs = append(refs, v.store.QuadDirection(q, quad.Subject))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("sources of %v %v: %w", predicate, object, err)
	}
	return v.values(ctx, refs)
}

// quadBatch is how many quads are read before their values are looked up, each value once.
const quadBatch = 1000

// quads yields every quad in the order in which they were added, until yield returns an error.
func (v *view) quads(ctx context.Context, yield func(quad.Quad) error) error {
	batch := make([]cayleygraph.Ref, 0, quadBatch)
	err := scan(ctx, v.store.QuadsAllIterator(), func(q cayleygraph.Ref) error {
		if batch = append(batch, q); len(batch) < quadBatch {
			return nil
		}
		err := v.yieldAll(ctx, batch, yield)
		batch = batch[:0]
		return err
	})
	if err != nil {
		return err
	}
	return v.yieldAll(ctx, batch, yield)
}

// yieldAll yields the quads of a batch.
func (v *view) yieldAll(ctx context.Context, batch []cayleygraph.Ref, yield func(quad.Quad) error) error {
	at := make(map[cayleygraph.Ref]int, 2*len(batch))
	refs := make([]cayleygraph.Ref, 0, 2*len(batch))
	place := func(q cayleygraph.Ref, d quad.Direction) int {
		ref := v.store.QuadDirection(q, d)
		i, ok := at[ref]
		if !ok {
			i = len(refs)
			at[ref], refs = i, append(refs, ref)
		}
		return i
	}
	places := make([][3]int, len(batch))
	for i, q := range batch {
		places[i] = [3]int{place(q, quad.Subject), place(q, quad.Predicate), place(q, quad.Object)}
	}
	values, err := v.values(ctx, refs)
	if err != nil {
		return err
	}
	for _, p := range places {
		if err := yield(quad.Quad{Subject: values[p[0]], Predicate: values[p[1]], Object: values[p[2]]}); err != nil {
			return err
		}
	}
	return nil
}

// size is how many quads there are.
func (v *view) size() int { return int(v.store.Size()) }

// ids is Cayley's numbers of nodes, 0 for one that is not there.
func (v *view) ids(ctx context.Context, nodes ...quad.Value) ([]uint64, error) {
	if err := ctx.Err(); err != nil { // RefsOf answers from memory where it can
		return nil, err
	}
	refs, err := v.store.RefsOf(ctx, nodes)
	if err != nil {
		return nil, err
	}
	ids := make([]uint64, len(refs))
	for i, ref := range refs {
		ids[i] = uint64(ref.(cayleykv.Int64Value))
	}
	return ids, nil
}

// values is the values of refs, all of which must be there.
func (v *view) values(ctx context.Context, refs []cayleygraph.Ref) ([]quad.Value, error) {
	values, err := v.store.ValuesOf(ctx, refs)
	if err != nil {
		return nil, err
	}
	for _, value := range values {
		if value == nil {
			return nil, fmt.Errorf("%w (a quad refers to a value that is missing)", errDamaged)
		}
	}
	return values, nil
}

// scan yields all results of an iterator and closes it. An iterator may end early without an error when ctx ends, so
// that is looked at last.
func scan(ctx context.Context, it cayleygraph.Iterator, yield func(cayleygraph.Ref) error) error {
	defer it.Close() // reports what Err reports
	for it.Next(ctx) {
		if err := yield(it.Result()); err != nil {
			return err
		}
	}
	if err := it.Err(); err != nil {
		return err
	}
	return ctx.Err()
}
