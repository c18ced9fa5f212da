package pubmed

import "bytes"

// search looks for the end of the element called name with which a window begins. When the window has grown it goes on
// where it was, so that all of it takes time in proportion to the element's length.
type search struct {
	name string
	from int // what lies before was searched
}

// finding is what a search has come to.
type finding int

const (
	nothing finding = iota // the end is not in the window
	itsEnd                 // where the element ends
	another                // where the next record begins or the set ends: the element's own end tag is missing
)

// in finds the element's end in w; more says whether w may grow. Tags within comments and CDATA sections are no tags.
func (s *search) in(w []byte, more bool) (int, finding) {
	for {
		i := bytes.IndexByte(w[s.from:], '<')
		if i < 0 {
			s.from = len(w)
			return 0, nothing
		}
		s.from += i
		tag := w[s.from:]
		if more && len(tag) < room {
			return 0, nothing
		}
		if length := sectionLength(tag); length < 0 && more {
			return 0, nothing
		} else if length > 0 {
			s.from += length
			continue
		}
		if name := endTagName(tag); name == s.name {
			if end := bytes.IndexByte(tag, '>'); end > 0 {
				return s.from + end + 1, itsEnd
			}
		} else if isOneOf(name, setNames) || isOneOf(tagName(tag), recordNames) {
			return s.from, another
		}
		s.from++
	}
}

// sectionLength is the length of the comment or CDATA section that w begins with: 0 for none, -1 if w is too short to
// tell. One that is longer than maxProlog, or that begins once more before it ends, is taken for one without an end, and so
// for none: it must not swallow the records that follow.
func sectionLength(w []byte) int {
	if len(w) < 2 || w[1] != '!' {
		return 0
	}
	for _, x := range sections {
		if !bytes.HasPrefix(w, x.begin) {
			continue
		}
		inner := w[len(x.begin):min(len(w), maxProlog)]
		i := bytes.Index(inner, x.end)
		switch {
		case i >= 0 && !bytes.Contains(inner[:i], x.begin):
			return len(x.begin) + i + len(x.end)
		case i < 0 && len(w) < maxProlog:
			return -1
		}
	}
	return 0
}

var sections = []struct{ begin, end []byte }{
	{[]byte("<!--"), []byte("-->")},
	{[]byte("<![CDATA["), []byte("]]>")},
}

// tagName is the name of the start tag that w begins with if it is one of a record or a set, else "".
func tagName(w []byte) string {
	if len(w) < 2 || w[0] != '<' {
		return ""
	}
	return nameIn(w[1:])
}

// endTagName is the name of the end tag that w begins with if it is one of a record or a set, else "".
func endTagName(w []byte) string {
	if len(w) < 2 || w[0] != '<' || w[1] != '/' {
		return ""
	}
	return nameIn(w[2:])
}

// nameIn is the known name that w begins with, or "".
func nameIn(w []byte) string {
	if len(w) == 0 || w[0] != 'P' && w[0] != 'D' {
		return ""
	}
	end := bytes.IndexAny(w[:min(len(w), room)], " \t\r\n/>")
	if end < 0 {
		return ""
	}
	for _, names := range [][]string{recordNames, setNames} {
		for _, name := range names {
			if string(w[:end]) == name {
				return name
			}
		}
	}
	return ""
}

// endTag is where the first end tag of name in w ends, comments or not, or -1.
func endTag(w []byte, name string) int {
	for from := 0; ; {
		i := bytes.Index(w[from:], []byte("</"+name))
		if i < 0 {
			return -1
		}
		from += i + 1
		if endTagName(w[from-1:]) == name {
			if end := bytes.IndexByte(w[from:], '>'); end > 0 {
				return from + end + 1
			}
		}
	}
}

// recordTag is where the first tag in w begins with which a record begins, comments or not, or -1.
func recordTag(w []byte) int {
	for from := 0; ; from++ {
		i := bytes.IndexByte(w[from:], '<')
		if i < 0 {
			return -1
		}
		from += i
		if isOneOf(tagName(w[from:]), recordNames) {
			return from
		}
	}
}
