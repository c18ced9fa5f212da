package claims

import "strings"

// verbOf is the verb or the noun or adjective that the verb form at i is the auxiliary of, or i.
func (p *parse) verbOf(i int) int {
	if w := p.words[i]; w.head >= 0 && (w.rel == "cop" || strings.HasPrefix(w.rel, "aux")) {
		return w.head
	}
	return i
}

// embedding are the relations by which a clause is a part of another one.
func embeds(rel string) bool {
	switch rel {
	case "acl:relcl", "acl", "advcl", "ccomp", "csubj", "csubj:pass", "advcl:relcl", "xcomp":
		return true
	}
	return false
}

// depth is how many clauses of s the predicate at i is embedded in.
func (p *parse) depth(i int, s span) int {
	n := 0
	for v, steps := p.verbOf(i), 0; steps < len(p.words); steps++ {
		w := p.words[v]
		if w.head < s.from || w.head >= s.to {
			break
		}
		if embeds(w.rel) {
			n++
		}
		v = w.head
	}
	return n
}

// predicate is the first finite verb in s of those that are least embedded in other clauses, or -1. That of a relative clause
// is none.
func (p *parse) predicate(s span) int {
	best, least, odd := -1, 0, -1
	for i := s.from; i < s.to; i++ {
		if p.words[i].role != finite {
			continue
		}
		if p.introduced(i, s.from+1) {
			continue
		}
		if p.inRelative(i, s) {
			if odd < 0 {
				odd = i
			}
			continue
		}
		if d := p.depth(i, s); best < 0 || d < least {
			best, least = i, d
		}
	}
	if best < 0 {
		return odd // the tree takes it for a relative clause, but nothing introduces one
	}
	return best
}

// inRelative says whether the verb at i belongs to a clause in s that describes a noun in s.
func (p *parse) inRelative(i int, s span) bool {
	for v, steps := p.verbOf(i), 0; steps < len(p.words); steps++ {
		w := p.words[v]
		if w.head < s.from || w.head >= s.to {
			return false
		}
		if strings.HasPrefix(w.rel, "acl") {
			return true
		}
		v = w.head
	}
	return false
}

// firstFinite is the first finite verb in s that no relative pronoun introduces, or -1.
func (p *parse) firstFinite(s span) int {
	for i := s.from; i < s.to; i++ {
		if p.words[i].role == finite && !p.introduced(i, s.from) {
			return i
		}
	}
	return -1
}

// introduced says whether a relative pronoun stands before the verb at i, with no other verb between.
func (p *parse) introduced(i, from int) bool {
	for i--; i >= from && p.words[i].role != finite; i-- {
		if p.is(i, relative) {
			return true
		}
	}
	return false
}

// subject is the span of the subject of the verb, noun or adjective at v; empty if it has none.
func (p *parse) subject(v int) span { return p.subjectFrom(v, 0) }

// subjectFrom is the subject of v that begins at from or behind it.
func (p *parse) subjectFrom(v, from int) span {
	for i := from; i < v; i++ {
		w := p.words[i]
		if w.head == v && w.first >= from && (strings.HasPrefix(w.rel, "nsubj") || strings.HasPrefix(w.rel, "csubj") || w.rel == "expl") {
			return span{w.first, w.last + 1}
		}
	}
	return span{}
}
