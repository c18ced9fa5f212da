package claims

// role is what a word is in its sentence, as far as verbs go.
type role int

const (
	noVerb     role = iota
	finite          // the head of a predicate: "can" in "can reduce", "reduces", "is"
	infinitive      // after a modal, "to" or "help": "reduce" in "can reduce"
	completed       // a participle: "reduced" in "is reduced" and in "the reduced risk"
	continuous      // "reducing"
)

// read gives every word its role. It looks at the words on either side and at the verbs found so far; what may be a noun
// is a verb only where a subject stands before it and something that a verb takes behind it.
func read(words []word) {
	for i := range words {
		words[i].role = roleOf(words, i)
	}
	for i := range words {
		if words[i].role == finite && words[i].is(past) && !words[i].is(toBe|toHave|toDo|modal) {
			settlePast(words, i)
		}
	}
}

func roleOf(words []word, i int) role {
	w := words[i]
	before := previous(words, i)
	switch {
	case !w.is(verb):
		return noVerb
	case w.is(modal):
		return finite
	case w.is(toBe | toHave | toDo):
		return auxiliary(words, i, before)
	case w.is(base) && before >= 0 && governs(words, before, i):
		return infinitive
	case w.is(gerund) && !w.is(base|third|past):
		return continuous
	}
	return lexical(words, i, before)
}

// auxiliary is the role of a form of be, have or do.
func auxiliary(words []word, i, before int) role {
	switch words[i].lower {
	case "being", "having", "doing":
		return continuous
	case "been", "done":
		return completed
	case "be":
		return infinitive
	case "have", "do":
		if before >= 0 && governs(words, before, i) {
			return infinitive
		}
	}
	return finite
}

// lexical is the role of a verb that is no auxiliary, by what stands on either side.
func lexical(words []word, i, before int) role {
	w := words[i]
	onlyParticiple := w.is(participle) && !w.is(past) && !w.is(base|third)
	switch {
	case onlyParticiple:
		return completed
	case before >= 0 && words[before].is(toBe|toHave) && w.is(participle):
		return completed
	case before < 0 || words[before].comma() || words[before].is(conjunction):
		return coordinated(words, i)
	case !canPrecede(words[before], w):
		if w.is(participle) {
			return completed
		}
		return noVerb
	case w.is(noun) && !takesObject(words, i):
		return noVerb
	case w.is(base) && !w.is(past) && !w.is(third) && w.is(noun) && !pluralSubject(words, before):
		return noVerb
	}
	return finite
}

// previous is the word before i, adverbs left out; -1 if there is none.
func previous(words []word, i int) int {
	for i--; i >= 0 && words[i].is(adverb|negation) && !words[i].is(verb|pronoun); i-- {
	}
	return i
}

// next is the word after i, adverbs left out; len(words) if there is none.
func next(words []word, i int) int {
	for i++; i < len(words) && words[i].is(adverb) && !words[i].is(verb|determiner|adjective); i++ {
	}
	return i
}

// governs says whether the word at i, if it can be an infinitive, is one because of the word before it.
func governs(words []word, before, i int) bool {
	b := words[before]
	switch {
	case b.is(modal) || b.is(toDo):
		return true
	case b.lower == "to":
		return !words[i].is(noun) || !prepositional(words, before) || takesObject(words, i) && !words[i].is(noun)
	}
	return baseOf(b.lower) == "help" && b.role != noVerb && (!words[i].is(noun) || takesObject(words, i))
}

// takeTo are words after which "to" is a preposition.
var takeTo = set(`due lead leads led leading link linked related relate relates exposure exposed response respond responds owing
	access resistance resistant contribute contributes contributed contributing sensitive sensitivity allergic opposed attributed
	subject next close similar equal superior inferior compared damage harm injury risk threat barrier addition prior thanks key
	transition return returns returned returning converted reduced limited restricted addicted vulnerable susceptible prone`)

// prepositional says whether the "to" at i goes with a noun.
func prepositional(words []word, i int) bool {
	return i > 0 && takeTo[words[i-1].lower]
}

// canPrecede says whether a verb's form w can be the predicate of what ends with b.
func canPrecede(b, w word) bool {
	switch {
	case b.is(pronoun):
		if w.is(third) {
			return b.lower != "they" && b.lower != "we" && b.lower != "these" && b.lower != "those" && b.lower != "you" && b.lower != "i"
		}
		return w.is(past) || b.lower != "it" && b.lower != "this"
	case b.is(relative):
		return true
	case b.is(determiner | possessive | preposition | subordinator):
		return false
	case b.is(adjective) && !b.is(verb|plural):
		return false
	case b.is(verb) && b.role != noVerb && b.role != continuous && b.role != completed:
		return false
	case b.is(mark):
		return b.closes() || b.quoteMark()
	case b.is(number):
		return w.is(past|third) || !w.is(noun)
	}
	return true
}

// takesObject says whether something that a verb takes stands behind i.
func takesObject(words []word, i int) bool {
	n := next(words, i)
	if n >= len(words) {
		return false
	}
	w := words[n]
	switch {
	case w.is(toBe|toHave|toDo|modal) || w.lower == "of":
		return false
	case w.is(determiner | possessive | number | adjective | gerund):
		return true
	case w.is(pronoun):
		return !w.is(relative)
	case w.is(preposition):
		return complements[baseOf(words[i].lower)+" "+w.lower]
	case w.is(mark | conjunction | subordinator):
		return false
	case w.is(verb):
		return w.is(noun) || w.is(participle) && !w.is(third)
	}
	return true
}

// complements are verbs that may be nouns together with the preposition that shows they are verbs.
var complements = set2(`result in, results in, rest on, work by, work in, depend on, lead to, range from, account for, cause in,
	end in, start with, benefit from, rise by, fall by, drop by, increase by, decrease by, decline by, fall to, rise to, drop to,
	reach to, act on, act as, exercise for, interest in, fight against, sleep for, travel to, spread to, change into, turn into,
	live with, live for, work for, increase with, decline with, fall with, rise with, function as, play in`)

// pluralSubject says whether what ends at i is a subject in the plural.
func pluralSubject(words []word, i int) bool {
	w := words[i]
	switch {
	case w.is(pronoun):
		return w.lower != "it" && w.lower != "he" && w.lower != "she" && w.lower != "this" && w.lower != "that"
	case w.is(plural) || w.is(relative) || w.is(third) && w.is(noun):
		return true
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if words[j].lower == "and" {
			return true
		}
	}
	return false
}

// coordinated is the role of a verb that begins a conjunct: that of the last verb in the same form before it.
func coordinated(words []word, i int) role {
	slot := slotBefore(words[:i], words[i])
	if slot < 0 || words[i].is(noun) && !takesObject(words, i) && !lastWord(words, i) {
		if words[i].is(participle) {
			return completed
		}
		return noVerb
	}
	return words[slot].role
}

func lastWord(words []word, i int) bool { return i+1 >= len(words) || words[i+1].lower == "." }

// slotBefore is the last of the words whose form agrees with that of the verb w; -1 if there is none.
func slotBefore(words []word, w word) int {
	for j := len(words) - 1; j >= 0; j-- {
		if words[j].role != noVerb && agree(words[j], w) {
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
	}
	return false
}

var (
	nonFinite      = set("be been being having doing done")
	thirdAuxiliary = set("is has does")
	pastAuxiliary  = set("was were had did")
)

// settlePast decides whether a form that is both past and participle is the predicate of its clause. It is not if the
// clause has another one, as in "patients treated with statins lived longer", or if "by" follows.
func settlePast(words []word, i int) {
	if !words[i].is(participle) {
		return
	}
	n := next(words, i)
	if n < len(words) && words[n].lower == "by" && !words[i].is(base) && !intransitive[words[i].lower] {
		words[i].role = completed
		return
	}
	for j := i - 1; j >= 0 && !breaksClause(words, j); j-- {
		if words[j].role == finite {
			words[i].role = completed
			return
		}
	}
	reduced := n < len(words) && words[n].is(preposition) // "treated with", "presented at"
	for j := i + 1; j < len(words) && !breaksClause(words, j); j++ {
		if words[j].role == finite && (reduced || !words[j].is(past) || !words[j].is(participle)) {
			words[i].role = completed
			return
		}
	}
}

// intransitive are pasts before which "by" tells how much, not who.
var intransitive = set("increased decreased declined dropped improved worsened slowed")

// breaksClause says whether another clause may begin at i.
func breaksClause(words []word, i int) bool {
	w := words[i]
	return w.comma() || w.is(relative|subordinator) && !w.is(preposition) || w.is(conjunction) || w.lower == ";" || w.lower == ":" || w.opens() || w.closes()
}
