package weights

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Append appends rows to out: their number, then the keys as differences, how many cells each has, the classes, the
// values. Like stands beside like, which compresses well.
func Append(out []byte, rows []Row) []byte {
	out = binary.AppendUvarint(out, uint64(len(rows)))
	previous := uint32(0)
	for _, r := range rows {
		out = binary.AppendUvarint(out, uint64(r.Key-previous))
		previous = r.Key
	}
	for _, r := range rows {
		out = append(out, uint8(len(r.Classes)-1))
	}
	for _, r := range rows {
		out = append(out, r.Classes...)
	}
	for _, r := range rows {
		for _, v := range r.Values {
			out = append(out, uint8(v))
		}
	}
	return out
}

var errShort = errors.New("weights end too early")

// Decode reads what Append wrote, and returns the rest.
func Decode(in []byte) (*Weights, []byte, error) {
	n, in, err := number(in)
	if err != nil || n > uint64(len(in)) {
		return nil, nil, errShort
	}
	rows := make([]Row, n)
	if in, err = keys(rows, in); err != nil {
		return nil, nil, err
	}
	if len(in) < len(rows) {
		return nil, nil, errShort
	}
	sizes, in := in[:n], in[n:]
	total := len(rows)
	for _, size := range sizes {
		total += int(size)
	}
	if len(in) < 2*total {
		return nil, nil, errShort
	}
	classes, values := in[:total], signed(in[total:2*total])
	for i, size := range sizes {
		k := int(size) + 1
		rows[i].Classes, rows[i].Values = classes[:k], values[:k]
		classes, values = classes[k:], values[k:]
	}
	return New(rows), in[2*total:], nil
}

// keys reads the rows' keys, each larger than the one before.
func keys(rows []Row, in []byte) ([]byte, error) {
	key := uint64(0)
	for i := range rows {
		step, rest, err := number(in)
		if err != nil {
			return nil, err
		}
		if key += step; key > 1<<32-1 || step > 1<<32-1 || step == 0 && i > 0 {
			return nil, fmt.Errorf("feature %d is out of order", i)
		}
		rows[i].Key, in = uint32(key), rest
	}
	return in, nil
}

func number(in []byte) (uint64, []byte, error) {
	v, n := binary.Uvarint(in)
	if n <= 0 {
		return 0, nil, errShort
	}
	return v, in[n:], nil
}

func signed(in []byte) []int8 {
	out := make([]int8, len(in))
	for i, b := range in {
		out[i] = int8(b)
	}
	return out
}
