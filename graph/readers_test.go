package graph

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

// Readers read while a writer grows the record far past the memory map that it began with, so that bolt has to wait for
// readers and they for bolt. Nobody waits for ever, and every reader sees one state: all of a transaction, its row
// included, or none of it.
func TestReadersWhileGrowing(t *testing.T) {
	ctx := context.Background()
	r, err := openRecordMapped(ctx, filepath.Join(t.TempDir(), "record.bolt"), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	watchdog := time.AfterFunc(5*time.Minute, func() { panic("readers and writer wait for each other") })
	defer watchdog.Stop()
	transactions := 200
	if testing.Short() {
		transactions = 60
	}
	var written, views atomic.Int64
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		last := 0
		readers.Go(repeat(done, func() {
			last = readOneState(t, ctx, r, int(written.Load()), last)
			views.Add(1)
		}))
	}
	for i := range transactions {
		if err := r.add(ctx, writtenQuads(fmt.Sprint("tx:", i), 100), putRow); err != nil {
			t.Error(err)
			break
		}
		written.Add(1)
	}
	close(done)
	readers.Wait()
	if err := r.close(); err != nil {
		t.Error(err)
	}
	t.Logf("%d views beside %d transactions", views.Load(), written.Load())
	if views.Load() < 10 {
		t.Errorf("only %d views", views.Load())
	}
}

// repeat is do again and again until done is closed.
func repeat(done <-chan struct{}, do func()) func() {
	return func() {
		for {
			select {
			case <-done:
				return
			default:
				do()
			}
		}
	}
}

// readOneState reads the record by quads and by rows, compares the two, and says how many transactions it saw: no fewer
// than were written before, no fewer than the last time.
func readOneState(t *testing.T, ctx context.Context, r *record, written, last int) int {
	saw := 0
	err := r.view(ctx, func(v *view) error {
		rows := countRows(v.tx)
		subjects, err := v.sources(ctx, "type", quad.IRI("Transaction"))
		if err != nil {
			return err
		}
		saw = len(subjects)
		if rows != saw || saw < written || saw < last {
			t.Errorf("saw %d transactions and %d rows, want at least %d and %d", saw, rows, written, last)
		}
		for _, s := range subjects[max(0, saw-3):] {
			said, err := v.properties(ctx, s)
			if err != nil {
				return err
			}
			if len(said["value"]) != 100 {
				t.Errorf("%v: saw %d values, want 100", s, len(said["value"]))
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return saw
}

// Closing waits for a view that is under way; one that begins afterwards is an error.
func TestCloseWhileReading(t *testing.T) {
	r := newRecord(t)
	mustAdd(t, r, triple("s", "p", quad.Int(1)))
	inside, closed := make(chan struct{}), make(chan error)
	go func() {
		<-inside
		closed <- r.close()
	}()
	inView(t, r, func(ctx context.Context, v *view) error {
		close(inside)
		time.Sleep(50 * time.Millisecond)
		select {
		case err := <-closed:
			t.Errorf("closed while a view was under way: %v", err)
		default:
		}
		got, err := v.properties(ctx, quad.IRI("s"))
		if len(got) != 1 {
			t.Errorf("got %v", got)
		}
		return err
	})
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if err := r.view(context.Background(), func(*view) error { return nil }); err == nil {
		t.Error("a view of a closed record")
	}
	if err := r.add(context.Background(), nil, nil); err == nil {
		t.Error("an add to a closed record")
	}
}
