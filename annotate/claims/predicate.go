package claims

// conjunct is one of several predicates that share a subject: "ease pain" in "yoga can relax the muscles and
// ease pain". What stands before slot in the conjunct of the verb that it agrees with belongs to it as well.
type conjunct struct {
	span
	slot int // the verb whose place its own takes; -1 in the first conjunct
}

// conjuncts cuts a clause before every coordinated predicate. Coordinated nouns and adjectives are left together.
func (p *parse) conjuncts(s span) []conjunct {
	out := []conjunct{{s, -1}}
	series := false // nothing but a comma stands before the last conjunct
	for i := p.frontEnd(s) + 1; i < s.to; i++ {
		if p.words[i].opens() {
			i = p.closing(i, s.to)
			continue
		}
		begin, slot, ok := p.conjunctAt(i, s, series)
		if !ok {
			continue
		}
		if verbAt := p.skip(begin, s.to, adverb|negation); p.words[verbAt].role == infinitive {
			p.words[verbAt].role = p.words[slot].role // "they calm the gut and ease pain" has one form for both
		}
		last := &out[len(out)-1]
		end := last.to
		last.to = i
		out = append(out, conjunct{span{begin, end}, slot})
		series = begin == i+1 && p.words[i].comma()
		i = begin
	}
	return out
}

// conjunctAt says whether another predicate begins behind the comma or the conjunction at i, where, and which verb it
// agrees with.
func (p *parse) conjunctAt(i int, s span, inSeries bool) (begin, slot int, ok bool) {
	comma, begin := p.words[i].comma(), i
	if comma {
		begin++
	}
	joined := p.at(begin) == "and" || p.at(begin) == "but" || p.at(begin) == "then"
	if joined {
		begin++
	}
	if joined && p.at(begin) == "so" {
		begin++ // "and so would not be screened"
	}
	if joined && p.at(begin-1) == "but" {
		if slot = p.contrasted(begin, i, s); slot > 0 {
			return begin, slot, true
		}
	}
	verbAt := p.skip(begin, s.to, adverb|negation)
	if begin == i || verbAt >= s.to || p.words[verbAt].role == noVerb {
		return 0, 0, false
	}
	if slot = p.slotOf(verbAt, i, s, comma && joined && !inSeries); slot < p.frontEnd(s) || slot+1 >= i || !p.complete(slot, i) {
		return 0, 0, false
	}
	passive := p.words[verbAt].role == completed
	if !joined && !p.continues(verbAt, s.to) && (!inSeries || passive) || passive && !p.is(slot-1, toBe|toHave|adverb) {
		return 0, 0, false
	}
	return begin, slot, verbAt+1 < s.to && !p.words[verbAt+1].is(conjunction)
}

// slotOf is the verb before the joint at i that the one at verbAt may share its subject with: the nearest that agrees or, where
// own says that the subject itself has another predicate, the main one. It is -1 if there is none.
func (p *parse) slotOf(verbAt, i int, s span, own bool) int {
	slot, main := p.slotBefore(verbAt), p.predicate(s)
	if own && main >= 0 && main < i && agree(p.words[main], p.words[verbAt]) {
		slot = main
	}
	w := p.words[verbAt]
	switch {
	case slot < 0 || w.role == continuous && !p.means(slot):
		return -1
	case w.penn == "VBP" && ambiguous[w.lower] && p.at(verbAt+1) == "that" && p.words[slot].role == infinitive:
		return -1 // "between taste and smell that …"
	case slot != main && slot != p.firstFinite(s) && !p.is(s.from, relative) && (p.introduced(slot, s.from) || p.inRelative(slot, s)):
		return -1 // of a relative clause, which tells of which thing the sentence speaks
	}
	return slot
}

// contrasted is where the noun phrase begins that the one at begin takes the place of, "there is little evidence of A, but clear
// evidence of B": both name the same. It is 0 if there is none.
func (p *parse) contrasted(begin, i int, s span) int {
	n := p.skip(begin, s.to, adjective|determiner|adverb)
	if n < s.to && ambiguous[p.at(n)] && p.is(n+1, noun) {
		n++ // "clear evidence"
	}
	main := p.predicate(span{s.from, i})
	if n >= s.to || main < 0 || !p.is(n, noun) {
		return 0
	}
	for j := main + 1; j < i; j++ {
		if p.at(j) == p.at(n) {
			return p.nounBefore(j + 1).from
		}
	}
	return 0
}

// means says whether the gerund at slot tells by what means something is done: it, or the first of its series, stands behind
// "by".
func (p *parse) means(slot int) bool {
	for slot > 0 && p.at(slot-1) != "by" {
		if !p.words[slot-1].comma() && p.at(slot-1) != "and" {
			return false
		}
		slot = p.slotBefore(slot)
	}
	return slot > 0
}

// complete says whether the verb at slot has what it needs before the joint at i: in "prevent or delay the disease" the
// first verb shares the object of the second, and the two are one predicate.
func (p *parse) complete(slot, i int) bool {
	for j := slot + 1; j < i; j++ {
		if !p.is(j, adverb|negation|mark) && p.words[j].role != infinitive && p.words[j].role != completed {
			return true
		}
	}
	return p.words[slot].role == completed || p.is(slot, modal|toBe|toHave)
}

// continues says whether another predicate follows that belongs to a series with the verb at i.
func (p *parse) continues(i, to int) bool {
	for j := i + 1; j+1 < to; j++ {
		if !p.words[j].comma() && p.at(j) != "and" && p.at(j) != "or" {
			continue
		}
		k := j + 1
		if p.at(k) == "and" || p.at(k) == "or" {
			k++
		}
		if k = p.skip(k, to, adverb|negation); k < to && p.words[k].role != noVerb && agree(p.words[i], p.words[k]) {
			return true
		}
	}
	return false
}
