package claims

// span is a stretch of the words of a sentence: words[from:to).
type span struct{ from, to int }

func (s span) empty() bool { return s.from >= s.to }

// parse is a sentence with what is known of its words.
type parse struct {
	text  string
	words []word
	holes []span // what became a statement of its own and is left out of the one around it
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

// predicate is the first finite verb in s that is not one of a relative clause, or -1.
func (p *parse) predicate(s span) int {
	embedded := 0
	for i := s.from; i < s.to; i++ {
		w := p.words[i]
		switch {
		case w.opens():
			i = p.closing(i, s.to)
		case w.role == finite && embedded == 0:
			return i
		case w.role == finite:
			embedded--
		case w.is(relative) && i > s.from && !p.words[i-1].is(conjunction):
			embedded++
		}
	}
	return -1
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
	for s.from < s.to && (p.loose(s.from) || connectives[p.at(s.from)] && !p.is(s.from, verb|pronoun)) {
		s.from++
	}
	for s.from < s.to && (p.loose(s.to-1) || p.is(s.to-1, conjunction|subordinator) && !p.is(s.to-1, preposition|adverb)) {
		s.to--
	}
	return s
}

// loose says whether the word at i is a mark that belongs to no phrase. A bracket that has its counterpart does.
func (p *parse) loose(i int) bool {
	w := p.words[i]
	switch {
	case !w.is(mark):
		return false
	case w.closes():
		for j := i - 1; j >= 0; j-- {
			if p.words[j].opens() {
				return false
			}
			if p.words[j].closes() {
				return true
			}
		}
		return true
	case w.opens():
		return p.closing(i, len(p.words)) == len(p.words)-1 && !p.words[len(p.words)-1].closes()
	case w.quoteMark():
		return !p.paired(i)
	}
	return true
}

// paired says whether a quotation mark stands beside words on its inner side only, as in “bad” cholesterol, so that its
// counterpart is near. A mark that opens or closes the whole sentence is not.
func (p *parse) paired(i int) bool {
	for j := max(0, i-5); j < min(len(p.words), i+6); j++ {
		if j != i && p.words[j].quoteMark() && p.words[j].end-p.words[j].start == p.words[i].end-p.words[i].start {
			return true
		}
	}
	return false
}
