package wording

// acting says whether the first predicate is a verb of effect.
func (p parts) acting() bool {
	for i, w := range p.rest {
		if w.verb() && p.rest.predicate(i) && (effectVerbs[w.base] || changeVerbs[w.base] || acting[w.base]) {
			return true
		}
	}
	return false
}

// works says whether the statement tells how something works in the body: a part of the body does something to another, or a verb of
// the body's own work stands between them. What bears on a disease, a risk or a symptom is an effect.
func (p parts) works() bool {
	if p.rest.has(beneficial) || p.rest.has(beIs) {
		return false
	}
	if p.subject.has(bodily) && !p.treated() {
		return p.rest.has(bodily) || !p.acting()
	}
	for i, w := range p.rest {
		if w.verb() && physiological[w.base] {
			return p.rest[i:].has(bodily)
		}
	}
	return false
}

// acts says whether the statement tells what something does.
func (p parts) acts() bool {
	for i := range p.all {
		w := p.all[i]
		if w.verb() && (effectVerbs[w.base] || changeVerbs[w.base] || acting[w.base]) {
			return true
		}
	}
	return p.all.has(working)
}
