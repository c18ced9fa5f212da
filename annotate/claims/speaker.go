package claims

// maxSource is the longest subject of a reporting verb, in words.
const maxSource = 30

// maxSpeaker is how many words the subject of "says" has that is somebody, whatever his name.
const maxSpeaker = 4

// pointing are pronouns that stand for all that was said before.
var pointing = set("this these that it")

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
		if p.words[i].role == finite {
			break // "adds new facts and suggests that …"
		}
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
