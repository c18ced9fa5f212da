package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what stands before an item of a list.
type mark struct {
	kind   rune // '•' a bullet, '1' a number, 'a' a letter; 0 none
	number int  // of a number or letter, from 1
	form   string
	length int // in bytes, without the white space behind it
}

func (m mark) bullet() bool { return m.kind == '•' }

const bullets = "•‣⁃◦▪●■◆►✓✔➢"

// marker reads the mark of an item at the start of s: a bullet, "1.", "1)", "(1)", "1.)", "a.", "a)", or a dash.
func marker(s string) mark {
	c, width := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(bullets, c) && c != utf8.RuneError {
		return mark{kind: '•', length: width}
	}
	if strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "– ") {
		return mark{kind: '-', length: width}
	}
	open := strings.TrimPrefix(s, "(")
	n := strings.IndexFunc(open[:min(len(open), 4)], func(c rune) bool { return c < '0' || c > '9' })
	m := mark{kind: '1', form: s[:len(s)-len(open)]}
	switch {
	case n > 0:
		for _, digit := range open[:n] {
			m.number = 10*m.number + int(digit-'0')
		}
	case open != "" && open[0] >= 'a' && open[0] <= 'z':
		m.kind, m.number, n = 'a', int(open[0]-'a')+1, 1
	default:
		return mark{}
	}
	tail := open[n:]
	dots := 0
	for dots < min(len(tail), 2) && (tail[dots] == '.' || tail[dots] == ')') {
		dots++
	}
	if dots == 0 || len(tail) > dots && !isSpace(rune(tail[dots])) {
		return mark{}
	}
	m.form += tail[:dots]
	m.length = len(m.form) + n
	return m
}

// items cuts a passage before the items of a list that stands in a line: before bullets, and, in a passage that begins
// with a first item, before the marks that go on counting in the same form.
func items(text string) []Span {
	var out []Span
	start, last := 0, marker(text)
	counting := last.number > 0
	empty := true // nothing but bullets and white space since start
	for i, c := range text {
		blank := empty
		empty = empty && (isSpace(c) || strings.ContainsRune(bullets, c))
		if i == 0 || c == ' ' || !begins(text, i, c) {
			continue
		}
		m := markAt(text, i, c)
		switch {
		case m.bullet() && !blank:
		case counting && m.number == last.number+1 && m.kind == last.kind && m.form == last.form && followed(text[i+m.length:]):
			last = m
		default:
			continue
		}
		if blank && i > start || !m.bullet() && goesOn(text[start:i]) {
			continue // "• 10." is one mark; "a, b and 3) c" is one sentence
		}
		out = append(out, Span{start, i})
		start, empty = i, m.bullet()
	}
	return append(out, Span{start, len(text)})
}

// begins says whether an item's mark may begin at i, where c stands: behind white space, or anywhere for a bullet that
// is no row of stars.
func begins(text string, i int, c rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if strings.ContainsRune(bullets, c) {
		return !strings.ContainsRune(bullets, before) && !marker(text[i+utf8.RuneLen(c):]).bullet()
	}
	return isSpace(before) && (c == '(' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z')
}

func markAt(text string, i int, c rune) mark {
	if strings.ContainsRune(bullets, c) {
		return mark{kind: '•', length: utf8.RuneLen(c)}
	}
	return marker(text[i:])
}

// goesOn says whether an item's text cannot be its sentence's end: a comma or a conjunction stands last.
func goesOn(s string) bool {
	word, _ := wordBefore(strings.TrimRightFunc(s, isSpace))
	return word == "and" || word == "or" || strings.HasSuffix(word, ",")
}

// followed says whether an item's text, which begins with a capital or a digit, stands behind a mark.
func followed(s string) bool {
	word := strings.TrimLeftFunc(s, isSpace)
	first, _ := utf8.DecodeRuneInString(word)
	return len(word) < len(s) && !unicode.IsLower(first)
}
