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
	promoteLast(words)
	promoteAny(words)
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
		if w.is(noun) && !takesObject(words, i) {
			return noVerb
		}
		return continuous
	}
	return lexical(words, i, before)
}

// afterRelative says whether the verb at i may go on with a clause behind a relative one: "masks that seal tightly filter
// out most of it".
func afterRelative(words []word, i int) bool {
	before, finites := previous(words, i), 0
	if before < 1 || words[before].role != finite || words[before].is(toBe|toHave|toDo|modal) {
		return false
	}
	for j := before; j >= 0; j-- {
		if words[j].role == finite {
			finites++
		}
		if words[j].is(relative) && j > 0 {
			return finites == 1
		}
	}
	return false
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
	case i == 0 && w.is(base) && !w.is(past) && (!w.is(noun) || commands(words)):
		return finite
	case before < 0 || words[before].comma() || words[before].is(conjunction):
		return coordinated(words, i)
	case !canPrecede(words[before], w) && !afterRelative(words, i):
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

// commands says whether a first word that may be a noun is a verb that tells somebody to do something: what it is to be
// done to follows, and no other predicate.
func commands(words []word) bool {
	if len(words) < 3 || !words[1].is(determiner|possessive|number|preposition|adverb) || words[1].lower == "of" {
		return false
	}
	return !hasRole(words, finite, modal|toBe|toHave|toDo) && !words[1].is(modal|toBe|toHave|toDo)
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
