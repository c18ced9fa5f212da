package importers

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"claimlens/annotate"

	"github.com/google/go-cmp/cmp"
)

// folder makes files by their names; a name that ends in a slash is a folder.
func folder(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		full := filepath.Join(dir, f)
		parent := filepath.Dir(full)
		if strings.HasSuffix(f, "/") {
			parent = full
		}
		if err := os.MkdirAll(parent, 0o755); err != nil {
			t.Fatal(err)
		}
		if parent == full {
			continue
		}
		if err := os.WriteFile(full, []byte("Salt raises blood pressure.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// expanded is what args come to, without dir.
func expanded(dir string, args ...string) (names, refusals []string) {
	sources, refused := New(Config{}).Sources(context.Background(), args)
	for _, s := range sources {
		names = append(names, strings.TrimPrefix(s.Name, dir+"/"))
	}
	for _, r := range refused {
		refusals = append(refusals, strings.ReplaceAll(r.Error(), dir+"/", ""))
	}
	return names, refusals
}

func TestSourcesFolder(t *testing.T) {
	dir := folder(t, "b.txt", "a/z.md", "a/b.html", "a-b.txt", ".hidden", ".git/x", "c/.x/y", "page.html", "page_files/x.css", "other_files/x.txt")
	names, refusals := expanded(dir, dir)
	want := []string{"a/b.html", "a/z.md", "a-b.txt", "b.txt", "other_files/x.txt", "page.html"}
	if diff := cmp.Diff(want, names); diff != "" || len(refusals) > 0 {
		t.Errorf("refused %q, -want +got:\n%s", refusals, diff)
	}
}

func TestSourcesLinks(t *testing.T) {
	dir := folder(t, "a/x.txt", "b/y.txt")
	for link, to := range map[string]string{"a/up": "..", "a/here": ".", "b/other": "../a", "z.txt": "a/x.txt", "gone": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	names, refusals := expanded(dir, dir)
	if diff := cmp.Diff([]string{"a/x.txt", "b/y.txt", "z.txt"}, names); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(refusals) != 1 || !strings.HasPrefix(refusals[0], "gone: does not exist") {
		t.Errorf("refused %q", refusals)
	}
}

func TestSourcesArguments(t *testing.T) {
	dir := folder(t, "a.txt", "empty/", ".named")
	names, refusals := expanded(dir, dir+"/a.txt", "-", "https://example.org/x", "HTTP://example.org/y", dir+"/.named", dir+"/empty", dir+"/none.txt", "ftp://example.org/x", "https://", "https://u:p@example.org/")
	if diff := cmp.Diff([]string{"a.txt", "standard input", "https://example.org/x", "HTTP://example.org/y", ".named"}, names); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	want := []string{
		"empty: holds no files",
		"none.txt: does not exist; an address begins with http:// or https://",
		"ftp://example.org/x: can't be read: only addresses that begin with http:// or https:// can",
		"https://: is an address without a host",
		"https://u:p@example.org/: is an address with a user name in it, which is never sent",
	}
	if diff := cmp.Diff(want, refusals); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSourcesRefused(t *testing.T) {
	dir := folder(t, "a.txt", "locked/a.txt")
	big := filepath.Join(dir, "big.txt")
	if err := os.WriteFile(big, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(big, MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "locked"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "locked"), 0o755) })
	names, refusals := expanded(dir, dir)
	if names[0] != "a.txt" || !strings.Contains(strings.Join(refusals, "\n"), "big.txt: is longer than 20 MB") {
		t.Errorf("got %q, refused %q", names, refusals)
	}
	if os.Getuid() != 0 && !strings.Contains(strings.Join(refusals, "\n"), "locked: may not be read") {
		t.Errorf("refused %q", refusals)
	}
	for name, want := range map[string]string{os.DevNull: "is no file", "": "is an empty name"} {
		if _, refusals = expanded(dir, name); len(refusals) != 1 || !strings.Contains(refusals[0], want) {
			t.Errorf("refused %q, want %q", refusals, want)
		}
	}
}

func TestSourcesStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	sources, refusals := New(Config{}).Sources(ctx, []string{folder(t, "a.txt")})
	if len(sources) != 0 || len(refusals) != 1 {
		t.Errorf("got %v, %v", sources, refusals)
	}
}

func TestRead(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 678_900_000, time.UTC)
	dir := folder(t, "a.txt")
	page := []byte("<html><head><title>Salt</title><link rel=canonical href=/salt></head><body><p>" + sentence + sentence)
	for _, tt := range []struct {
		name   string
		config Config
		source Source
		format string
		title  string
		key    string
	}{
		{"file", Config{}, Source{Name: "a.txt", Path: dir + "/a.txt"}, "text", "Salt raises blood pressure.", "sha256:"},
		{"standard input", Config{Stdin: strings.NewReader("# Salt\n\nText.")}, Source{Name: "standard input", Path: "-"}, "markdown", "Salt", "sha256:"},
		{"upload", Config{}, Source{Name: "salt.html", Data: page}, "html", "Salt", "sha256:"},
		{"pasted, with its address", Config{}, Source{Name: "pasted text", Data: page, URL: "https://example.org/a"}, "html", "Salt", "https://example.org/salt"},
		{"pasted text, with its address and title", Config{}, Source{Name: "pasted text", Data: []byte("Salt it is."), URL: "http://example.org/a/#x", Title: " My\ntitle "}, "text", "My title", "https://example.org/a"},
		{"format given", Config{Format: "text"}, Source{Name: "salt.html", Data: []byte("<p>Salt")}, "text", "<p>Salt", "sha256:"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.config.Now = func() time.Time { return now }
			a, err := New(tt.config).Read(context.Background(), tt.source)
			if err != nil {
				t.Fatal(err)
			}
			if a.Format != tt.format || a.Title != tt.title || !strings.HasPrefix(a.Key(), tt.key) {
				t.Errorf("got format %s, title %q, key %s", a.Format, a.Title, a.Key())
			}
			if !a.Read.Equal(annotate.Moment(now)) || a.ID != annotate.ArticleID(a.Key()) || a.Check() != nil {
				t.Errorf("got read %v, id %v, check %v", a.Read, a.ID, a.Check())
			}
		})
	}
}

func TestReadRefused(t *testing.T) {
	for _, tt := range []struct {
		name   string
		config Config
		source Source
		want   string
		kind   error
	}{
		{"gone", Config{}, Source{Name: "x", Path: filepath.Join(t.TempDir(), "x")}, "x: does not exist", annotate.ErrNotFound},
		{"a folder", Config{}, Source{Name: "x", Path: t.TempDir()}, "x: can't be read: is a directory", annotate.ErrInvalid},
		{"nothing on standard input", Config{}, Source{Name: "standard input", Path: "-"}, "standard input: is empty", annotate.ErrInvalid},
		{"too much", Config{}, Source{Name: "x", Data: make([]byte, MaxBytes+1)}, "x: is longer than 20 MB", annotate.ErrInvalid},
		{"too much on standard input", Config{Stdin: endless{}}, Source{Name: "-", Path: "-"}, "is longer than 20 MB", annotate.ErrInvalid},
		{"empty", Config{Format: "text"}, Source{Name: "x", Data: []byte{}}, "x: is empty", annotate.ErrInvalid},
		{"no such format", Config{Format: "docx"}, Source{Name: "x", Data: []byte("x")}, `x: "docx" is no format`, annotate.ErrInvalid},
		{"a bad address", Config{}, Source{Name: "x", Data: []byte("x"), URL: "ftp://x"}, "x: can't be read: only addresses", annotate.ErrInvalid},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := New(tt.config).Read(context.Background(), tt.source)
			var r Refusal
			if !errors.As(err, &r) || !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// endless is a reader without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
