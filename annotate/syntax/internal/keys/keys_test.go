package keys_test

import (
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"claimlens/annotate/syntax/internal/keys"
)

func appended(list ...uint32) []byte {
	return keys.Append(nil, len(list), func(i int) uint32 { return list[i] })
}

func TestKeys(t *testing.T) {
	for _, want := range [][]uint32{{}, {0}, {7}, {0, 1, 300, 1<<32 - 1}} {
		got, rest, err := keys.Read(append(appended(want...), "rest"...), "word")
		if err != nil || !slices.Equal(got, want) || string(rest) != "rest" {
			t.Errorf("%v: got %v, %q, %v", want, got, rest, err)
		}
	}
}

func TestBadKeys(t *testing.T) {
	numbers := func(list ...uint64) []byte {
		var out []byte
		for _, n := range list {
			out = binary.AppendUvarint(out, n)
		}
		return out
	}
	whole := appended(3, 400)
	for name, in := range map[string][]byte{"nothing": nil, "no keys": numbers(2), "cut": whole[:len(whole)-1], "too many": numbers(1<<40, 1)} {
		if _, _, err := keys.Read(in, "word"); !errors.Is(err, keys.ErrShort) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for name, in := range map[string][]byte{"twice": numbers(2, 5, 0), "too large": numbers(2, 1<<32-1, 1), "a step too large": numbers(1, 1<<33)} {
		if _, _, err := keys.Read(append(in, 0, 0, 0), "word"); err == nil || errors.Is(err, keys.ErrShort) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
