package wording

// causes says whether the statement tells where a disease or a symptom comes from.
func (p parts) causes() bool {
	if p.all.has(causing) {
		return true
	}
	for i, w := range p.rest {
		if w.verb() && (w.base == "cause" || w.base == "trigger" || w.base == "provoke") {
			return !p.subject.has(bodily) && !p.rest.deniedAt(i)
		}
		switch {
		case !w.verb() || !p.rest.predicate(i):
			continue
		case raising[w.base] && p.rest[i:].has(chances) && p.rest.takesObject(i), harming[w.base]:
			return true
		case (w.base == "lead" || w.base == "result") && p.rest[i:].has(harmNouns):
			return true
		}
		if w.verb() && w.base == "come" && p.rest.at(i+1) == "from" {
			return true
		}
	}
	return false
}

// defines says whether the statement says what something is: "X is a …".
func (p parts) defines() bool {
	if len(p.rest) < 2 || p.rest[0].tag != "AUX" || !beIs[p.rest[0].lower] || len(p.subject) > 8 {
		return false
	}
	next := p.rest[1]
	if next.lower == "the" {
		return p.rest.has(relatives)
	}
	return (next.lower == "a" || next.lower == "an" || next.penn == "NNS") && !p.rest.has(judging)
}

// associates says whether two things are said to go together, or two groups are compared.
func (p parts) associates() bool {
	if p.done() && !p.people() {
		return false
	}
	return p.all.links() >= 0 || p.all.has(comparing) || p.people() && p.all.has(comparatives)
}

// linked says whether the predicate itself says that things go together: "is associated with", "correlates with".
func (p parts) linked() bool {
	for i, w := range p.rest {
		if linkPredicates[w.lower] && (p.rest.nearBe(i) || w.finite()) {
			return true
		}
		if w.finite() && changeVerbs[w.base] && p.rest.at(i+1) == "with" {
			return true // "rises with age"
		}
	}
	return false
}

// done says whether the subject is something that people take or do, for health or not.
func (p parts) done() bool {
	for _, w := range p.subject {
		if exposures[singular(w.lower)] {
			return true
		}
	}
	return p.treated()
}

// people says whether the subject names people.
func (p parts) people() bool {
	for _, w := range p.subject {
		if peopleWords[singular(w.lower)] {
			return true
		}
	}
	return false
}
