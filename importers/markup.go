package importers

import (
	"strings"

	"claimlens/annotate"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// markdownWalk goes through a Markdown document and writes its outline.
type markdownWalk struct {
	outline
	source []byte
}

func (w *markdownWalk) blocks(n ast.Node, c nesting) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		w.block(child, c)
	}
}

func (w *markdownWalk) block(n ast.Node, c nesting) {
	switch x := n.(type) {
	case *ast.Heading:
		c.kind, c.level = annotate.Heading, x.Level
	case *ast.List, *extast.FootnoteList:
		c.depth++
	case *ast.ListItem, *extast.Footnote:
		c.kind, c.level = annotate.ListItem, c.depth
	case *ast.Blockquote:
		c.kind, c.level = annotate.Quote, 0
	case *extast.TableHeader, *extast.TableRow:
		c.kind, c.level = annotate.TableRow, 0
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.begin(annotate.Code, 0, asItIs)
		w.lines(n)
		w.end()
		return
	case *ast.HTMLBlock:
		w.begin(c.kind, c.level, single)
		w.html(n)
		w.end()
		return
	case *extast.TableCell:
		w.cell()
		w.inlines(n)
		return
	}
	w.begin(c.kind, c.level, single)
	if n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
		w.inlines(n)
	} else {
		w.blocks(n, c)
	}
	w.end()
}

func (w *markdownWalk) inlines(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch x := child.(type) {
		case *ast.Text:
			w.text(x)
		case *ast.String:
			w.write(string(x.Value), nil, 0)
		case *ast.AutoLink:
			w.write(string(x.Label(w.source)), nil, 0)
		case *ast.RawHTML:
			if strings.HasPrefix(strings.ToLower(string(x.Segments.Value(w.source))), "<br") {
				w.lineBreak()
			}
		case *ast.Image, *extast.Strikethrough:
		case *ast.Emphasis:
			if x.Level < 2 {
				w.inlines(child)
			} else {
				w.inBold(func() { w.inlines(child) })
			}
		default:
			w.inlines(child)
		}
	}
}

func (w *markdownWalk) text(t *ast.Text) {
	value := t.Segment.Value(w.source)
	if t.Parent().Kind() != ast.KindCodeSpan && !t.IsRaw() {
		value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
	}
	w.write(strings.ReplaceAll(strings.ToValidUTF8(string(value), "\uFFFD"), "\x00", "\uFFFD"), nil, 0)
	switch {
	case t.HardLineBreak():
		w.lineBreak()
	case t.SoftLineBreak():
		w.implied()
	}
}

// lines writes the lines of a block as they are.
func (w *markdownWalk) lines(n ast.Node) {
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		w.write(string(segment.Value(w.source)), nil, 0)
	}
}

// html writes the text of a block of HTML.
func (w *markdownWalk) html(n ast.Node) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		b.Write(segment.Value(w.source))
	}
	z := html.NewTokenizer(strings.NewReader(b.String()))
	hidden := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if !hidden {
				w.write(string(z.Text()), nil, 0)
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			name, _ := z.TagName()
			hidden = !hidden && (string(name) == "script" || string(name) == "style")
			w.implied()
		}
	}
}
