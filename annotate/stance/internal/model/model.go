// Package model is what was learned of stances: how much words tell, the trees that judge a sentence, those that judge a
// paper by its sentences, and how often an answer of a given share is right; and the file that holds it.
package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"

	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/forest"
	"claimlens/annotate/stance/internal/reading"
)

// Model judges what was read. Nothing in it changes once it is made.
type Model struct {
	Weights   *Weights
	Sentences *forest.Forest   // over the figures of compare.Pair
	Papers    *forest.Forest   // over those of compare.Pool
	Lone      [Classes]float32 // by how much the share of each stance is multiplied where there are few sentences
	Trust     Trust
}

// Classes is how many stances there are. Shares and scores are in the order supports, disputes, neutral.
const Classes = 3

// Judged is what a model makes of a claim beside a paper.
type Judged struct {
	compare.Paper
	Shares [][]float64 // for each unit of the paper
	Whole  []float64   // for the paper
}

// Judge judges a claim, which was parsed, beside a paper.
func (m *Model) Judge(claim *reading.Text, title string, passages []string) Judged {
	p := compare.Look(claim, title, passages, m.Weights)
	j := Judged{Paper: p, Shares: SharesOf(m.Sentences, p)}
	j.Whole = forest.Shares(m.Papers.Scores(Pooled(p, j.Shares)))
	if p.Of <= compare.Few {
		j.Whole = Weighed(j.Whole, m.Lone)
	}
	return j
}

// Weighed multiplies shares by weights so that they still add up to 1.
func Weighed(shares []float64, by [Classes]float32) []float64 {
	out, sum := make([]float64, len(shares)), 0.0
	for c, s := range shares {
		out[c] = s * float64(by[c])
		sum += out[c]
	}
	for c := range out {
		out[c] /= sum
	}
	return out
}

// SharesOf are the shares of the stances for each unit of a paper.
func SharesOf(f *forest.Forest, p compare.Paper) [][]float64 {
	out := make([][]float64, len(p.Units))
	for i, u := range p.Units {
		out[i] = forest.Shares(f.Scores(u.Figures))
	}
	return out
}

// Pooled are the figures of a paper by the shares of its units.
func Pooled(p compare.Paper, shares [][]float64) []float32 {
	var s compare.Sheet
	compare.Pool(&s, p, shares)
	return s.Values
}

// Trust is how often an answer is right, by the share that the model gives it: points of a line that never falls.
type Trust struct{ Share, Right []float32 }

// Of is how often an answer of a share is right.
func (t Trust) Of(share float64) float64 {
	x := float32(share)
	n := len(t.Share)
	switch {
	case n == 0:
		return share
	case x <= t.Share[0]:
		return float64(t.Right[0])
	case x >= t.Share[n-1]:
		return float64(t.Right[n-1])
	}
	i := 1
	for x > t.Share[i] {
		i++
	}
	part := (x - t.Share[i-1]) / (t.Share[i] - t.Share[i-1])
	return float64(t.Right[i-1] + part*(t.Right[i]-t.Right[i-1]))
}

const magic = "claimlens stance 2\n"

// Encode is the model as a file.
func (m *Model) Encode() []byte {
	b := []byte(magic)
	b = m.Weights.append(b)
	b = m.Sentences.Append(b)
	b = m.Papers.Append(b)
	for _, v := range m.Lone {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	b = binary.AppendUvarint(b, uint64(len(m.Trust.Share)))
	for i, x := range m.Trust.Share {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.Trust.Right[i]))
	}
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

var errDamaged = errors.New("the model of stances is damaged")

// Decode reads a file that Encode wrote.
func Decode(b []byte) (*Model, error) {
	if len(b) < len(magic)+4 || !bytes.HasPrefix(b, []byte(magic)) {
		return nil, errDamaged
	}
	end := len(b) - 4
	if crc32.ChecksumIEEE(b[:end]) != binary.LittleEndian.Uint32(b[end:]) {
		return nil, errDamaged
	}
	b = b[len(magic):end]
	m := &Model{}
	var err error
	if m.Weights, b, err = cutWeights(b); err != nil {
		return nil, err
	}
	if m.Sentences, b, err = forest.Cut(b, len(compare.PairNames())); err != nil {
		return nil, err
	}
	if m.Papers, b, err = forest.Cut(b, len(compare.PoolNames())); err != nil {
		return nil, err
	}
	if len(m.Sentences.Base) != Classes || len(m.Papers.Base) != Classes || len(b) < 4*Classes {
		return nil, errDamaged
	}
	for c := range m.Lone {
		m.Lone[c] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*c:]))
		if !(m.Lone[c] > 0) {
			return nil, errDamaged
		}
	}
	b = b[4*Classes:]
	return m, m.Trust.decode(b)
}

// mostPoints bounds the points of a Trust.
const mostPoints = 1000

func (t *Trust) decode(b []byte) error {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > mostPoints || len(b) != size+8*int(n) {
		return errDamaged
	}
	for b = b[size:]; len(b) > 0; b = b[8:] {
		t.Share = append(t.Share, math.Float32frombits(binary.LittleEndian.Uint32(b)))
		t.Right = append(t.Right, math.Float32frombits(binary.LittleEndian.Uint32(b[4:])))
	}
	return nil
}
