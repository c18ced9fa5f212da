package forest

import (
	"encoding/binary"
	"errors"
	"math"
)

// Append writes the forest behind b: numbers as varints, values in four bytes.
func (f *Forest) Append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(f.Base)))
	for _, v := range f.Base {
		b = appendFloat(b, v)
	}
	b = binary.AppendUvarint(b, uint64(len(f.Trees)))
	for _, t := range f.Trees {
		b = binary.AppendUvarint(b, uint64(len(t)))
		for _, n := range t {
			b = binary.AppendUvarint(b, uint64(n.Feature+1))
			b = appendFloat(b, n.Value)
			if n.Feature != Leaf {
				b = binary.AppendUvarint(b, uint64(n.Left))
				b = binary.AppendUvarint(b, uint64(n.Right))
			}
		}
	}
	return b
}

func appendFloat(b []byte, v float32) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
}

var errDamaged = errors.New("the trees are damaged")

// Cut reads a forest over lists of figures from the front of b, and returns what is left of it.
func Cut(b []byte, figures int) (*Forest, []byte, error) {
	r := reader{b: b}
	f := &Forest{Base: make([]float32, r.count(16))}
	for i := range f.Base {
		f.Base[i] = r.float()
	}
	f.Trees = make([]Tree, r.count(10_000))
	for i := range f.Trees {
		f.Trees[i] = r.tree(figures)
	}
	if r.bad || len(f.Base) == 0 {
		return nil, nil, errDamaged
	}
	return f, r.b, nil
}

type reader struct {
	b   []byte
	bad bool
}

// count is the next number, which is 0 where it is above limit.
func (r *reader) count(limit int) int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > uint64(limit) {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) float() float32 {
	if len(r.b) < 4 {
		r.bad = true
		return 0
	}
	v := math.Float32frombits(binary.LittleEndian.Uint32(r.b))
	r.b = r.b[4:]
	return v
}

// tree reads a tree whose questions go downwards only, so that each ends in a leaf.
func (r *reader) tree(figures int) Tree {
	t := make(Tree, r.count(1<<12))
	if len(t) == 0 {
		r.bad = true
	}
	for i := range t {
		n := Node{Feature: int16(r.count(figures) - 1), Value: r.float()}
		if n.Feature != Leaf {
			n.Left, n.Right = uint16(r.count(len(t)-1)), uint16(r.count(len(t)-1))
			r.bad = r.bad || int(n.Left) <= i || int(n.Right) <= i
		}
		t[i] = n
	}
	return t
}
