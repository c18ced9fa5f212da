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

// singularVerb and pluralVerb say whether the finite verb at i can have one subject or several.
func (p *parse) singularVerb(i int) bool {
	w := p.words[i]
	return w.penn != "VBP" && w.lower != "were"
}

func (p *parse) pluralVerb(i int) bool {
	w := p.words[i]
	return w.penn != "VBZ" && w.lower != "was"
}

// manyOrOne are nouns that stand for many as well as for one.
var manyOrOne = set("percent % number majority half third quarter team group range variety lot all most some none")

// agrees says whether the finite verb at i can have the subject s.
func (p *parse) agrees(i int, s span) bool {
	if i < 0 || s.empty() || p.is(s.from, relative) || p.words[i].role != finite || p.at(s.from) == "there" {
		return true
	}
	for j := s.from; j < s.to; j++ {
		if p.is(j, number) || manyOrOne[p.at(j)] {
			return true
		}
	}
	if p.isPlural(s) {
		return p.pluralVerb(i)
	}
	return p.singularVerb(i) || p.at(s.from) == "i" || p.at(s.from) == "you"
}

// isPlural says whether the noun phrase s is in the plural: by the noun before its first preposition, or by "and".
func (p *parse) isPlural(s span) bool {
	head := s.to - 1
	for i := s.from; i < s.to; i++ {
		w := p.words[i]
		if (w.head < s.from || w.head >= s.to) && w.is(noun) {
			return w.is(plural) || p.joinedByAnd(i, s)
		}
	}
	for i := s.from; i < s.to; i++ {
		if p.is(i, conjunction) && p.at(i) == "and" {
			return true
		}
		if p.is(i, preposition|relative) && i > s.from {
			head = min(head, i-1)
			break
		}
	}
	return p.is(head, plural) || p.is(head, third) && p.is(head, noun)
}

// joinedByAnd says whether "and" joins another noun to the one at i.
func (p *parse) joinedByAnd(i int, s span) bool {
	for j := i + 1; j < s.to; j++ {
		if p.words[j].head == i && p.words[j].rel == "conj" {
			return true
		}
	}
	return false
}
