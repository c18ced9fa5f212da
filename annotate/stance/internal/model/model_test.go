package model

import (
	"bytes"
	"testing"

	"claimlens/annotate/stance/internal/forest"
)

func small() *Model {
	tree := forest.Tree{{Feature: 0, Left: 1, Right: 2, Value: 0.5}, {Feature: forest.Leaf, Value: -1}, {Feature: forest.Leaf, Value: 1}}
	f := &forest.Forest{Base: []float32{0, 0, 1}, Trees: []forest.Tree{tree, tree, tree}}
	w := NewWeights(map[string]int{"salt": 5, "blood": 90, "owl": 1}, 100)
	w.SetVectors(2, map[string][]float64{"salt": {3, 4}, "owl": {0, 0}})
	return &Model{
		Weights:   w,
		Sentences: f, Papers: f, Lone: [Classes]float32{1.5, 2, 1},
		Trust: Trust{Share: []float32{0.4, 0.8}, Right: []float32{0.5, 0.9}},
	}
}

func TestFile(t *testing.T) {
	file := small().Encode()
	m, err := Decode(file)
	if err != nil || !bytes.Equal(m.Encode(), file) {
		t.Fatalf("what is read is not what was written: %v", err)
	}
	if salt, blood, owl := m.Weights.Of("salt"), m.Weights.Of("blood"), m.Weights.Of("owl"); !(blood < salt && salt < owl) {
		t.Errorf("got weights %v, %v and %v of blood, salt and owl, want them to rise", blood, salt, owl)
	}
	if v := m.Weights.Vector("salt"); len(v) != 2 || v[0] != 76 || v[1] != 102 || m.Weights.Vector("blood") != nil {
		t.Errorf("got vectors %v and %v of salt and blood", v, m.Weights.Vector("blood"))
	}
	for share, want := range map[float64]float64{0.1: 0.5, 0.6: 0.7, 1: 0.9} {
		if got := m.Trust.Of(share); got < want-1e-6 || got > want+1e-6 {
			t.Errorf("trust of %v: got %v, want %v", share, got, want)
		}
	}
}

// A file that was cut or changed anywhere is refused.
func TestDamagedFile(t *testing.T) {
	file := small().Encode()
	for i := range file {
		changed := bytes.Clone(file)
		changed[i] ^= 0x40
		if _, err := Decode(changed); err == nil {
			t.Errorf("byte %d was changed, and nobody saw it", i)
		}
		if _, err := Decode(file[:i]); err == nil {
			t.Errorf("a file of %d bytes was read", i)
		}
	}
}
