// Package keys writes lists of rising keys, as a model's file holds them: their number, then how much each is above the one before.
// Small steps take few bytes and compress well.
package keys

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrShort is that a file ends before what it promises.
var ErrShort = errors.New("ends too early")

// Append appends n keys to out; key(i) must be above key(i-1).
func Append(out []byte, n int, key func(i int) uint32) []byte {
	out = binary.AppendUvarint(out, uint64(n))
	previous := uint32(0)
	for i := range n {
		out = binary.AppendUvarint(out, uint64(key(i)-previous))
		previous = key(i)
	}
	return out
}

// Read reads what Append wrote, and returns the rest. There are no more keys than bytes. what names one of them in errors.
func Read(in []byte, what string) ([]uint32, []byte, error) {
	n, in, err := number(in)
	if err != nil || n > uint64(len(in)) {
		return nil, nil, ErrShort
	}
	out := make([]uint32, n)
	key := uint64(0)
	for i := range out {
		step, rest, err := number(in)
		if err != nil {
			return nil, nil, err
		}
		if key += step; key > 1<<32-1 || step > 1<<32-1 || step == 0 && i > 0 {
			return nil, nil, fmt.Errorf("%s %d is out of order", what, i)
		}
		out[i], in = uint32(key), rest
	}
	return out, in, nil
}

func number(in []byte) (uint64, []byte, error) {
	v, n := binary.Uvarint(in)
	if n <= 0 {
		return 0, nil, ErrShort
	}
	return v, in[n:], nil
}
