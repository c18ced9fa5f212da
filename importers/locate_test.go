package importers

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"claimlens/annotate"

	"golang.org/x/net/html"
)

// nodeRange is a stretch of one text node of a page, in code points, end exclusive.
type nodeRange struct {
	Path  string `json:"path"` // as in annotate.Run
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// locate says where the article's text from start to end stands in the page that it was read from, as its bytes and media
// type are now: the text nodes that hold it, in order. White space that the importer put in, between blocks and between
// the cells of a row, stands nowhere. A page whose text has changed there is annotate.ErrNotFound.
func locate(page []byte, mediaType string, a annotate.Article, start, end int) ([]nodeRange, error) {
	source, err := decodePage(page, mediaType)
	if err != nil {
		return nil, err
	}
	doc, err := parsePage(source)
	if err != nil {
		return nil, err
	}
	text := []rune(a.Text)
	if start < 0 || end < start || end > len(text) {
		return nil, fmt.Errorf("%d to %d in a text of %d characters: %w", start, end, len(text), annotate.ErrInvalid)
	}
	var found []nodeRange
	first := sort.Search(len(a.Runs), func(i int) bool { return a.Runs[i].End > start })
	for _, r := range a.Runs[first:] {
		if r.Start >= end {
			break
		}
		at, ok := rangeIn(doc.Nodes[0], r, text, max(start, r.Start), min(end, r.End))
		if !ok {
			return nil, fmt.Errorf("the page differs from the text at %s: %w", r.Path, annotate.ErrNotFound)
		}
		found = append(found, at)
	}
	return found, nil
}

// rangeIn is where text from start to end, which lies in run r, stands in the page.
func rangeIn(root *html.Node, r annotate.Run, text []rune, start, end int) (nodeRange, bool) {
	n := nodeAt(root, r.Path)
	if n == nil || r.Start < 0 || r.End > len(text) {
		return nodeRange{}, false
	}
	data := []rune(n.Data)
	at := nodeRange{Path: r.Path}
	offset := r.Offset
	for i := r.Start; i < end; i++ {
		if i == start {
			at.Start = offset
		}
		next := offset
		for unicode.IsSpace(text[i]) && next < len(data) && unicode.IsSpace(data[next]) {
			next++
			if i+1 < len(text) && unicode.IsSpace(text[i+1]) {
				break // kept as it is: one for one
			}
		}
		if next == offset && next < len(data) && data[next] == text[i] {
			next++
		}
		if next == offset {
			return nodeRange{}, false
		}
		offset = next
	}
	at.End = offset
	return at, true
}

// nodeAt is the text node at a path of child steps, nil if there is none.
func nodeAt(root *html.Node, path string) *html.Node {
	n := root
	for _, s := range strings.Split(strings.TrimPrefix(path, "/"), "/") {
		name, rest, _ := strings.Cut(s, "[")
		nth, err := strconv.Atoi(strings.TrimSuffix(rest, "]"))
		if err != nil {
			return nil
		}
		if n = nthChild(n, name, nth); n == nil {
			return nil
		}
	}
	if n.Type != html.TextNode {
		return nil
	}
	return n
}

// nthChild is the nth child of a name, of all elements for "*", of all text nodes for "text()".
func nthChild(n *html.Node, name string, nth int) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		named := c.Type == html.ElementNode && (name == "*" || c.Data == name && c.Namespace == "")
		if named || c.Type == html.TextNode && name == "text()" {
			if nth--; nth == 0 {
				return c
			}
		}
	}
	return nil
}
