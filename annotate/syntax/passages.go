package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// passages cuts a text where its lines end a sentence whatever its punctuation: at empty lines, before items of a list,
// and behind lines that were broken by will and not for want of room, such as headings. A line break inside a paragraph
// that was wrapped at some width is white space.
func passages(text string) []Span {
	var out []Span
	var run []Span // lines without an empty one between them
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if line := trim(text, Span{start, end}); line.Start < line.End {
			run = append(run, line)
		} else {
			out = appendPassages(out, text, run)
			run = run[:0]
		}
		start = end + 1
	}
	return appendPassages(out, text, run)
}

// wide is the longest line that somebody may have wrapped, in code points; past it every line is a paragraph.
const wide = 140

// appendPassages cuts a run of lines into passages.
func appendPassages(out []Span, text string, run []Span) []Span {
	width := 0
	for _, line := range run {
		width = max(width, utf8.RuneCountInString(text[line.Start:line.End]))
	}
	for i, start := 0, 0; i < len(run); i++ {
		if i+1 == len(run) || breaks(text[run[i].Start:run[i].End], text[run[i+1].Start:run[i+1].End], width) || itemised(text, run[i+1:]) {
			out = append(out, Span{run[start].Start, run[i].End})
			start = i + 1
		}
	}
	return out
}

// itemised says whether two lines in a row begin with dashes, or with numbers that count on: a list, whatever stands above it.
func itemised(text string, run []Span) bool {
	if len(run) < 2 {
		return false
	}
	one, two := marker(text[run[0].Start:run[0].End]), marker(text[run[1].Start:run[1].End])
	return one.kind != 0 && one.kind == two.kind && one.form == two.form && (one.number == 0 || two.number == one.number+1)
}

// breaks says whether the line break between two lines of a run ends a sentence. Whoever wraps a paragraph puts on a line
// what it holds; so a break before a word that had room is meant.
func breaks(line, next string, width int) bool {
	if strings.Contains(line, "\t") || strings.Contains(next, "\t") || strings.HasPrefix(line, "#") || strings.HasPrefix(next, "#") || marker(next).bullet() {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	if m := marker(next); m.kind != 0 && (m.number == 1 || strings.ContainsRune(".:;!?,", last) || marker(line).kind != 0) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(first) || last == ',' || last == '-' {
		return false
	}
	if width > wide {
		return true
	}
	word, _, _ := strings.Cut(next, " ")
	room := width - utf8.RuneCountInString(line) - 1 - utf8.RuneCountInString(word)
	return room > width/10
}
