package claims

// result reads ", thus easing …" and ", leading to …" at the comma i: what the subject of the clause does thereby.
func (p *parse) result(i int, s span) ([]statement, span) {
	verbAt := p.skip(i+1, s.to, adverb)
	marked := results[p.at(verbAt)] || verbAt > i+1 && consequences[p.at(i+1)]
	main := p.predicate(span{s.from, i})
	if verbAt >= s.to || p.words[verbAt].role != continuous || !marked || main < 0 {
		return nil, span{}
	}
	hole := span{i, s.to}
	if implying[p.at(verbAt)] && p.clauseAt(verbAt+1, s.to, false) {
		return p.predicates(p.trim(span{p.skipThat(verbAt + 1), s.to}), nil), hole
	}
	subject := part{span: p.subjectOf(s, main)}
	var out []statement
	for _, c := range p.series(span{verbAt, s.to}) {
		if quote := p.trim(c); !quote.empty() {
			verbs := own(p.inflected(p.at(c.from), main))
			said := statement{quote: quote, parts: []part{subject, verbs, {span: span{c.from + 1, quote.to}}}}
			out = append(out, said.because("says what comes of it; its subject is taken from the sentence: “%s”", p.source(subject.span)))
		}
	}
	return out, hole
}

// implying are the gerunds behind which a whole clause may stand.
var implying = set("meaning suggesting indicating showing")

// skipThat is the place behind "that" at i, or i.
func (p *parse) skipThat(i int) int {
	if p.at(i) == "that" {
		return i + 1
	}
	return i
}

// series cuts coordinated gerunds: "reducing A, improving B and easing C".
func (p *parse) series(s span) []span {
	var out []span
	start := s.from
	for i := s.from + 1; i < s.to; i++ {
		if !p.words[i].comma() && p.at(i) != "and" {
			continue
		}
		n := i + 1
		if p.at(n) == "and" {
			n++
		}
		if n = p.skip(n, s.to, adverb); n < s.to && n > start && p.words[n].role == continuous {
			out = append(out, span{start, i})
			start, i = n, n
		}
	}
	return append(out, span{start, s.to})
}

// inflected is the verb of a gerund as the subject of the predicate at main takes it: with the same modal, or in the same
// number and time.
func (p *parse) inflected(gerund string, main int) phrase {
	v := byForm[gerund]
	if v == nil {
		return phrase{gerund, []word{{form: gerund, lower: gerund, tag: "VERB", penn: "VBZ", class: third, role: finite}}}
	}
	w := p.words[main]
	switch {
	case w.is(modal):
		f := finiteForm(v.base)
		f.words[0].role, f.words[0].penn = infinitive, "VB"
		return phrase{p.source(span{main, main + 1}) + " " + v.base, append([]word{w}, f.words...)}
	case w.is(past) && !w.is(base) || pastAuxiliary[w.lower]:
		return finiteForm(v.past)
	case w.is(third) || thirdAuxiliary[w.lower]:
		return finiteForm(v.third)
	}
	return finiteForm(v.base)
}

// finiteForm is a form of a verb as the predicate of a sentence.
func finiteForm(form string) phrase {
	w := word{form: form, lower: form, tag: "VERB", penn: "VBP", role: finite, class: closedWords[form]}
	if w.is(toBe) {
		w.tag = "AUX"
	}
	if v := byForm[form]; v != nil {
		switch form {
		case v.base:
			w.class |= base
		case v.third:
			w.class, w.penn = w.class|third, "VBZ"
		case v.past:
			w.class, w.penn = w.class|past, "VBD"
		}
	}
	return phrase{form, []word{w}}
}

// conceded reads "despite X causing Y, A" at the beginning of a clause.
func (p *parse) conceded(s span) ([]statement, span) {
	if p.at(s.from) != "despite" && p.at(s.from) != "with" {
		return nil, span{}
	}
	hole := span{s.from, p.frontEnd(s)}
	found := p.nominal(span{s.from + 1, hole.to})
	if found == nil {
		return nil, span{}
	}
	return found, hole
}

// absolute reads ", with X ending at Y" at the comma i.
func (p *parse) absolute(i int, s span) ([]statement, span) {
	if p.at(i+1) != "with" {
		return nil, span{}
	}
	found := p.nominal(span{i + 2, s.to})
	if found == nil {
		return nil, span{}
	}
	return found, span{i, s.to}
}

// nominal makes a statement of a noun and the gerund that tells what it does: "recovery in most patients ending in May".
func (p *parse) nominal(s span) []statement {
	for i := s.from + 1; i < s.to; i++ {
		w := p.words[i]
		if w.comma() || w.role == finite || w.is(relative) {
			return nil
		}
		if w.role != continuous || p.is(i-1, preposition|conjunction) {
			continue
		}
		v := byForm[w.lower]
		if v == nil {
			return nil
		}
		is := v.third
		if p.isPlural(span{s.from, i}) {
			is = v.base
		}
		body := p.trim(s)
		said := statement{quote: body, parts: []part{{span: span{s.from, i}}, own(finiteForm(is)), {span: span{i + 1, body.to}}}}
		return []statement{said.because("“%s” with “%s” says something of its own", p.source(span{s.from, i}), w.lower)}
	}
	return nil
}
