package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The bounds of what is read: a longer line, and a sentence with more lines, are malformed.
const (
	longestLine     = 1 << 20
	longestSentence = 20_000
)

// LineError says what is wrong with a line.
type LineError struct {
	Number int // from 1
	Reason string
}

// Error says it with the line's number.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Number, e.Reason) }

// Reader reads sentences one after the other, and holds one at a time.
type Reader struct {
	in     *bufio.Reader
	number int
}

// NewReader reads from in.
func NewReader(in io.Reader) *Reader { return &Reader{in: bufio.NewReaderSize(in, 64<<10)} }

// Read reads the next sentence. One with a malformed line is left out: the error is a *LineError, of its first such
// line, and the next call goes on behind it. At the end the error is io.EOF.
func (r *Reader) Read() (*Sentence, error) {
	s := &Sentence{}
	var wrong error
	words := 0
	for {
		text, err := r.line()
		var line *LineError
		if err != nil && !errors.As(err, &line) && (err != io.EOF || len(s.Lines) == 0 && wrong == nil) {
			return nil, err
		}
		if err == io.EOF || err == nil && text == "" {
			if wrong == nil && len(s.Lines) == 0 {
				continue
			}
			return s, wrong
		}
		if err == nil {
			err = s.add(text, r.number, &words)
		}
		if wrong == nil {
			wrong = err
		}
		if wrong != nil {
			s = &Sentence{}
		}
	}
}

// add adds one line to a sentence that has so many words.
func (s *Sentence) add(text string, number int, words *int) error {
	l := Line{Number: number, Comment: text}
	if text[0] != '#' {
		l.Comment, l.Row = "", strings.Split(text, "\t")
		if reason := s.check(l.Row, words); reason != "" {
			return &LineError{number, reason}
		}
	}
	if len(s.Lines) == longestSentence {
		return &LineError{number, fmt.Sprintf("the sentence has more than %d lines", longestSentence)}
	}
	s.Lines = append(s.Lines, l)
	return nil
}

// check says what is wrong with a row, and counts it when it is a word.
func (s *Sentence) check(row []string, words *int) string {
	if len(row) != Columns {
		return fmt.Sprintf("has %d columns instead of %d", len(row), Columns)
	}
	id := row[ID]
	if !isWord(id) {
		return checkRange(id)
	}
	if n, err := strconv.Atoi(id); err != nil || n != *words+1 || id[0] == '+' {
		return fmt.Sprintf("has the ID %q instead of %d", id, *words+1)
	}
	if row[Form] == "" {
		return "has no FORM"
	}
	*words++
	return ""
}

// checkRange says what is wrong with the ID of a range of words (3-4) or of a word that was left out (3.1).
func checkRange(id string) string {
	from, to, isRange := strings.Cut(id, "-")
	if !isRange {
		from, to, _ = strings.Cut(id, ".")
	}
	a, err := strconv.ParseUint(from, 10, 31)
	b, err2 := strconv.ParseUint(to, 10, 31)
	if err != nil || err2 != nil || isRange && (a == 0 || a >= b) {
		return fmt.Sprintf("has the ID %q, which is neither a number nor a range", id)
	}
	return ""
}

// line is the next line without its end.
func (r *Reader) line() (string, error) {
	var line []byte
	for long, any := false, false; ; {
		part, err := r.in.ReadSlice('\n')
		any = any || len(part) > 0
		if long = long || len(line)+len(part) > longestLine; !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && !(err == io.EOF && any):
			return "", err
		}
		r.number++
		if long {
			return "", &LineError{r.number, fmt.Sprintf("is longer than %d MB", longestLine>>20)}
		}
		return strings.TrimRight(string(line), "\r\n"), nil
	}
}
