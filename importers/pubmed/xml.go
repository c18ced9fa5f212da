package pubmed

import (
	"bytes"
	"io"
	"regexp"

	"github.com/orisano/gosax"
)

// maxDepth is how deep elements may be nested; mathematics in an abstract comes to twenty.
const maxDepth = 200

// decoder decodes records. gosax finds tags and text; that they make a well-formed document, the decoder sees to: names that
// match, attributes, entities, characters, sections and comments. One serves for many records, one after another.
type decoder struct {
	sax     *gosax.Reader
	size    int // of its buffer, which must hold a whole record
	names   []byte
	open    []element
	leaves  []leaf
	taking  *flat  // the text that is being taken, nil for none
	flat    flat   // what taking points to
	place   []byte // where an element begins, and
	scratch []byte // text: room that is used again and again
	rules   map[string]rule
}

// rule is an entry of shape.
type rule struct {
	path string
	of   interest
}

// element is an element that is open.
type element struct {
	name int      // where its name ends in decoder.names; it begins where that of the one before ends
	of   interest // none within one that is passed over
}

const decoderSize = 1 << 20

func newDecoder() *decoder {
	d := &decoder{sax: gosax.NewReaderSize(bytes.NewReader(nil), decoderSize), size: decoderSize, rules: map[string]rule{}}
	for path, of := range shape {
		d.rules[path] = rule{path, of}
	}
	return d
}

// piece decodes and adapts what a splitter cut off, and hands over what comes of it.
func (d *decoder) piece(p piece, out *output) error {
	reason := p.reason
	if reason == nil {
		var leaves []leaf
		if leaves, reason = d.decode(p.data); reason == nil {
			return adapt(leaves, out)
		}
	}
	return out.refuse(pmidIn(p.data), reason)
}

var ownPMID = regexp.MustCompile(`<(?:MedlineCitation|BookDocument)(?:\s[^>]*)?>\s*<PMID(?:\s[^>]*)?>\s*(\d{1,8})\s*<`)

// pmidIn is the PMID of a record that can't be decoded, if it can be made out.
func pmidIn(data []byte) string {
	if m := ownPMID.FindSubmatch(data[:min(len(data), maxProlog)]); m != nil {
		return string(m[1])
	}
	return ""
}

// decode is the leaves of a record, which are good until the next is decoded.
func (d *decoder) decode(data []byte) ([]leaf, error) {
	if need := len(data) + 4096; need > d.size { // so that no tag or section lies across two buffers
		d.sax, d.size = gosax.NewReaderSize(nil, need), need
	}
	d.sax.Reset(bytes.NewReader(data))
	d.names, d.open, d.leaves, d.taking = d.names[:0], d.open[:0], d.leaves[:0], nil
	for done := false; ; {
		e, err := d.sax.Event()
		switch {
		case err == io.EOF:
			return nil, faultf("it ends within a tag")
		case err != nil:
			return nil, faultf("%v", err)
		case e.Type() == gosax.EventEOF && !done:
			return nil, faultf("it ends within an element")
		case e.Type() == gosax.EventEOF:
			return d.leaves, nil
		case done:
			return nil, faultf("%q after its end", excerpt(e.Bytes))
		}
		if err := d.event(e); err != nil {
			return nil, err
		}
		done = len(d.open) == 0
	}
}

func (d *decoder) event(e gosax.Event) error {
	b := e.Bytes
	switch e.Type() {
	case gosax.EventStart:
		return d.start(b[1 : len(b)-1])
	case gosax.EventEnd:
		name := b[2 : len(b)-1]
		for len(name) > 0 && isSpace(name[len(name)-1]) {
			name = name[:len(name)-1]
		}
		return d.end(name)
	case gosax.EventText:
		return d.characters(b)
	case gosax.EventCData:
		return d.section(b)
	case gosax.EventComment:
		return checkComment(b)
	}
	return faultf("%q, which no record has", excerpt(b))
}

// start opens the element of a tag, and closes it when it is empty.
func (d *decoder) start(tag []byte) error {
	tag, empty := bytes.CutSuffix(tag, []byte("/"))
	name, rest := tag, []byte(nil)
	if i := spaceIn(tag); i >= 0 {
		name, rest = tag[:i], tag[i:]
	}
	if !isName(name) {
		return faultf("the tag %q can't be read", excerpt(tag))
	}
	if len(d.open) == maxDepth {
		return faultf("elements are nested more than %d deep", maxDepth)
	}
	path, of := d.interest(name)
	if len(d.leaves) == maxParts {
		return faultf("it has more than %d parts", maxParts)
	}
	attrs, err := d.attributes(rest, of == group || of == taken)
	if err != nil {
		return err
	}
	d.names = append(d.names, name...)
	d.open = append(d.open, element{len(d.names), of})
	switch {
	case d.taking != nil:
		d.taking.start(name)
	case of == group:
		d.leaves = append(d.leaves, leaf{path: path, attrs: attrs})
	case of == taken:
		d.flat = flat{depth: len(d.open), text: d.flat.text[:0], open: d.flat.open[:0]}
		d.taking = &d.flat
		d.leaves = append(d.leaves, leaf{path: path, attrs: attrs})
	}
	if empty {
		return d.end(name)
	}
	return nil
}

// interest is what is wanted of an element that begins here, and its place in the record.
func (d *decoder) interest(name []byte) (string, interest) {
	d.place = d.place[:0]
	if n := len(d.open); n > 0 {
		if of := d.open[n-1].of; of == none || of == taken {
			return "", none
		}
		d.place = append(d.place, d.names[d.nameOf(n-1):]...)
	}
	d.place = append(append(d.place, '/'), name...)
	r := d.rules[string(d.place)]
	return r.path, r.of
}

// nameOf is where the name of the n-th open element begins.
func (d *decoder) nameOf(n int) int {
	if n == 0 {
		return 0
	}
	return d.open[n-1].name
}

func (d *decoder) end(name []byte) error {
	n := len(d.open)
	if n == 0 || string(d.names[d.nameOf(n-1):]) != string(name) {
		return faultf("</%s> where another element ends", excerpt(name))
	}
	if d.taking != nil {
		if d.taking.depth == n {
			d.leaves[len(d.leaves)-1].text = d.taking.String()
			d.taking = nil
		} else {
			d.taking.end()
		}
	}
	d.names = d.names[:d.nameOf(n-1)]
	d.open = d.open[:n-1]
	return nil
}
