package graph

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
)

// What is recorded is there again, to the row, when the store is opened again, and goes on from there.
func TestReopen(t *testing.T) {
	dir := t.TempDir()
	var before []string
	for i, c := range oneOfEach() {
		s := openStore(t, dir)
		if i > 0 {
			if diff := cmp.Diff(before, dump(t, s)); diff != "" {
				t.Errorf("reopened (-before +after):\n%s", diff)
			}
		}
		e, err := s.Record(t.Context(), c)
		if err != nil || e.Seq != uint64(i+1) {
			t.Fatalf("got event %d, %v, want %d", e.Seq, err, i+1)
		}
		mustVerify(t, s, VerifyOptions{})
		before = dump(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenElsewhere(t *testing.T) {
	dir := t.TempDir()
	openStore(t, dir)
	_, err := Open(t.Context(), Config{Dir: dir, OpenTimeout: time.Millisecond})
	if err == nil || !strings.Contains(err.Error(), "another claimlens has this store open") {
		t.Errorf("got %v, want one that says that it is open", err)
	}
}

func TestOpenNowhere(t *testing.T) {
	if _, err := Open(t.Context(), Config{}); err == nil {
		t.Error("no folder: no error")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), Config{Dir: file}); err == nil {
		t.Error("a file for a folder: no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Open(ctx, Config{Dir: t.TempDir()}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// What a crash left of a verification is cleared away.
func TestOpenClearsScratch(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, "verify-123.bolt")
	if err := os.WriteFile(left, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := openStore(t, dir)
	mustVerify(t, s, VerifyOptions{Rebuild: true})
	if got, err := filepath.Glob(filepath.Join(dir, "verify-*")); err != nil || len(got) > 0 {
		t.Errorf("got %q, %v, want none", got, err)
	}
}

// An export is N-Quads that anybody reads back as the very quads of the record.
func TestExport(t *testing.T) {
	s := filled(t)
	var out bytes.Buffer
	var last [2]int
	if err := s.Export(t.Context(), &out, func(done, total int) { last = [2]int{done, total} }); err != nil {
		t.Fatal(err)
	}
	got, err := quad.ReadAll(nquads.NewReader(&out, false))
	if err != nil {
		t.Fatal(err)
	}
	want := allQuads(t, s.record)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("quads (-want +got):\n%s", diff)
	}
	if n := len(want); last != [2]int{n, n} {
		t.Errorf("progress: got %v, want %d of %d", last, n, n)
	}
}

// failingWriter takes so many bytes.
type failingWriter int

var errFull = errors.New("full")

func (w *failingWriter) Write(p []byte) (int, error) {
	if *w -= failingWriter(len(p)); *w < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestExportFails(t *testing.T) {
	s := filled(t)
	for _, room := range []failingWriter{0, 5000} {
		if err := s.Export(t.Context(), &room, nil); !errors.Is(err, errFull) {
			t.Errorf("got %v, want %v", err, errFull)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Export(ctx, io.Discard, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// What a change says of itself, and what its parts' own checks don't look at, is checked as well.
func TestForm(t *testing.T) {
	for name, spoil := range map[string]func(c *annotate.Change){
		"no actor":         func(c *annotate.Change) { c.Actor = "" },
		"long actor":       func(c *annotate.Change) { c.Actor = strings.Repeat("é", annotate.MaxName+1) },
		"no kind":          func(c *annotate.Change) { c.Kind = "" },
		"NUL in the note":  func(c *annotate.Change) { c.Note = "a\x00b" },
		"year 10000":       func(c *annotate.Change) { c.Time = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"read in year -1":  func(c *annotate.Change) { c.Articles[0].Read = time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC) },
		"format not UTF-8": func(c *annotate.Change) { c.Articles[0].Format = "\xff" },
		"NUL in a run":     func(c *annotate.Change) { c.Articles[0].Runs = []annotate.Run{{Path: "\x00"}} },
		"digest":           func(c *annotate.Change) { c.Articles[0].Digest = "abc" },
		"prefix not UTF-8": func(c *annotate.Change) { c.Mentions[0].Anchor.Prefix = "\xff" },
		"mention's id":     func(c *annotate.Change) { c.Mentions[0].ID = annotate.ClaimID("x") },
		"block too far":    func(c *annotate.Change) { c.Mentions[0].Block = 1 },
		"negative block":   func(c *annotate.Change) { c.Mentions[0].Block = -1 },
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			c := oneOfEach()[0]
			spoil(&c)
			if e, err := s.Record(t.Context(), c); !errors.Is(err, annotate.ErrInvalid) || e.Seq != 0 {
				t.Errorf("got event %d, %v; want none, %v", e.Seq, err, annotate.ErrInvalid)
			}
		})
	}
}

// An identifier that somebody chose for a grade is not one that something else has.
func TestTakenIdentifier(t *testing.T) {
	s := filled(t)
	claim := annotate.ClaimID("Zinc helps.")
	c := oneOfEach()[9]
	c.Grades[0].ID, c.Grades[0].By = claim, "ben"
	if _, err := s.Record(t.Context(), c); !errors.Is(err, annotate.ErrConflict) {
		t.Errorf("got %v, want %v", err, annotate.ErrConflict)
	}
	mustVerify(t, s, VerifyOptions{})
}
