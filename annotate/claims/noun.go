package claims

import "strings"

// humans are words, in the singular, for people of whom a relative clause may state something about health.
var humans = set(`
	patient person people man men woman women child children adult infant baby smoker drinker user participant
	sufferer volunteer teenager adolescent athlete mother father survivor those other donor recipient`)

// vague are nouns that "which" seldom speaks of: it speaks of the whole clause, and so of its subject. Among them are the places
// in the body where things happen: "calcium builds up in the blood, which damages the kidneys".
var vague = set(`
	time times majority way ways case cases number part fact degree extent day days year years week weeks month
	months blood body bloodstream urine`)

// antecedent is what the relative clause behind the comma i, with its predicate at verbAt, speaks of: the noun before it, or
// the subject where "which" speaks of the whole clause or its verb asks for another number. It is empty where neither fits.
func (p *parse) antecedent(i, verbAt int, s span) span {
	noun := p.nounBefore(i)
	if !noun.empty() && !vague[p.at(noun.to-1)] && !p.is(noun.to-1, number|pronoun) && p.words[noun.to-1].role == noVerb && p.agrees(verbAt, noun) {
		return noun
	}
	if main := p.mainPredicate(span{s.from, i}); main >= 0 {
		sub := p.subjectOf(s, main)
		if !p.is(sub.from, preposition) && p.agrees(verbAt, sub) {
			return sub
		}
	}
	return span{}
}

// nounBefore is the noun with what belongs to it that ends right before i.
func (p *parse) nounBefore(i int) span {
	end := i
	for i--; i >= 0; i-- {
		w := p.words[i]
		if w.closes() {
			for i > 0 && !p.words[i].opens() {
				i--
			}
			continue
		}
		joins := w.is(preposition|conjunction|subordinator|relative) || w.is(mark) && !w.quoteMark()
		if joins || w.role != noVerb && w.role != completed {
			i++
			break
		}
		if w.is(determiner|possessive) && !strings.HasPrefix(w.lower, "'") {
			break
		}
	}
	i = max(i, 0)
	for i < end && (p.is(i, adverb) && !p.is(i, adjective|noun) || p.words[i].penn == "JJR") {
		i++
	}
	return span{i, end}
}

// person says whether s names a person or people by their work.
func (p *parse) person(s span) bool {
	for i := s.from; i < s.to; i++ {
		if people[p.at(i)] {
			return true
		}
	}
	if n := s.to - s.from; n < 2 || n > 4 {
		return false
	}
	given, family := p.words[s.to-2], p.words[s.to-1]
	return given.is(name) && family.is(name) && !family.capitals && !healthy(given.lower) && !healthy(family.lower)
}

// subjectOf is the subject of the clause s whose predicate stands at main, without a phrase before it. What the tree says is
// taken where nothing but a phrase, a condition or an adverb stands before it.
func (p *parse) subjectOf(s span, main int) span {
	front := min(p.frontEnd(s), main)
	sub := p.subjectFrom(p.verbOf(main), s.from)
	if !sub.empty() && sub.to <= main && (sub.from <= front || p.is(front, preposition|subordinator|adverb|mark|conjunction)) {
		if rest := (span{sub.to, main}); !p.holds(rest, mark) && p.holds(rest, noun) {
			sub.to = main // "drugs such as these"
		}
		return sub
	}
	return p.trimLeft(span{front, main})
}
