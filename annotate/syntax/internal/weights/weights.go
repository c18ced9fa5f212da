// Package weights holds what a linear classifier learned: for every feature that matters, what it says for or against
// each class. Features are 32-bit hashes (Ganchev and Dredze's random feature mixing, 2008), weights are small
// integers, so that scores are the same on every machine.
package weights

import "math/bits"

// Classes is how many classes a classifier may tell apart at most.
const Classes = 256

// Scores has one sum of weights for each class.
type Scores [Classes]int32

// Weights is a read-only table from features to rows of weights. It is safe for concurrent use.
type Weights struct {
	slots []slot
	cells []cell
	shift uint // a feature's first slot is its upper bits

	// there has a bit for each of the features' upper bits, set where there is such a feature. It is small enough to
	// stay in the processor's cache, and most features that are asked for are not there.
	there [thereBits / 64]uint64
}

const (
	thereBits  = 1 << 23
	thereShift = 32 - 23
)

// slot leads from a feature to the first cell of its row; at is 0 in an empty one. The slots are in the order of their
// keys, so a search ends at the first key that is not smaller.
type slot struct{ key, at uint32 }

// cell is one weight of a row: the class in the lowest byte, in the next one whether the row ends, above it the value.
type cell uint32

const last cell = 1 << 8

// Row is what is known of one feature. Values are levels from -127 to 127 on a square-root scale: small weights, which
// are many, keep more of what they were.
type Row struct {
	Key     uint32
	Classes []uint8
	Values  []int8
}

// New makes a table of rows, which must be in the order of their keys, each with one cell at least.
func New(rows []Row) *Weights {
	width := max(1, bits.Len(uint(len(rows)))+1)
	w := &Weights{shift: uint(32 - width), cells: make([]cell, 1, 2*len(rows)+1)}
	w.slots = make([]slot, 1<<width, 1<<width+len(rows)+1)
	next := 0
	at := make([]uint32, len(rows))
	for j, r := range rows {
		i := max(next, int(r.Key>>w.shift))
		for i+1 >= len(w.slots) { // the last slot stays empty: a search stops there
			w.slots = append(w.slots, slot{})
		}
		w.slots[i] = slot{r.Key, 0}
		next = i + 1
		at[j] = uint32(i)
		bit := r.Key >> thereShift
		w.there[bit/64] |= 1 << (bit % 64)
	}
	w.fill(rows, at)
	return w
}

// fill puts the longest rows first: those are the ones that are asked for most, and so they stay together in the cache.
func (w *Weights) fill(rows []Row, at []uint32) {
	by := make([][]int32, Classes+1)
	for j, r := range rows {
		by[len(r.Classes)] = append(by[len(r.Classes)], int32(j))
	}
	for n := Classes; n > 0; n-- {
		for _, j := range by[n] {
			w.slots[at[j]].at = uint32(len(w.cells))
			w.add(rows[j])
		}
	}
}

func (w *Weights) add(r Row) {
	for i, class := range r.Classes {
		level := int32(r.Values[i])
		value := level * max(level, -level)
		w.cells = append(w.cells, cell(uint32(value)<<16|uint32(class)))
	}
	w.cells[len(w.cells)-1] |= last
}

// Score sums up the rows of features. It uses features as its scratch: finding all rows first lets the processor
// fetch many of them at once, which halves the time.
func (w *Weights) Score(features []uint32, scores *Scores) {
	clear(scores[:])
	found := 0
	for _, key := range features {
		if bit := key >> thereShift; w.there[bit/64]>>(bit%64)&1 == 0 {
			continue
		}
		i := key >> w.shift
		for w.slots[i].key < key && w.slots[i].at != 0 {
			i++
		}
		if s := w.slots[i]; s.key == key && s.at != 0 {
			features[found] = s.at
			found++
		}
	}
	for _, at := range features[:found] {
		for _, c := range w.cells[at:] {
			scores[c&0xff] += int32(c) >> 16
			if c&last != 0 {
				break
			}
		}
	}
}

// Best is the class with the highest score, and the first of those that have it.
func Best(scores []int32) uint8 {
	best := 0
	for c, v := range scores {
		if v > scores[best] {
			best = c
		}
	}
	return uint8(best)
}
