package graph

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"claimlens/annotate"
)

func newRecord(t testing.TB) *record {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "record.bolt"))
}

func reopen(t testing.TB, path string) *record {
	t.Helper()
	r, err := openRecord(context.Background(), path, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.close() })
	return r
}

func triple(s, p string, o quad.Value) quad.Quad {
	return quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: o}
}

func mustAdd(t testing.TB, r *record, quads ...quad.Quad) {
	t.Helper()
	if err := r.add(context.Background(), quads, nil); err != nil {
		t.Fatal(err)
	}
}

// fataler is what testing.TB and rapid.T have in common and the record's tests need.
type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func inView(t fataler, r *record, do func(ctx context.Context, v *view) error) {
	t.Helper()
	ctx := context.Background()
	if err := r.view(ctx, func(v *view) error { return do(ctx, v) }); err != nil {
		t.Fatal(err)
	}
}

func allQuads(t testing.TB, r *record) []quad.Quad {
	t.Helper()
	var all []quad.Quad
	inView(t, r, func(ctx context.Context, v *view) error {
		return v.quads(ctx, func(q quad.Quad) error {
			all = append(all, q)
			return nil
		})
	})
	return all
}

// Every kind of value comes back as it was, at once and after the record was closed.
func TestRecordValues(t *testing.T) {
	values := []quad.Value{
		quad.IRI("https://example.org/a?b=c#d"), quad.BNode("b1"), quad.String(""), quad.String("uremia"),
		quad.String("β-cell „größer“ 👩‍⚕️ \u202e\ufeff\ufffd"), quad.String("a \"b\" \\ \n\r\t\x01"),
		quad.String(strings.Repeat("long ", 100_000)), quad.LangString{Value: "Niere", Lang: "de"},
		quad.TypedString{Value: "x", Type: "https://example.org/t"}, quad.Int(0), quad.Int(math.MinInt64),
		quad.Int(math.MaxInt64), quad.Float(0.1), quad.Float(-math.MaxFloat64), quad.Float(math.SmallestNonzeroFloat64),
		quad.Bool(true), quad.Bool(false),
	}
	path := filepath.Join(t.TempDir(), "folder", "record.bolt")
	r := reopen(t, path)
	var quads []quad.Quad
	for _, v := range values {
		quads = append(quads, triple("s", "p", v))
	}
	mustAdd(t, r, quads...)
	for range 2 {
		if diff := cmp.Diff(quads, sorted(allQuads(t, r), quads)); diff != "" {
			t.Error(diff)
		}
		inView(t, r, func(ctx context.Context, v *view) error {
			got, err := v.properties(ctx, quad.IRI("s"))
			if diff := cmp.Diff(map[quad.IRI][]quad.Value{"p": values}, got); diff != "" {
				t.Error(diff)
			}
			return err
		})
		if err := r.close(); err != nil {
			t.Fatal(err)
		}
		r = reopen(t, path)
	}
}

// sorted is got in the order of want, where the two hold the same.
func sorted(got, want []quad.Quad) []quad.Quad {
	rank := map[quad.Quad]int{}
	for i, q := range want {
		rank[q] = i
	}
	out := make([]quad.Quad, len(want))
	for _, q := range got {
		i, ok := rank[q]
		if !ok {
			return got
		}
		out[i] = q
	}
	return out
}

func TestView(t *testing.T) {
	r := newRecord(t)
	mustAdd(t, r, triple("claim1", "in", quad.IRI("article")), triple("claim1", "text", quad.String("x")))
	mustAdd(t, r, triple("claim2", "in", quad.IRI("article")), triple("claim3", "about", quad.IRI("article")))
	inView(t, r, func(ctx context.Context, v *view) error {
		got, err := v.sources(ctx, "in", quad.IRI("article"))
		if diff := cmp.Diff([]quad.Value{quad.IRI("claim1"), quad.IRI("claim2")}, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
		for _, object := range []quad.Value{quad.IRI("claim1"), quad.IRI("nobody")} {
			if got, err := v.sources(ctx, "in", object); len(got) != 0 || err != nil {
				t.Errorf("sources of %v: got %v, %v", object, got, err)
			}
		}
		for _, node := range []quad.Value{quad.IRI("article"), quad.IRI("nobody")} {
			if got, err := v.properties(ctx, node); len(got) != 0 || err != nil {
				t.Errorf("properties of %v: got %v, %v", node, got, err)
			}
		}
		if got := v.size(); got != 4 {
			t.Errorf("got size %d, want 4", got)
		}
		return nil
	})
}

// The hook's rows are kept with the quads, or neither is.
func TestAddHook(t *testing.T) {
	r := newRecord(t)
	ctx := context.Background()
	put := func(key string, err error) func(tx *bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			b, berr := tx.CreateBucketIfNotExists([]byte("rows"))
			return errors.Join(berr, b.Put([]byte(key), []byte("x")), err)
		}
	}
	refused := errors.New("refused")
	if err := r.add(ctx, []quad.Quad{triple("a", "p", quad.Int(1))}, put("a", nil)); err != nil {
		t.Fatal(err)
	}
	if err := r.add(ctx, []quad.Quad{triple("b", "p", quad.Int(2))}, put("b", refused)); !errors.Is(err, refused) {
		t.Errorf("got %v, want the hook's error", err)
	}
	if err := r.add(ctx, nil, put("c", nil)); err != nil {
		t.Errorf("rows without quads: %v", err)
	}
	inView(t, r, func(ctx context.Context, v *view) error {
		for key, want := range map[string]bool{"a": true, "b": false, "c": true} {
			if got := v.tx.Bucket([]byte("rows")).Get([]byte(key)) != nil; got != want {
				t.Errorf("row %s: got %v, want %v", key, got, want)
			}
		}
		return nil
	})
	if got := len(allQuads(t, r)); got != 1 {
		t.Errorf("got %d quads, want 1", got)
	}
}

func TestAddInvalid(t *testing.T) {
	r := newRecord(t)
	good := triple("s", "p", quad.Int(1))
	for name, q := range map[string]quad.Quad{
		"NUL in text":         triple("s", "p", quad.String("a\x00b")),
		"bytes in text":       triple("s", "p", quad.String("a\xffb")),
		"NUL in IRI":          triple("s\x00", "p", quad.Int(1)),
		"bytes in IRI":        triple("s", "p\xff", quad.Int(1)),
		"NUL in typed text":   triple("s", "p", quad.TypedString{Value: "\x00", Type: "t"}),
		"NUL in type":         triple("s", "p", quad.TypedString{Value: "x", Type: "\x00"}),
		"bytes in language":   triple("s", "p", quad.LangString{Value: "x", Lang: "\xff"}),
		"bytes in blank node": triple("s", "p", quad.BNode("\xff")),
		"empty subject":       triple("", "p", quad.Int(1)),
		"empty predicate":     triple("s", "", quad.Int(1)),
		"no subject":          {Predicate: quad.IRI("p"), Object: quad.Int(1)},
		"no predicate":        {Subject: quad.IRI("s"), Object: quad.Int(1)},
		"no object":           {Subject: quad.IRI("s"), Predicate: quad.IRI("p")},
		"text as subject":     {Subject: quad.String("s"), Predicate: quad.IRI("p"), Object: quad.Int(1)},
		"text as predicate":   {Subject: quad.IRI("s"), Predicate: quad.String("p"), Object: quad.Int(1)},
		"time":                triple("s", "p", quad.Time(time.Now())),
		"label":               {Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: quad.Int(1), Label: quad.IRI("l")},
	} {
		err := r.add(context.Background(), []quad.Quad{good, q}, func(*bolt.Tx) error {
			t.Errorf("%s: the hook ran", name)
			return nil
		})
		if !errors.Is(err, annotate.ErrInvalid) {
			t.Errorf("%s: got %v, want invalid", name, err)
		}
	}
	if got := len(allQuads(t, r)); got != 0 {
		t.Errorf("got %d quads, want none", got)
	}
}

func TestOpenTwice(t *testing.T) {
	r := newRecord(t)
	start := time.Now()
	_, err := openRecord(context.Background(), r.bolt.Path(), 100*time.Millisecond)
	if err == nil || !strings.Contains(err.Error(), "another claimlens has this store open") || !errors.Is(err, bolterrors.ErrTimeout) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := openRecord(ctx, r.bolt.Path(), time.Minute); !errors.Is(err, bolterrors.ErrTimeout) {
		t.Errorf("got %v", err)
	}
}

// A context that ends is an error, never a shorter answer.
func TestContextEnds(t *testing.T) {
	r := newRecord(t)
	mustAdd(t, r, triple("s", "p", quad.Int(1)), triple("s", "p", quad.Int(2)))
	ended := endedContext()
	if err := r.view(ended, func(*view) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("view: got %v", err)
	}
	if err := r.add(ended, []quad.Quad{triple("s", "p", quad.Int(3))}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("add: got %v", err)
	}
	inView(t, r, func(_ context.Context, v *view) error {
		for name, read := range map[string]func() error{
			"properties": func() error { _, err := v.properties(ended, quad.IRI("s")); return err },
			"sources":    func() error { _, err := v.sources(ended, "p", quad.Int(1)); return err },
			"quads":      func() error { return v.quads(ended, func(quad.Quad) error { return nil }) },
		} {
			if err := read(); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: got %v", name, err)
			}
		}
		return nil
	})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	err := r.add(ctx, []quad.Quad{triple("s", "p", quad.Int(4))}, func(*bolt.Tx) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) || len(allQuads(t, r)) != 2 {
		t.Errorf("cancelled in the hook: got %v, %d quads", err, len(allQuads(t, r)))
	}
}

// A context that ends, or a yield that has enough, stops a walk over the quads within a batch or two.
func TestQuadsStops(t *testing.T) {
	r := newRecord(t)
	mustAdd(t, r, newDesk().batch(5*quadBatch)...)
	enough := errors.New("enough")
	inView(t, r, func(ctx context.Context, v *view) error {
		seen := 0
		err := v.quads(ctx, func(quad.Quad) error { seen++; return enough })
		if !errors.Is(err, enough) || seen != 1 {
			t.Errorf("got %v after %d quads", err, seen)
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		seen = 0
		err = v.quads(ctx, func(quad.Quad) error { seen++; cancel(); return nil })
		if !errors.Is(err, context.Canceled) || seen > 2*quadBatch {
			t.Errorf("got %v after %d quads", err, seen)
		}
		return nil
	})
}

// A file that is something else is refused and left as it is.
func TestOpenForeign(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.bolt")
	want := strings.Repeat("not a record\n", 10_000)
	if err := os.WriteFile(path, []byte(want), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := openRecord(context.Background(), path, 0); err == nil {
		r.close()
		t.Error("opened")
	}
	if got, err := os.ReadFile(path); string(got) != want || err != nil {
		t.Errorf("the file changed; %v", err)
	}
}

// Whatever text comes, it is kept as it is or refused as invalid.
func FuzzRecordText(f *testing.F) {
	for _, s := range []string{"", "uremia", "\x00", "\xff\xfe", "“β” \\ \"\n", "\ufffd\ufeff\u202e", "\xed\xa0\x80"} {
		f.Add(s)
	}
	r, n := newRecord(f), 0
	f.Fuzz(func(t *testing.T, s string) {
		n++
		subject := quad.IRI(fmt.Sprint("s", n))
		quads := []quad.Quad{{Subject: subject, Predicate: quad.IRI("text"), Object: quad.String(s)}}
		if s != "" {
			quads = append(quads, quad.Quad{Subject: subject, Predicate: quad.IRI("name"), Object: quad.IRI(s)})
		}
		valid := utf8.ValidString(s) && !strings.Contains(s, "\x00")
		if err := r.add(context.Background(), quads, nil); valid != (err == nil) || !valid && !errors.Is(err, annotate.ErrInvalid) {
			t.Fatalf("%q: got %v, valid %v", s, err, valid)
		}
		inView(t, r, func(ctx context.Context, v *view) error {
			got, err := v.properties(ctx, subject)
			want := map[quad.IRI][]quad.Value{}
			for _, q := range quads {
				if valid {
					want[q.Predicate.(quad.IRI)] = []quad.Value{q.Object}
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			return err
		})
	})
}
