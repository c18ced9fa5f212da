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
	t := table{keys: make([]uint32, n)}
	if in, err = keys(t.keys, in); err != nil {
		return nil, nil, err
	}
	if uint64(len(in)) < n {
		return nil, nil, errShort
	}
	t.sizes, in = in[:n], in[n:]
	total := len(t.sizes)
	for _, size := range t.sizes {
		total += int(size)
	}
	if len(in) < 2*total {
		return nil, nil, errShort
	}
	t.classes, t.values = in[:total], in[total:2*total]
	return t.weights(), in[2*total:], nil
}

// keys reads the rows' keys, each larger than the one before.
func keys(out []uint32, in []byte) ([]byte, error) {
	key := uint64(0)
	for i := range out {
		step, rest, err := number(in)
		if err != nil {
			return nil, err
		}
		if key += step; key > 1<<32-1 || step > 1<<32-1 || step == 0 && i > 0 {
			return nil, fmt.Errorf("feature %d is out of order", i)
		}
		out[i], in = uint32(key), rest
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
