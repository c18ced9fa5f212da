package claims

import "slices"

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

// behindAside is the quote of a statement: all of s, or, where an aside is longer than the rest, what stands behind it.
func (p *parse) behindAside(s span) span {
	for _, h := range p.holes {
		if h.from > s.from && h.to < s.to && 2*(h.to-h.from) > s.to-s.from && p.predicate(span{h.to, s.to}) >= 0 {
			return span{h.to, s.to}
		}
	}
	return s
}
