package forest

import (
	"bytes"
	"math"
	"testing"
)

// stump asks whether figure 0 is at most 0.5.
var stump = Tree{{Feature: 0, Left: 1, Right: 2, Value: 0.5}, {Feature: Leaf, Value: -1}, {Feature: Leaf, Value: 2}}

func TestScores(t *testing.T) {
	f := Forest{Base: []float32{0, 10}, Trees: []Tree{stump, stump, stump}} // the first and third are of class 0
	for x, want := range map[float32][2]float64{0.5: {-2, 9}, 0.6: {4, 12}} {
		if got := f.Scores([]float32{x}); got[0] != want[0] || got[1] != want[1] {
			t.Errorf("%v: got %v, want %v", x, got, want)
		}
	}
}

// Shares add up to one, however far the scores are apart.
func TestShares(t *testing.T) {
	for _, scores := range [][]float64{{0, 0, 0}, {1, 2, 3}, {-1e6, 1e6}} {
		sum := 0.0
		for _, s := range Shares(scores) {
			sum += s
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("%v: the shares add up to %v", scores, sum)
		}
	}
}

func TestCut(t *testing.T) {
	f := &Forest{Base: []float32{1}, Trees: []Tree{stump}}
	b := f.Append(nil)
	got, rest, err := Cut(append(bytes.Clone(b), 'x'), 1)
	if err != nil || string(rest) != "x" || !bytes.Equal(got.Append(nil), b) {
		t.Errorf("got %+v and %q: %v", got, rest, err)
	}
	for i := range b {
		if _, _, err := Cut(b[:i], 1); err == nil {
			t.Errorf("%d of %d bytes are read as a forest", i, len(b))
		}
	}
	up := &Forest{Base: []float32{1}, Trees: []Tree{{{Feature: 0, Left: 0, Right: 1}, {Feature: Leaf}}}}
	if _, _, err := Cut(up.Append(nil), 1); err == nil {
		t.Error("a tree that leads back to its root is read")
	}
}
