package model

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"math"
	"slices"
)

// Weights says how much a stem tells: the rarer it is in papers, the more, between 0 and 1; and the company it keeps there.
type Weights struct {
	of      map[uint32]uint8
	dims    int
	vectors map[uint32][]int8 // of those that are frequent enough
}

// NewWeights counts in how many of all texts each stem is.
func NewWeights(texts map[string]int, all int) *Weights {
	w := &Weights{of: map[uint32]uint8{}}
	for stem, n := range texts {
		if n >= leastTexts {
			rarity := math.Log(float64(all)/float64(n)) / math.Log(float64(all)/(leastTexts-1))
			w.of[hash(stem)] = uint8(math.Round(255 * min(max(rarity, 0), 1)))
		}
	}
	return w
}

// leastTexts is in how many texts a stem is that is kept: a rarer one tells as much as one that is in none.
const leastTexts = 3

// leastWeight is what any word of content tells.
const leastWeight = 0.05

// Of is the weight of a stem.
func (w *Weights) Of(stem string) float32 {
	v, ok := w.of[hash(stem)]
	if !ok {
		return 1
	}
	return max(leastWeight, float32(v)/255)
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

func (w *Weights) append(b []byte) []byte {
	keys := make([]uint32, 0, len(w.of))
	for k := range w.of {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		b = append(b, w.of[k])
		last = k
	}
	return w.appendVectors(b)
}

var errWeights = errors.New("the weights of words are damaged")

func cutWeights(b []byte) (*Weights, []byte, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > 1<<20 {
		return nil, nil, errWeights
	}
	b = b[size:]
	w := &Weights{of: make(map[uint32]uint8, n)}
	last := uint32(0)
	for range n {
		d, size := binary.Uvarint(b)
		if size <= 0 || len(b) <= size {
			return nil, nil, errWeights
		}
		last += uint32(d)
		w.of[last] = b[size]
		b = b[size+1:]
	}
	return w.cutVectors(b)
}
