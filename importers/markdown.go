package importers

import (
	"regexp"
	"strconv"
	"strings"

	"claimlens/annotate"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// readMarkdown makes an article of a Markdown text: what its front matter says about it, and its blocks without markup.
func readMarkdown(d Document) (annotate.Article, error) {
	source, err := decodeText(d.Data, d.MediaType)
	if err != nil {
		return annotate.Article{}, err
	}
	if err := boundMarkdown(source); err != nil {
		return annotate.Article{}, err
	}
	m, source := frontMatter(source)
	w := &markdownWalk{source: []byte(source)}
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser()
	w.begin(annotate.Paragraph, 0, false)
	w.blocks(parser.Parse(text.NewReader(w.source)), nesting{kind: annotate.Paragraph})
	w.end()
	pieces := m.takeCredits(w.pieces)
	if len(pieces) == 0 {
		return annotate.Article{}, refuse("has no text")
	}
	a := assemble(pieces)
	a.Title, a.Byline, a.Site, a.Published, a.Language = m.title, m.byline, m.site, m.published, m.language
	if a.Title == "" {
		a.Title = firstWords(pieces[0].text)
	}
	if a.Published == "" {
		a.Published = datelineIn(a.Text)
	}
	if a.Language == "" {
		a.Language = guessLanguage(a.Text)
	}
	return a, nil
}

// Bounds on Markdown. The parser's time grows with the square of many things, most of all of the depth of quotes and lists
// and of the brackets in a paragraph: without bounds 100 kB of ">" take half a minute. With these the worst inputs that were
// found take three seconds.
const (
	maxMarkdown = 1 << 20 // bytes, some 160,000 words
	maxNesting  = 30      // quotes and lists that a line is in
	maxBrackets = 500     // in a paragraph
)

func boundMarkdown(source string) error {
	switch {
	case len(source) > maxMarkdown:
		return refuse("is longer than %d MB of Markdown; a book is not an article", maxMarkdown>>20)
	case strings.ContainsRune(source, 0):
		return refuse("contains NUL characters, so it is no text")
	}
	number, brackets := 0, 0
	for l := range strings.Lines(source) {
		number++
		markers, rest := lineMarkers(l)
		if markers > 0 || strings.TrimSpace(l) == "" {
			brackets = 0
		}
		brackets += strings.Count(rest, "[")
		if markers > maxNesting || brackets > maxBrackets {
			r := refuse("is nested more deeply, or has more brackets, than an article has")
			r.Position = "line " + strconv.Itoa(number)
			return r
		}
	}
	return nil
}

var marker = regexp.MustCompile(`^([>+*-]|\d{1,9}[.)])`)

// lineMarkers counts the marks of quotes and lists that a line begins with, two columns of indentation as one more, and
// gives what follows them.
func lineMarkers(l string) (markers int, rest string) {
	columns := 0
	for {
		trimmed := strings.TrimLeft(l, " \t")
		for _, r := range l[:len(l)-len(trimmed)] {
			if columns++; r == '\t' {
				columns += 3
			}
		}
		m := marker.FindString(trimmed)
		if m == "" {
			if markers > 0 {
				markers += columns / 2
			}
			return markers, trimmed
		}
		markers++
		l = trimmed[len(m):]
	}
}

// frontMatter takes the lines "key: value" between two lines of dashes off the beginning of a text.
func frontMatter(source string) (metadata, string) {
	var m metadata
	source = strings.ReplaceAll(source, "\r\n", "\n")
	rest, ok := strings.CutPrefix(source, "---\n")
	if !ok {
		return m, source
	}
	block, body, ok := strings.Cut(rest, "\n---\n")
	if !ok || len(block) > 10_000 {
		return m, source
	}
	for _, l := range strings.Split(block, "\n") {
		key, value, ok := strings.Cut(l, ":")
		if value = strings.Trim(strings.TrimSpace(value), `"'`); ok && value != "" && strings.TrimSpace(key) == key {
			m.set(strings.ToLower(key), value)
		}
	}
	return m, body
}

// takeCredits takes the title off the beginning of the blocks, if it is a heading there, and a line of credits after it.
func (m *metadata) takeCredits(pieces []piece) []piece {
	if len(pieces) > 0 && pieces[0].kind == annotate.Heading && (m.title == "" || annotate.NormalClaim(m.title) == annotate.NormalClaim(pieces[0].text)) {
		m.title = plain(pieces[0].text, 300)
		pieces = pieces[1:]
	}
	if len(pieces) > 0 && pieces[0].kind == annotate.Paragraph && m.take(part{text: pieces[0].text, lines: 1}) {
		pieces = pieces[1:]
	}
	return pieces
}

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
		w.begin(annotate.Code, 0, true)
		w.lines(n)
		w.end()
		return
	case *ast.HTMLBlock:
		w.begin(c.kind, c.level, false)
		w.html(n)
		w.end()
		return
	case *extast.TableCell:
		w.cell()
		w.inlines(n)
		return
	}
	w.begin(c.kind, c.level, false)
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
		w.space()
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
			w.space()
		}
	}
}
