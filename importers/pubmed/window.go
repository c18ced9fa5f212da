package pubmed

import (
	"bytes"
	"io"
	"regexp"
	"strings"
)

// window is the part of a file that was read and not yet passed.
type window struct {
	r    io.Reader
	data []byte
	at   int   // data[:at] was passed
	err  error // why nothing more can be read; io.EOF at the end
}

// room is how much is looked at to see what begins: more than the longest tag that matters.
const room = 64

// maxProlog is how long a declaration, a comment or a tag before or between records may be.
const maxProlog = 64 << 10

func (f *window) rest() []byte { return f.data[f.at:] }

// fill reads at least n more bytes, or what there is, and says whether there was anything.
func (f *window) fill(n int) bool {
	before := len(f.rest())
	if f.at > 0 {
		f.data = f.data[:copy(f.data, f.rest())]
		f.at = 0
	}
	for f.err == nil && (len(f.data) == before || len(f.data) < before+n) {
		if len(f.data) == cap(f.data) {
			grown := make([]byte, len(f.data), max(256<<10, 2*cap(f.data)))
			copy(grown, f.data)
			f.data = grown
		}
		var more int
		more, f.err = f.r.Read(f.data[len(f.data):cap(f.data)])
		f.data = f.data[:len(f.data)+more]
	}
	return len(f.data) > before
}

// skipSpace goes to the next byte that is no white space, with room after it unless the file ends. At the end of the file
// the error is io.EOF.
func (f *window) skipSpace() error {
	for {
		rest := bytes.TrimLeft(f.rest(), " \t\r\n\ufeff")
		f.at = len(f.data) - len(rest)
		if len(rest) >= room || f.err == io.EOF && len(rest) > 0 {
			return nil
		}
		if !f.fill(room) && f.err != nil && len(f.rest()) == 0 {
			return f.err
		}
		if f.err != nil && f.err != io.EOF {
			return f.err
		}
	}
}

// skipPast goes to the next c after the byte that comes next, or to the end.
func (f *window) skipPast(c byte) error {
	f.at++
	for {
		if i := bytes.IndexByte(f.rest(), c); i >= 0 {
			f.at += i
			return nil
		}
		f.at = len(f.data)
		if !f.fill(0) {
			if f.err != io.EOF {
				return f.err
			}
			return nil
		}
	}
}

// through passes over everything up to and with the next end, at most maxProlog bytes, and is what it passed over.
func (f *window) through(end string) ([]byte, error) {
	for {
		w := f.rest()
		if i := bytes.Index(w, []byte(end)); i >= 0 && i < maxProlog {
			f.at += i + len(end)
			return w[:i+len(end)], nil
		}
		switch {
		case len(w) > maxProlog:
			return nil, faultf("no %q within %d bytes after %q", end, maxProlog, excerpt(w))
		case f.fill(room):
		case f.err == io.EOF:
			return nil, faultf("the file ends after %q: it was cut off", excerpt(w))
		default:
			return nil, f.err
		}
	}
}

// excerpt is the beginning of w, to be quoted in a message.
func excerpt(w []byte) string { return strings.ToValidUTF8(string(w[:min(len(w), 40)]), "?") }

var encoding = regexp.MustCompile(`(?i)\sencoding\s*=\s*["']([^"']*)["']`)

// prolog passes over a declaration, a comment or a processing instruction.
func (f *window) prolog() error {
	w := f.rest()
	switch {
	case bytes.HasPrefix(w, []byte("<?")):
		declaration, err := f.through("?>")
		if m := encoding.FindSubmatch(declaration); m != nil && !strings.EqualFold(string(m[1]), "utf-8") && !strings.EqualFold(string(m[1]), "us-ascii") {
			return faultf("its encoding is %q: only UTF-8 is read", m[1])
		}
		return err
	case bytes.HasPrefix(w, []byte("<!--")):
		_, err := f.through("-->")
		return err
	case bytes.HasPrefix(w, []byte("<!DOCTYPE")):
		declaration, err := f.through(">")
		if bytes.ContainsRune(declaration, '[') {
			return faultf("its document type declares something itself, which no PubMed file does")
		}
		return err
	}
	return faultf("%q is in no PubMed file", excerpt(w))
}
