package claims

// clauses cuts s where one clause ends and another one begins: at a semicolon, and at "and", "but", "while", "because" and
// the like where a subject and a predicate stand on either side. A condition (if, when, after …) stays with its clause.
func (p *parse) clauses(s span) []span {
	var out []span
	start := s.from
	if end, next, ok := p.fronted(s); ok {
		out = append(out, span{s.from + 1, end})
		start = next
	}
	for i := start; i < s.to; i++ {
		if p.words[i].opens() {
			i = p.closing(i, s.to)
			continue
		}
		if next := p.joint(span{start, i}, s.to); next > 0 {
			out = append(out, span{start, i})
			start, i = next, next
		}
	}
	return append(out, span{start, s.to})
}

// frontable are the words that begin a clause before the main one that states a fact of its own.
var frontable = set("while although though since because whereas")

// fronted finds the clause that a sentence begins with: "While A, B". It ends at end and the main clause begins at next.
func (p *parse) fronted(s span) (end, next int, ok bool) {
	if !frontable[p.at(s.from)] || !p.is(s.from, subordinator) {
		return 0, 0, false
	}
	for i := s.from + 2; i < s.to; i++ {
		if p.words[i].comma() && p.clauseAt(s.from+1, i, false) && p.clauseAt(i+1, s.to, false) {
			return i, i + 1, true
		}
	}
	return 0, 0, false
}

// leads says whether a clause of its own stands in s before the main one.
func (p *parse) leads(s span) bool {
	_, _, ok := p.fronted(s)
	return ok
}

// joint says where the clause behind the joint at left.to begins; 0 if there is no joint.
func (p *parse) joint(left span, to int) int {
	i := left.to
	w := p.words[i]
	if !p.stands(left) {
		return 0
	}
	switch {
	case pauses[w.lower] && p.quoted(left):
		return 0
	case pauses[w.lower]:
		if n := p.afterJoiner(i+1, to); p.clauseAt(n, to, false) {
			return n
		}
	case w.comma() && joiners[p.at(i+1)]:
		if n := p.afterJoiner(i+1, to); p.clauseAt(n, to, false) {
			return n
		}
	case w.comma() && p.follows(left, i+1, to):
		return i + 1
	case w.lower == "but" && p.at(i-1) == "all":
		return 0 // "all but two patients"
	case w.lower == "because" && left.to-left.from <= fewest:
		return 0 // "the kidneys shrink because …": the cause is what it says
	case joiners[w.lower] && !loosely[w.lower] && p.at(i+1) != "that" && !p.is(i-1, mark|conjunction):
		tight := w.lower == "and" || w.lower == "so"
		if n := p.afterJoiner(i, to); (!tight || !p.conditional(left)) && p.clauseAt(n, to, tight) {
			return n
		}
	}
	return 0
}

// fewest is how many words a clause has at most that says little without its cause.
const fewest = 3

// stands says whether s is a clause that can stand alone: it has a predicate, and not only one of a condition.
func (p *parse) stands(s span) bool {
	s = p.trim(s)
	condition := p.is(s.from, subordinator) && !p.is(s.from, preposition|pronoun|determiner) && p.frontEnd(s) == s.from
	main := p.predicate(s)
	return main >= 0 && !condition && !p.timed(main, s)
}

// conditions are the subordinators that say when or if what the main clause says holds.
var conditions = set("if when after before until unless once as whenever")

// timed says whether the clause of the predicate at i says when another one holds.
func (p *parse) timed(i int, s span) bool {
	v := p.verbOf(i)
	for j := s.from; j < i; j++ {
		if w := p.words[j]; w.head == v && w.rel == "mark" && conditions[w.lower] {
			return true
		}
	}
	return false
}

// conditional says whether s ends with a condition, which "and" would go on with: "A when B and C".
func (p *parse) conditional(s span) bool {
	for i := p.predicate(s) + 1; i < s.to; i++ {
		if p.is(i, subordinator) && !p.is(i, preposition|adverb) {
			return true
		}
	}
	return false
}

// follows says whether another clause stands right behind the comma before i: "their itching disappears, their appetite
// returns and …". A condition before a comma is no clause that another one follows.
func (p *parse) follows(left span, i, to int) bool {
	return p.is(i, determiner|possessive|pronoun) && !p.is(i, relative) && !p.is(p.trim(left).from, subordinator) && !conditions[p.at(p.trim(left).from)] && p.clauseAt(i, to, true)
}

// pauses are the marks between two statements; a hyphen stands alone only where it serves as a dash.
var pauses = set("; : — – -")

// joiners are the words that join two clauses of which each states something.
var joiners = set("and but while whereas although though because so yet since")

// loosely are joiners that join two statements only behind a comma.
var loosely = set("while since yet")

// afterJoiner is where the clause begins behind the joining word at i.
func (p *parse) afterJoiner(i, to int) int {
	if joiners[p.at(i)] {
		i++
	}
	if p.at(i) == "that" && p.clauseAt(i+1, to, false) {
		i++
	}
	return i
}
