package importers

import (
	"strconv"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxWork bounds what the search for a page's main text may cost: the sum over all nodes of their depth times their size.
// The search looks at every text once for each element around it. The biggest of everyday's pages come to 15 million; 400
// million took two seconds.
const maxWork = 400_000_000

// mark is the attribute of a text node, in the copy that is searched, that says which of the page's text nodes it is.
const mark = "data-text"

// mainText is the set of text nodes that are a page's main text, as the readability algorithm has it. It is empty when the algorithm finds none, would take too long, or fails. The page stays as it is.
//
// The algorithm works on a copy and changes it: it moves, renames and drops elements. Text nodes it only moves or drops, so
// their marks lead back to the page, and all of the rest (blocks, order, places) is taken from the page itself.
func mainText(root *html.Node, title string) map[*html.Node]bool {
	c := copier{}
	doc := c.document(root, title)
	if c.work > maxWork {
		return nil
	}
	kept := map[*html.Node]bool{}
	if result := readable(doc); result != nil {
		c.collect(result, kept)
	}
	return kept
}

// readable runs the algorithm. It is a library's, and strangers' pages are its input: a panic in it is a page without a
// main text.
func readable(doc *html.Node) (result *html.Node) {
	defer func() {
		if recover() != nil {
			result = nil
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true
	article, err := p.ParseAndMutate(doc, nil)
	if err != nil {
		return nil
	}
	return article.Node
}

// copier copies a page for the algorithm, without what it need not see, and with a mark at each text node.
type copier struct {
	texts    []*html.Node // the page's text nodes by their marks
	work     int
	headings int
}

// maxHeadings is how many headings are compared with the title, which takes both apart into words for each. The others are
// shown as headings of the third level, which are not.
const maxHeadings = 500

// document is the copy of a page. Its head has nothing but the title, since the algorithm leaves out a heading that repeats
// it, and an author: without one the algorithm looks for a byline and may take an article that has "author" in its class
// for it.
func (c *copier) document(root *html.Node, title string) *html.Node {
	doc := &html.Node{Type: html.DocumentNode}
	top := &html.Node{Type: html.ElementNode, DataAtom: atom.Html, Data: "html"}
	head := &html.Node{Type: html.ElementNode, DataAtom: atom.Head, Data: "head"}
	head.AppendChild(metaElement("property", "og:title", html.EscapeString(title)))
	head.AppendChild(metaElement("name", "author", "-"))
	doc.AppendChild(top)
	top.AppendChild(head)
	if body := find(root, atom.Body); body != nil {
		c.copy(top, body, 1)
	}
	return doc
}

func metaElement(key, name, content string) *html.Node {
	attributes := []html.Attribute{{Key: key, Val: name}, {Key: "content", Val: content}}
	return &html.Node{Type: html.ElementNode, DataAtom: atom.Meta, Data: "meta", Attr: attributes}
}

func (c *copier) copy(parent, n *html.Node, depth int) {
	switch {
	case n.Type == html.TextNode:
		c.work += depth * (len(n.Data) + 20)
		text := &html.Node{Type: html.TextNode, Data: n.Data, Attr: []html.Attribute{{Key: mark, Val: strconv.Itoa(len(c.texts))}}}
		c.texts = append(c.texts, n)
		parent.AppendChild(text)
		return
	case n.Type != html.ElementNode, n.DataAtom == atom.Script, n.DataAtom == atom.Style, n.DataAtom == atom.Noscript, n.DataAtom == atom.Template:
		return
	}
	c.work += depth * 20
	element := &html.Node{Type: html.ElementNode, DataAtom: n.DataAtom, Data: n.Data, Attr: copyAttributes(n)}
	if n.DataAtom == atom.H1 || n.DataAtom == atom.H2 {
		if c.headings++; c.headings > maxHeadings {
			element.DataAtom, element.Data = atom.H3, "h3"
		}
	}
	parent.AppendChild(element)
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.copy(element, child, depth+1)
	}
}

// longestValue is how many bytes of an attribute's value the algorithm gets to see.
const longestValue = 1000

// copyAttributes leaves out the addresses that are programs: the algorithm replaces such links by new text nodes, which
// have no mark.
func copyAttributes(n *html.Node) []html.Attribute {
	out := make([]html.Attribute, 0, len(n.Attr))
	for _, a := range n.Attr {
		if a.Key == "href" && strings.HasPrefix(a.Val, "javascript:") {
			continue
		}
		a.Val = a.Val[:min(len(a.Val), longestValue)]
		out = append(out, a)
	}
	return out
}

// collect notes which of the page's text nodes are in the algorithm's result.
func (c *copier) collect(n *html.Node, kept map[*html.Node]bool) {
	if n.Type == html.TextNode {
		if i, err := strconv.Atoi(attribute(n, mark)); err == nil {
			kept[c.texts[i]] = true
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.collect(child, kept)
	}
}

// find is the first element of a kind below n, in the order of the page.
func find(n *html.Node, kind atom.Atom) *html.Node {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.DataAtom == kind && child.Type == html.ElementNode {
			return child
		}
		if found := find(child, kind); found != nil {
			return found
		}
	}
	return nil
}
