package claims

import "slices"

// statement is one thing that a sentence says: what is quoted of it, and what the sentence that stands alone is made of.
type statement struct {
	quote span
	front span // a phrase that stands before the parts, with a comma: when or where it holds
	parts []part
	gloss bool     // an explanation of a word, in brackets or between commas
	said  source   // who says so
	why   []string // how it was taken out of its sentence, in words
}

// part is a stretch of the sentence's words, or a phrase of our own where the grammar asks for another.
type part struct {
	span
	own phrase
}

// phrase is text that does not stand in the sentence, with its words. The zero value is none.
type phrase struct {
	text  string
	words []word
}

func own(p phrase) part { return part{own: p} }

// told is the statement with who says so and, if it is the first of what they say, the phrase before that.
func (s statement) told(t told, first bool) statement {
	s.said = max(s.said, t.said)
	if first {
		s.front = t.front
	}
	if t.by != "" {
		s = s.because("leaves out who says so: “%s”", t.by)
	}
	return s
}

// statements cuts s into what it says, in the order of the text.
func (p *parse) statements(s span) []statement {
	var out []statement
	clauses := p.clauses(s)
	for n, c := range clauses {
		body, told := p.content(p.trim(c))
		if body.empty() {
			continue
		}
		asides := p.asides(body)
		list := p.predicates(body, nil)
		for _, a := range asides {
			list = append(list, a...)
		}
		for _, x := range list {
			x = x.told(told, x.quote.from == body.from)
			if len(clauses) > 1 {
				x = x.because("%s of %s clauses of its sentence", ordinal(n), cardinal(len(clauses)))
			}
			out = append(out, p.reported(x)...)
		}
	}
	slices.SortStableFunc(out, func(a, b statement) int { return a.quote.from - b.quote.from })
	return out
}

// reported takes the source off a later predicate: "defends A, and suggests that B".
func (p *parse) reported(s statement) []statement {
	i := s.quote.from
	if len(s.parts) < 2 || !reporting[baseOf(p.at(i))] || p.at(i+1) != "that" || p.predicate(span{i + 2, s.quote.to}) < 0 {
		return []statement{s}
	}
	out := p.predicates(span{i + 2, s.quote.to}, nil)
	for n := range out {
		out[n].said = max(s.said, someone)
	}
	return out
}

// predicates makes a statement of every coordinated predicate of the clause s. Before each stands what subject says, or,
// without one, what the clause begins with.
func (p *parse) predicates(s span, subject []part) []statement {
	var out []statement
	conjuncts := p.conjuncts(s)
	leads := make([][]part, len(conjuncts)) // what stands before each conjunct
	for n, c := range conjuncts {
		leads[n] = subject
		if n > 0 {
			leads[n] = p.lead(conjuncts[:n], leads[:n], c.slot)
		}
		quote := p.outsideHoles(p.trim(c.span))
		if quote.empty() {
			continue
		}
		said := statement{quote: p.behindAside(quote), parts: append(slices.Clone(leads[n]), part{span: quote})}
		if len(conjuncts) > 1 {
			said = said.because("%s of %s predicates that share a subject", ordinal(n), cardinal(len(conjuncts)))
		}
		if before := p.partText(leads[n]); n > 0 && before != "" {
			said = said.because("its subject is taken from the sentence: “%s”", before)
		}
		out = append(out, said)
	}
	return out
}

// phrase is a stretch of the sentence as it goes into another one.
func (p *parse) phrase(s span) phrase { return phrase{text: p.source(s), words: p.words[s.from:s.to]} }
