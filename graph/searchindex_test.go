package graph

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSearcherReopens(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "search")
	texts := []string{"Ginger relieves nausea.", "Dialysis shrinks kidneys."}
	s := newSearcher(t, dir)
	if got := s.seen(); got != 0 {
		t.Errorf("a new index has seen %d", got)
	}
	indexTexts(t, s, 7, texts[0])
	indexTexts(t, s, 8, texts[1])
	indexTexts(t, s, 9)
	for range 3 {
		if err := s.close(); err != nil {
			t.Fatal(err)
		}
		s = newSearcher(t, dir)
		if got := s.seen(); got != 9 {
			t.Errorf("has seen %d, want 9", got)
		}
		if got := found(t, s, "ginger", texts); len(got) != 1 {
			t.Errorf("got %v", got)
		}
	}
}

// Whatever is in the folder, opening it gives an index that works, and never stops the program.
func TestSearcherBroken(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, dir string){
		"empty folder": func(t *testing.T, dir string) {
			os.RemoveAll(dir)
			os.MkdirAll(dir, 0o700)
		},
		"another thing's folder": func(t *testing.T, dir string) {
			os.RemoveAll(dir)
			os.MkdirAll(filepath.Join(dir, "store"), 0o700)
			os.WriteFile(filepath.Join(dir, "index_meta.json"), []byte(`{"storage":"x","index_type":"y"}`), 0o600)
		},
		"a file":               func(t *testing.T, dir string) { os.RemoveAll(dir); os.WriteFile(dir, []byte("x"), 0o600) },
		"meta cut":             func(t *testing.T, dir string) { os.Truncate(filepath.Join(dir, "index_meta.json"), 3) },
		"meta gone":            func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "index_meta.json")) },
		"store gone":           func(t *testing.T, dir string) { os.RemoveAll(filepath.Join(dir, "store")) },
		"root cut":             func(t *testing.T, dir string) { os.Truncate(filepath.Join(dir, "store", "root.bolt"), 100) },
		"root empty":           func(t *testing.T, dir string) { os.Truncate(filepath.Join(dir, "store", "root.bolt"), 0) },
		"segments cut":         func(t *testing.T, dir string) { eachSegment(t, dir, func(path string) { os.Truncate(path, 100) }) },
		"segments empty":       func(t *testing.T, dir string) { eachSegment(t, dir, func(path string) { os.Truncate(path, 0) }) },
		"segments gone":        func(t *testing.T, dir string) { eachSegment(t, dir, func(path string) { os.Remove(path) }) },
		"segments altered":     func(t *testing.T, dir string) { eachSegment(t, dir, alter) },
		"index of other words": otherForm,
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "search")
			texts := []string{"Ginger relieves nausea.", "Dialysis shrinks kidneys."}
			s := newSearcher(t, dir)
			indexTexts(t, s, 7, texts[0])
			if err := s.close(); err != nil {
				t.Fatal(err)
			}
			spoil(t, dir)
			s = newSearcher(t, dir)
			if got := s.seen(); got != 0 {
				t.Errorf("has seen %d, want 0", got)
			}
			indexTexts(t, s, 8, texts[1])
			if got := found(t, s, "ginger dialysis", texts); len(got) != 1 || got[0] != texts[1] {
				t.Errorf("got %v", got)
			}
		})
	}
}

func eachSegment(t *testing.T, dir string, do func(path string)) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no segments: %v", err)
	}
	for _, path := range paths {
		do(path)
	}
}

// alter changes one byte in the middle of a file.
func alter(path string) {
	data, err := os.ReadFile(path)
	if err == nil {
		data[len(data)/2] ^= 0x40
		os.WriteFile(path, data, 0o600)
	}
}

func otherForm(t *testing.T, dir string) {
	s, err := openIndex(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.SetInternal(formKey, []byte("claims 0")), s.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestSearcherOpenTwice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "search")
	s := newSearcher(t, dir)
	indexTexts(t, s, 1, "Ginger relieves nausea.")
	if _, err := openSearcher(dir); err == nil || !strings.Contains(err.Error(), "another claimlens has this search index open") {
		t.Errorf("got %v", err)
	}
	if got := found(t, s, "ginger", []string{"Ginger relieves nausea."}); len(got) != 1 {
		t.Errorf("got %v after another one tried to open the index", got)
	}
}
