package wording

// stands says whether the statement tells how something stands: with authorities, in practice, in what is known.
func (p parts) stands() bool {
	for i, w := range p.all {
		switch {
		case standings[w.lower]:
			return true
		case norms[w.lower]:
			if p.rest.nearBe(i-len(p.subject)) || i < len(p.subject) && !p.acting() {
				return true
			}
		case w.lower == "evidence":
			if known[p.all.at(i-1)] || p.all.at(i+1) == "that" || p.all.at(i+1) == "for" {
				return true
			}
		case w.lower == "cure" && !w.verb() && (p.all.at(i-1) == "no" || p.all.at(i-1) == "a"):
			return true
		case unproving[w.base] && w.verb() && (p.all.deniedAt(i) || p.all.has(nobody)):
			return true
		}
	}
	return false
}

// deniedAt says whether the verb at i is negated.
func (s sentence) deniedAt(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if s.at(j) == "not" || s.at(j) == "cannot" || s.at(j) == "never" {
			return true
		}
	}
	return false
}

// tests says whether the statement tells what an examination finds, or how well.
func (p parts) tests() bool {
	if p.all.has(accuracy) {
		return true
	}
	for _, w := range p.rest {
		if w.verb() && detections[w.base] {
			return p.subject.has(examinations) || p.rest.has(examinations) && !p.rest.has(shares)
		}
	}
	return p.subject.has(examinations) && p.rest.has(diseases) && !p.acts()
}
