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
	best, least := -1, 0
	for i := s.from; i < s.to; i++ {
		if p.words[i].role != finite {
			continue
		}
		v := p.verbOf(i)
		if rel := p.words[v].rel; strings.HasPrefix(rel, "acl") && p.words[v].head >= s.from {
			continue
		}
		if d := p.depth(i, s); best < 0 || d < least {
			best, least = i, d
		}
	}
	return best
}

// subject is the span of the subject of the verb, noun or adjective at v; empty if it has none.
func (p *parse) subject(v int) span {
	for i := range p.words[:] {
		w := p.words[i]
		if w.head == v && i < v && (strings.HasPrefix(w.rel, "nsubj") || strings.HasPrefix(w.rel, "csubj") || w.rel == "expl") {
			return span{w.first, w.last + 1}
		}
	}
	return span{}
}
