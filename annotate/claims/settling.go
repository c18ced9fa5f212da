package claims

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

// intransitive are pasts before which "by" tells how much, not who.
var intransitive = set("increased decreased declined dropped improved worsened slowed")

// breaksClause says whether another clause may begin at i.
func breaksClause(words []word, i int) bool {
	w := words[i]
	if w.is(mark) {
		return w.comma() || w.lower == ";" || w.lower == ":" || w.opens() || w.closes()
	}
	return w.is(conjunction) || w.is(relative|subordinator) && !w.is(preposition)
}

// growing are verbs that may be nouns and end a clause: "the number of damaged cells increases".
var growing = set(`
	increases decreases rises falls drops declines progresses works matters returns increase decrease rise fall
	drop decline progress work`)

// beginsClause are words behind which another clause begins.
var beginsClause = set("that because if when whether")

// promoteLast makes a verb of the last word of a clause that has no other one.
func promoteLast(words []word) {
	start, found := 0, false
	for i := range words {
		found = found || words[i].role == finite
		end := i+1 == len(words) || words[i+1].comma() || words[i+1].lower == "." || words[i+1].lower == ";" ||
			i+2 < len(words) && words[i+1].lower == "and" && words[i+2].is(determiner|possessive|pronoun)
		subject := i > start && words[start].is(determiner|possessive|plural)
		if end && !found && subject && growing[words[i].lower] && canPrecede(words[i-1], words[i]) {
			words[i].role = finite
		}
		if words[i].comma() || words[i].lower == ";" || end || beginsClause[words[i].lower] {
			start, found = i+1, false
		}
	}
}

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
