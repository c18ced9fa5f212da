package claims

// coordinated is the role of a verb that begins a conjunct: that of the last verb in the same form before it.
func coordinated(words []word, i int) role {
	w := words[i]
	slot := slotBefore(words, i)
	switch {
	case slot < 0 && afterInsertion(words, i):
		return finite
	case slot >= 0 && (!w.is(noun) || lastWord(words, i) || takesObject(words, i) && !describes(words, i, slot)):
		return words[slot].role
	case w.is(participle):
		return completed
	}
	return noVerb
}

// afterInsertion says whether the verb at i goes on with a clause whose subject an insertion between commas was about:
// "Neal, a member of the panel, said …".
func afterInsertion(words []word, i int) bool {
	commas, embedded := 0, 0
	for j := range i {
		switch w := words[j]; {
		case w.is(relative) && j > 0:
			embedded++
		case w.role == finite && embedded == 0:
			return false
		case w.role == finite:
			embedded--
		case w.comma():
			commas++
		}
	}
	return commas > 1 && words[i-1].comma() && words[i].is(third|past) && !words[i].is(noun)
}

// describes says whether the word at i, an adjective as well as a verb, describes what follows: "clear evidence", and
// "lower costs" where another adjective of comparison stands behind the verb at slot.
func describes(words []word, i, slot int) bool {
	if !words[i].is(adjective) || words[i+1].is(determiner|possessive) {
		return false
	}
	return words[i].lower != "lower" && words[i].lower != "slow" || comparing[words[slot+1].lower]
}

func lastWord(words []word, i int) bool { return i+1 >= len(words) || words[i+1].lower == "." }

// slotBefore is the last verb before i whose form agrees with that of the verb at i; -1 if there is none. A participle takes
// no object, so what has one is not coordinated with one.
func slotBefore(words []word, i int) int {
	n := next(words, i)
	object := n < len(words) && words[n].role == noVerb && !words[n].is(preposition|mark|conjunction)
	for j := i - 1; j >= 0; j-- {
		if words[j].role != noVerb && agree(words[j], words[i]) && !(object && words[j].role == completed) {
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
			return w.is(modal|toBe|toHave|toDo) && !nonFinite[w.lower]
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
