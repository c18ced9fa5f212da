package graph

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"claimlens/annotate"
)

func search(t *testing.T, s *Store, query string) []string {
	t.Helper()
	if err := s.WaitIndexed(t.Context()); err != nil {
		t.Fatal(err)
	}
	l, err := s.SearchClaims(t.Context(), query, annotate.Page{})
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, x := range l.Items {
		texts = append(texts, x.Claim.Text)
	}
	return texts
}

// The index catches up with what it missed when the store is opened: all, when it was deleted, and nothing of a record
// that is not its own.
func TestIndexCatchesUp(t *testing.T) {
	dir := t.TempDir()
	steps := oneOfEach()
	s := openStore(t, dir)
	if _, err := s.Record(t.Context(), steps[0]); err != nil {
		t.Fatal(err)
	}
	if got := search(t, s, "zinc"); len(got) != 1 {
		t.Errorf("got %q, want one claim", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "search")); err != nil {
		t.Fatal(err)
	}
	s = openStore(t, dir)
	if got := search(t, s, "zinc"); len(got) != 1 {
		t.Errorf("after the index was deleted: got %q, want one claim", got)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "record.bolt")); err != nil {
		t.Fatal(err)
	}
	s = openStore(t, dir)
	if got := search(t, s, "zinc"); len(got) != 0 {
		t.Errorf("after the record was deleted: got %q, want none", got)
	}
}

// Claims are indexed in batches; an event with more claims than one holds is not taken for seen before its last.
func TestIndexBatches(t *testing.T) {
	s := newStore(t)
	l := newLibrary()
	const articles = 3*indexBatch/20 + 1
	var whole annotate.Change
	for i := range articles {
		c := l.article()
		if i == 0 {
			whole = c
			continue
		}
		whole.Articles, whole.Claims, whole.Mentions = append(whole.Articles, c.Articles...), append(whole.Claims, c.Claims...), append(whole.Mentions, c.Mentions...)
	}
	for _, c := range []annotate.Change{citing(1), whole, citing(2)} {
		if _, err := s.Record(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	var batches []claimBatch
	for next := (mark{Seq: 1}); next != (mark{}); next = batches[len(batches)-1].next {
		batch, err := readOne(t.Context(), s, func(r reading) (claimBatch, error) { return r.claimsFrom(next, 3) })
		if err != nil {
			t.Fatal(err)
		}
		batches = append(batches, batch)
	}
	total := 0
	for i, batch := range batches {
		total += len(batch.claims)
		if want := []uint64{1, 3}[min(1, i/(len(batches)-1))]; batch.seen != want {
			t.Errorf("batch %d: seen %d, want %d", i, batch.seen, want)
		}
	}
	if total != 20*articles || len(batches) != 4 {
		t.Errorf("got %d claims in %d batches, want %d in 4", total, len(batches), 20*articles)
	}
	if err := s.WaitIndexed(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestWaitIndexedEnds(t *testing.T) {
	s := newStore(t)
	s.claims.cancel()
	<-s.claims.stopped
	if _, err := s.Record(t.Context(), citing(1)); err != nil {
		t.Fatal(err)
	}
	if err := s.WaitIndexed(t.Context()); !errors.Is(err, errClosed) {
		t.Errorf("got %v, want %v", err, errClosed)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	s.claims.stopped = make(chan struct{})
	if err := s.WaitIndexed(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
	}
	close(s.claims.stopped)
}
