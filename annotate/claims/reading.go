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
	case floating[b.lower]:
		return !w.is(noun)
	case b.is(determiner | possessive | preposition | subordinator):
		return false
	case b.is(adjective) && !b.is(verb|plural):
		return false
	case b.is(verb) && b.role != noVerb && b.role != continuous && b.role != completed:
		return false
	case b.is(mark):
		return b.closes() || b.quoteMark()
	case b.is(number):
		return !b.percent() && (w.is(past|third) || !w.is(noun))
	}
	return true
}

// floating are words that stand before a verb as well as before a noun: "they all come".
var floating = set("all both each most others")

// takesObject says whether something that a verb takes stands behind i.
func takesObject(words []word, i int) bool {
	n := next(words, i)
	if n >= len(words) {
		return false
	}
	w := words[n]
	switch {
	case n > i+1 && words[i].is(third) && !words[i+1].is(conjunction):
		return true
	case w.lower == "to" && n+1 < len(words) && words[n+1].is(base) && !words[n+1].is(noun):
		return !words[i].is(plural)
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
		return w.is(noun) || w.is(participle) && !w.is(third) || baseOf(words[i].lower) == "help" && w.is(base)
	}
	return true
}

// complements are verbs that may be nouns together with the preposition that shows they are verbs.
var complements = set2(`result in, results in, rest on, work by, work in, depend on, lead to, range from, account for, cause in,
	end in, start with, benefit from, rise by, fall by, drop by, increase by, decrease by, decline by, fall to, rise to, drop to,
	reach to, act on, act as, exercise for, interest in, fight against, sleep for, travel to, spread to, change into, turn into,
	live with, live for, work for, work as, work like, work against, work about, increase with, decline with, fall with, rise with, function as, play in`)

// pluralSubject says whether what ends at i can be a subject in the plural.
func pluralSubject(words []word, i int) bool {
	switch w := words[i]; {
	case w.is(relative) && i > 0:
		return true
	case w.is(pronoun):
		return w.lower != "it" && w.lower != "he" && w.lower != "she" && w.lower != "this" && w.lower != "that"
	}
	for j := i; j >= 0 && (j == i || !breaksClause(words, j)); j-- {
		if words[j].is(plural) || words[j].is(third) && words[j].is(noun) {
			return true
		}
	}
	return i > 1 && words[i-1].lower == "and" || i > 2 && words[i-2].lower == "and"
}

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
	n := next(words, i)
	if !words[i].is(participle) || reports(words, i) {
		return
	}
	if n < len(words) && words[n].lower == "by" && !words[i].is(base) && !intransitive[words[i].lower] {
		words[i].role = completed
		return
	}
	if pending(words, i) {
		words[i].role = completed
		return
	}
	reduced := n < len(words) && words[n].is(preposition) // "treated with", "presented at"
	for j := i + 1; j < len(words) && !breaksClause(words, j); j++ {
		if words[j].role == finite && (reduced || !words[j].is(past) || !words[j].is(participle)) {
			words[i].role = completed
			return
		}
	}
}

// pending says whether the clause has a predicate before i already. That of a relative clause is its own.
func pending(words []word, i int) bool {
	n := 0
	for j := i - 1; j >= 0 && !reports(words, j); j-- {
		switch {
		case words[j].role == finite:
			n++
		case words[j].is(relative) && j > 0:
			n = max(0, n-1)
		case breaksClause(words, j):
			return n > 0
		}
	}
	return n > 0
}

// reports says whether the verb at i tells what somebody says or finds, and so begins another clause: "Neal said X works".
func reports(words []word, i int) bool {
	before := previous(words, i)
	if before < 0 || words[i].role != finite || !reporting[baseOf(words[i].lower)] {
		return false
	}
	b := words[before]
	return b.is(pronoun|name) || people[b.lower] || studies[b.lower]
}

// growing are verbs that may be nouns and end a clause: "the number of damaged cells increases".
var growing = set("increases decreases rises falls drops declines progresses works matters returns increase decrease rise fall drop decline progress work")

// promoteAny makes a verb of the first word that may be one, in a sentence that has no other.
func promoteAny(words []word) {
	if hasRole(words, finite, verb) || len(words) < 4 {
		return
	}
	for i := 1; i+1 < len(words); i++ {
		w, before := words[i], words[i-1]
		if !w.is(noun) || !w.is(base|third) || words[i+1].lower == "of" || words[i+1].is(mark|conjunction) || !canPrecede(before, w) {
			continue
		}
		if w.is(base) && pluralSubject(words, i-1) || w.is(third) && !before.is(plural|mark) {
			words[i].role = finite
			return
		}
	}
}

// promoteLast makes a verb of the last word of a clause that has no other one.
func promoteLast(words []word) {
	start, found := 0, false
	for i := range words {
		found = found || words[i].role == finite
		end := i+1 == len(words) || words[i+1].comma() || words[i+1].lower == "." || words[i+1].lower == ";" ||
			i+2 < len(words) && words[i+1].lower == "and" && words[i+2].is(determiner|possessive|pronoun)
		if end && !found && i > start+1 && growing[words[i].lower] && words[start].is(determiner|possessive|plural) && canPrecede(words[i-1], words[i]) {
			words[i].role = finite
		}
		if words[i].comma() || words[i].lower == ";" || end {
			start, found = i+1, false
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
