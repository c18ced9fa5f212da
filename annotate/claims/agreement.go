package claims

// slotBefore is the last verb before i whose form agrees with that of the verb at i; -1 if there is none. A participle takes
// no object, so what has one is not coordinated with one.
func (p *parse) slotBefore(i int) int {
	n := p.skip(i+1, len(p.words), adverb)
	object := n < len(p.words) && p.words[n].role == noVerb && !p.is(n, preposition|mark|conjunction)
	for j := i - 1; j >= 0; j-- {
		w := p.words[j]
		if object && w.role == completed {
			continue
		}
		if w.role != noVerb && agree(w, p.words[i]) && p.agrees(i, p.subject(p.verbOf(j))) {
			return j
		}
	}
	return -1
}

// agree says whether the verb w may share the subject and the auxiliaries of the verb slot.
func agree(slot, w word) bool {
	switch slot.role {
	case infinitive:
		return w.is(base) && !w.is(modal)
	case finite:
		if w.is(modal|toBe|toHave|toDo) || slot.is(modal) {
			return (w.is(modal|toBe|toHave|toDo) || slot.is(modal) && w.role == finite && w.is(third|past)) && !nonFinite[w.lower]
		}
		return w.is(third) && (slot.is(third) || thirdAuxiliary[slot.lower]) ||
			w.is(past) && (slot.is(past) || pastAuxiliary[slot.lower]) ||
			w.is(base) && (slot.is(base) || slot.lower == "are" || slot.lower == "have")
	case completed:
		return w.is(participle) && !w.is(third)
	case continuous:
		return w.is(gerund)
	case noVerb:
	}
	return false
}

var (
	nonFinite      = set("be been being having doing done")
	thirdAuxiliary = set("is has does")
	pastAuxiliary  = set("was were had did")
)

// previous is the word before i, adverbs left out; -1 if there is none.
func previous(words []word, i int) int {
	for i--; i >= 0 && words[i].is(adverb|negation) && !words[i].is(verb|pronoun); i-- {
	}
	return i
}
