package papers

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func open(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func doc(number uint32, title, abstract []string) Doc {
	return Doc{Number: number, Terms: [fields][]string{title, abstract, nil}}
}

func add(t testing.TB, x *Index, seen uint64, docs ...Doc) {
	t.Helper()
	if err := x.Add(t.Context(), docs, seen); err != nil {
		t.Fatal(err)
	}
}

func numbers(t testing.TB, x *Index, words ...string) []uint32 {
	t.Helper()
	var terms []Term
	for _, w := range words {
		terms = append(terms, Term{Words: []string{w}, Weight: 1})
	}
	hits, err := x.Search(t.Context(), terms, 100)
	if err != nil {
		t.Fatal(err)
	}
	var out []uint32
	for _, h := range hits {
		out = append(out, h.Number)
	}
	return out
}

func TestRanking(t *testing.T) {
	x := open(t, t.TempDir())
	add(t, x, 1,
		doc(1, []string{"zinc"}, []string{"cold", "child"}),
		doc(2, []string{"iron"}, []string{"zinc", "cold"}),
		doc(3, []string{"iron"}, []string{"blood"}))
	if got, want := numbers(t, x, "zinc"), []uint32{1, 2}; !slices.Equal(got, want) {
		t.Errorf("the title counts more: got %v, want %v", got, want)
	}
	if got := numbers(t, x, "zinc", "child"); got[0] != 1 {
		t.Errorf("got %v, want 1 first", got)
	}
	if got := numbers(t, x, "copper"); len(got) != 0 {
		t.Errorf("got %v, want none", got)
	}
	hits, err := x.Search(t.Context(), []Term{{Words: []string{"iron", "zinc"}, Weight: 1}}, 10)
	if err != nil || len(hits) != 1 || hits[0].Number != 2 {
		t.Errorf("of several words all have to be there: got %v, %v", hits, err)
	}
	n, counts, err := x.Counts(t.Context(), []string{"zinc", "copper"})
	if err != nil || n != 3 || !slices.Equal(counts, []int{2, 0}) {
		t.Errorf("got %d, %v, %v", n, counts, err)
	}
}

func TestRevisionsAndDeletions(t *testing.T) {
	dir := t.TempDir()
	x := open(t, dir)
	add(t, x, 1, doc(1, []string{"zinc"}, nil), doc(2, []string{"zinc"}, nil))
	add(t, x, 2, doc(1, []string{"iron"}, nil), Doc{Number: 2})
	for range 2 { // and once more from the disk
		if got := numbers(t, x, "zinc"); len(got) != 0 {
			t.Errorf("got %v, want none", got)
		}
		if got := numbers(t, x, "iron"); !slices.Equal(got, []uint32{1}) {
			t.Errorf("got %v, want 1", got)
		}
		if x.Seen() != 2 {
			t.Errorf("seen %d, want 2", x.Seen())
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		x = open(t, dir)
	}
}

// However papers are added and replaced, and segments become one, the index finds what an index made at once finds.
func TestMerging(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string { return fmt.Sprint("w", random.IntN(40)) }
	x := open(t, t.TempDir())
	latest := map[uint32]Doc{}
	for seen := range uint64(300) {
		var docs []Doc
		for range 1 + random.IntN(4) {
			d := doc(uint32(1+random.IntN(200)), []string{word(), word()}, []string{word(), word(), word()})
			if random.IntN(10) == 0 {
				d = Doc{Number: d.Number}
			}
			docs = append(docs, d)
			latest[d.Number] = d
		}
		add(t, x, seen, docs...)
	}
	if len(x.segments) > 3*crowded {
		t.Errorf("there are %d segments", len(x.segments))
	}
	for i := range 40 {
		w := fmt.Sprint("w", i)
		var want []uint32
		for n, d := range latest {
			if slices.Contains(d.Terms[Title], w) || slices.Contains(d.Terms[Abstract], w) {
				want = append(want, n)
			}
		}
		slices.Sort(want)
		got := numbers(t, x, w)
		slices.Sort(got)
		if want = want[:min(len(want), 100)]; len(want) < 100 && !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", w, got, want)
		}
	}
}

// Whatever a disk does to the files, a search ends, and opening makes a new index of one that can't be read.
func TestDamage(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		dir := t.TempDir()
		x, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		add(t, x, 7, doc(1, []string{"zinc", "cold"}, []string{"iron", "child"}), doc(9, []string{"zinc"}, []string{"blood"}))
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(files) != 2 {
			t.Fatal(files, err)
		}
		path := files[random.IntN(len(files))]
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if b[random.IntN(len(b))] ^= byte(1 + random.IntN(255)); random.IntN(4) == 0 {
			b = b[:random.IntN(len(b))]
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if x, err = Open(dir); err != nil {
			t.Fatal(err)
		}
		_, _ = x.Search(t.Context(), []Term{{Words: []string{"zinc"}, Weight: 1}, {Words: []string{"iron", "child"}, Weight: 1}}, 10)
		_ = x.Add(t.Context(), []Doc{doc(1, []string{"iron"}, nil)}, 8)
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestStops(t *testing.T) {
	x := open(t, t.TempDir())
	add(t, x, 1, doc(1, []string{"zinc"}, nil))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Search(ctx, []Term{{Words: []string{"zinc"}, Weight: 1}}, 10); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}
