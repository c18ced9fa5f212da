package graph

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"claimlens/annotate"
)

// recordOf is the bytes of a record that holds one of each kind of thing, without the room to grow at its end.
func recordOf(t *testing.T) []byte {
	t.Helper()
	s := openStore(t, t.TempDir())
	for _, c := range oneOfEach() {
		if _, err := s.Record(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	var size int64
	if err := s.record.bolt.View(func(tx *bolt.Tx) error { size = tx.Size(); return nil }); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(s.dir, "record.bolt"))
	if err != nil {
		t.Fatal(err)
	}
	return data[:size]
}

// storeOf is the folder of a store with these bytes for its record.
func storeOf(t *testing.T, record []byte) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "record.bolt"), record, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// use does with a store what people do with one and returns what it says is wrong.
func use(t *testing.T, dir string) error {
	t.Helper()
	s, err := Open(t.Context(), Config{Dir: dir})
	if err != nil {
		return err
	}
	defer s.Close()
	report, err := s.Verify(t.Context(), VerifyOptions{})
	if err == nil && !report.OK() {
		err = errors.New(report.Problems[0].What)
	}
	_, listed := s.Articles(t.Context(), annotate.Page{Limit: 10})
	_, recorded := s.Record(t.Context(), oneOfEach()[0])
	return errors.Join(err, listed, recorded, s.Export(t.Context(), io.Discard, nil))
}

// A record of which the end is missing is refused, wherever it was cut off; reading on would end the process.
func TestOpenCutOff(t *testing.T) {
	data := recordOf(t)
	if err := use(t, storeOf(t, data)); err != nil {
		t.Fatalf("whole: %v", err)
	}
	size := len(data)
	for _, length := range []int{1, 100, 4096, 9000, 16384, 20000, size / 4, size / 2, size - 4096, size - 1} {
		if err := use(t, storeOf(t, data[:length])); err == nil {
			t.Errorf("%d of %d bytes: no error", length, size)
		}
	}
}

// Pages that hold something else are an error of whoever reads them, or are found by Verify, and never end the process.
func TestDamagedPages(t *testing.T) {
	data, page := recordOf(t), os.Getpagesize()
	found := 0
	for at := 2 * page; at < len(data); at += 2 * page {
		broken := bytes.Clone(data)
		copy(broken[at:], bytes.Repeat([]byte{byte(at / page)}, page))
		if use(t, storeOf(t, broken)) != nil {
			found++
		}
	}
	if found == 0 {
		t.Error("no damage was found")
	}
}

// What is cut off while the store is open is an error too, and the store can be closed.
func TestCutOffWhileOpen(t *testing.T) {
	dir := storeOf(t, recordOf(t))
	s := openStore(t, dir)
	if err := os.Truncate(filepath.Join(dir, "record.bolt"), int64(2*os.Getpagesize())); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Verify(t.Context(), VerifyOptions{}); !errors.Is(err, errDamaged) {
		t.Errorf("got %v, want %v", err, errDamaged)
	}
	if _, err := s.Record(t.Context(), oneOfEach()[0]); !errors.Is(err, errDamaged) {
		t.Errorf("recorded: got %v, want %v", err, errDamaged)
	}
}
