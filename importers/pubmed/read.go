// Package pubmed reads the records of papers: PubMed XML, as PubMed saves it, E-utilities return it and the yearly
// baseline and its update files hold it, also compressed with gzip; MEDLINE text, which is what .nbib files are; and RIS, in
// the dialects of the programs and databases that write it. What a file is, its first bytes say.
//
// Files are read as a stream, a record at a time, in memory that does not grow with the file. Each record takes three
// steps: it is decoded into the shape that its format gives it (xml.go, nbib.go, ris.go), adapted to a citation (adapt.go,
// nbibadapt.go, risadapt.go), and checked. A record that fails one of them is refused by its number and its PMID, and the reading goes
// on with the next: in XML at the next place where a record begins or ends, whatever lies between.
//
// Nothing is fetched, no document type definition is read, and one that declares anything of its own is refused.
package pubmed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"claimlens/annotate"
)

// The bounds of what is read.
const (
	maxRecord  = 16 << 20 // bytes of one record; the largest of PubMed's have two
	maxRecords = 5_000_000
	maxParts   = 100_000   // parts of one record: names, headings, references and so on; the papers with the most authors have 50,000
	maxFile    = 16 << 30  // bytes of a file, unpacked; a file of the baseline has some 300 million
	maxRatio   = 100       // of a file's bytes unpacked to packed, once they are more than
	maxBlown   = 256 << 20 // these; PubMed's files have a ratio of ten
)

// Record is one record of a file: a citation, or the reason why there is none.
type Record struct {
	Number   int    // from 1, in the order of the file, refused ones counted
	PMID     string // empty when not even that could be read, or when the record has none
	Citation annotate.Citation
	Partial  bool  // it is RIS, which says less than PubMed does: it must not take the place of a record of PubMed's
	Err      error // a *RecordError, which is of kind annotate.ErrInvalid, or nil
}

// RecordError says why a record is refused.
type RecordError struct {
	File   string
	Number int
	PMID   string
	Err    error
}

// Error names the record in its file, and the reason. It leaves the file to those who read several.
func (e *RecordError) Error() string {
	if e.PMID == "" {
		return fmt.Sprintf("record %d: %v", e.Number, e.Err)
	}
	return fmt.Sprintf("record %d (PMID %s): %v", e.Number, e.PMID, e.Err)
}

// Unwrap is the reason.
func (e *RecordError) Unwrap() error { return e.Err }

// fault is a reason for refusal, in words. It is of kind annotate.ErrInvalid.
type fault string

func faultf(format string, args ...any) error { return fault(fmt.Sprintf(format, args...)) }

// Error is the reason.
func (f fault) Error() string { return string(f) }

// Is makes errors.Is(f, annotate.ErrInvalid) true.
func (f fault) Is(target error) bool { return target == annotate.ErrInvalid }

// Read reads the records of the file r, which is called name, and hands each to yield until yield says false. A record
// that is refused is handed over too, with its reason. The citations have no Version. A paper that the file says was
// deleted is a citation with nothing but its PMID and Deleted.
//
// The error is one of the file as a whole: what it is can't be made out (which is of kind annotate.ErrInvalid), it ends
// too early, or it can't be read on. What was handed over before stays good.
func Read(ctx context.Context, name string, r io.Reader, yield func(Record) bool) error {
	return ReadAfter(ctx, name, r, 0, yield)
}

// ReadAfter is Read from the record behind number done on. The ones before it are told apart but not decoded, which takes
// a small part of the time.
func ReadAfter(ctx context.Context, name string, r io.Reader, done int, yield func(Record) bool) error {
	out := &output{name: name, done: done, yield: func(r Record) bool { return yield(r) && ctx.Err() == nil }}
	err := readFile(untilEnd(ctx, r), out)
	switch {
	case err == errStopped:
		return ctx.Err()
	case errors.Is(err, io.ErrUnexpectedEOF):
		return faultf("the file ends too early: it was cut off")
	}
	return err
}

func readFile(r io.Reader, out *output) error {
	in, closeIt, err := open(r)
	if err != nil {
		return err
	}
	defer closeIt()
	head, err := in.Peek(headLength)
	switch {
	case len(head) == 0 && err == io.EOF:
		return faultf("the file is empty")
	case len(head) == 0:
		return err
	case looksLikeXML(head):
		return readXML(in, out)
	case looksLikeMedline(head):
		return readMedline(in, out)
	case looksLikeRIS(head):
		return readRIS(in, out)
	case bytes.HasPrefix(bytes.TrimPrefix(head, byteOrderMark), []byte("FN Clarivate")):
		return faultf("Web of Science's own format: save the papers from there as RIS")
	}
	return faultf("neither PubMed XML nor MEDLINE text nor RIS")
}

// headLength is how much of a file is looked at to see what it is.
const headLength = 4096

// open unpacks r if it is packed, and bounds it. What it returns is to be closed before r is.
func open(r io.Reader) (in *bufio.Reader, closeIt func(), err error) {
	packed := int64(0)
	raw := bufio.NewReaderSize(reader(func(p []byte) (int, error) {
		n, err := r.Read(p)
		packed += int64(n)
		return n, err
	}), 64<<10)
	magic, err := raw.Peek(2)
	if err != nil && err != io.EOF {
		return nil, nil, err
	}
	if !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return bufio.NewReaderSize(atMost(raw, func() int64 { return maxFile }), 64<<10), func() {}, nil
	}
	unpacked, err := gzip.NewReader(raw)
	if err != nil {
		return nil, nil, fmt.Errorf("gzip: %w", err)
	}
	ahead, closeIt := readAhead(atMost(unpacked, func() int64 { return min(maxFile, max(maxBlown, maxRatio*packed)) }))
	return bufio.NewReaderSize(ahead, 64<<10), closeIt, nil
}

// readAhead is r, of which the next part is read while what came before it is worked on: unpacking takes nearly half of the
// time that reading records takes. When closeIt has returned, r is read no more.
func readAhead(r io.Reader) (ahead io.Reader, closeIt func()) {
	out, in := io.Pipe()
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, err := io.CopyBuffer(in, r, make([]byte, 256<<10))
		in.CloseWithError(err) // which never fails; nil is io.EOF
	}()
	return out, func() {
		out.Close() // which never fails
		<-done
	}
}

// reader is a function that is an io.Reader.
type reader func(p []byte) (int, error)

// Read calls the function.
func (r reader) Read(p []byte) (int, error) { return r(p) }

// untilEnd is r until ctx ends.
func untilEnd(ctx context.Context, r io.Reader) io.Reader {
	return reader(func(p []byte) (int, error) {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		return r.Read(p)
	})
}

// atMost is r, which fails when more bytes come than limit says by then.
func atMost(r io.Reader, limit func() int64) io.Reader {
	read := int64(0)
	return reader(func(p []byte) (int, error) {
		n, err := r.Read(p)
		if read += int64(n); read > limit() {
			return 0, faultf("the file is longer than %d MB unpacked, which no file of papers is for its size", limit()>>20)
		}
		return n, err
	})
}

var byteOrderMark = []byte("\ufeff")

func looksLikeXML(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, byteOrderMark), " \t\r\n")
	return bytes.HasPrefix(head, []byte("<"))
}

// looksLikeMedline says whether one of the first lines is a field that only MEDLINE has.
func looksLikeMedline(head []byte) bool {
	for line := range strings.Lines(string(bytes.TrimPrefix(head, byteOrderMark))) {
		if tag, _, ok := fieldOf(strings.TrimRight(line, "\r\n")); ok && (tag == "PMID" || tag == "PMC" || tag == "OWN" || tag == "STAT") {
			return true
		}
	}
	return false
}

// looksLikeRIS says whether one of the first lines begins a record of RIS.
func looksLikeRIS(head []byte) bool {
	if isUTF16(head) {
		head = bytes.ReplaceAll(head, []byte{0}, nil)[2:]
	}
	for line := range strings.Lines(string(head)) {
		if f, ok := risField(strings.TrimRight(line, "\r\n")); ok && f.tag == "TY" {
			return true
		}
	}
	return false
}

// output hands records over and counts them.
type output struct {
	name   string
	yield  func(Record) bool
	number int
	done   int // records that are not wanted
}

// passes says whether the next record is not wanted, and counts it if it is not.
func (o *output) passes() bool {
	if o.number >= o.done {
		return false
	}
	o.number++
	return true
}

var errStopped = errors.New("no more is wanted")

// record checks a citation and hands it over. The error ends the reading.
func (o *output) record(c annotate.Citation, partial bool) error {
	c.ID = annotate.CitationID(c.PMID)
	if c.PMID == "" {
		return o.refuse("", faultf("it does not say its PMID"))
	}
	if err := c.Check(); err != nil {
		return o.refuse(c.PMID, err)
	}
	return o.hand(Record{PMID: c.PMID, Citation: c, Partial: partial})
}

// unnamed is record for a citation without a PMID: whatever else a citation has to keep to, it must.
func (o *output) unnamed(c annotate.Citation) error {
	named := c
	named.PMID, named.Title = "1", first(c.Title, "-")
	named.ID = annotate.CitationID(named.PMID)
	if err := named.Check(); err != nil {
		return o.refuse("", err)
	}
	return o.hand(Record{Citation: c, Partial: true})
}

// refuse hands over the reason why there is no citation.
func (o *output) refuse(pmid string, reason error) error {
	if !annotate.ValidPMID(pmid) {
		pmid = ""
	}
	return o.hand(Record{PMID: pmid, Err: &RecordError{File: o.name, Number: o.number + 1, PMID: pmid, Err: reason}})
}

func (o *output) hand(r Record) error {
	o.number++
	if o.number > maxRecords {
		return faultf("more than %d records", maxRecords)
	}
	r.Number = o.number
	if o.number > o.done && !o.yield(r) {
		return errStopped
	}
	return nil
}
