package claims

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
	case b.is(adjective) && !b.is(verb|plural|name):
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
var complements = set2(`
	result in, results in, rest on, work by, work in, depend on, lead to, range from, account for, cause in,
	end in, start with, benefit from, rise by, fall by, drop by, increase by, decrease by, decline by, fall to,
	rise to, drop to, reach to, act on, act as, exercise for, interest in, fight against, sleep for, travel to,
	spread to, change into, turn into, live with, live for, work for, work as, work like, work against, work about,
	increase with, decline with, fall with, rise with, function as, play in`)

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
