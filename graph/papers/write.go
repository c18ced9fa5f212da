package papers

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"slices"
)

// blockTerms is how many terms a block has: what is read, and walked through, to find one.
const blockTerms = 32

// A segmentWriter writes a segment: its terms in their order, then its papers. The first error is kept for finish.
type segmentWriter struct {
	file   *os.File
	out    *bufio.Writer
	at     uint64 // bytes written
	sum    uint32 // their checksum
	err    error
	dict   []byte // the blocks of terms
	blocks []byte
	count  int // terms
	last   string
}

func newSegmentWriter(path string) (*segmentWriter, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	return &segmentWriter{file: f, out: bufio.NewWriterSize(f, 1<<18)}, nil
}

func (w *segmentWriter) write(b []byte) {
	n, err := w.out.Write(b)
	w.at += uint64(n)
	w.sum = crc32.Update(w.sum, crc32.IEEETable, b[:n])
	if w.err == nil {
		w.err = err
	}
}

func (w *segmentWriter) term(term string, df uint32, postings []byte) {
	shared := 0
	if w.count%blockTerms == 0 {
		w.blocks = appendString(w.blocks, term)
		w.blocks = binary.AppendUvarint(w.blocks, uint64(len(w.dict)))
		w.blocks = binary.AppendUvarint(w.blocks, w.at)
	} else {
		for shared < min(len(term), len(w.last)) && term[shared] == w.last[shared] {
			shared++
		}
	}
	w.count++
	w.last = term
	w.dict = binary.AppendUvarint(w.dict, uint64(shared))
	w.dict = appendString(w.dict, term[shared:])
	w.dict = binary.AppendUvarint(w.dict, uint64(df))
	w.dict = binary.AppendUvarint(w.dict, uint64(len(postings)))
	w.write(postings)
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// finish writes what is left, and returns when the file is durable.
func (w *segmentWriter) finish(numbers []uint32, lengths [fields][]byte, sums [fields]uint64) error {
	f := footer{papers: w.at, count: uint64(len(numbers)), sums: sums}
	order := make([]uint32, len(numbers))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(numbers[a], numbers[b]) })
	for _, list := range [][]uint32{numbers, order} {
		var word [4]byte
		for _, n := range list {
			binary.LittleEndian.PutUint32(word[:], n)
			w.write(word[:])
		}
	}
	for _, l := range lengths {
		w.write(l)
	}
	f.terms = w.at
	w.write(w.dict)
	f.blocks = w.at
	w.write(w.blocks)
	f.sum = uint64(w.sum)
	w.write(f.bytes())
	return errors.Join(w.err, w.out.Flush(), w.file.Sync(), w.file.Close())
}

// footer is the end of a segment: where its parts are.
type footer struct {
	papers, terms, blocks uint64 // offsets
	count                 uint64 // papers
	sums                  [fields]uint64
	sum                   uint64 // checksum of all before the footer
}

const (
	segmentMagic = 0x31706170736c6331 // says that it is one of ours, and of this form
	footerBytes  = 8 * (6 + fields)
)

func (f *footer) bytes() []byte {
	var b []byte
	for _, n := range []uint64{f.papers, f.terms, f.blocks, f.count, f.sums[0], f.sums[1], f.sums[2], f.sum, segmentMagic} {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return b
}

// footerFrom reads a footer that lies at the offset at.
func footerFrom(b []byte, at uint64) (footer, error) {
	var n [6 + fields]uint64
	for i := range n {
		n[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	f := footer{papers: n[0], terms: n[1], blocks: n[2], count: n[3], sums: [fields]uint64(n[4 : 4+fields]), sum: n[4+fields]}
	fits := n[5+fields] == segmentMagic && f.papers <= f.terms && f.terms <= f.blocks && f.blocks <= at &&
		f.count < 1<<31 && f.terms-f.papers == f.count*(8+fields)
	if !fits {
		return f, fmt.Errorf("this is no segment, or it is cut short: %w", ErrDamaged)
	}
	return f, nil
}
