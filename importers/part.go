package importers

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
)

// line is one line of a text without the white space around it; start and end are code points of the text.
type line struct {
	text       string
	indent     int
	start, end int
}

// part is one block of a text: lines that belong together.
type part struct {
	kind       annotate.BlockKind
	level      int
	text       string // its lines with single spaces
	lines      int
	alone      bool // blank lines stand around it
	start, end int
}

// partsOf cuts a text into its blocks.
func partsOf(text string) []part {
	var parts []part
	var chunk []line
	flush := func() {
		parts = append(parts, partsIn(chunk)...)
		chunk = chunk[:0]
	}
	at := 0
	for s := range strings.Lines(text) {
		l := lineAt(s, at)
		at += utf8.RuneCountInString(s)
		switch {
		case l.text == "":
			flush()
		case !rule.MatchString(l.text):
			chunk = append(chunk, l)
		}
	}
	flush()
	return parts
}

// lineAt is the line s that begins at code point at.
func lineAt(s string, at int) line {
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	indent := utf8.RuneCountInString(s) - utf8.RuneCountInString(trimmed)
	trimmed = strings.TrimRightFunc(trimmed, unicode.IsSpace)
	return line{text: trimmed, indent: indent, start: at + indent, end: at + indent + utf8.RuneCountInString(trimmed)}
}

var (
	rule    = regexp.MustCompile(`^[-=_*~#.·•\s]{3,}$`)
	item    = regexp.MustCompile(`^([-*+•·▪◦‣⁃–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+`)
	hashed  = regexp.MustCompile(`^#{1,6}\s+`)
	stopped = regexp.MustCompile(`[.!?…。！？][)"”’»\]]*$`)
)

// partsIn cuts lines without a blank one between them into blocks: items, a heading above its paragraph, paragraphs of one
// line each or hard-wrapped ones.
func partsIn(lines []line) []part {
	var parts []part
	from, width := 0, widest(lines)
	for i := range lines {
		if i > 0 && breaksBefore(lines, from, i, width) {
			parts = append(parts, partOf(lines[from:i], false))
			from = i
		}
	}
	if len(lines) > 0 {
		parts = append(parts, partOf(lines[from:], from == 0))
	}
	return parts
}

// unwrapped is the length from which on a line was not wrapped by hand: it is a paragraph of its own.
const unwrapped = 120

// breaksBefore says whether a block ends before line i. The block began at line from; the widest line is width wide.
func breaksBefore(lines []line, from, i, width int) bool {
	before, this := lines[i-1], lines[i]
	long := before.end - before.start
	switch {
	case keyed.MatchString(this.text), i == from+1 && keyed.MatchString(before.text):
		return true
	case credits(this.text) != nil, item.MatchString(this.text), hashed.MatchString(this.text), hashed.MatchString(before.text):
		return true
	case long > unwrapped:
		return true
	case stopped.MatchString(before.text):
		return long*10 < width*6
	case i == from+1 && !item.MatchString(before.text):
		first, _ := utf8.DecodeRuneInString(this.text)
		return isHeading(before.text) && long*10 < (this.end-this.start)*6 && !unicode.IsLower(first)
	}
	return false
}

func widest(lines []line) int {
	w := 0
	for _, l := range lines {
		w = max(w, l.end-l.start)
	}
	return w
}

// partOf is the block that lines make; alone says that nothing else stands between the blank lines around it.
func partOf(lines []line, alone bool) part {
	first := lines[0]
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	p := part{kind: annotate.Paragraph, lines: len(lines), alone: alone, start: first.start, end: lines[len(lines)-1].end}
	marker := ""
	switch {
	case hashed.MatchString(first.text):
		marker = hashed.FindString(first.text)
		p.kind, p.level = annotate.Heading, strings.Count(marker, "#")
	case item.MatchString(first.text):
		marker = item.FindString(first.text)
		p.kind, p.level = annotate.ListItem, 1+min(first.indent/4, 5)
	case credit.MatchString(first.text) && len(lines) == 1 && len(first.text) < 200:
		p.kind = annotate.Caption
	case len(lines) == 1 && isDate(first.text):
		p.kind = annotate.Caption
	case len(lines) == 1 && isHeading(first.text):
		p.kind, p.level = annotate.Heading, 2
	}
	p.text = strings.Join(texts, " ")
	body := strings.TrimLeftFunc(strings.TrimPrefix(p.text, marker), unicode.IsSpace)
	p.start += utf8.RuneCountInString(p.text) - utf8.RuneCountInString(body)
	p.text = body
	return p
}

func isDate(s string) bool {
	_, ok := isoDate(s)
	return ok
}

// listItems turns three or more lines in a row that look like headings into the items of a list without marks, which they
// are.
func listItems(parts []part) {
	from := 0
	for i := 0; i <= len(parts); i++ {
		if i < len(parts) && parts[i].kind == annotate.Heading && parts[i].level == 2 {
			continue
		}
		for j := from; i-from >= 3 && j < i; j++ {
			parts[j].kind, parts[j].level = annotate.ListItem, 1
		}
		from = i + 1
	}
}

// credit is how a line begins that says where a text comes from.
var credit = regexp.MustCompile(`(?i)^\(?(source|sources|photo|photo credit|image|image credit|copyright|\(c\)|(media |press )?contacts?)\b\s*[:©(]|^©|^\(?disclaimer\b`)

// isHeading says whether a line that stands by itself is a heading: short, no sentence, and beginning like one.
func isHeading(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	words := len(strings.Fields(s))
	switch {
	case utf8.RuneCountInString(s) > 100 || words > 15 || unicode.IsLower(first):
		return false
	case !unicode.IsLetter(first) && !unicode.IsDigit(first) || !strings.ContainsFunc(s, unicode.IsLetter) || strings.Contains(s, "://") || strings.ContainsAny(s, "@;"):
		return false
	case strings.HasSuffix(s, ":"):
		return words <= 5
	case strings.HasSuffix(s, "?"):
		return words <= 12
	case strings.HasSuffix(s, ","):
		return false
	}
	return !stopped.MatchString(s) && !strings.Contains(s, ". ")
}
