package pubmed

import (
	"bufio"
	"bytes"
	"html"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// risReader reads RIS: a tag of two characters, a hyphen and text, from TY to ER. What no tag begins within a record goes
// on with the field before it; between records, databases put headings and numbers, which are passed over.
type risReader struct {
	out    *output
	fields []field
	inside bool // TY was met, and no ER since
	size   int  // of the record so far
	broken error
}

func readRIS(in *bufio.Reader, out *output) error {
	in = asUTF8(in)
	r := &risReader{out: out}
	for {
		line, long, err := readLine(in)
		if err != nil && err != io.EOF {
			return err
		}
		if err == io.EOF && len(line) == 0 {
			if r.inside && r.broken == nil {
				r.broken = faultf("the file ends within it: it was cut off")
			}
			return r.flush()
		}
		if err := r.line(bytes.TrimPrefix(line, byteOrderMark), long); err != nil {
			return err
		}
	}
}

// asUTF8 is in, decoded if it begins with the mark of UTF-16, as some programs save RIS.
func asUTF8(in *bufio.Reader) *bufio.Reader {
	if head, _ := in.Peek(2); !isUTF16(head) { // what can't be read is met again by who reads on
		return in
	}
	return bufio.NewReaderSize(transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), 64<<10)
}

func isUTF16(head []byte) bool {
	return bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff})
}

// risTag begins a field. The standard has two spaces before the hyphen and one after it; programs leave out some, though
// not all: “T2-weighted” is a word.
var risTag = regexp.MustCompile(`^[\s\x{feff}]*([A-Z][A-Z0-9])(?: {1,2}-\s?(.*)|-(\s.*)?)$`)

// risField takes a line apart.
func risField(line string) (f field, ok bool) {
	if i := strings.IndexByte(line, '-'); i < 2 || i > 80 {
		return field{}, false
	}
	m := risTag.FindStringSubmatch(line)
	if m == nil {
		return field{}, false
	}
	return field{m[1], strings.TrimSpace(m[2] + m[3])}, true
}

func (r *risReader) line(line []byte, long bool) error {
	text := strings.TrimRight(textOf(line), " \t\r")
	f, ok := risField(text)
	switch {
	case ok && f.tag == "TY":
		if err := r.flush(); err != nil {
			return err
		}
		r.inside = true
	case !r.inside:
		return nil
	case ok && f.tag == "ER" && f.text == "":
		return r.flush()
	}
	ok = ok && f.tag != "ER"
	r.size += len(line)
	switch {
	case r.broken != nil:
	case long:
		r.broken = faultf("a line is longer than %d MB", maxLine>>20)
	case r.size > maxRecord:
		r.broken = faultf("it is longer than %d MB", maxRecord>>20)
	case len(r.fields) >= maxParts:
		r.broken = faultf("it has more than %d parts", maxParts)
	case checkCharacters([]byte(text)) != nil:
		r.broken = checkCharacters([]byte(text))
	case ok:
		r.fields = append(r.fields, f)
	case strings.TrimSpace(text) != "":
		r.goOn(strings.TrimSpace(text))
	}
	return nil //nolint:nilerr // what is wrong with a line is its record's fault, kept in r.broken
}

// goOn takes a line without a tag. Keywords come one a line; all else goes on where it broke.
func (r *risReader) goOn(text string) {
	last := r.fields[len(r.fields)-1]
	r.fields = append(r.fields, field{last.tag, text})
	if last.tag != "KW" {
		r.fields[len(r.fields)-1].tag = more
	}
}

// more is the tag of a line that goes on with the field before it, until flush joins them.
const more = ""

// textOf is a line as text: where it is not UTF-8, it is taken for Windows-1252, as older programs save RIS.
func textOf(line []byte) string {
	if utf8.Valid(line) {
		return string(line)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(line)
	if err != nil {
		return string(line)
	}
	return string(text)
}

// flush hands over the record that was read, if there is one.
func (r *risReader) flush() error {
	inside, broken := r.inside, r.broken
	c := adaptRIS(joinFields(r.fields))
	*r = risReader{out: r.out}
	switch {
	case !inside:
		return nil
	case broken != nil:
		return r.out.refuse(c.PMID, broken)
	case c.PMID+c.DOI+c.Title == "" && c.Authors == nil && c.Abstract == nil:
		return r.out.refuse("", faultf("it says nothing of a paper"))
	case c.PMID == "":
		return r.out.unnamed(c)
	}
	return r.out.record(c, true)
}

// joinFields joins to each field the lines that go on with it, and makes plain text of all.
func joinFields(lines []field) []field {
	var out []field
	for i := 0; i < len(lines); {
		parts := []string{lines[i].text}
		tag := lines[i].tag
		for i++; i < len(lines) && lines[i].tag == more; i++ {
			parts = append(parts, lines[i].text)
		}
		if text := plainText(strings.Join(parts, " ")); text != "" {
			out = append(out, field{tag, text})
		}
	}
	return out
}

var risMarkup = regexp.MustCompile(`(?i)</?(?:i|b|u|em|strong|sub|sup|span|p|br|jats:[a-z]+)(?:\s[^<>]*)?/?>`)

// plainText is text without the markup and the entities that some databases leave in, white space as single spaces.
func plainText(text string) string {
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(risMarkup.ReplaceAllString(text, ""))
	}
	return strings.Join(strings.Fields(text), " ")
}
