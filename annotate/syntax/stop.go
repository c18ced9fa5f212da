package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop is a place at which a sentence may end: a run of marks and what closes after it.
type stop struct {
	start int    // of the run of marks
	end   int    // of the run of marks
	after int    // of the closing quotes, brackets and citation marks behind it
	next  int    // where the text goes on behind the white space; the length of the text if it does not
	last  rune   // the last mark of the run
	dots  int    // how many full stops the run has
	word  string // the word before the run, without opening brackets and quotes
	open  bool   // an opening bracket stands right before the word
}

// The longest word and the longest citation mark that are looked at, in bytes: what is longer is no abbreviation and no
// citation, and the bound keeps reading linear.
const (
	maxWord     = 40
	maxCitation = 60
)

func isMark(c rune) bool {
	switch c {
	case '.', '!', '?', '…':
		return true
	}
	return isFull(c)
}

// isFull says whether c is the mark of a script whose full stop means nothing else.
func isFull(c rune) bool {
	switch c {
	case '。', '！', '？', '．', '｡', '؟', '۔', '।', '॥', '።', '։':
		return true
	}
	return false
}

// stopAt reads the run of marks at i and what closes behind it.
func (r *reader) stopAt(i int) stop {
	s := stop{start: i}
	for i < len(r.text) {
		c, width := utf8.DecodeRuneInString(r.text[i:])
		if c == ' ' && spaced(r.text, i) {
			i++
			continue
		}
		if !isMark(c) {
			break
		}
		if c == '.' {
			s.dots++
		}
		s.last = c
		i += width
	}
	s.end = i
	s.word, s.open = wordBefore(r.text[r.start:s.start])
	s.after = closers(r.text, s.end)
	if s.after == s.end && s.dots == 1 && len(s.word) > 1 && abbreviations[strings.ToLower(s.word)] == 0 {
		s.after = max(superscript(r.text, s.end), footnote(r.text, s.end))
	}
	s.next = s.after + len(r.text[s.after:]) - len(strings.TrimLeftFunc(r.text[s.after:], isSpace))
	return s
}

// spaced says whether the space at i stands between the points of a spaced ellipsis: ". . .".
func spaced(text string, i int) bool {
	return i > 0 && text[i-1] == '.' && strings.HasPrefix(text[i:], " .") && !startsNumber(text[i+1:])
}

func startsNumber(s string) bool { return len(s) > 1 && s[0] == '.' && s[1] >= '0' && s[1] <= '9' }

// closers is the end of the closing quotes, brackets, bracketed citations and smileys that begin at i.
func closers(text string, i int) int {
	for i < len(text) {
		c, width := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(`"')]}”’»›」』）】`, c) {
			tail := strings.TrimPrefix(text[i:], " ")
			n := citation(tail) + smiley(tail)
			if len(tail) == len(text[i:]) && i > 0 {
				n += behind(text[i-1], tail)
			}
			if n == 0 {
				break
			}
			width = len(text[i:]) - len(tail) + n
		}
		i += width
	}
	return i
}

// behind is the length of a citation at the start of s that only counts right behind the mark before it: "(12)" behind a full
// stop, "-[3]" behind "[1]".
func behind(before byte, s string) int {
	if before == '.' {
		return bracketed(s, '(', ')')
	}
	if before == ']' && s != "" && strings.IndexByte("-,", s[0]) >= 0 {
		if n := citation(s[1:]); n > 0 {
			return n + 1
		}
	}
	return 0
}

// smiley is the length of a smiley, as in ":-)", at the start of s.
func smiley(s string) int {
	eyes := strings.TrimLeft(s[:min(len(s), 1)], ":;=")
	if s == "" || eyes != "" {
		return 0
	}
	mouth := strings.TrimPrefix(s[1:], "-")
	if mouth == "" || strings.IndexByte(")(DPp/", mouth[0]) < 0 || len(mouth) > 1 && !isSpace(rune(mouth[1])) {
		return 0
	}
	return len(s) - len(mouth) + 1
}

// citation is the length of a bracketed citation, as in "[12]" or "[3,5–7]", at the start of s.
func citation(s string) int { return bracketed(s, '[', ']') }

// bracketed is the length of numbers in brackets at the start of s.
func bracketed(s string, open, closing byte) int {
	if len(s) < 3 || s[0] != open || s[1] < '0' || s[1] > '9' {
		return 0
	}
	end := strings.IndexByte(s[:min(len(s), maxCitation)], closing)
	if end < 0 || strings.Trim(s[1:end], "0123456789,-–; ") != "" {
		return 0
	}
	return end + 1
}

// superscript is the end of citation numbers that stand right behind a full stop, as in "lower.1,2 However".
func superscript(text string, i int) int {
	end := i
	for end < len(text) && end < i+maxCitation && strings.IndexByte("0123456789,-", text[end]) >= 0 {
		end++
	}
	if end == i || text[i] < '1' || text[i] > '9' || text[end-1] < '0' || end < len(text) && text[end] != ' ' && text[end] != '\n' {
		return i
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i-1])
	if !unicode.IsLetter(before) {
		return i
	}
	return end
}

// wordBefore is the last word of s without the brackets and quotes that open before it.
func wordBefore(s string) (word string, open bool) {
	tail := s[max(0, len(s)-maxWord):]
	if i := strings.LastIndexFunc(tail, isSpace); i >= 0 {
		_, width := utf8.DecodeRuneInString(tail[i:])
		tail = tail[i+width:]
	}
	if i := strings.LastIndexAny(tail, "([{"); i >= 0 {
		open = !strings.ContainsAny(tail[i:], ")]}")
		tail = tail[i+1:]
	}
	if i := strings.LastIndexAny(tail, "—–"); i >= 0 {
		_, width := utf8.DecodeRuneInString(tail[i:])
		tail = tail[i+width:]
	}
	return strings.TrimLeft(tail, `"'“‘«‹`), open
}

// wordAfter is the first word of s and whether a quote or bracket opens before it.
func wordAfter(s string) (word string, opens bool) {
	s = s[:min(len(s), maxWord)]
	word = strings.TrimLeft(s, `"'“‘«‹([{*_¿¡`)
	opens = len(word) < len(s)
	if i := strings.IndexFunc(word, func(c rune) bool { return isSpace(c) || strings.ContainsRune(`,.;:!?)]"”/…`, c) }); i >= 0 {
		word = word[:i]
	}
	return word, opens
}
