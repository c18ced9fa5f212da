package graph

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
	"pgregory.net/rapid"
)

// A model is what a record must hold: a set of quads, in the order in which they were added, and a row for every
// transaction that had one.
type model struct {
	order []quad.Quad
	known map[quad.Quad]bool
	rows  int
}

func (m *model) add(quads []quad.Quad) {
	if m.known == nil {
		m.known = map[quad.Quad]bool{}
	}
	for _, q := range quads {
		if !m.known[q] {
			m.known[q] = true
			m.order = append(m.order, q)
		}
	}
	m.rows++
}

// check compares the record with the model: all quads, and what is one hop away from every node there is, either way.
func (m *model) check(t fataler, r *record) {
	t.Helper()
	inView(t, r, func(ctx context.Context, v *view) error {
		var got []quad.Quad
		if err := v.quads(ctx, func(q quad.Quad) error { got = append(got, q); return nil }); err != nil {
			return err
		}
		if diff := cmp.Diff(m.order, got); diff != "" {
			t.Fatalf("all quads, want - got +\n%s", diff)
		}
		if v.size() != len(m.order) {
			t.Fatalf("got size %d, want %d", v.size(), len(m.order))
		}
		if got := countRows(v.tx); got != m.rows {
			t.Fatalf("got %d rows, want %d", got, m.rows)
		}
		return m.checkHops(ctx, t, v)
	})
}

func (m *model) checkHops(ctx context.Context, t fataler, v *view) error {
	t.Helper()
	type end struct {
		predicate quad.IRI
		object    quad.Value
	}
	said := map[quad.Value]map[quad.IRI][]quad.Value{}
	from := map[end][]quad.Value{}
	for _, q := range m.order {
		p := q.Predicate.(quad.IRI)
		if said[q.Subject] == nil {
			said[q.Subject] = map[quad.IRI][]quad.Value{}
		}
		said[q.Subject][p] = append(said[q.Subject][p], q.Object)
		from[end{p, q.Object}] = append(from[end{p, q.Object}], q.Subject)
	}
	for node, want := range said {
		got, err := v.properties(ctx, node)
		if err != nil {
			return err
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("properties of %v, want - got +\n%s", node, diff)
		}
	}
	for e, want := range from {
		got, err := v.sources(ctx, e.predicate, e.object)
		if err != nil {
			return err
		}
		if diff := cmp.Diff(byText(want), byText(got)); diff != "" {
			t.Fatalf("sources of %v %v, want - got +\n%s", e.predicate, e.object, diff)
		}
	}
	return nil
}

func byText[T fmt.Stringer](all []T) []string {
	texts := make([]string, len(all))
	for i, x := range all {
		texts[i] = x.String()
	}
	slices.Sort(texts)
	return texts
}

// putRow writes one more row; it is the hook of the tests.
func putRow(tx *bolt.Tx) error {
	b, err := tx.CreateBucketIfNotExists([]byte("rows"))
	if err != nil {
		return err
	}
	n, err := b.NextSequence()
	if err != nil {
		return err
	}
	return b.Put(fmt.Appendf(nil, "%020d", n), []byte("row"))
}

func countRows(tx *bolt.Tx) int {
	b := tx.Bucket([]byte("rows"))
	if b == nil {
		return 0
	}
	return b.Stats().KeyN
}

// The values of the model tests: few, so that nodes are met again, as subject, predicate and object, in every mix of
// new and known.
var (
	modelNodes   = []quad.Value{quad.IRI("a"), quad.IRI("b"), quad.IRI("c"), quad.IRI("p"), quad.BNode("x"), quad.IRI("größe/β")}
	modelObjects = append([]quad.Value{quad.String("a"), quad.String("<a>"), quad.String("β 👩‍⚕️"), quad.String(""), quad.Int(1),
		quad.Int(-1), quad.String("1"), quad.Bool(true), quad.Float(1), quad.LangString{Value: "a", Lang: "de"}}, modelNodes...)
	modelPredicates = []quad.Value{quad.IRI("p"), quad.IRI("q"), quad.IRI("a")}
)

var errInjected = errors.New("injected")

// Whatever is added in whatever transactions, some of which fail, the record holds what the model holds.
func TestRecordModel(t *testing.T) {
	folder, n := t.TempDir(), 0
	quads := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) quad.Quad {
		return quad.Quad{
			Subject:   rapid.SampledFrom(modelNodes).Draw(t, "subject"),
			Predicate: rapid.SampledFrom(modelPredicates).Draw(t, "predicate"),
			Object:    rapid.SampledFrom(modelObjects).Draw(t, "object"),
		}
	}), 0, 8)
	rapid.Check(t, func(rt *rapid.T) {
		n++
		path := filepath.Join(folder, fmt.Sprint(n, ".bolt"))
		r, m := reopen(t, path), &model{}
		rt.Repeat(map[string]func(*rapid.T){
			"add": func(rt *rapid.T) {
				batch := quads.Draw(rt, "quads")
				if err := r.add(context.Background(), batch, putRow); err != nil {
					rt.Fatal(err)
				}
				m.add(batch)
			},
			"fail": func(rt *rapid.T) {
				err := r.add(context.Background(), quads.Draw(rt, "quads"), func(tx *bolt.Tx) error {
					return errors.Join(putRow(tx), errInjected)
				})
				if !errors.Is(err, errInjected) {
					rt.Fatalf("got %v", err)
				}
			},
			"reopen": func(rt *rapid.T) {
				if err := r.close(); err != nil {
					rt.Fatal(err)
				}
				r = reopen(t, path)
			},
			"": func(rt *rapid.T) { m.check(rt, r) },
		})
		r.close()
	})
}

// One transaction in ten fails at its very end, in one of the ways in which it can: what comes after is as if it had
// never been.
func TestRecordCommitErrors(t *testing.T) {
	runs := 30
	if testing.Short() {
		runs = 5
	}
	for run := range runs {
		random := rand.New(rand.NewPCG(uint64(run), 1))
		r, m := newRecord(t), &model{}
		failed := 0
		for range 40 {
			batch := randomQuads(random, 6)
			if random.IntN(10) > 0 {
				if err := r.add(context.Background(), batch, putRow); err != nil {
					t.Fatal(err)
				}
				m.add(batch)
				continue
			}
			failed++
			addFailing(t, r, batch, random.IntN(3))
		}
		m.check(t, r)
		if failed == 0 && run == 0 {
			t.Error("no transaction failed")
		}
		r = reopenClosed(t, r)
		m.check(t, r)
		r.close()
	}
}

func randomQuads(random *rand.Rand, most int) []quad.Quad {
	quads := make([]quad.Quad, 1+random.IntN(most))
	for i := range quads {
		quads[i] = triple(fmt.Sprint("s", random.IntN(30)), "p", quad.IRI(fmt.Sprint("o", random.IntN(200))))
	}
	return quads
}

// addFailing adds quads in a transaction that the hook makes fail.
func addFailing(t *testing.T, r *record, quads []quad.Quad, how int) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	defer func() {
		if x := recover(); x != nil && x != errInjected {
			panic(x)
		}
	}()
	err := r.add(ctx, quads, func(tx *bolt.Tx) error {
		if err := putRow(tx); err != nil {
			return err
		}
		switch how {
		case 0:
			return errInjected
		case 1:
			cancel()
			return nil
		}
		panic(errInjected)
	})
	if err == nil {
		t.Fatal("no error")
	}
}

func reopenClosed(t *testing.T, r *record) *record {
	t.Helper()
	path := r.bolt.Path()
	if err := r.close(); err != nil {
		t.Fatal(err)
	}
	return reopen(t, path)
}

// When there is no room a commit fails inside bolt, with pages already written; once there is room again the record goes
// on.
func TestRecordDiskFull(t *testing.T) {
	r, m, d := newRecord(t), &model{}, newDesk()
	for range 3 {
		mark := 0
		inView(t, r, func(_ context.Context, v *view) error {
			mark = int(v.tx.Size())
			return nil
		})
		r.bolt.MaxSize = mark + 1<<20
		for tries := 0; ; tries++ {
			batch := d.article()
			err := r.add(context.Background(), batch, putRow)
			if errors.Is(err, bolterrors.ErrMaxSizeReached) {
				break
			}
			if err != nil || tries > 1000 {
				t.Fatalf("got %v after %d transactions, want a full disk", err, tries)
			}
			m.add(batch)
		}
		m.check(t, r)
		r.bolt.MaxSize = 0
		batch := d.article()
		if err := r.add(context.Background(), batch, putRow); err != nil {
			t.Fatal(err)
		}
		m.add(batch)
	}
	m.check(t, reopenClosed(t, r))
}
