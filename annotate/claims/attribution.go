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
	p.maskInserted(s)
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

// maskInserted leaves out connectives between commas: "we cannot, however, say".
func (p *parse) maskInserted(s span) {
	for i := s.from + 1; i+2 < s.to; i++ {
		if p.words[i].comma() && p.words[i+2].comma() && connectives[p.at(i+1)] {
			p.leaveOut(span{i, i + 3})
		}
	}
}

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

// maxSpeaker is how many words the subject of "says" has that is somebody, whatever his name.
const maxSpeaker = 4

// pointing are pronouns that stand for all that was said before.
var pointing = set("this these that it")

// maxSource is the longest subject of a reporting verb, in words.
const maxSource = 30

// leadingSource reads "X says that A", "X found A", "X said: “A”".
func (p *parse) leadingSource(s span) (span, source) {
	main, front := p.firstFinite(s), p.frontEnd(s)
	if main < front {
		front = s.from
	}
	if p.is(front, subordinator) {
		return s, nobody // "when the clock says day"
	}
	if main < 0 || main > front+maxSource || p.is(front, negation) || p.at(front) == "few" {
		return s, nobody
	}
	if next, ok := p.convinced(main, s); ok {
		return next, someone
	}
	at := main
	for at < s.to && (p.is(at, toHave|adverb) && !p.is(at, negation) || p.at(at) == "been") {
		at++
	}
	if at >= s.to || !reporting[baseOf(p.at(at))] || !p.is(at, verb) || p.is(main, toBe|toDo|modal) {
		return s, nobody
	}
	who := p.sourceIn(span{front, main})
	if who == nobody && main-front <= maxSpeaker && baseOf(p.at(main)) == "say" {
		who = someone
	}
	if main == front+1 && pointing[p.at(front)] {
		who = study // "this suggests that": what was said before does
	}
	from := p.behindReporting(at+1, s.to)
	for i := from; i < min(s.to, from+6); i++ {
		if p.at(i) == "that" && (i == from || who != nobody && p.clauseAt(i+1, s.to, false)) {
			return span{i + 1, s.to}, max(who, someone)
		}
	}
	quoted := p.is(from-1, mark)
	plain := plainReporting[baseOf(p.at(at))] && !p.is(from, preposition)
	if who != nobody && (quoted || plain) && p.clauseAt(from, s.to, false) {
		return span{from, s.to}, who
	}
	return s, nobody
}

// behindReporting is where what is reported begins behind a reporting verb: marks, adverbs and "however" stand between.
func (p *parse) behindReporting(i, to int) int {
	for i < to && !p.words[i].opens() && (p.is(i, mark) || p.at(i) == "however" || p.is(i, adverb) && p.at(i) != "that") {
		i++
	}
	return i
}

// convinced reads "X is convinced that A", with the predicate at main.
func (p *parse) convinced(main int, s span) (span, bool) {
	if !p.is(main, toBe|toHave) {
		return s, false
	}
	for i := main + 1; i < min(s.to, main+5); i++ {
		if convictions[p.at(i)] && p.at(i+1) == "that" && p.sourceIn(span{s.from, main}) != nobody {
			return span{i + 2, s.to}, true
		}
	}
	return s, false
}

// sourceIn is who or what s names as a source.
func (p *parse) sourceIn(s span) source {
	who := nobody
	for i := s.from; i < s.to; i++ {
		switch w := p.at(i); {
		case studies[w]:
			return study
		case people[w] || w == "they" || p.is(i, name) && i > s.from && !p.words[i].capitals:
			who = someone
		case i == s.from && (w == "i" || w == "we" || s.to == s.from+1 && p.is(i, name)):
			who = someone
		}
	}
	return who
}

// trailingSource reads “A,” said X, and A, X says.
func (p *parse) trailingSource(s span) (span, source) {
	for i := s.to - 1; i > s.from+1; i-- {
		if !quoting[baseOf(p.at(i))] || p.is(i, gerund) || p.at(i+1) == "that" || p.at(i+1) == "to" {
			continue
		}
		cut := p.sourceStart(i, s)
		if cut < s.from+2 || p.predicate(span{s.from, cut}) < 0 {
			continue
		}
		tail := span{cut, s.to}
		if who := p.sourceIn(tail); who != nobody && !p.saysMore(i, s.to) {
			return span{s.from, cut}, who
		}
	}
	return s, nobody
}

// sourceStart is the comma or quotation mark that the source with the reporting verb at i begins behind; 0 if the verb
// belongs to no such source.
func (p *parse) sourceStart(i int, s span) int {
	for j := i - 1; j > s.from && j > i-9; j-- {
		w := p.words[j]
		if w.comma() || w.quoteMark() {
			if j == i-1 && p.sourceIn(span{i + 1, min(s.to, i+8)}) == nobody {
				return 0
			}
			return j
		}
		if w.role == finite && (!w.is(toHave) || j < i-1) {
			return 0
		}
	}
	return 0
}

// saysMore says whether the words behind the reporting verb at i hold a clause of their own.
func (p *parse) saysMore(i, to int) bool {
	rest := span{i + 1, to}
	for j := rest.from; j < rest.to; j++ {
		if p.is(j, relative) && j > rest.from {
			return false
		}
		if p.words[j].role == finite && !p.subject(p.verbOf(j)).empty() {
			return true
		}
	}
	return false
}
