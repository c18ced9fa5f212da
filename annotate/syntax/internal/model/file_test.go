package model

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/weights"
)

func small() Parts {
	rows := []weights.Row{
		{Key: 1, Classes: []uint8{0, 2}, Values: []int8{3, -127}},
		{Key: 1 << 31, Classes: []uint8{1}, Values: []int8{127}},
		{Key: 1<<32 - 1, Classes: []uint8{1}, Values: []int8{1}},
	}
	return Parts{
		Tags:      []Tag{{"NOUN", "NN"}, {"VERB", "VBZ"}, {"PUNCT", "."}},
		Labels:    []string{"root", "nsubj"},
		Lexicon:   []lexicon.Entry{{Key: 5, Senses: 1}, {Key: 1<<32 - 1, Cluster: 7, Coarse: 2}},
		Registers: 1,
		Register:  rows[:1],
		Tagger:    rows,
		Parser:    rows,
	}
}

func TestEncodeDecode(t *testing.T) {
	file, err := Encode(small())
	if err != nil {
		t.Fatal(err)
	}
	m, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := m.Tags[1], (Tag{"VERB", "VBZ"}); got != want {
		t.Errorf("the tag is %v, want %v", got, want)
	}
	if got, want := m.Lexicon.Find(5<<32).Senses, uint8(1); got != want {
		t.Errorf("the senses are %d, want %d", got, want)
	}
	var scores weights.Scores
	m.Tagger.Weights.Score([]uint32{1, 2, 1 << 31, 1<<32 - 1}, &scores)
	if got, want := [3]int32(scores[:3]), [3]int32{9, 127*127 + 1, -127 * 127}; got != want {
		t.Errorf("the scores are %v, want %v", got, want)
	}
}

func TestEncodeRefuses(t *testing.T) {
	p := small()
	p.Labels = nil
	if _, err := Encode(p); err == nil {
		t.Error("a model without relations was written")
	}
}

func pack(t testing.TB, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func unpack(t testing.TB, p Parts) string {
	t.Helper()
	file, err := Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := out.ReadFrom(z); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestDecodeRefuses(t *testing.T) {
	good := unpack(t, small())
	for n := range good {
		if _, err := Decode(pack(t, good[:n])); err == nil {
			t.Errorf("the first %d bytes of %d were taken for a model", n, len(good))
		}
	}
	for name, text := range map[string]string{
		"more":    good + "x",
		"version": strings.Replace(good, "syntax 2", "syntax 1", 1),
		"tag":     strings.Replace(good, "NOUN", "NOON", 1),
	} {
		if _, err := Decode(pack(t, text)); err == nil {
			t.Errorf("%s: was taken for a model", name)
		}
	}
}

// Whatever the bytes are, there is a model that can be used or an error.
func FuzzDecode(f *testing.F) {
	f.Add(unpack(f, small()))
	f.Add(magic + "\x01\x04NOUN\x02NN\x01\x04root\x00\x01\x00\x00\x00")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := decode([]byte(text))
		if err != nil {
			return
		}
		var scores weights.Scores
		for key := uint64(0); key < 1<<32; key += 1<<32/97 + 1 {
			m.Lexicon.Find(key << 32)
			m.Parser.Weights.Score([]uint32{uint32(key)}, &scores)
		}
	})
}
