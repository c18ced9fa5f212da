package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// render writes a statement as a sentence: holes left out, white space single, a capital first, a full stop last.
func (p *parse) render(s statement) string {
	var pieces []string
	if !s.front.empty() {
		pieces = append(pieces, p.source(s.front)+",")
	}
	for _, x := range s.parts {
		if x.own.text != "" {
			pieces = append(pieces, x.own.text)
			continue
		}
		for _, s := range p.without(x.span) {
			pieces = append(pieces, p.source(s))
		}
	}
	return sentence(strings.Join(pieces, " "))
}

// wordsOf is the words of the sentence that a statement makes, as they were read where they stand.
func (p *parse) wordsOf(s statement) []word {
	var out []word
	if !s.front.empty() {
		out = append(append(out, p.words[s.front.from:s.front.to]...), word{form: ",", lower: ",", tag: "PUNCT", penn: ",", class: mark})
	}
	for _, x := range s.parts {
		out = append(out, x.own.words...)
		if x.own.text != "" || x.empty() {
			continue
		}
		for _, s := range p.without(x.span) {
			out = append(out, p.words[s.from:s.to]...)
		}
	}
	return out
}

// source is the text of s as it stands in the sentence.
func (p *parse) source(s span) string {
	if s.empty() {
		return ""
	}
	return p.text[p.words[s.from].start:p.words[s.to-1].end]
}

// without is s less the holes in it. A hole that is all of it does not count.
func (p *parse) without(s span) []span {
	var out []span
	for _, h := range p.holes {
		switch {
		case h.to <= s.from || h.from >= s.to || h.from <= s.from && h.to >= s.to:
		case h.from <= s.from:
			s.from = h.to
		default:
			out = append(out, span{s.from, h.from})
			s.from = min(h.to, s.to)
		}
	}
	return append(out, s)
}

// outsideHoles takes holes off the ends of s.
func (p *parse) outsideHoles(s span) span {
	for _, h := range p.holes {
		switch {
		case h.from <= s.from && h.to > s.from:
			s = p.trim(span{h.to, s.to})
		case h.from < s.to && h.to >= s.to:
			s = p.trim(span{s.from, h.from})
		}
	}
	return s
}

// sentence gives a stretch of text the form of one: white space single, a capital first, a full stop last.
func sentence(s string) string {
	s = strings.Join(strings.Fields(withoutMarks(s)), " ")
	s = tight.Replace(s)
	s = strings.TrimRight(s, " ,;:—–-")
	if !keepsSmall(s) {
		s = capitalised(s)
	}
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ".”") {
		s += "."
	}
	return s
}

// capitalised is s with a capital first.
func capitalised(s string) string {
	if s == "" {
		return ""
	}
	first, width := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[width:]
}

// tight closes up marks that a hole left alone.
var tight = strings.NewReplacer(" ,", ",", " .", ".", " )", ")", "( ", "(")

// keepsSmall says whether the first word is a symbol whose small letter means something: p53, mRNA.
func keepsSmall(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.IndexFunc(word, func(c rune) bool { return unicode.IsDigit(c) || unicode.IsUpper(c) }) > 0 && !strings.Contains(word, "-")
}
