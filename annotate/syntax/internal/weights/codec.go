package weights

import "claimlens/annotate/syntax/internal/keys"

// Append appends rows to out: their number, then the keys as differences, how many cells each has, the classes, the
// values. Like stands beside like, which compresses well.
func Append(out []byte, rows []Row) []byte {
	out = keys.Append(out, len(rows), func(i int) uint32 { return rows[i].Key })
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

// Decode reads what Append wrote, and returns the rest.
func Decode(in []byte) (*Weights, []byte, error) {
	features, in, err := keys.Read(in, "feature")
	if err != nil {
		return nil, nil, err
	}
	n := len(features)
	if len(in) < n {
		return nil, nil, keys.ErrShort
	}
	t := table{keys: features}
	t.sizes, in = in[:n], in[n:]
	total := len(t.sizes)
	for _, size := range t.sizes {
		total += int(size)
	}
	if len(in) < 2*total {
		return nil, nil, keys.ErrShort
	}
	t.classes, t.values = in[:total], in[total:2*total]
	return t.weights(), in[2*total:], nil
}
