package pubmed

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// field is a field of a MEDLINE record: its tag, and its text without the line breaks.
type field struct{ tag, text string }

// medline reads MEDLINE text: fields of up to four letters, a hyphen, and text that goes on in indented lines; a blank line
// ends a record.
type medline struct {
	out    *output
	fields []field
	lines  []string // that go on with the last field
	blank  bool     // a blank line came last
	size   int      // of the record so far
	broken error    // why the record can't be one
}

func readMedline(in *bufio.Reader, out *output) error {
	m := &medline{out: out}
	for first := true; ; first = false {
		line, long, err := readLine(in)
		if first {
			line = bytes.TrimPrefix(line, byteOrderMark)
		}
		if err != nil && err != io.EOF {
			return err
		}
		if err == io.EOF && len(line) == 0 {
			return m.flush()
		}
		if err := m.line(line, long); err != nil {
			return err
		}
	}
}

// maxLine is how long a line may be; MEDLINE breaks them at ninety.
const maxLine = 1 << 20

// readLine reads a line without its end. Of one that is too long it is the beginning.
func readLine(in *bufio.Reader) (line []byte, long bool, err error) {
	for more := true; more && err == nil; {
		var part []byte
		part, more, err = in.ReadLine()
		if len(line)+len(part) > maxLine {
			part, long = part[:maxLine-len(line)], true
		}
		line = append(line, part...)
	}
	return line, long, err
}

func (m *medline) line(line []byte, long bool) error {
	text := string(bytes.TrimRight(line, " \t\r"))
	if text == "" {
		m.blank = true
		return nil
	}
	continues := strings.HasPrefix(text, "  ")
	tag, value, ok := fieldOf(text)
	if m.blank && !continues || tag == "PMID" && valueOf(m.fields, "PMID") != "" {
		if err := m.flush(); err != nil {
			return err
		}
	}
	m.blank = false
	m.size += len(line)
	switch {
	case m.broken != nil:
	case long:
		m.broken = faultf("a line is longer than %d MB", maxLine>>20)
	case m.size > maxRecord:
		m.broken = faultf("it is longer than %d MB", maxRecord>>20)
	case len(m.fields) >= maxParts:
		m.broken = faultf("it has more than %d parts", maxParts)
	case checkCharacters(line) != nil:
		m.broken = checkCharacters(line)
	case continues && len(m.fields) > 0:
		m.lines = append(m.lines, strings.TrimSpace(text))
	case ok:
		m.join()
		m.fields = append(m.fields, field{tag, value})
	default:
		m.broken = faultf("the line %q is no field of MEDLINE", excerpt(line))
	}
	return nil //nolint:nilerr // what is wrong with a line is its record's fault, kept in m.broken
}

// join adds to the last field the lines that go on with it.
func (m *medline) join() {
	if len(m.lines) > 0 {
		last := &m.fields[len(m.fields)-1]
		last.text = strings.TrimSpace(last.text + " " + strings.Join(m.lines, " "))
		m.lines = m.lines[:0]
	}
}

// fieldOf takes a line apart: a tag, filled up to four characters, a hyphen, and text.
func fieldOf(line string) (tag, text string, ok bool) {
	if len(line) < 5 || line[4] != '-' {
		return "", "", false
	}
	tag = strings.TrimRight(line[:4], " ")
	if len(tag) < 2 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
		return "", "", false
	}
	return tag, strings.TrimSpace(line[5:]), true
}

// valueOf is the text of the first field with a tag, or "".
func valueOf(fields []field, tag string) string {
	for _, f := range fields {
		if f.tag == tag {
			return f.text
		}
	}
	return ""
}

// flush hands over the record that was read, if there is one.
func (m *medline) flush() error {
	m.join()
	fields, broken := m.fields, m.broken
	*m = medline{out: m.out}
	switch {
	case broken != nil:
		return m.out.refuse(valueOf(fields, "PMID"), broken)
	case len(fields) == 0:
		return nil
	}
	return m.out.record(adaptMedline(fields), false)
}
