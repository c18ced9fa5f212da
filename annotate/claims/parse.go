package claims

import "slices"

// span is a stretch of the words of a sentence: words[from:to).
type span struct{ from, to int }

func (s span) empty() bool { return s.from >= s.to }

// parse is a sentence with what is known of its words.
type parse struct {
	text  string
	words []word
	holes []span // what became a statement of its own and is left out of the one around it, in order
}

func newParse(text string) *parse {
	p := &parse{text: text, words: split(text)}
	read(p.words)
	return p
}

// all is the whole sentence.
func (p *parse) all() span { return span{0, len(p.words)} }

// at is the word at i in small letters, or "" outside the sentence.
func (p *parse) at(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].lower
}

func (p *parse) is(i int, c class) bool { return i >= 0 && i < len(p.words) && p.words[i].is(c) }

// leaveOut makes a hole of s.
func (p *parse) leaveOut(s span) {
	i := len(p.holes)
	for i > 0 && p.holes[i-1].from > s.from {
		i--
	}
	p.holes = slices.Insert(p.holes, i, s)
}

// leftOut says whether the word at i lies in a hole.
func (p *parse) leftOut(i int) bool {
	return slices.ContainsFunc(p.holes, func(h span) bool { return h.from <= i && i < h.to })
}

// frontEnd is where the main clause of s begins behind a phrase or a condition and its comma: "When A, B". It is the
// beginning of s if there is no such comma.
func (p *parse) frontEnd(s span) int {
	main := p.predicate(s)
	if main < 0 || p.is(s.from, pronoun|relative) || !p.is(s.from, preposition|subordinator|adverb|gerund|participle) {
		return s.from
	}
	if p.is(s.from, subordinator) {
		for i := s.from + 1; i < s.to; i++ {
			if p.words[i].comma() && p.clauseAt(i+1, s.to, false) {
				return i + 1
			}
		}
		return s.from
	}
	to := main
	if sub := p.subjectFrom(p.verbOf(main), s.from); !sub.empty() && sub.to <= main {
		to = sub.from
	}
	for i := to - 1; i > s.from; i-- {
		if p.words[i].comma() {
			return i + 1
		}
	}
	return s.from
}

// closing is the place of the bracket that closes the one at i, or the last place before to.
func (p *parse) closing(i, to int) int {
	for j := i + 1; j < to; j++ {
		if p.words[j].closes() {
			return j
		}
	}
	return to - 1
}

// skip moves i over adverbs, conjunctions and marks, up to to.
func (p *parse) skip(i, to int, c class) int {
	for i < to && p.is(i, c) && !p.is(i, verb|pronoun) {
		i++
	}
	return i
}

// trim takes marks, conjunctions and loose adverbs off the ends of s.
func (p *parse) trim(s span) span {
	for s.from < s.to && (p.loose(s.from, s) || p.connects(s.from)) {
		s.from++
	}
	for s.from < s.to && (p.loose(s.to-1, s) || p.is(s.to-1, conjunction|subordinator) && !p.is(s.to-1, preposition|adverb)) {
		s.to--
	}
	return s
}

// connects says whether the word at i only joins what follows to what went before.
func (p *parse) connects(i int) bool {
	if p.at(i) == "so" && p.is(i+1, toBe|toDo|toHave|modal) && !p.is(i+2, verb|adverb) {
		return false // "so did others"
	}
	if p.at(i) == "so" && p.at(i+1) == "far" {
		return false
	}
	return connectives[p.at(i)] && !p.is(i, verb|pronoun)
}

// loose says whether the word at i, one of the ends of s, is a mark that belongs to no phrase in s. A bracket or quotation
// mark that has its counterpart inside does, unless the two enclose all of s.
func (p *parse) loose(i int, s span) bool {
	w := p.words[i]
	switch {
	case !w.is(mark):
		return false
	case w.opens():
		end := p.closing(i, len(p.words))
		return !p.words[end].closes() || i == s.from && end >= s.to-1
	case w.closes():
		start := p.opener(i)
		return start < s.from || i == s.to-1 && start == s.from
	case w.quoteMark():
		other := p.partner(i)
		return other < s.from || other >= s.to || i == s.from && other >= s.to-2 || i == s.to-1 && other <= s.from+1
	}
	return true
}

// opener is the place of the bracket that the one at i closes, or -1.
func (p *parse) opener(i int) int {
	for j := i - 1; j >= 0 && !p.words[j].closes(); j-- {
		if p.words[j].opens() {
			return j
		}
	}
	return -1
}

// partner is the place of the quotation mark that belongs to the one at i, or -1.
func (p *parse) partner(i int) int {
	mark := p.at(i)
	step, other := 1, counterparts[mark]
	if closers[mark] {
		step = -1
	} else if mark == `"` {
		other = mark
		for j := range i {
			if p.at(j) == mark {
				step = -step
			}
		}
	}
	for j := i + step; j >= 0 && j < len(p.words); j += step {
		if p.at(j) == other {
			return j
		}
	}
	return -1
}

// counterparts are the quotation marks with those that close or open them. A closing single one is written as an apostrophe.
var (
	counterparts = map[string]string{"“": "”", "”": "“", "„": "“", "«": "»", "»": "«", "‘": "'", "'": "‘"}
	closers      = set("” » '")
)

// allOf says whether every word of s is of one of the classes c.
func (p *parse) allOf(s span, c class) bool {
	for i := s.from; i < s.to; i++ {
		if !p.is(i, c) {
			return false
		}
	}
	return true
}

// holds says whether a word of the class c stands in s.
func (p *parse) holds(s span, c class) bool {
	for i := s.from; i < s.to; i++ {
		if p.is(i, c) {
			return true
		}
	}
	return false
}

// quoted says whether a quotation is open at the end of s that s does not begin with.
func (p *parse) quoted(s span) bool {
	open := false
	for i := s.from + 1; i < s.to; i++ {
		switch p.at(i) {
		case "“":
			open = true
		case "”":
			open = false
		case `"`:
			open = !open
		}
	}
	return open
}
