package retractionwatch

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Bounds on one row. The longest that are known have some 20 kB.
const (
	maxLine  = 1 << 20 // bytes
	maxLines = 50      // that one row goes over
)

// lines cuts a file into the rows of a table.
type lines struct {
	in     *bufio.Reader
	number int      // of the line that comes next
	ahead  []string // lines that were read for a row that turned out none
}

func newLines(r io.Reader) *lines { return &lines{in: bufio.NewReaderSize(r, 64<<10), number: 1} }

// record is the next row and the line that it begins at. A line that no row that fits begins at is an error of kind
// annotate.ErrInvalid, and the next call begins after it. At the end it is io.EOF.
func (l *lines) record(fits func(cells []string) bool) (line int, cells []string, err error) {
	var taken []string
	size, quotes := 0, 0
	for len(taken) < maxLines {
		text, err := l.next()
		switch {
		case err == io.EOF && len(taken) == 0:
			return l.number, nil, io.EOF
		case err == io.EOF:
			return l.refuse(taken, "has a quotation mark that is not closed")
		case err != nil:
			return l.number, nil, err
		case len(taken) == 0 && strings.TrimSpace(text) == "":
			l.number++
			continue
		}
		taken, size, quotes = append(taken, text), size+len(text), quotes+strings.Count(text, `"`)
		switch {
		case size > maxLine:
			return l.refuse(taken, "is longer than a megabyte")
		case quotes%2 == 0:
			return l.parse(taken, fits)
		}
	}
	return l.refuse(taken, "has a quotation mark that is not closed")
}

// parse reads the lines of one row.
func (l *lines) parse(taken []string, fits func([]string) bool) (int, []string, error) {
	r := csv.NewReader(strings.NewReader(repair(strings.Join(taken, ""))))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	cells, err := r.Read()
	if err != nil || !fits(cells) {
		return l.refuse(taken, "is no row of the table: it has other columns than the first row, or a RetractionNature that is not known")
	}
	line := l.number
	l.number += len(taken)
	return line, cells, nil
}

// refuse gives up the first of some lines; the others are read again.
func (l *lines) refuse(taken []string, reason string) (int, []string, error) {
	l.ahead = append(taken[1:len(taken):len(taken)], l.ahead...)
	l.number++
	return l.number - 1, nil, fault(reason)
}

// next is the next line with its end. What is longer than maxLine is cut off.
func (l *lines) next() (string, error) {
	if len(l.ahead) > 0 {
		text := l.ahead[0]
		l.ahead = l.ahead[1:]
		return text, nil
	}
	var line []byte
	for {
		part, err := l.in.ReadSlice('\n')
		if len(line) <= maxLine {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err == io.EOF && len(line) > 0:
			return string(line), nil
		}
		return string(line), err
	}
}

// repair is a text in UTF-8 that was stored with bytes of windows-1252 in it, or with that encoding's code points for its
// characters.
func repair(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, c1) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(s[i])
		} else if c1(r) {
			r = charmap.Windows1252.DecodeByte(byte(r))
		}
		b.WriteRune(r)
		i += n
	}
	return b.String()
}

// c1 says whether r is one of the control characters in whose place windows-1252 has others.
func c1(r rune) bool { return r >= 0x80 && r < 0xa0 }
