package llm

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The same text costs nothing twice, whichever article it stands in; another model or another text costs again.
func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "answers")
	s := serve(t, sentences)
	for _, tt := range []struct {
		name, model string
		paragraph   string
		requests    int
	}{
		{"first", "a", "Salt raises blood pressure. It does.", 1},
		{"again", "a", "Salt raises blood pressure. It does.", 1},
		{"another model", "b", "Salt raises blood pressure. It does.", 2},
		{"another text", "a", "Salt raises blood pressure. It does not.", 3},
		{"the first again", "a", "Salt raises blood pressure. It does.", 3},
	} {
		x := s.extractor(t, func(c *Config) { c.Cache, c.Model = dir, tt.model })
		drafts, report, err := x.Claims(context.Background(), article(tt.paragraph))
		if err != nil || len(drafts) != 1 || len(s.requests()) != tt.requests || report.Requests+report.Cached != 1 {
			t.Errorf("%s: %d claims after %d requests, want %d (%+v): %v", tt.name, len(drafts), len(s.requests()), tt.requests, report, err)
		}
	}
	for _, path := range files(t, dir) {
		data, err := os.ReadFile(path)
		if err != nil || strings.Contains(string(data), "sk-secret") {
			t.Errorf("%s holds the key: %v", path, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s can be read by others: %v", path, err)
		}
	}
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(found) == 0 {
		t.Fatalf("nothing in %s: %v", dir, err)
	}
	return found
}

// A file that is damaged, cut or a stranger's is as if it were not there.
func TestDamagedCache(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"cut":   func(b []byte) []byte { return b[:len(b)/2] },
		"empty": func([]byte) []byte { return nil },
		"none":  func([]byte) []byte { return []byte("{}") },
		"other": func([]byte) []byte { return []byte(`{"answer":"hello"}`) },
		"huge":  func([]byte) []byte { return []byte(strings.Repeat(" ", maxEntry+1)) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := serve(t, sentences)
			cached := func(c *Config) { c.Cache = dir }
			if _, err := s.extractor(t, cached).Extract(context.Background(), salt); err != nil {
				t.Fatal(err)
			}
			path := files(t, dir)[0]
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, damage(data), 0o600); err != nil {
				t.Fatal(err)
			}
			drafts, err := s.extractor(t, cached).Extract(context.Background(), salt)
			if err != nil || len(drafts) != 2 || len(s.requests()) != 2 {
				t.Errorf("got %d claims after %d requests: %v", len(drafts), len(s.requests()), err)
			}
		})
	}
}

// A folder that can't be written costs money, and nothing else.
func TestCacheThatCannotBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := serve(t, sentences)
	if drafts, err := s.extractor(t, func(c *Config) { c.Cache = filepath.Join(path, "x") }).Extract(context.Background(), salt); err != nil || len(drafts) != 2 {
		t.Errorf("got %d claims: %v", len(drafts), err)
	}
}

// An answer that could not be read is not kept.
func TestBadAnswersAreNotKept(t *testing.T) {
	dir := t.TempDir()
	s := serve(t, func(w http.ResponseWriter, n int, q asked) {
		if n < 3 {
			say(w, "no")
			return
		}
		sentences(w, n, q)
	})
	x := s.extractor(t, func(c *Config) { c.Cache = dir })
	if _, err := x.Extract(context.Background(), salt); err == nil {
		t.Error("an answer without JSON was taken")
	}
	if drafts, err := x.Extract(context.Background(), salt); err != nil || len(drafts) != 2 {
		t.Errorf("got %d claims: %v", len(drafts), err)
	}
}
