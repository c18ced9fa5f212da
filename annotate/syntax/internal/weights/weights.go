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
	var t table
	for _, r := range rows {
		t.keys = append(t.keys, r.Key)
		t.sizes = append(t.sizes, uint8(len(r.Classes)-1))
		t.classes = append(t.classes, r.Classes...)
		for _, v := range r.Values {
			t.values = append(t.values, uint8(v))
		}
	}
	return t.weights()
}

// table is rows by their columns, as they stand in a file: a row's size is how many cells it has but for one.
type table struct {
	keys                   []uint32
	sizes, classes, values []uint8
}

func (t *table) weights() *Weights {
	width := max(1, bits.Len(uint(len(t.keys)))+1)
	w := &Weights{shift: uint(32 - width), cells: make([]cell, 1+len(t.classes))}
	w.slots = make([]slot, 1<<width, 1<<width+len(t.keys)+1)
	next, from, places := 0, 0, t.places()
	for j, key := range t.keys {
		i := max(next, int(key>>w.shift))
		for i+1 >= len(w.slots) { // the last slot stays empty: a search stops there
			w.slots = append(w.slots, slot{})
		}
		next = i + 1
		n := int(t.sizes[j]) + 1
		at := places[n-1]
		places[n-1] += uint32(n)
		w.slots[i] = slot{key, at}
		fill(w.cells[at:int(at)+n], t.classes[from:from+n], t.values[from:from+n])
		from += n
		bit := key >> thereShift
		w.there[bit/64] |= 1 << (bit % 64)
	}
	return w
}

// places is where the cells of the first row of each size go. The longest rows come first: those are the ones that are
// asked for most, and so they stay together in the cache.
func (t *table) places() (places [Classes]uint32) {
	var cells [Classes]uint32
	for _, size := range t.sizes {
		cells[size] += uint32(size) + 1
	}
	next := uint32(1)
	for size := Classes - 1; size >= 0; size-- {
		places[size] = next
		next += cells[size]
	}
	return places
}

func fill(cells []cell, classes, values []uint8) {
	for i, class := range classes {
		level := int32(int8(values[i]))
		cells[i] = cell(uint32(level*max(level, -level))<<16 | uint32(class))
	}
	cells[len(cells)-1] |= last
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
