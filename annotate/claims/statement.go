package claims

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// statement is one thing that a sentence says: what is quoted of it, and what the sentence that stands alone is made of.
type statement struct {
	quote span
	front span // a phrase that stands before the parts, with a comma: when or where it holds
	parts []part
	gloss bool     // an explanation of a word, in brackets or between commas
	said  source   // who says so
	why   []string // how it was taken out of its sentence, in words
}

// part is a stretch of the sentence's words, or a phrase of our own where the grammar asks for another.
type part struct {
	span
	own phrase
}

// phrase is text that does not stand in the sentence, with its words. The zero value is none.
type phrase struct {
	text  string
	words []word
}

func own(p phrase) part { return part{own: p} }

// told is the statement with who says so and, if it is the first of what they say, the phrase before that.
func (s statement) told(t told, first bool) statement {
	s.said = max(s.said, t.said)
	if first {
		s.front = t.front
	}
	if t.by != "" {
		s = s.because("leaves out who says so: “%s”", t.by)
	}
	return s
}

// because is the statement with another reason.
func (s statement) because(format string, args ...any) statement {
	s.why = append(slices.Clip(s.why), fmt.Sprintf(format, args...))
	return s
}

// statements cuts s into what it says, in the order of the text.
func (p *parse) statements(s span) []statement {
	var out []statement
	clauses := p.clauses(s)
	for n, c := range clauses {
		body, told := p.content(p.trim(c))
		if body.empty() {
			continue
		}
		asides := p.asides(body)
		list := p.predicates(body, nil)
		for _, a := range asides {
			list = append(list, a...)
		}
		for _, x := range list {
			x = x.told(told, x.quote.from == body.from)
			if len(clauses) > 1 {
				x = x.because("%s of %s clauses of its sentence", ordinal(n), cardinal(len(clauses)))
			}
			out = append(out, p.reported(x)...)
		}
	}
	slices.SortStableFunc(out, func(a, b statement) int { return a.quote.from - b.quote.from })
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
		said := statement{quote: p.behindAside(quote), parts: append(slices.Clone(leads[n]), part{span: quote})}
		if len(conjuncts) > 1 {
			said = said.because("%s of %s predicates that share a subject", ordinal(n), cardinal(len(conjuncts)))
		}
		if n > 0 && len(leads[n]) > 0 {
			said = said.because("it begins with what the sentence says before: “%s”", p.partText(leads[n]))
		}
		out = append(out, said)
	}
	return out
}

// partText is the text of parts.
func (p *parse) partText(parts []part) string {
	var out []string
	for _, x := range parts {
		if x.own.text != "" {
			out = append(out, x.own.text)
		} else {
			out = append(out, p.source(x.span))
		}
	}
	return strings.Join(out, " ")
}

// ordinal and cardinal are numbers in words, as far as sentences need them.
func ordinal(n int) string {
	names := []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n < len(names) {
		return names[n]
	}
	return fmt.Sprintf("number %d", n+1)
}

func cardinal(n int) string {
	names := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(names) {
		return names[n]
	}
	return fmt.Sprint(n)
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
	if slot > 2 && pairing[p.at(slot-2)] && p.is(slot-1, adverb) {
		slot-- // "not only significantly reduces …"
	}
	for slot > 1 && pairing[p.at(slot-1)] {
		slot--
		if p.at(slot-1) == "not" {
			slot--
		}
	}
	for n := len(conjuncts) - 1; n >= 0; n-- {
		if c := conjuncts[n]; slot >= c.from && slot < c.to {
			return append(slices.Clone(leads[n]), part{span: p.trimLeft(span{c.from, slot})})
		}
	}
	return nil
}

// pairing are words before the first of several predicates that announce another one: "not only eases pain but …".
var pairing = set("only just merely simply both either also")

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

// phrase is a stretch of the sentence as it goes into another one.
func (p *parse) phrase(s span) phrase { return phrase{text: p.source(s), words: p.words[s.from:s.to]} }

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
