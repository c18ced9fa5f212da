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

// works says whether the statement tells how something works in the body.
func (p parts) works() bool {
	if p.subject.has(bodily) && !p.rest.has(beneficial) && !p.rest.has(beIs) && !p.treated() {
		return true
	}
	for i, w := range p.rest {
		if w.verb() && physiological[w.base] {
			return p.rest[i:].has(bodily) || p.subject.has(bodily)
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
