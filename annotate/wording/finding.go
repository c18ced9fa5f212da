package wording

// measured says whether the statement tells what was counted or measured in the past.
func (p parts) measured() bool {
	if !p.past() {
		return false
	}
	if p.studied || p.all.has(counted) {
		return true
	}
	for _, w := range p.all {
		if w.tag == "NUM" {
			return true
		}
	}
	return false
}

// past says whether the first predicate, or the last one, tells of the past.
func (p parts) past() bool {
	last := ""
	for _, w := range p.all {
		if w.finite() {
			last = w.penn
		}
	}
	return last == "VBD" || len(p.rest) > 0 && p.rest[0].penn == "VBD" && p.rest[0].tag == "AUX"
}

// counts says whether the statement tells how common, how often or how long something is.
func (p parts) counts() bool {
	if p.acting() && !p.rest.has(touching) || p.all.has(comparing) && !p.all.has(shares) {
		return false
	}
	number := false
	for _, w := range p.all {
		number = number || w.tag == "NUM" || w.is(shares)
	}
	return p.all.has(frequencies) || number && p.all.has(counters)
}

// changed says whether something is said to have changed, not what changed it.
func (p parts) changed() bool {
	return len(p.rest) > 0 && p.rest[0].penn == "VBD" && changeVerbs[p.rest[0].base] && !p.rest.takesObject(0) && !p.treated()
}
