package storetest

import (
	"context"
	"encoding/binary"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/google/uuid"

	"claimlens/annotate"
)

// bench is a store under test, with a clock that a test moves and identifiers that count.
type bench struct {
	*testing.T
	ctx   context.Context
	store annotate.Store
	now   time.Time
	ids   uint64
	open  func(t *testing.T) annotate.Store
}

func newBench(t *testing.T, open func(t *testing.T) annotate.Store) *bench {
	return &bench{
		T: t, ctx: t.Context(), store: open(t), open: open,
		now: time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC),
	}
}

// another is a bench with a second store, at the same time and with the same identifiers.
func (b *bench) another() *bench {
	c := newBench(b.T, b.open)
	c.now, c.ids = b.now, b.ids
	return c
}

// later moves the clock by a second and is the time then.
func (b *bench) later() time.Time {
	b.now = b.now.Add(time.Second)
	return b.now
}

// newID is the next identifier, as for what people do.
func (b *bench) newID() uuid.UUID {
	b.ids++
	id := uuid.UUID{6: 0x70, 8: 0x80}
	binary.BigEndian.PutUint64(id[8:], b.ids|1<<63)
	return id
}

// record records a change that must be recorded.
func (b *bench) record(c annotate.Change) annotate.Event {
	b.Helper()
	e, err := b.store.Record(b.ctx, c)
	if err != nil {
		b.Fatalf("record %s: %v", c.Kind, err)
	}
	if e.Seq == 0 {
		b.Fatalf("record %s: nothing was recorded", c.Kind)
	}
	return e
}

// refuses records a change that must be refused with a kind of error, and must leave nothing behind.
func (b *bench) refuses(what string, c annotate.Change, kind error) {
	b.Helper()
	before := b.counts()
	e, err := b.store.Record(b.ctx, c)
	wantKind(b, what, err, kind)
	if e.Seq != 0 {
		b.Errorf("%s: refused, and yet event %d", what, e.Seq)
	}
	same(b, what+": counts", b.counts(), before)
}

// same reports the difference when got is not want. An empty list and none are the same.
func same[T any](b *bench, what string, got, want T) {
	b.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		b.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// wantKind reports an error that is not of the kind.
func wantKind(b *bench, what string, err, kind error) {
	b.Helper()
	if !errors.Is(err, kind) {
		b.Errorf("%s: got error %v, want one that is %q", what, err, kind)
	}
}

// one is what a read gave, which must not fail.
func one[T any](b *bench, v T, err error) T {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	return v
}
