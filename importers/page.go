package importers

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// MaxBytes is the most that is read of any source, after decompression.
const MaxBytes = 20 << 20

// maxNodes is how many nodes a page may be parsed into. The biggest of 130 pages of all kinds had 25,000; half a million
// take some 400 MB while the page is read.
const maxNodes = 500_000

// maxAttributes is how many attributes of an element are no more than part of it. Each beyond them counts as a node.
const maxAttributes = 50

// parsePage parses a page whose text is source. One that would take more nodes than maxNodes, or that is nested deeper
// than 512 elements, is refused.
func parsePage(source string) (*goquery.Document, error) {
	if n := nodesIn(source, maxNodes); n > maxNodes {
		return nil, refuse("is built of more than %d elements, which is too many for an article", maxNodes)
	}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, refuse("is nested too deeply, or is no web page: %v", err)
	}
	return goquery.NewDocumentFromNode(root), nil
}

// nodesIn is an upper estimate of the nodes that a page is parsed into; it stops counting past limit. It takes one pass
// over the tokens.
func nodesIn(source string, limit int) int {
	z := html.NewTokenizer(strings.NewReader(source))
	var f formatting
	nodes := 0
	for nodes <= limit {
		switch z.Next() {
		case html.ErrorToken:
			return nodes
		case html.StartTagToken:
			nodes += 1 + f.open
			raw := string(z.Raw())
			name, more := z.TagName()
			f.start(atom.Lookup(name), raw)
			for n := 0; more && nodes <= limit; n++ {
				if _, _, more = z.TagAttr(); n > maxAttributes {
					nodes++
				}
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			f.close(atom.Lookup(name))
		default:
			nodes++
		}
	}
	return nodes
}

var (
	// reopened are the elements that a parser opens again in each block that follows when they were not closed: a few
	// hundred of them before some thousand paragraphs make millions of nodes out of a small page.
	reopened = set(atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike,
		atom.Strong, atom.Tt, atom.U)
	// markers are the elements within which those outside can't be closed.
	markers = set(atom.Applet, atom.Object, atom.Marquee, atom.Template, atom.Td, atom.Th, atom.Caption)
)

// formatting follows the parser's list of active formatting elements, which the HTML standard describes, closely enough
// never to count too few: what is not closed stays open, but of one tag at most three times, and of links once.
type formatting struct {
	list []tag
	open int // how many of list are no markers
}

type tag struct {
	name   atom.Atom
	raw    string
	marker bool
}

func (f *formatting) start(name atom.Atom, raw string) {
	switch {
	case markers[name]:
		f.list = append(f.list, tag{name: name, marker: true})
	case reopened[name]:
		most, same := 3, 0
		if name == atom.A || name == atom.Nobr {
			most = 1
		}
		for i := len(f.list) - 1; i >= 0 && !f.list[i].marker; i-- {
			if f.list[i].name == name && (most == 1 || f.list[i].raw == raw) {
				same++
			}
		}
		if same < most {
			f.list = append(f.list, tag{name: name, raw: raw})
			f.open++
		}
	}
}

func (f *formatting) close(name atom.Atom) {
	if !markers[name] && !reopened[name] {
		return
	}
	for i := len(f.list) - 1; i >= 0; i-- {
		switch {
		case f.list[i].name == name && f.list[i].marker:
			f.cut(i)
			return
		case f.list[i].name == name:
			f.list = append(f.list[:i], f.list[i+1:]...)
			f.open--
			return
		case f.list[i].marker && !markers[name]:
			return
		}
	}
}

// cut forgets the list from i on.
func (f *formatting) cut(i int) {
	for _, t := range f.list[i:] {
		if !t.marker {
			f.open--
		}
	}
	f.list = f.list[:i]
}
