package papers

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/bits"
	"os"
	"path/filepath"
	"sort"
)

// segment is some papers in a file that never changes.
type segment struct {
	name    string
	file    *os.File
	size    int64
	f       footer
	blocks  []block
	low     uint32 // the lowest number of a paper
	high    uint32
	gone    bitmap // papers that no longer count
	goneNum int
}

// block is where some terms begin.
type block struct {
	first    string
	terms    uint64 // offset in the part of the terms
	postings uint64 // offset in the file
}

// ErrDamaged says that files of the index are not as they were written. Clear helps.
var ErrDamaged = errors.New("the index of papers is damaged")

func openSegment(dir, name string) (*segment, error) {
	file, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	s := &segment{name: name, file: file}
	if err := s.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", name, err), file.Close())
	}
	return s, nil
}

func (s *segment) load() error {
	info, err := s.file.Stat()
	if err != nil {
		return err
	}
	s.size = info.Size()
	if s.size < footerBytes {
		return ErrDamaged
	}
	end := uint64(s.size - footerBytes)
	b, err := s.bytes(end, footerBytes)
	if err != nil {
		return err
	}
	if s.f, err = footerFrom(b, end); err != nil {
		return err
	}
	if b, err = s.bytes(s.f.blocks, end-s.f.blocks); err != nil {
		return err
	}
	d := decoder{rest: b}
	for len(d.rest) > 0 && !d.bad {
		s.blocks = append(s.blocks, block{first: d.text(), terms: d.number(), postings: d.number()})
	}
	if d.bad {
		return ErrDamaged
	}
	return s.loadRange()
}

// check compares the file with its checksum.
func (s *segment) check() error {
	sum := crc32.NewIEEE()
	if _, err := io.Copy(sum, io.NewSectionReader(s.file, 0, s.size-footerBytes)); err != nil {
		return err
	}
	if uint64(sum.Sum32()) != s.f.sum {
		return ErrDamaged
	}
	return nil
}

func (s *segment) loadRange() (err error) {
	if s.f.count == 0 {
		return ErrDamaged
	}
	if s.low, _, err = s.ordered(0); err != nil {
		return err
	}
	s.high, _, err = s.ordered(s.f.count - 1)
	return err
}

// bytes reads n bytes at an offset.
func (s *segment) bytes(at, n uint64) ([]byte, error) {
	if at+n < at || at+n > uint64(s.size) {
		return nil, ErrDamaged
	}
	b := make([]byte, n)
	return b, s.readAt(b, at)
}

// readAt reads bytes at an offset. A file that is shorter than it was is damaged.
func (s *segment) readAt(b []byte, at uint64) error {
	_, err := s.file.ReadAt(b, int64(at))
	if errors.Is(err, io.EOF) {
		return ErrDamaged
	}
	return err
}

func (s *segment) papers() int { return int(s.f.count) }

// entry is what the dictionary says of a term.
type entry struct {
	term         string
	df           uint64
	at, postings uint64 // where the postings are, and how many bytes
}

// find is a term's entry; its df is 0 when the segment does not have it.
func (s *segment) find(term string) (entry, error) {
	i := sort.Search(len(s.blocks), func(i int) bool { return s.blocks[i].first > term }) - 1
	if i < 0 {
		return entry{}, nil
	}
	for w := s.walk(i, i+1); ; {
		e, ok, err := w.next()
		if err != nil || !ok || e.term > term {
			return entry{}, err
		}
		if e.term == term {
			return e, nil
		}
	}
}

// walk goes through the terms of the blocks from one to before another.
func (s *segment) walk(from, to int) *walker { return &walker{s: s, block: from, end: to} }

type walker struct {
	s          *segment
	block, end int
	d          decoder
	term       string
	at         uint64
}

func (w *walker) next() (entry, bool, error) {
	if len(w.d.rest) == 0 {
		if w.block >= w.end {
			return entry{}, false, nil
		}
		if err := w.open(); err != nil {
			return entry{}, false, err
		}
	}
	shared := w.d.number()
	suffix := w.d.text()
	e := entry{df: w.d.number(), at: w.at, postings: w.d.number()}
	if w.d.bad || shared > uint64(len(w.term)) {
		return entry{}, false, ErrDamaged
	}
	e.term = w.term[:shared] + suffix
	w.term = e.term
	w.at += e.postings
	return e, true, nil
}

func (w *walker) open() error {
	b := w.s.blocks[w.block]
	end := w.s.f.blocks - w.s.f.terms
	if w.block+1 < len(w.s.blocks) {
		end = w.s.blocks[w.block+1].terms
	}
	if end <= b.terms {
		return ErrDamaged
	}
	raw, err := w.s.bytes(w.s.f.terms+b.terms, end-b.terms)
	w.d, w.term, w.at = decoder{rest: raw}, "", b.postings
	w.block++
	return err
}

// postings reads those of a term.
func (s *segment) postings(e entry) (postings, error) {
	if e.at+e.postings > s.f.papers {
		return postings{}, ErrDamaged
	}
	b, err := s.bytes(e.at, e.postings)
	return postings{rest: b}, err
}

// number is the number of the paper at a place.
func (s *segment) number(doc uint32) (uint32, error) { return s.word(uint64(doc)) }

func (s *segment) word(i uint64) (uint32, error) {
	var b [4]byte
	err := s.readAt(b[:], s.f.papers+4*i)
	return binary.LittleEndian.Uint32(b[:]), err
}

// ordered is the number of a paper and its place, counted in the order of the numbers.
func (s *segment) ordered(i uint64) (number, place uint32, err error) {
	place, err = s.word(s.f.count + i)
	if err == nil && uint64(place) >= s.f.count {
		err = ErrDamaged
	}
	if err == nil {
		number, err = s.word(uint64(place))
	}
	return number, place, err
}

// place is the place of the paper with a number.
func (s *segment) place(number uint32) (place uint32, found bool, err error) {
	if number < s.low || number > s.high {
		return 0, false, nil
	}
	from, to := uint64(0), s.f.count
	for from < to {
		i := (from + to) / 2
		n, place, err := s.ordered(i)
		switch {
		case err != nil:
			return 0, false, err
		case n == number:
			return place, true, nil
		case n < number:
			from = i + 1
		default:
			to = i
		}
	}
	return 0, false, nil
}

// seek costs as much to find one paper as to look at so many of them in a row.
const seek = 400

// places is the places of the papers with the numbers that are wanted.
func (s *segment) places(wanted map[uint32]int) (places []uint32, err error) {
	if len(wanted)*seek < s.papers() {
		for number := range wanted {
			place, found, err := s.place(number)
			if err != nil {
				return nil, err
			}
			if found {
				places = append(places, place)
			}
		}
		return places, nil
	}
	within := false
	for number := range wanted {
		within = within || number >= s.low && number <= s.high
	}
	if !within {
		return nil, nil
	}
	numbers, err := s.bytes(s.f.papers, 4*s.f.count)
	for i := 0; i < len(numbers); i += 4 {
		if _, ok := wanted[le32(numbers[i:])]; ok {
			places = append(places, uint32(i/4))
		}
	}
	return places, err
}

// lengths reads the lengths of a field for n papers from a place on.
func (s *segment) lengths(f Field, from, n int) ([]byte, error) {
	return s.bytes(s.f.papers+s.f.count*(8+uint64(f))+uint64(from), uint64(n))
}

// decoder reads numbers and texts; what is not there makes it bad.
type decoder struct {
	rest []byte
	bad  bool
}

func (d *decoder) number() uint64 {
	n, k := binary.Uvarint(d.rest)
	if k <= 0 {
		d.bad, d.rest = true, nil
		return 0
	}
	d.rest = d.rest[k:]
	return n
}

func (d *decoder) text() string {
	n := d.number()
	if n > uint64(len(d.rest)) {
		d.bad, d.rest = true, nil
		return ""
	}
	s := string(d.rest[:n])
	d.rest = d.rest[n:]
	return s
}

func (s *segment) setGone(gone bitmap) {
	s.gone, s.goneNum = gone, 0
	for _, b := range gone {
		s.goneNum += bits.OnesCount8(b)
	}
}

// bitmap is a set of places.
type bitmap []byte

func (b bitmap) has(i uint32) bool { return int(i/8) < len(b) && b[i/8]&(1<<(i%8)) != 0 }

// add adds a place, and says whether it was new.
func (b *bitmap) add(i uint32) bool {
	if b.has(i) {
		return false
	}
	for int(i/8) >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[i/8] |= 1 << (i % 8)
	return true
}
