package claims

import "slices"

// apposition reads ", a process in which …" at the comma i: what the noun before it is.
func (p *parse) apposition(i int, s span) ([]statement, span) {
	if p.at(i+1) != "a" && p.at(i+1) != "an" && p.at(i+1) != "the" || p.is(i+1, name) {
		return nil, span{}
	}
	hole := span{i, s.to}
	for j := i + 1; j < s.to; j++ {
		if p.words[j].comma() {
			hole.to = j + 1
			break
		}
		if p.words[j].is(conjunction) && !p.is(j+1, relative) && p.predicate(span{i, j}) < 0 {
			return nil, span{}
		}
	}
	noun := p.nounBefore(i)
	main := p.predicate(span{s.from, i})
	closed := hole.to > i+1 && p.words[hole.to-1].comma()
	switch {
	case noun.empty() || p.predicate(span{i + 1, hole.to}) >= 0 || main < 0 && !closed:
		return nil, span{}
	case closed && (p.is(hole.to, conjunction|determiner) || p.predicate(span{hole.to, s.to}) < 0 && main < 0):
		return nil, span{}
	case p.is(i+2, name) && !p.words[i+2].capitals:
		return nil, hole // the name of a thing
	case p.person(noun) || p.person(span{i + 1, hole.to}) || naming[p.at(i+2)]:
		return nil, hole
	}
	body := p.trim(span{i + 1, hole.to})
	if !slices.ContainsFunc(p.words[body.from:body.to], func(w word) bool { return healthy(w.lower) }) {
		return nil, span{}
	}
	return p.gloss(noun, body), hole
}

// naming are words of an explanation that only gives a name, and so states nothing.
var naming = set("so-called called known named formerly")

// bracket reads an explanation in brackets: "asthma (narrowing of the airways)".
func (p *parse) bracket(s span) []statement {
	body := p.trim(span{s.from + 1, s.to - 1})
	noun := p.nounBefore(s.from)
	if noun.empty() || p.is(s.from+1, conjunction) || p.person(noun) || !p.explains(body) || p.predicate(body) >= 0 && !p.holds(body, relative) {
		return nil
	}
	return p.gloss(noun, body)
}

// explains says whether what stands in brackets is an explanation in words: not an abbreviation, a figure, a reference or an
// example.
func (p *parse) explains(s span) bool {
	first := p.at(s.from)
	article := first == "a" || first == "an" || first == "the"
	if n := s.to - s.from; n < 3 || n < 4 && !article {
		return false
	}
	const others = name | number | preposition | conjunction | subordinator | verb | adverb | relative | determiner
	if !article && p.is(s.from, others) && !p.is(s.from, gerund) {
		return false
	}
	return !slices.ContainsFunc(p.words[s.from:s.to], func(w word) bool {
		return w.is(number) || naming[w.lower] || noExplanation[w.lower]
	})
}

// noExplanation are marks and words that stand in brackets which refer to something else.
var noExplanation = set("including see ; = e.g e.g. i.e i.e. fig fig. figure table ref ref.")

// gloss states that noun is what s says.
func (p *parse) gloss(noun, s span) []statement {
	is := "is"
	if p.is(noun.to-1, plural) {
		is = "are"
	}
	said := statement{quote: s, parts: []part{{span: noun}, own(finiteForm(is)), {span: s}}, gloss: true}
	return []statement{said.because("explains “%s”", p.source(noun))}
}
