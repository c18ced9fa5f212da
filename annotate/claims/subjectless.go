package claims

import "strings"

// chosen nouns are what people choose or count, so that to change it is advice: "reduce the amount of salt".
var chosen = set("amount dose dosage intake consumption use number risk risks cost costs chance chances time size portion portions quantity")

// bare says whether the clause s begins with a verb that has no subject and yet tells nobody to do anything, for it is done to a
// certain thing in the body: "Improve the local microcirculation of the kidney". A verb that says what to do it with, or to whom
// it speaks, is advice.
func (p *parse) bare(s span) bool {
	i := s.from
	if s.empty() || p.words[i].role != finite || !effects[baseOf(p.at(i))] || !p.subject(i).empty() || p.at(i+1) != "the" {
		return false
	}
	bodily := false
	for j := i + 2; j < s.to && !p.words[j].comma(); j++ {
		w := p.at(j)
		if chosen[w] || w == "by" || w == "with" {
			return false
		}
		bodily = bodily || healthy(w)
	}
	for j := i; j < s.to; j++ {
		if strings.HasPrefix(p.at(j), "you") {
			return false
		}
	}
	return bodily
}

// does is the statement s, which begins with a verb without a subject, with the topic as its subject.
func (t topic) does(p *parse, s statement) statement {
	i := s.quote.from
	v := byForm[p.at(i)]
	last := len(s.parts) - 1
	if t.text == "" || v == nil || last < 0 || s.parts[last].own.text != "" || s.parts[last].from != i || p.words[i].role != finite {
		return s
	}
	for _, lead := range s.parts[:last] {
		if lead.own.text != "" || !lead.empty() {
			return s
		}
	}
	form := v.third
	if t.plural {
		form = v.base
	}
	s.parts = []part{own(t.named()), own(finiteForm(form)), {span: span{i + 1, s.parts[last].to}}}
	return s.because("has no subject of its own; the text spoke of “%s”", t.text)
}

// named is the topic as it is called where nothing stands before it: "the cells" for "these cells".
func (t topic) named() phrase {
	first, rest, _ := strings.Cut(t.text, " ")
	if len(t.words) < 2 || first != "these" && first != "this" && first != "those" && first != "that" {
		return t.phrase
	}
	the := word{form: "the", lower: "the", tag: "DET", penn: "DT", class: determiner}
	return phrase{"the " + rest, append([]word{the}, t.words[1:]...)}
}
