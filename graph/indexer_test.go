package graph

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"claimlens/annotate"
	"claimlens/graph/papers"
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

// findable checks that both indexes find what the steps recorded.
func findable(t *testing.T, s *Store, what string) {
	t.Helper()
	if got := search(t, s, "zinc"); len(got) != 1 {
		t.Errorf("%s: got the claims %q, want one", what, got)
	}
	hits, err := s.SearchPapers(t.Context(), annotate.PaperQuery{Terms: []annotate.PaperTerm{{Text: "zinc", Weight: 1}}, Limit: 10})
	if err != nil || len(hits) != 1 || hits[0].Citation.PMID != "11" {
		t.Errorf("%s: got %d papers, %v; want PMID 11", what, len(hits), err)
	}
}

// zincStore is a store with a claim and a paper about zinc.
func zincStore(t *testing.T, dir string) *Store {
	t.Helper()
	s := openStore(t, dir)
	paper := annotate.Citation{ID: annotate.CitationID("11"), Version: 1, PMID: "11", Title: "Zinc and colds"}
	for _, c := range []annotate.Change{oneOfEach()[0], {Actor: "ana", Kind: annotate.CitationsImported, Time: time.Now(), Subject: paper.ID, Made: annotate.Made{Citations: []annotate.Citation{paper}}}} {
		if _, err := s.Record(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	findable(t, s, "new")
	return s
}

// Both indexes come back, whatever became of their folders while the store was closed.
func TestIndexesComeBack(t *testing.T) {
	spoilFiles := func(dir string) error {
		return filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := os.ReadFile(path)
			if err != nil || len(b) == 0 {
				return err
			}
			b[len(b)/3] ^= 0x55
			return os.WriteFile(path, b, 0o600)
		})
	}
	dir := t.TempDir()
	s := zincStore(t, dir)
	for what, spoil := range map[string]func(dir string) error{
		"deleted": os.RemoveAll,
		"altered": spoilFiles,
		"a file":  func(dir string) error { return errors.Join(os.RemoveAll(dir), os.WriteFile(dir, []byte("x"), 0o600)) },
		"empty":   func(dir string) error { return errors.Join(os.RemoveAll(dir), os.Mkdir(dir, 0o700)) },
	} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		for _, index := range []string{"search", "papers"} {
			if err := spoil(filepath.Join(dir, index)); err != nil {
				t.Fatal(err)
			}
		}
		s = openStore(t, dir)
		findable(t, s, what)
	}
}

// A rebuild makes both indexes anew: what they hold that the record does not is gone, and what they lack is there.
func TestRebuildIndexes(t *testing.T) {
	s := zincStore(t, t.TempDir())
	ctx := t.Context()
	other := annotate.Claim{ID: annotate.ClaimID("Zinc is blue."), Text: "Zinc is blue."}
	if err := s.claimIndex.index(ctx, []annotate.Claim{other}, 2); err != nil {
		t.Fatal(err)
	}
	if err := s.paperIndex.Add(ctx, []papers.Doc{{Number: 11}}, 2); err != nil { // forgets it
		t.Fatal(err)
	}
	if hits, err := s.SearchPapers(ctx, annotate.PaperQuery{Terms: []annotate.PaperTerm{{Text: "zinc", Weight: 1}}, Limit: 10}); err != nil || len(hits) != 0 {
		t.Fatalf("got %d papers, %v; want none yet", len(hits), err)
	}
	var last int
	report := mustVerify(t, s, VerifyOptions{Rebuild: true, Progress: func(done, total int) { last = done }})
	if !report.OK() || !report.Rebuilt || last != 2 {
		t.Errorf("got %+v after %d events", report, last)
	}
	findable(t, s, "rebuilt")
	if _, total, err := s.claimIndex.search(ctx, "blue", 0, 10); err != nil || total != 0 {
		t.Errorf("got %d claims, %v; want none that was not recorded", total, err)
	}
	if _, err := s.Record(ctx, citing(2)); err != nil {
		t.Fatal(err)
	}
	findable(t, s, "after it")
}

// An index that is found damaged while it is used is made anew.
func TestDamagedIndexMends(t *testing.T) {
	dir := t.TempDir()
	s := zincStore(t, dir)
	segments, err := filepath.Glob(filepath.Join(dir, "papers", "*.segment"))
	if err != nil || len(segments) == 0 {
		t.Fatal(segments, err)
	}
	for _, path := range segments {
		if err := os.Truncate(path, 0); err != nil {
			t.Fatal(err)
		}
	}
	_, err = s.CountPapers(t.Context(), []string{"zinc"})
	if !errors.Is(err, papers.ErrDamaged) {
		t.Errorf("got %v, want %v", err, papers.ErrDamaged)
	}
	findable(t, s, "mended")
}
