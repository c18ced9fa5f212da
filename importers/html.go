package importers

import (
	"strings"

	"claimlens/annotate"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML makes an article of a web page: what it says about itself, and its main text with the place of every stretch
// of it in the page.
func readHTML(d Document) (annotate.Article, error) {
	source, err := decodePage(d.Data, d.MediaType)
	if err != nil {
		return annotate.Article{}, err
	}
	doc, err := parsePage(source)
	if err != nil {
		return annotate.Article{}, err
	}
	m := metadataOf(doc, d.URL)
	pieces := withoutFurniture(contentOf(doc, m.title), m)
	if len(pieces) == 0 {
		return annotate.Article{}, refuse("has no text of its own; a page that its scripts fill can be saved in a browser and read from there")
	}
	if length(pieces) > annotate.MaxText {
		return annotate.Article{}, tooMuchText
	}
	a := assemble(pieces)
	var opening []string
	for _, p := range pieces[:min(len(pieces), 3)] {
		opening = append(opening, p.text)
	}
	m.describe(&a, opening)
	return a, nil
}

// tooMuchText is the refusal of a text that is longer than an article's may be.
var tooMuchText = refuse("holds more than %d characters of text; a book is not an article", annotate.MaxText)

// contentOf is the blocks of a page's main text. Where the search for it comes to nothing, or to next to nothing of the
// sentences on the page, it is the blocks of the whole body without what surrounds an article.
func contentOf(doc *goquery.Document, title string) []piece {
	root := doc.Nodes[0]
	kept := mainText(root, title)
	pieces := outlineOf(root, func(n *html.Node) bool { return kept[n] }, controls)
	if found := prose(pieces); found < enough {
		all := func(*html.Node) bool { return true }
		whole := outlineOf(root, all, surrounds)
		if len(pieces) == 0 || prose(whole) > found*far {
			return whole
		}
	}
	return pieces
}

// A main text with fewer than enough code points of sentences is compared with the whole page, which is taken when it has
// more than far times as many.
const (
	enough = 1000
	far    = 4
)

// prose is how many code points stand in blocks that end like a sentence and are longer than a heading.
func prose(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		if p.length > 80 && p.kind != annotate.Heading && stopped.MatchString(p.text[max(0, len(p.text)-20):]) {
			n += p.length
		}
	}
	return n
}

// surrounds says whether an element frames the page, or holds comments or teasers.
func surrounds(n *html.Node) bool {
	return frames(n) || n.DataAtom != atom.Body && commentClass.MatchString(attribute(n, "class")+" "+attribute(n, "id"))
}

func length(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		n += p.length
	}
	return n
}

// assemble joins pieces to an article's text, blocks and runs.
func assemble(pieces []piece) annotate.Article {
	var a annotate.Article
	var text strings.Builder
	at := 0
	for i, p := range pieces {
		if i > 0 {
			text.WriteString("\n\n")
			at += 2
		}
		text.WriteString(p.text)
		a.Blocks = append(a.Blocks, annotate.Block{Kind: p.kind, Level: p.level, Start: at, End: at + p.length})
		for _, r := range p.runs {
			r.Start += at
			r.End += at
			a.Runs = append(a.Runs, r)
		}
		at += p.length
	}
	a.Text = text.String()
	return a
}
