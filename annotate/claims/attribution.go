package claims

// source is who says what a sentence reports.
type source int

const (
	nobody source = iota // the article itself
	someone
	study
)

// maxAttributions is how many attributions are taken off one sentence: "he said the results showed that …" has two.
const maxAttributions = 4

// told is what stood around something that somebody says.
type told struct {
	said  source
	by    string // who says so, in the sentence's words
	front span   // what stood before that and tells when or where it holds: "in older people, studies show that A"
}

// content is what s states without the connectives before it and without saying who says so.
func (p *parse) content(s span) (span, told) {
	var t told
	p.maskInserted(s, &t)
	for range maxAttributions {
		s = p.trim(p.withoutConnective(s))
		next, who := p.withoutSource(s)
		if next == s {
			break
		}
		if f := (span{s.from, p.frontEnd(s)}); f.to <= next.from && p.is(f.from, preposition|subordinator) && p.sourceIn(f) == nobody {
			t.front = p.trim(f)
		}
		if by := p.trim(p.outside(s, next)); t.by == "" && !by.empty() {
			t.by = p.source(by)
		}
		s, t.said = next, max(t.said, who)
	}
	return p.trim(s), t
}

// outside is the longer of the two ends of s that are not in the stretch of it that inner is.
func (p *parse) outside(s, inner span) span {
	if inner.from-s.from >= s.to-inner.to {
		return span{s.from, inner.from}
	}
	return span{inner.to, s.to}
}

// maskInserted leaves out what stands between two commas and is no part of what is said: connectives, "we cannot, however, say",
// and sources, "coffee, the study found, protects the liver".
func (p *parse) maskInserted(s span, t *told) {
	for i := s.from + 1; i+2 < s.to; i++ {
		if !p.words[i].comma() || p.leftOut(i) {
			continue
		}
		if p.words[i+2].comma() && connectives[p.at(i+1)] {
			p.leaveOut(span{i, i + 3})
			continue
		}
		for j := i + 3; j < min(s.to-1, i+maxInserted) && !p.is(j-1, mark); j++ {
			who := p.sourceIn(span{i + 1, j - 1})
			if p.words[j].comma() && who != nobody && quoting[baseOf(p.at(j-1))] && p.words[j-1].role == finite {
				p.leaveOut(span{i, j + 1})
				t.said, t.by = max(t.said, who), p.source(span{i + 1, j})
			}
		}
	}
}

// maxInserted is how many words an inserted source has, with its commas.
const maxInserted = 9

// withoutConnective takes "however," or "for example," off the beginning of s.
func (p *parse) withoutConnective(s span) span {
	for n := min(4, s.to-s.from); n > 0; n-- {
		phrase := ""
		for i := s.from; i < s.from+n; i++ {
			phrase += " " + p.at(i)
		}
		comma := s.from+n < s.to && p.words[s.from+n].comma()
		switch {
		case n > 1 && connectivePhrases[phrase[1:]] && (comma || n > 2):
		case n == 1 && p.connects(s.from) && (comma || p.is(s.from, conjunction|adverb) && !p.is(s.from, determiner)):
		default:
			continue
		}
		return p.trim(span{s.from + n, s.to})
	}
	return s
}

func (p *parse) withoutSource(s span) (span, source) {
	for _, pattern := range []func(span) (span, source){p.accordingTo, p.itIsKnown, p.leadingSource, p.trailingSource, p.newsIs} {
		if next, who := pattern(s); next != s && p.predicate(next) >= 0 {
			return next, who
		}
	}
	return s, nobody
}

// accordingTo reads "according to X, A" and "A, according to X".
func (p *parse) accordingTo(s span) (span, source) {
	for i := s.from; i+1 < s.to; i++ {
		if p.at(i) != "according" || p.at(i+1) != "to" {
			continue
		}
		if i > s.from {
			return span{s.from, i}, p.sourceIn(span{i, s.to})
		}
		for j := i + 2; j < s.to; j++ {
			if p.words[j].comma() && p.clauseAt(j+1, s.to, false) {
				return span{j + 1, s.to}, p.sourceIn(span{i, j})
			}
		}
	}
	return s, nobody
}

// itIsKnown reads "it is known that A".
func (p *parse) itIsKnown(s span) (span, source) {
	if p.at(s.from) != "it's" && (p.at(s.from) != "it" || !p.is(s.from+1, toBe|toHave)) {
		return s, nobody
	}
	for i := s.from + 1; i < min(s.to, s.from+6); i++ {
		if !factual[p.at(i)] {
			continue
		}
		for j := i + 1; j < min(s.to, i+4); j++ { // "it is clear to us that"
			if p.at(j) == "that" {
				return span{j + 1, s.to}, someone
			}
		}
	}
	return s, nobody
}

// newsIs reads "the good news is that A": a subject that says nothing of its own.
func (p *parse) newsIs(s span) (span, source) {
	if !p.is(s.from, determiner) {
		return s, nobody
	}
	for i := s.from + 1; i < min(s.to, s.from+5); i++ {
		if p.is(i, toBe) && p.at(i+1) == "that" {
			return span{i + 2, s.to}, nobody
		}
		if healthy(p.at(i)) {
			break
		}
	}
	return s, nobody
}
