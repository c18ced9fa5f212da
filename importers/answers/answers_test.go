package answers

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "answers")
	now := time.Unix(1_700_000_000, 0)
	s := New(Config{Dir: dir, Now: func() time.Time { return now }})
	key := Key("a", "b")
	if _, ok := s.Get(key, time.Hour); ok {
		t.Error("an answer before one was kept")
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder was made before anything was kept")
	}
	s.Put(key, []byte("first\nanswer"))
	s.Put(Key("ab"), nil)
	if got, ok := s.Get(key, time.Hour); !ok || string(got) != "first\nanswer" {
		t.Errorf("got %q, %v", got, ok)
	}
	if got, ok := s.Get(Key("ab"), time.Hour); !ok || len(got) != 0 {
		t.Errorf("an empty answer: got %q, %v", got, ok)
	}
	if got, ok := New(Config{Dir: dir, Now: s.config.Now}).Get(key, time.Hour); !ok || string(got) != "first\nanswer" {
		t.Errorf("another process: got %q, %v", got, ok)
	}
	now = now.Add(time.Hour + time.Second)
	if _, ok := s.Get(key, time.Hour); ok {
		t.Error("an answer that is too old")
	}
	now = now.Add(-2 * time.Hour)
	if _, ok := s.Get(key, time.Hour); ok {
		t.Error("an answer of tomorrow")
	}
	if nothing := New(Config{}); true {
		nothing.Put(key, []byte("x"))
		if _, ok := nothing.Get(key, time.Hour); ok {
			t.Error("a store without a folder keeps")
		}
	}
}

func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	s := New(Config{Dir: dir})
	key := Key("x")
	s.Put(key, []byte("an answer"))
	whole, err := os.ReadFile(s.path(key))
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) {
		torn := whole[:n]
		flipped := bytes.Clone(whole)
		flipped[n] ^= 0x20
		for _, entry := range [][]byte{torn, flipped} {
			if err := os.WriteFile(s.path(key), entry, 0o600); err != nil {
				t.Fatal(err)
			}
			if got, ok := s.Get(key, time.Hour); ok {
				t.Errorf("damaged at byte %d: got %q", n, got)
			}
		}
	}
	s.Put(key, []byte("an answer"))
	if _, ok := s.Get(key, time.Hour); !ok {
		t.Error("a damaged entry was not replaced")
	}
}

func TestRoom(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, unfinished+"1")
	if err := os.WriteFile(left, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(left, old, old); err != nil {
		t.Fatal(err)
	}
	s := New(Config{Dir: dir, Limit: 10_000})
	for i := range 30 {
		s.Put(Key(strings.Repeat("k", i)), bytes.Repeat([]byte{byte(i)}, 1000))
	}
	s.Put(Key("too long"), make([]byte, 5000))
	total := int64(0)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 10_000 || total < 5_000 {
		t.Errorf("%d bytes are kept in %d files", total, len(entries))
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("what an interrupted write left is still there")
	}
}

// What is used stays, and what was used longest ago makes room.
func TestUsedStays(t *testing.T) {
	s := New(Config{Dir: t.TempDir(), Limit: 10_000})
	for i := range 30 {
		key := Key(string(rune('a' + i)))
		s.Put(key, bytes.Repeat([]byte{'x'}, 900))
		at := time.Now().Add(time.Duration(i-60) * time.Second)
		if err := os.Chtimes(s.path(key), at, at); err != nil {
			t.Fatal(err)
		}
		s.Get(Key("a"), time.Hour)
	}
	for i, want := range map[int]bool{0: true, 1: false, 29: true} {
		if _, ok := s.Get(Key(string(rune('a'+i))), time.Hour); ok != want {
			t.Errorf("the %dth: got %v, want %v", i+1, ok, want)
		}
	}
}

// Several processes, here several stores, write and read the same keys: what is read is always whole.
func TestSeveralAtOnce(t *testing.T) {
	dir := t.TempDir()
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			s := New(Config{Dir: dir, Limit: 50_000})
			for n := range 50 {
				key := Key(strings.Repeat("k", n%7))
				s.Put(key, bytes.Repeat([]byte{byte('a' + i)}, 2000))
				if got, ok := s.Get(key, time.Hour); ok && (len(got) != 2000 || bytes.Count(got, got[:1]) != 2000) {
					t.Errorf("a mixture of answers: %q", got)
				}
			}
		})
	}
	group.Wait()
}

func FuzzSound(f *testing.F) {
	f.Add([]byte(head(time.Unix(1, 0), []byte("x")) + "x"))
	f.Add([]byte("claimlens answer 1 9999999999999999999 00\n"))
	f.Fuzz(func(t *testing.T, entry []byte) {
		if at, data, ok := sound(entry); ok && head(at, data)+string(data) != string(entry) {
			t.Errorf("%q is taken for sound", entry)
		}
	})
}
