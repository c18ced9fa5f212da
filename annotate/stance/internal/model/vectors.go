package model

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"claimlens/annotate/stance/internal/reading"
)

// SetVectors sets the company of stems, as vectors of one length; of each only the direction is kept.
func (w *Weights) SetVectors(dims int, of map[string][]float64) {
	w.dims, w.vectors = dims, map[uint32][]int8{}
	for stem, v := range of {
		norm := 0.0
		for _, x := range v {
			norm += x * x
		}
		packed := make([]int8, dims)
		for k, x := range v {
			if norm > 0 {
				packed[k] = int8(math.Round(reading.VectorLength * x / math.Sqrt(norm)))
			}
		}
		w.vectors[hash(stem)] = packed
	}
}

// Vector is the company of a stem, nil where it is not known.
func (w *Weights) Vector(stem string) []int8 { return w.vectors[hash(stem)] }

func (w *Weights) appendVectors(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(w.dims))
	b = binary.AppendUvarint(b, uint64(len(w.vectors)))
	last := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(w.vectors)) {
		b = binary.AppendUvarint(b, uint64(k-last))
		for _, v := range w.vectors[k] {
			b = append(b, byte(v))
		}
		last = k
	}
	return b
}

// mostDims bounds the length of a vector.
const mostDims = 256

// cutVectors reads what appendVectors wrote from the front of b, and returns what is left.
func (w *Weights) cutVectors(b []byte) (*Weights, []byte, error) {
	dims, size := binary.Uvarint(b)
	if size <= 0 || dims > mostDims {
		return nil, nil, errWeights
	}
	b = b[size:]
	n, size := binary.Uvarint(b)
	if size <= 0 || n > 1<<20 {
		return nil, nil, errWeights
	}
	b = b[size:]
	if n*(dims+1) > uint64(len(b)) {
		return nil, nil, errWeights
	}
	w.dims, w.vectors = int(dims), make(map[uint32][]int8, n)
	flat := make([]int8, int(n*dims)) // one piece of memory for all
	last := uint32(0)
	for range n {
		d, size := binary.Uvarint(b)
		if size <= 0 || len(b)-size < w.dims {
			return nil, nil, errWeights
		}
		last += uint32(d)
		v := flat[:w.dims:w.dims]
		flat = flat[w.dims:]
		for k := range v {
			v[k] = int8(b[size+k])
		}
		w.vectors[last] = v
		b = b[size+w.dims:]
	}
	return w, b, nil
}
