package claims

import (
	"slices"
	"strings"
)

// asides finds what a clause says beside its main statement: relative clauses, results, explanations. Each becomes
// statements of its own and a hole in the clause.
func (p *parse) asides(s span) [][]statement {
	var out [][]statement
	if found, hole := p.conceded(s); !hole.empty() {
		p.holes = append(p.holes, hole)
		out = append(out, found)
		s.from = hole.to
	}
	for i := s.from + 1; i < s.to; i++ {
		var found []statement
		var hole span
		switch {
		case p.words[i].opens():
			hole = span{i, p.closing(i, s.to) + 1}
			found = p.bracket(hole)
		case p.words[i].comma() && p.is(i+1, relative):
			found, hole = p.relativeClause(i, s)
		case p.words[i].comma():
			for _, pattern := range []func(int, span) ([]statement, span){p.result, p.absolute, p.apposition} {
				if found, hole = pattern(i, s); !hole.empty() {
					break
				}
			}
		}
		if hole.empty() {
			continue
		}
		if found != nil || !p.words[i].opens() {
			p.holes = append(p.holes, hole)
			out = append(out, found)
		}
		i = hole.to - 1
		if p.words[i].comma() {
			i-- // another aside may begin with the comma that closes this one
		}
	}
	return out
}

// relativeClause reads ", which …" at the comma i: what it says of the noun before it. A clause about a person is left
// out without a statement.
func (p *parse) relativeClause(i int, s span) ([]statement, span) {
	hole := span{i, p.endOfAside(i+2, s)}
	if hole.empty() {
		return nil, span{}
	}
	verbAt := p.predicate(span{i + 2, hole.to})
	noun := p.antecedent(i, s)
	if verbAt < 0 || noun.empty() || p.at(i+1) == "whose" || p.at(i+1) == "where" || p.at(i+1) == "whom" {
		return nil, span{}
	}
	body := p.trim(span{i + 2, hole.to})
	if p.at(i+1) == "that" {
		return nil, span{}
	}
	if p.at(i+2) == "is" && p.at(i+3) == "why" {
		return p.predicates(span{i + 4, hole.to}, nil), hole
	}
	if p.person(noun) || p.at(i+1) == "who" && !humans[singular(p.at(noun.to-1))] && !humans[p.at(noun.to-1)] {
		return nil, hole
	}
	if p.skip(i+2, hole.to, adverb) != verbAt { // "which most patients would notice"
		return []statement{{quote: body, parts: []part{{span: body}, {span: noun}}}}, hole
	}
	return p.predicates(body, []part{{span: noun}}), hole
}

// endOfAside is where the aside that runs on at i ends: at the comma behind which the clause goes on with its predicate,
// else at the end of the clause.
func (p *parse) endOfAside(i int, s span) int {
	main := p.predicate(span{s.from, i - 2})
	if main >= 0 {
		return s.to
	}
	for j := i; j < s.to; j++ {
		if p.words[j].comma() && p.predicate(span{i, j}) >= 0 {
			if k := p.skip(j+1, s.to, adverb); k < s.to && p.words[k].role == finite {
				return j + 1
			}
		}
	}
	return 0
}

// humans are words, in the singular, for people of whom a relative clause may state something about health.
var humans = set(`patient person people man men woman women child children adult infant baby smoker drinker user participant sufferer
	volunteer teenager adolescent athlete mother father survivor those other donor recipient`)

// vague are nouns that "which" seldom speaks of: it speaks of the whole clause, and so of its subject.
var vague = set("time times majority way ways case cases number part fact degree extent day days year years week weeks month months")

// antecedent is what the relative clause behind the comma i speaks of.
func (p *parse) antecedent(i int, s span) span {
	noun := p.nounBefore(i)
	if !noun.empty() && !vague[p.at(noun.to-1)] && !p.is(noun.to-1, number) && p.words[noun.to-1].role == noVerb {
		return noun
	}
	if main := p.predicate(span{s.from, i}); main >= 0 && !p.is(p.subjectOf(s, main).from, preposition) {
		return p.subjectOf(s, main)
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
		if w.is(mark) && !w.quoteMark() || w.is(preposition|conjunction|subordinator|relative) || w.role == finite || w.role == infinitive || w.role == continuous {
			i++
			break
		}
		if w.is(determiner | possessive) {
			break
		}
	}
	i = max(i, 0)
	for i < end && p.is(i, adverb) && !p.is(i, adjective|noun) {
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
	n := s.to - s.from
	return n >= 2 && n <= 4 && p.is(s.to-1, name) && p.is(s.to-2, name) && !p.words[s.to-1].capitals && !healthy(p.at(s.to-1)) && !healthy(p.at(s.to-2))
}

// result reads ", thus alleviating …" and ", leading to …" at the comma i: what the subject of the clause does thereby.
func (p *parse) result(i int, s span) ([]statement, span) {
	verbAt := p.skip(i+1, s.to, adverb)
	if verbAt >= s.to || p.words[verbAt].role != continuous || !(results[p.at(verbAt)] || verbAt > i+1 && consequences[p.at(i+1)]) {
		return nil, span{}
	}
	main := p.predicate(span{s.from, i})
	if main < 0 {
		return nil, span{}
	}
	hole := span{i, s.to}
	if (p.at(verbAt) == "meaning" || p.at(verbAt) == "suggesting" || p.at(verbAt) == "indicating") && p.clauseAt(verbAt+1, s.to, false) {
		return p.predicates(p.trim(span{p.skipThat(verbAt + 1), s.to}), nil), hole
	}
	subject := []part{{span: p.subjectOf(s, main)}}
	var out []statement
	for _, c := range p.series(span{verbAt, s.to}) {
		verbs := p.inflected(p.at(c.from), main)
		quote := p.trim(c)
		if quote.empty() {
			continue
		}
		out = append(out, statement{quote: quote, parts: append(append([]part{}, subject...), own(verbs), part{span: span{c.from + 1, quote.to}})})
	}
	return out, hole
}

// skipThat is the place behind "that" at i, or i.
func (p *parse) skipThat(i int) int {
	if p.at(i) == "that" {
		return i + 1
	}
	return i
}

// series cuts coordinated gerunds: "reducing A, improving B and easing C".
func (p *parse) series(s span) []span {
	var out []span
	start := s.from
	for i := s.from + 1; i < s.to; i++ {
		if !p.words[i].comma() && p.at(i) != "and" {
			continue
		}
		n := i + 1
		if p.at(n) == "and" {
			n++
		}
		if n = p.skip(n, s.to, adverb); n < s.to && n > start && p.words[n].role == continuous {
			out = append(out, span{start, i})
			start, i = n, n
		}
	}
	return append(out, span{start, s.to})
}

// subjectOf is the subject of the clause s whose predicate stands at main, without a phrase before it.
func (p *parse) subjectOf(s span, main int) span {
	return p.trimLeft(span{min(p.frontEnd(s), main), main})
}

// inflected is the verb of a gerund as the subject of the predicate at main takes it: with the same modal, or in the same
// number and time.
func (p *parse) inflected(gerund string, main int) string {
	v := byForm[gerund]
	if v == nil {
		return gerund
	}
	w := p.words[main]
	switch {
	case w.is(modal):
		return p.source(span{main, main + 1}) + " " + v.base
	case w.is(past) && !w.is(base) || pastAuxiliary[w.lower]:
		return v.past
	case w.is(third) || thirdAuxiliary[w.lower]:
		return v.third
	}
	return v.base
}

// conceded reads "despite X representing Y, A" at the beginning of a clause.
func (p *parse) conceded(s span) ([]statement, span) {
	if p.at(s.from) != "despite" && p.at(s.from) != "with" {
		return nil, span{}
	}
	hole := span{s.from, p.frontEnd(s)}
	found := p.nominal(span{s.from + 1, hole.to})
	if found == nil {
		return nil, span{}
	}
	return found, hole
}

// absolute reads ", with X ending at Y" at the comma i.
func (p *parse) absolute(i int, s span) ([]statement, span) {
	if p.at(i+1) != "with" {
		return nil, span{}
	}
	found := p.nominal(span{i + 2, s.to})
	if found == nil {
		return nil, span{}
	}
	return found, span{i, s.to}
}

// nominal makes a statement of a noun and the gerund that tells what it does: "ovulation in most women ending at 50".
func (p *parse) nominal(s span) []statement {
	for i := s.from + 1; i < s.to; i++ {
		w := p.words[i]
		if w.comma() || w.role == finite || w.is(relative) {
			return nil
		}
		if w.role != continuous || p.is(i-1, preposition|conjunction) {
			continue
		}
		v := byForm[w.lower]
		if v == nil {
			return nil
		}
		is := v.third
		if p.isPlural(span{s.from, i}) {
			is = v.base
		}
		body := p.trim(s)
		return []statement{{quote: body, parts: []part{{span: span{s.from, i}}, own(is), {span: span{i + 1, body.to}}}}}
	}
	return nil
}

// apposition reads ", a process in which …" at the comma i: what the noun before it is.
func (p *parse) apposition(i int, s span) ([]statement, span) {
	if p.at(i+1) != "a" && p.at(i+1) != "an" && p.at(i+1) != "the" || p.is(i+1, name) {
		return nil, span{}
	}
	hole := span{i, s.to}
	for j := i + 1; j < s.to; j++ {
		if p.words[j].comma() {
			hole.to = j + 1
			break
		}
		if p.words[j].is(conjunction) && !p.is(j+1, relative) && p.predicate(span{i, j}) < 0 {
			return nil, span{}
		}
	}
	noun := p.nounBefore(i)
	main := p.predicate(span{s.from, i})
	closed := hole.to > i+1 && p.words[hole.to-1].comma()
	switch {
	case noun.empty() || p.predicate(span{i + 1, hole.to}) >= 0 || main < 0 && !closed:
		return nil, span{}
	case closed && (p.is(hole.to, conjunction|determiner) || p.predicate(span{hole.to, s.to}) < 0 && main < 0):
		return nil, span{}
	case p.person(noun) || p.person(span{i + 1, hole.to}) || naming[p.at(i+2)]:
		return nil, hole
	}
	body := p.trim(span{i + 1, hole.to})
	if !slices.ContainsFunc(p.words[body.from:body.to], func(w word) bool { return healthy(w.lower) }) {
		return nil, span{}
	}
	return p.gloss(noun, body), hole
}

// naming are words of an explanation that only gives a name, and so states nothing.
var naming = set("so-called called known named formerly")

// bracket reads an explanation in brackets: "fibrosis (hardening or scarring of tissue)".
func (p *parse) bracket(s span) []statement {
	body := p.trim(span{s.from + 1, s.to - 1})
	first := p.at(body.from)
	article := first == "a" || first == "an" || first == "the"
	if body.to-body.from < 3 || body.to-body.from < 4 && !article || p.is(body.from, name|number) || !article && p.is(body.from, preposition|conjunction|subordinator|verb|adverb|relative|determiner) && p.words[body.from].role != continuous {
		return nil
	}
	for i := body.from; i < body.to; i++ {
		if naming[p.at(i)] || strings.HasPrefix(p.at(i), "e.g") || strings.HasPrefix(p.at(i), "i.e") {
			return nil
		}
		if p.is(i, number) || p.words[i].lower == ";" || p.words[i].lower == "=" || p.at(i) == "see" {
			return nil
		}
	}
	noun := p.nounBefore(s.from)
	if noun.empty() || p.person(noun) || p.predicate(body) >= 0 && !p.hasRelative(body) {
		return nil
	}
	return p.gloss(noun, body)
}

func (p *parse) hasRelative(s span) bool {
	for i := s.from; i < s.to; i++ {
		if p.is(i, relative) {
			return true
		}
	}
	return false
}

// gloss states that noun is what s says.
func (p *parse) gloss(noun, s span) []statement {
	is := "is"
	if p.is(noun.to-1, plural) {
		is = "are"
	}
	return []statement{{quote: s, parts: []part{{span: noun}, own(is), {span: s}}, gloss: true}}
}
