package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// statement is one thing that a sentence says: what is quoted of it, and what the sentence that stands alone is made of.
type statement struct {
	quote span
	parts []part
	gloss bool // an explanation of a word, in brackets or between commas
}

// part is a stretch of the sentence's words, or words of our own where the grammar asks for others.
type part struct {
	span
	words string
}

func own(words string) part { return part{words: words} }

// statements cuts s into what it says, in the order of the text.
func (p *parse) statements(s span) []statement {
	var out []statement
	for _, c := range p.clauses(s) {
		c = p.trim(c)
		if c.empty() {
			continue
		}
		asides := p.asides(c)
		out = append(out, p.predicates(c, nil)...)
		for _, a := range asides {
			out = append(out, a...)
		}
	}
	sortStatements(out)
	return out
}

func sortStatements(list []statement) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && list[j].quote.from < list[j-1].quote.from; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// predicates makes a statement of every coordinated predicate of the clause s. Before each stands what subject says, or,
// without one, what the clause begins with.
func (p *parse) predicates(s span, subject []part) []statement {
	var out []statement
	conjuncts := p.conjuncts(s)
	leads := make([][]part, len(conjuncts)) // what stands before each conjunct
	for n, c := range conjuncts {
		leads[n] = subject
		if n > 0 {
			leads[n] = p.lead(conjuncts[:n], leads[:n], c.slot)
		}
		quote := p.outsideHoles(p.trim(c.span))
		if quote.empty() {
			continue
		}
		parts := append(append([]part{}, leads[n]...), part{span: quote})
		out = append(out, statement{quote: quote, parts: parts})
	}
	return out
}

// lead is what a later conjunct shares with the one that has the verb at slot: all that stands before the verb.
func (p *parse) lead(conjuncts []conjunct, leads [][]part, slot int) []part {
	for n := len(conjuncts) - 1; n >= 0; n-- {
		if c := conjuncts[n]; slot >= c.from && slot < c.to {
			return append(append([]part{}, leads[n]...), part{span: p.trimLeft(span{c.from, slot})})
		}
	}
	return nil
}

func (p *parse) trimLeft(s span) span {
	return span{p.trim(span{s.from, len(p.words)}).from, s.to}
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

// render writes the parts as a sentence: holes left out, white space single, a capital first, a full stop last.
func (p *parse) render(parts []part) string {
	var pieces []string
	for _, x := range parts {
		if x.words != "" {
			pieces = append(pieces, x.words)
			continue
		}
		for _, s := range p.without(x.span) {
			pieces = append(pieces, p.source(s))
		}
	}
	return sentence(strings.Join(pieces, " "))
}

// without is s less the holes in it. A hole that reaches out of s, or is all of it, does not count.
func (p *parse) without(s span) []span {
	var out []span
	for _, h := range p.holes {
		if h.from > s.from && h.to <= s.to {
			out = append(out, span{s.from, h.from})
			s.from = h.to
		}
	}
	return append(out, s)
}

// source is the text of s as it stands in the sentence.
func (p *parse) source(s span) string {
	if s.empty() {
		return ""
	}
	return p.text[p.words[s.from].start:p.words[s.to-1].end]
}

// sentence gives a stretch of text the form of one: white space single, a capital first, a full stop last.
func sentence(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = strings.NewReplacer(" ,", ",", " .", ".", " )", ")", "( ", "(").Replace(s)
	s = strings.TrimRight(s, " ,;:—–-")
	first, width := utf8.DecodeRuneInString(s)
	if s != "" && !keepsSmall(s) {
		s = string(unicode.ToUpper(first)) + s[width:]
	}
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ".”") {
		s += "."
	}
	return s
}

// keepsSmall says whether the first word is a symbol whose small letter means something: p53, mRNA.
func keepsSmall(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.IndexFunc(word, func(c rune) bool { return unicode.IsDigit(c) || unicode.IsUpper(c) }) > 0 && !strings.Contains(word, "-")
}
