package graph

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	bolt "go.etcd.io/bbolt"

	"claimlens/annotate"
)

// crowd is how many goroutines record at once.
const crowd = 32

// Changes that wait for one another are committed together.
func TestGroupCommit(t *testing.T) {
	s := newStore(t)
	const each = 8
	before := commits(s)
	var all sync.WaitGroup
	for i := range crowd {
		all.Go(func() {
			for j := range each {
				if e, err := s.Record(t.Context(), citing(i*each+j)); err != nil || e.Seq == 0 {
					t.Errorf("got event %d, %v", e.Seq, err)
				}
			}
		})
	}
	all.Wait()
	report := mustVerify(t, s, VerifyOptions{})
	if report.Events != crowd*each {
		t.Errorf("got %d events, want %d", report.Events, crowd*each)
	}
	if n := commits(s) - before; n > crowd*each/4 {
		t.Errorf("%d changes took %d commits", crowd*each, n)
	}
}

// commits is how many write transactions there have been.
func commits(s *Store) (n int) {
	_ = s.record.bolt.View(func(tx *bolt.Tx) error {
		n = tx.ID()
		return nil
	})
	return n
}

// citing is a change that makes one paper.
func citing(n int) annotate.Change {
	pmid := fmt.Sprint(1000 + n)
	c := annotate.Change{Actor: "ana", Kind: annotate.CitationsImported, Time: time.UnixMilli(int64(n)), Subject: annotate.CitationID(pmid)}
	c.Citations = []annotate.Citation{{ID: annotate.CitationID(pmid), Version: 1, PMID: pmid, Title: "Paper"}}
	return c
}

// together judges and commits changes as one batch, the first of which is c[0].
func together(t *testing.T, s *Store, changes ...annotate.Change) []answer {
	t.Helper()
	s.writer.turn.Lock() // the writer takes the first and then waits, while the others line up behind it
	answers := make([]answer, len(changes))
	var all sync.WaitGroup
	for i, c := range changes {
		all.Go(func() { answers[i].event, answers[i].err = s.Record(t.Context(), c) })
		time.Sleep(5 * time.Millisecond) // in this order
	}
	s.writer.turn.Unlock()
	all.Wait()
	return answers
}

// A bad change is refused alone; the good ones before and after it are recorded, and count for it and for one another.
func TestBadAmongGood(t *testing.T) {
	s := newStore(t)
	steps := oneOfEach()
	told, cited, linked, graded := steps[0], steps[3], steps[4], steps[9]
	again := graded
	again.Grades = []annotate.Grade{graded.Grades[0]}
	again.Grades[0].ID, again.Grades[0].Rationale = uuid.New(), "Another."
	nothing := linked
	nothing.Evidence = []annotate.Evidence{linked.Evidence[0]}
	nothing.Evidence[0].ID, nothing.Evidence[0].Claim = uuid.New(), uuid.New()
	half := citing(1)
	half.Citations = append(half.Citations, annotate.Citation{ID: annotate.CitationID("5"), Version: 7, PMID: "5", Title: "Five"})
	before := commits(s)
	answers := together(t, s, told, nothing, cited, told, linked, half, graded, again, citing(2))
	for i, want := range []struct {
		seq uint64
		err error
	}{
		{seq: 1}, {err: annotate.ErrNotFound}, {seq: 2}, {}, {seq: 3}, {err: annotate.ErrConflict}, {seq: 4}, {err: annotate.ErrConflict}, {seq: 5},
	} {
		if got := answers[i]; got.event.Seq != want.seq || !errors.Is(got.err, want.err) {
			t.Errorf("change %d: got event %d, %v; want %d, %v", i+1, got.event.Seq, got.err, want.seq, want.err)
		}
	}
	if n := commits(s) - before; n > 2 {
		t.Errorf("took %d commits", n)
	}
	if report := mustVerify(t, s, VerifyOptions{}); report.Events != 5 {
		t.Errorf("got %d events, want 5", report.Events)
	}
}

// A commit that fails fails its changes and no others: the writer goes on.
func TestFailedCommit(t *testing.T) {
	s := newStore(t)
	if _, err := s.Record(t.Context(), citing(1)); err != nil {
		t.Fatal(err)
	}
	spoil(t, s, true)
	for _, a := range together(t, s, citing(2), citing(1), citing(3)) {
		if a.err == nil || a.event.Seq != 0 {
			t.Errorf("got event %d, %v; want none, and an error", a.event.Seq, a.err)
		}
	}
	spoil(t, s, false)
	if e, err := s.Record(t.Context(), citing(2)); err != nil || e.Seq != 2 {
		t.Errorf("afterwards: got event %d, %v; want 2", e.Seq, err)
	}
	mustVerify(t, s, VerifyOptions{})
}

// spoil makes the commit hook fail, and puts it right again: the row of totals can't be read meanwhile.
func spoil(t *testing.T, s *Store, on bool) {
	t.Helper()
	err := s.record.bolt.Update(func(tx *bolt.Tx) error {
		r, err := currentRows(tx)
		if err != nil {
			return err
		}
		spare := []byte("spare")
		if !on {
			return errors.Join(r.put(totalRows, totalKey, r.get(totalRows, spare)), r.delete(totalRows, spare))
		}
		return errors.Join(r.put(totalRows, spare, r.get(totalRows, totalKey)), r.put(totalRows, totalKey, []byte("{")))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Who stops waiting is told so at once, and leaves the others alone.
func TestCallerGoesAway(t *testing.T) {
	s := newStore(t)
	s.writer.turn.Lock()
	var all sync.WaitGroup
	all.Go(func() { // taken, and held up
		if _, err := s.Record(t.Context(), citing(1)); err != nil {
			t.Error(err)
		}
	})
	time.Sleep(5 * time.Millisecond)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
	defer cancel()
	if _, err := s.Record(ctx, citing(2)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
	}
	s.writer.turn.Unlock()
	all.Wait()
	if c, err := s.Counts(t.Context()); err != nil || c.Citations != 1 {
		t.Errorf("got %d papers, %v; want 1", c.Citations, err)
	}
}

func TestClosed(t *testing.T) {
	s := newStore(t)
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Record(t.Context(), citing(1)); !errors.Is(err, errClosed) {
		t.Errorf("record: got %v, want %v", err, errClosed)
	}
	if _, err := s.Counts(t.Context()); err == nil {
		t.Error("counts: no error")
	}
}
