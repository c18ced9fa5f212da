package lexicon

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Append appends entries to out: their number, then the keys as differences, the senses, the clusters, the coarse ones.
func Append(out []byte, entries []Entry) []byte {
	out = binary.AppendUvarint(out, uint64(len(entries)))
	previous := uint32(0)
	for _, e := range entries {
		out = binary.AppendUvarint(out, uint64(e.Key-previous))
		previous = e.Key
	}
	for _, e := range entries {
		out = append(out, e.Senses)
	}
	for _, e := range entries {
		out = append(out, e.Cluster)
	}
	for _, e := range entries {
		out = append(out, e.Coarse)
	}
	return out
}

var errShort = errors.New("ends too early")

// Decode reads what Append wrote, and returns the rest.
func Decode(in []byte) (*Lexicon, []byte, error) {
	n, width := binary.Uvarint(in)
	if width <= 0 || n > uint64(len(in)) {
		return nil, nil, errShort
	}
	in = in[width:]
	entries := make([]Entry, n)
	key := uint64(0)
	for i := range entries {
		step, width := binary.Uvarint(in)
		if width <= 0 {
			return nil, nil, errShort
		}
		if step > 1<<32-1 || key+step > 1<<32-1 || step == 0 && i > 0 {
			return nil, nil, fmt.Errorf("word %d is out of order", i)
		}
		key += step
		entries[i].Key, in = uint32(key), in[width:]
	}
	if uint64(len(in)) < 3*n {
		return nil, nil, errShort
	}
	for i := range entries {
		e := &entries[i]
		e.Senses, e.Cluster, e.Coarse = in[i], in[int(n)+i], in[2*int(n)+i]
		if !e.filled() {
			return nil, nil, fmt.Errorf("word %d is empty", i)
		}
	}
	return New(entries), in[3*n:], nil
}
