package claims

// asides finds what a clause says beside its main statement: relative clauses, results, explanations. Each becomes
// statements of its own and a hole in the clause.
func (p *parse) asides(s span) [][]statement {
	var out [][]statement
	if found, hole := p.conceded(s); !hole.empty() {
		p.leaveOut(hole)
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
		case p.words[i].comma() && portions[p.at(i+1)] && p.at(i+2) == "of" && p.is(i+3, relative):
			found, hole = p.portion(i, s)
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
			p.leaveOut(hole)
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
	if verbAt < 0 {
		return nil, span{}
	}
	if p.at(i+2) == "is" && p.at(i+3) == "why" {
		return p.predicates(span{i + 4, hole.to}, nil), hole
	}
	agrees := verbAt
	if p.skip(i+2, hole.to, adverb) != verbAt {
		agrees = -1 // "which" is not its subject
	}
	noun := p.antecedent(i, agrees, s)
	if noun.empty() || p.at(i+1) == "whose" || p.at(i+1) == "where" || p.at(i+1) == "whom" {
		return nil, span{}
	}
	body := p.trim(span{i + 2, hole.to})
	if p.at(i+1) == "that" {
		return nil, span{}
	}
	if p.person(noun) || p.at(i+1) == "who" && !humans[singular(p.at(noun.to-1))] && !humans[p.at(noun.to-1)] {
		return nil, hole
	}
	if agrees < 0 { // "which most patients would notice"
		said := statement{quote: body, parts: []part{{span: body}, {span: noun}}}
		return []statement{said.because("relative clause that states a fact of its own about “%s”", p.source(noun))}, hole
	}
	return allBecause(p.predicates(body, []part{{span: noun}}), "relative clause that states a fact of its own about “%s”", p.source(noun)), hole
}

// portions are words that stand before "of which".
var portions = set("all both most some many none each either neither few half")

// portion reads ", all of which …" at the comma i, behind a list of things.
func (p *parse) portion(i int, s span) ([]statement, span) {
	last := i - 1
	for p.words[last].rel == "conj" && p.words[last].head > s.from && p.is(p.words[last].head, noun) {
		last = p.words[last].head
	}
	hole := span{i, p.endOfAside(i+4, s)}
	body := p.trim(span{i + 4, hole.to})
	if last == i-1 || hole.empty() || body.empty() {
		return nil, span{}
	}
	noun := span{p.words[last].first, i}
	return allBecause(p.predicates(body, []part{{span: noun}}), "relative clause that states a fact of its own about “%s”", p.source(noun)), hole
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
