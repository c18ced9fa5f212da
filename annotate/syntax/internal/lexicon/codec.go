package lexicon

import (
	"fmt"

	"claimlens/annotate/syntax/internal/keys"
)

// Append appends entries to out: their number, then the keys as differences, the senses, the clusters, the coarse ones.
func Append(out []byte, entries []Entry) []byte {
	out = keys.Append(out, len(entries), func(i int) uint32 { return entries[i].Key })
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

// Decode reads what Append wrote, and returns the rest.
func Decode(in []byte) (*Lexicon, []byte, error) {
	words, in, err := keys.Read(in, "word")
	if err != nil {
		return nil, nil, err
	}
	n := len(words)
	if len(in) < 3*n {
		return nil, nil, keys.ErrShort
	}
	entries := make([]Entry, n)
	for i := range entries {
		e := &entries[i]
		e.Key, e.Senses, e.Cluster, e.Coarse = words[i], in[i], in[n+i], in[2*n+i]
		if !e.filled() {
			return nil, nil, fmt.Errorf("word %d is empty", i)
		}
	}
	return New(entries), in[3*n:], nil
}
