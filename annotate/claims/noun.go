package claims

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

// subjectOf is the subject of the clause s whose predicate stands at main, without a phrase before it.
func (p *parse) subjectOf(s span, main int) span {
	return p.trimLeft(span{min(p.frontEnd(s), main), main})
}
