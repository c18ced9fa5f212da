package claims

// The longest subject, the longest one behind nothing but "and", and the longest phrase before a subject, in words.
const (
	maxSubject = 25
	maxTight   = 9
	maxFront   = 15
)

// clauseAt says whether a subject and then its predicate stand at i. Where nothing but "and" joins two clauses, tight, the
// subject must stand right there.
func (p *parse) clauseAt(i, to int, tight bool) bool {
	if p.at(i) == "all" && p.at(i+1) == "but" {
		i += 2 // "all but two patients"
	}
	start := i
	i = p.skip(i, to, adverb|mark)
	if i >= to || p.words[i].role == finite || p.is(i, relative) || p.at(i+1) == "of" && p.is(i+2, relative) {
		return false
	}
	main := p.predicate(span{i, to})
	if main <= i {
		return false
	}
	v := p.verbOf(main)
	sub := p.subjectFrom(v, start)
	if !sub.empty() && placing[p.at(sub.from)] {
		sub = span{} // no subject begins with "in"
	}
	switch {
	case sub.empty() && !tight && p.is(start, preposition|subordinator):
		return p.behindFront(start, main, to)
	case sub.empty():
		return p.looksLikeSubject(i, main, tight)
	}
	if sub.to > main || sub.to-sub.from > maxSubject {
		return false
	}
	if sub.from <= i || p.allOf(span{i, sub.from}, adjective|participle|noun|number) {
		return true
	}
	front := span{i, sub.from}
	if !p.is(start, preposition|subordinator|adverb) {
		return p.looksLikeSubject(i, main, tight)
	}
	return !tight && p.is(start, preposition|subordinator|adverb) && sub.from-i <= maxFront && (p.words[v].first >= start || !p.holds(front, verb))
}

// placing are prepositions that begin no subject, as "over" and "between" do before a number.
var placing = set("in on at of for with by from to without")

// behindFront says whether a comma ends the phrase or condition that stands at i, and a clause follows it.
func (p *parse) behindFront(i, main, to int) bool {
	for j := i + 1; j < min(to, i+maxFront); j++ {
		if p.words[j].comma() {
			return p.clauseAt(j+1, to, false)
		}
	}
	return false
}

// looksLikeSubject says whether the words from i to the finite verb at main can be its subject, where the tree has none.
func (p *parse) looksLikeSubject(i, main int, tight bool) bool {
	limit := maxSubject
	if tight {
		limit = maxTight
	}
	if main-i > limit || tight && !p.is(i, determiner|pronoun|possessive|number) || p.is(i, preposition|subordinator|conjunction) || p.is(i, verb) && p.words[i].role != continuous {
		return false
	}
	nouns, list, open := 0, false, 0
	for j := i; j < main; j++ {
		w := p.words[j]
		switch {
		case w.is(relative) && j > i:
			open++
		case w.role == finite && open > 0:
			open--
		case w.comma():
			list = true
		case w.is(conjunction):
			list = false
		case w.role == finite || w.is(subordinator) && !w.is(preposition) || w.lower == ";" || w.role == infinitive && p.at(j-1) != "to":
			return false
		case w.is(noun | pronoun | number):
			nouns++
		}
	}
	inserted := p.words[main-1].comma() // an insertion stands before the verb
	return nouns > 0 && (!list || inserted) && open == 0 && p.agrees(main, span{i, main})
}
