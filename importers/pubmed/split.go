package pubmed

import (
	"bufio"
	"bytes"
	"io"
	"slices"
)

// splitter cuts PubMed XML into records by the tags that they begin and end with, without reading what lies between: a
// record that is broken, whatever is wrong with it, costs the next one nothing.
type splitter struct {
	window
	set string // the root element that is open, "" for none
	any bool   // there was a root, or a record without one
}

// piece is what a splitter cuts off: an element that is a record, or should be.
type piece struct {
	data   []byte // valid until the next piece is cut off
	reason error  // why it can't be a record, whatever it holds
}

// lists says whether what comes of the piece may be several records, or none.
func (p piece) lists() bool { return bytes.HasPrefix(p.data, []byte("<Delete")) }

// The elements that are records, and those that hold them.
var (
	recordNames = []string{"PubmedArticle", "PubmedBookArticle", "DeleteCitation", "DeleteDocument"}
	setNames    = []string{"PubmedArticleSet", "PubmedBookArticleSet"}
)

func readXML(in *bufio.Reader, out *output) error {
	s := &splitter{window: window{r: in}}
	d := newDecoder()
	for {
		p, err := s.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if !p.lists() && out.passes() {
			continue
		}
		if err := d.piece(p, out); err != nil {
			return err
		}
	}
}

// next cuts off the next record. The error is io.EOF at a proper end. Several documents may follow one another, as when
// answers were collected in one file.
func (s *splitter) next() (piece, error) {
	for stray := false; ; {
		err := s.skipSpace()
		w := s.rest()
		name := tagName(w)
		known := isOneOf(name, recordNames) || isOneOf(name, setNames) || s.endsSet(w)
		switch {
		case err != nil && err != io.EOF:
			return piece{}, err
		case stray && (known || err == io.EOF):
			return piece{reason: faultf("what stands here is no record")}, nil
		case err == io.EOF:
			return piece{}, s.atEnd()
		case isOneOf(name, recordNames):
			s.any = true
			return s.cut(name)
		case known:
			err = s.root(name)
		case bytes.HasPrefix(w, []byte("<?")) || bytes.HasPrefix(w, []byte("<!")):
			err = s.prolog()
		case !s.any:
			err = faultf("it is XML, but not PubMed's: it begins with %q", excerpt(w))
		default:
			stray = true
			err = s.skipPast('<')
		}
		if err != nil {
			return piece{}, err
		}
	}
}

// atEnd is what next says at the end of the file: io.EOF when it is complete.
func (s *splitter) atEnd() error {
	switch {
	case s.set != "":
		return faultf("the file ends before </%s>: it was cut off", s.set)
	case !s.any:
		return faultf("no PubMed records")
	}
	return io.EOF
}

func (s *splitter) endsSet(w []byte) bool {
	return s.set != "" && bytes.HasPrefix(w, []byte("</"+s.set))
}

// root passes over the tag that begins or ends a root element.
func (s *splitter) root(name string) error {
	tag, err := s.through(">")
	switch {
	case err != nil:
		return err
	case name == "":
		s.set = ""
	case s.set != "":
		return faultf("<%s> within <%s>", name, s.set)
	default:
		s.any = true
		if !bytes.HasSuffix(tag, []byte("/>")) {
			s.set = name
		}
	}
	return nil
}

// cut cuts off the element called name that begins here.
func (s *splitter) cut(name string) (piece, error) {
	if n := emptyElement(s.rest()); n > 0 {
		return s.take(n, nil), nil
	}
	for search := (search{name: name, from: 1}); ; {
		w, more := s.rest(), s.err == nil
		end, found := search.in(w, more)
		switch {
		case found == itsEnd && end <= maxRecord:
			return s.take(end, nil), nil
		case found == another && end <= maxRecord:
			return s.take(end, faultf("it has no end tag")), nil
		case len(w) > maxRecord:
			return s.drop(name)
		case more:
			s.fill(len(w))
		case s.err != io.EOF:
			return piece{}, s.err
		default:
			return s.take(len(w), faultf("the file ends within it: it was cut off")), nil
		}
	}
}

// take cuts off n bytes.
func (s *splitter) take(n int, reason error) piece {
	p := piece{data: s.rest()[:n], reason: reason}
	s.at += n
	return p
}

// drop cuts off the beginning of the element called name and passes over the rest of it.
func (s *splitter) drop(name string) (piece, error) {
	p := piece{data: bytes.Clone(s.rest()[:maxProlog]), reason: faultf("it is longer than %d MB", maxRecord>>20)}
	s.at += maxRecord
	for {
		w := s.rest()
		end, begin := endTag(w, name), recordTag(w)
		switch {
		case begin >= 0 && (end < 0 || begin < end):
			s.at += begin
			return p, nil
		case end >= 0:
			s.at += end
			return p, nil
		}
		s.at += max(0, len(w)-room)
		if !s.fill(0) {
			s.at = len(s.data)
			return p, nil
		}
	}
}

// emptyElement is the length of the tag that w begins with if it is an element without content, else 0.
func emptyElement(w []byte) int {
	i := bytes.IndexByte(w[:min(len(w), room)], '>')
	if i < 1 || w[i-1] != '/' || bytes.ContainsAny(w[:i], "\"'") {
		return 0
	}
	return i + 1
}

func isOneOf(name string, names []string) bool { return slices.Contains(names, name) }
