package graph

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

func TestTransaction(t *testing.T) {
	r := newRecord(t)
	ctx := context.Background()
	err := r.bolt.Update(func(tx *bolt.Tx) error {
		store := &transaction{bolt: tx, buckets: map[string]*bolt.Bucket{}}
		for _, name := range []string{"a1", "a2", "b1"} {
			if err := store.Put(kv.SKey("vxy", name), []byte("value "+name)); err != nil {
				return err
			}
		}
		got, err := store.Get(ctx, kv.SKey("vxz", "a2"))
		if string(got) != "value a2" || err != nil {
			t.Errorf("got %q, %v: the buckets of values are one", got, err)
		}
		for _, key := range []kv.Key{kv.SKey("vxy", "c"), kv.SKey("nobody", "a1")} {
			if got, err := store.Get(ctx, key); !errors.Is(err, kv.ErrNotFound) {
				t.Errorf("%s: got %q, %v, want not found", key, got, err)
			}
		}
		if diff := cmp.Diff([]string{"a1", "a2"}, names(t, ctx, store.Scan(kv.SKey("vxy", "a")))); diff != "" {
			t.Error(diff)
		}
		if got := names(t, ctx, store.Scan(kv.SKey("nobody"))); len(got) != 0 {
			t.Errorf("got %v from a bucket that is not there", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, ctx context.Context, it kv.Iterator) []string {
	t.Helper()
	defer it.Close()
	var names []string
	for it.Next(ctx) {
		if want := "value " + string(it.Key()[1]); string(it.Val()) != want {
			t.Errorf("got %q at %s", it.Val(), it.Key())
		}
		names = append(names, string(it.Key()[1]))
	}
	if err := it.Err(); err != nil {
		t.Error(err)
	}
	return names
}

// What Cayley must not do, and what does not fit, is an error and does nothing.
func TestTransactionRefuses(t *testing.T) {
	r := newRecord(t)
	ctx, ended := context.Background(), endedContext()
	err := r.bolt.Update(func(tx *bolt.Tx) error {
		store := &transaction{bolt: tx, buckets: map[string]*bolt.Bucket{}}
		for name, err := range map[string]error{
			"delete":            store.Del(kv.SKey("meta", "version")),
			"a long key":        store.Put(kv.SKey("a", "b", "c"), nil),
			"a short key":       errorOf(store.Get(ctx, kv.SKey("a"))),
			"a context ended":   errorOf(store.Get(ended, kv.SKey("meta", "version"))),
			"a scan of nothing": scanError(ctx, store, nil),
			"a scan, ended":     scanError(ended, store, kv.SKey("meta")),
		} {
			if err == nil {
				t.Errorf("%s: no error", name)
			}
		}
		if _, err := store.Get(ctx, kv.SKey("meta", "version")); err != nil {
			t.Error(err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = r.bolt.View(func(tx *bolt.Tx) error {
		store := &transaction{bolt: tx, buckets: map[string]*bolt.Bucket{}}
		_, err := store.Tx(true)
		return err
	})
	if !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("got %v, want read only", err)
	}
}

func endedContext() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

func errorOf(_ kv.Value, err error) error { return err }

func scanError(ctx context.Context, store *transaction, key kv.Key) error {
	it := store.Scan(key)
	for it.Next(ctx) {
	}
	return errors.Join(it.Err(), it.Close())
}
