package importers

import (
	"regexp"
	"strconv"
	"strings"

	"claimlens/annotate"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
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
	w.begin(annotate.Paragraph, 0, single)
	w.blocks(parser.Parse(text.NewReader(w.source)), nesting{kind: annotate.Paragraph})
	w.end()
	pieces := m.takeCredits(w.pieces)
	if len(pieces) == 0 {
		return annotate.Article{}, refuse("has no text")
	}
	a := assemble(pieces)
	m.describe(&a, []string{pieces[0].text})
	return a, nil
}

// Bounds on Markdown. The parser's time grows with the square of many things, most of all of the depth of quotes and lists
// and of the brackets and the marks of emphasis in a paragraph: without bounds 100 kB of ">" take half a minute, and 900 kB
// of "*a_ " a quarter of an hour. With these the worst inputs that were found take three seconds.
const (
	maxMarkdown = 1 << 20 // bytes, some 160,000 words
	maxNesting  = 30      // quotes and lists that a line is in
	maxBrackets = 500     // in a paragraph
	maxEmphasis = 5000    // stars, underlines and tildes in a paragraph or a table
)

func boundMarkdown(source string) error {
	switch {
	case len(source) > maxMarkdown:
		return refuse("is longer than %d MB of Markdown; a book is not an article", maxMarkdown>>20)
	case strings.ContainsRune(source, 0):
		return refuse("contains NUL characters, so it is no text")
	}
	number, brackets, emphasis := 0, 0, 0
	for l := range strings.Lines(source) {
		number++
		markers, rest := lineMarkers(l)
		if markers > 0 && !strings.HasPrefix(strings.TrimLeft(l, " \t"), ">") || strings.TrimSpace(rest) == "" {
			brackets, emphasis = 0, 0
		}
		brackets += strings.Count(rest, "[")
		emphasis += strings.Count(rest, "*") + strings.Count(rest, "_") + strings.Count(rest, "~")
		if markers > maxNesting || brackets > maxBrackets || emphasis > maxEmphasis {
			r := refuse("is nested more deeply, or has more brackets or marks of emphasis, than an article has")
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
		if behind := trimmed[len(m):]; m == "" || m != ">" && behind == strings.TrimLeft(behind, " \t\r\n") && behind != "" {
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
