package importers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// walk goes through a page in the order of its text and writes the outline of the text nodes that it keeps.
type walk struct {
	outline
	keep func(*html.Node) bool // whether a text node is part of the article
	skip func(*html.Node) bool // whether an element is left out with all that is in it
}

// nesting is what the elements around a text say about it.
type nesting struct {
	kind  annotate.BlockKind
	level int // of a heading or an item
	depth int // of lists
	space spacing
	row   bool // inside a row of a table of data, which is one block
	table bool // inside a table of data
}

// outlineOf is the blocks of the page's body that keep and skip leave.
func outlineOf(root *html.Node, keep, skip func(*html.Node) bool) []piece {
	w := walk{keep: keep, skip: skip}
	w.begin(annotate.Paragraph, 0, single)
	w.children(root, &step{}, nesting{kind: annotate.Paragraph})
	w.end()
	return w.pieces
}

func (w *walk) children(n *html.Node, at *step, c nesting) {
	count := children{parent: at}
	for child := n.FirstChild; child != nil && !w.full(); child = child.NextSibling {
		switch child.Type {
		case html.TextNode:
			count.texts++
			if w.keep(child) {
				w.write(child.Data, at, count.texts)
			}
		case html.ElementNode:
			w.element(child, count.next(child), c)
		}
	}
}

func (w *walk) element(n *html.Node, at *step, c nesting) {
	switch {
	case !heard(n) || w.skip(n):
	case n.DataAtom == atom.Br && c.row, c.row && blocks[n.DataAtom] && n.DataAtom != atom.Td && n.DataAtom != atom.Th:
		w.implied()
		w.children(n, at, c)
		w.implied()
	case n.DataAtom == atom.Br:
		w.lineBreak()
	case c.row && (n.DataAtom == atom.Td || n.DataAtom == atom.Th):
		w.cell()
		w.children(n, at, c)
	case blocks[n.DataAtom]:
		inner := c.inside(n)
		w.begin(inner.kind, inner.level, inner.space)
		w.children(n, at, inner)
		w.begin(c.kind, c.level, c.space)
	case n.DataAtom == atom.B || n.DataAtom == atom.Strong:
		w.inBold(func() { w.children(n, at, c) })
	default:
		w.children(n, at, c)
	}
}

// inside is the nesting inside a block element. What stands nearest decides: a heading in a list is a heading.
func (c nesting) inside(n *html.Node) nesting {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		c.kind, c.level = annotate.Heading, int(n.Data[1]-'0')
	case atom.Ul, atom.Ol, atom.Dl, atom.Dir, atom.Menu:
		c.depth++
	case atom.Li, atom.Dd, atom.Dt:
		c.kind, c.level = annotate.ListItem, max(1, c.depth)
	case atom.Blockquote:
		c.kind, c.level = annotate.Quote, 0
	case atom.Caption, atom.Figcaption:
		c.kind, c.level = annotate.Caption, 0
	case atom.Pre:
		if c.space = byLines; !isProse(n) {
			c.kind, c.level, c.space = annotate.Code, 0, asItIs
		}
	case atom.Table:
		c.table = isData(n)
	case atom.Tr:
		if c.table {
			c.kind, c.level, c.row = annotate.TableRow, 0, true
		}
	case atom.Section, atom.Article, atom.Main:
		c.kind, c.level = annotate.Paragraph, 0
	}
	return c
}

// isProse says whether preformatted text is one in sentences, as on pages that were typed, and not code.
func isProse(pre *html.Node) bool {
	text := textUpTo(pre, 1000)
	words := 0
	for _, r := range text {
		if unicode.IsLetter(r) || r == ' ' {
			words++
		}
	}
	return find(pre, atom.Code) == nil && strings.Contains(text, ". ") && words*10 > utf8.RuneCountInString(text)*9
}

// longestCell is how many bytes of text a cell may hold for a table without header cells to be taken for one of data.
// Longer ones are columns of a page that is laid out as a table.
const longestCell = 700

// isData says whether a table holds data, whose rows are to be read as rows, rather than the layout of a page.
func isData(table *html.Node) bool {
	role := attribute(table, "role")
	if role == "presentation" || role == "none" {
		return false
	}
	t := tableScan{}
	t.scan(table, false)
	return !t.layout && (t.headed || t.widest > 1 && t.longest <= longestCell)
}

// tableScan is what the cells of a table tell about it.
type tableScan struct {
	layout  bool // something is in it that no table of data holds
	headed  bool // it has a header cell or a caption
	row     int  // cells in the row
	widest  int  // cells in the widest row
	cell    int  // bytes of text in the cell
	longest int  // bytes of text in the longest cell
}

func (t *tableScan) scan(n *html.Node, inCell bool) {
	for child := n.FirstChild; child != nil && !t.layout; child = child.NextSibling {
		if child.Type == html.TextNode && inCell {
			t.cell += len(child.Data)
			t.longest = max(t.longest, t.cell)
		}
		if child.Type != html.ElementNode || silent[child.DataAtom] {
			continue
		}
		inside := inCell
		switch child.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Article, atom.Section, atom.Blockquote:
			t.layout = true
		case atom.Tr:
			t.row = 0
		case atom.Caption:
			t.headed = true
		case atom.Td, atom.Th:
			t.headed = t.headed || child.DataAtom == atom.Th
			t.row++
			t.widest = max(t.widest, t.row)
			t.cell, inside = 0, true
		}
		t.scan(child, inside)
	}
}
