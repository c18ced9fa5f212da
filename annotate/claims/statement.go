package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// statement is one thing that a sentence says: what is quoted of it, and what the sentence that stands alone is made of.
type statement struct {
	quote span
	front span // a phrase that stands before the parts, with a comma: when or where it holds
	parts []part
	gloss bool   // an explanation of a word, in brackets or between commas
	said  source // who says so
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
		body, front, said := p.content(p.trim(c))
		if body.empty() {
			continue
		}
		asides := p.asides(body)
		list := p.predicates(body, nil)
		for _, a := range asides {
			list = append(list, a...)
		}
		for _, x := range list {
			x.said = max(x.said, said)
			if x.quote.from == body.from {
				x.front = front
			}
			out = append(out, p.reported(x)...)
		}
	}
	sortStatements(out)
	return out
}

// reported takes the source off a later predicate: "defends A, and suggests that B".
func (p *parse) reported(s statement) []statement {
	i := s.quote.from
	if len(s.parts) < 2 || !reporting[baseOf(p.at(i))] || p.at(i+1) != "that" || p.predicate(span{i + 2, s.quote.to}) < 0 {
		return []statement{s}
	}
	out := p.predicates(span{i + 2, s.quote.to}, nil)
	for n := range out {
		out[n].said = max(s.said, someone)
	}
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
		out = append(out, statement{quote: p.behindAside(quote), parts: parts})
	}
	return out
}

// behindAside is the quote of a statement: all of s, or, where an aside is longer than the rest, what stands behind it.
func (p *parse) behindAside(s span) span {
	for _, h := range p.holes {
		if h.from > s.from && h.to < s.to && 2*(h.to-h.from) > s.to-s.from && p.predicate(span{h.to, s.to}) >= 0 {
			return span{h.to, s.to}
		}
	}
	return s
}

// lead is what a later conjunct shares with the one that has the verb at slot: all that stands before the verb.
func (p *parse) lead(conjuncts []conjunct, leads [][]part, slot int) []part {
	for slot > 1 && p.at(slot-1) == "and" && p.words[slot-2].role == p.words[slot].role {
		slot -= 2 // "to control and delay the disease": both verbs give way
	}
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

// render writes a statement as a sentence: holes left out, white space single, a capital first, a full stop last.
func (p *parse) render(s statement) string {
	var pieces []string
	if !s.front.empty() {
		pieces = append(pieces, p.source(s.front)+",")
	}
	for _, x := range s.parts {
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

// source is the text of s as it stands in the sentence.
func (p *parse) source(s span) string {
	if s.empty() {
		return ""
	}
	return p.text[p.words[s.from].start:p.words[s.to-1].end]
}

// sentence gives a stretch of text the form of one: white space single, a capital first, a full stop last.
func sentence(s string) string {
	s = strings.Join(strings.Fields(withoutMarks(s)), " ")
	s = tight.Replace(s)
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

// tight closes up marks that a hole left alone.
var tight = strings.NewReplacer(" ,", ",", " .", ".", " )", ")", "( ", "(")

// keepsSmall says whether the first word is a symbol whose small letter means something: p53, mRNA.
func keepsSmall(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.IndexFunc(word, func(c rune) bool { return unicode.IsDigit(c) || unicode.IsUpper(c) }) > 0 && !strings.Contains(word, "-")
}
