package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestBracket bounds how far the end of a bracket within a word is looked for, which keeps cutting linear.
const longestBracket = 40

// separator is the length of the word of its own at i, of a piece that starts at from, or 0 when the letter there
// belongs to the word around it.
func (c chunk) separator(from, i int) int {
	mark, width := utf8.DecodeRuneInString(c.text[i:c.end])
	switch mark {
	case '(', ')':
		if mark == '(' && c.bracketed(from, i) > 0 {
			return 0
		}
		return width
	case '<', '>', '=', '!', '?', '*', '_':
		return c.run(i, string(mark)+"<>=!?")
	case '.', '-':
		if n := c.run(i, string(mark)); n > 1 {
			return n
		}
		return c.afterPercent(i, mark)
	case ',', ':':
		if digitBefore(c.text[from:i]) && startsWithDigit(c.text[i+1:c.end]) {
			return 0
		}
		return width
	case '$', '£', '€', '~', '#':
		if startsWithDigit(c.text[i+width : c.end]) {
			return width
		}
		return 0
	case '%':
		if i == from || digitBefore(c.text[from:i]) {
			return width
		}
		return 0
	case '–':
		return c.afterPercent(i, mark)
	}
	if strings.ContainsRune(always, mark) {
		return width
	}
	return 0
}

// always are the marks that are words of their own wherever they stand.
const always = `"“”„«»[]{}|;—―…≤≥≈±×÷→←↑↓®™©•†‡§¿¡。，；：！？（）【】`

// run is how many of the marks stand side by side.
func (c chunk) run(i int, marks string) int {
	rest := c.text[i:c.end]
	return len(rest) - len(strings.TrimLeft(rest, marks))
}

// afterPercent cuts a range of percentages at its dash: 5%-10%.
func (c chunk) afterPercent(i int, dash rune) int {
	if dash != '.' && i > 0 && c.text[i-1] == '%' && startsWithDigit(strings.TrimLeft(c.text[i:c.end], "-–")) {
		return utf8.RuneLen(dash)
	}
	return 0
}

// step is how far to go on from i, where no separator stands: over a bracket within a word at once.
func (c chunk) step(from, i int) int {
	if c.text[i] == '(' {
		return c.bracketed(from, i)
	}
	_, width := utf8.DecodeRuneInString(c.text[i:c.end])
	return width
}

// bracketed is the length of the bracket at i when it belongs to a word, as in Ca(2+), 25(OH)D3 or (R)-warfarin, and
// else 0.
func (c chunk) bracketed(from, i int) int {
	inside := c.text[i+1 : min(c.end, i+longestBracket)]
	end := strings.IndexAny(inside, "()")
	if end <= 0 || inside[end] != ')' {
		return 0
	}
	after, _ := utf8.DecodeRuneInString(c.text[i+end+2 : c.end])
	if i > from || after == '-' || unicode.IsLetter(after) || unicode.IsDigit(after) {
		return end + 2
	}
	return 0
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func digitBefore(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }
