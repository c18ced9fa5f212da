package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
)

// opened is the beginning of a statement that every item of the list behind it completes: "Statins may lead to:".
type opened struct {
	words string
	said  source
}

// opening is what the sentence leaves open with a colon at its end; nil if nothing, or if its last word is a noun, which
// an item does not complete.
func (p *parse) opening(body span, said source) *opened {
	n := len(p.words)
	if n < 3 || p.words[n-1].lower != ":" {
		return nil
	}
	clauses := p.clauses(body)
	last := p.trimLeft(clauses[len(clauses)-1])
	for last.to > last.from && p.words[last.to-1].is(mark) {
		last.to--
	}
	if last.empty() || p.predicate(last) < 0 {
		return nil
	}
	end := p.words[last.to-1]
	if end.role == noVerb && !end.is(preposition) && end.lower != "to" {
		return nil
	}
	return &opened{words: strings.TrimSuffix(sentence(p.source(last)), "."), said: said}
}

// completes says whether a block goes on with what the one before left open.
func (r *reader) completes(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return r.opening != nil && (r.kind == annotate.ListItem || unicode.IsLower(first) || unicode.IsDigit(first))
}

// readItem reads a sentence that is an item of a list and completes what its beginning left open. It says false if the
// sentence is none, or states something by itself.
func (r *reader) readItem(start int, p *parse) bool {
	if r.opening == nil {
		return false
	}
	first, _ := utf8.DecodeRuneInString(p.text)
	item := p.trim(p.withoutConnective(p.all()))
	bullet := len(p.words) > 0 && p.words[0].is(mark)
	if item.empty() || !(bullet || r.kind == annotate.ListItem || unicode.IsLower(first)) || p.predicate(item) >= 0 && !p.hasRelative(item) {
		return false
	}
	asides := p.asides(item)
	words := p.source(item)
	if c, width := utf8.DecodeRuneInString(words); !p.is(item.from+1, name) && len(words) > width && !unicode.IsUpper(rune(words[width])) {
		words = string(unicode.ToLower(c)) + words[width:]
	}
	list := []statement{{quote: p.outsideHoles(item), parts: []part{own(r.opening.words + " " + p.inside(item, words))}}}
	for _, a := range asides {
		list = append(list, a...)
	}
	for _, s := range list {
		text := split(p.render(s.parts))
		read(text)
		r.add(start, p, s, judge(text, nil, r.opening.said), r.opening.said)
	}
	return true
}

// inside is the text of an item without the holes in it.
func (p *parse) inside(item span, words string) string {
	whole := p.source(item)
	var out []string
	for _, s := range p.without(item) {
		out = append(out, p.source(s))
	}
	text := strings.Join(out, " ")
	if n := len(words); n == len(whole) && text != "" {
		_, width := utf8.DecodeRuneInString(text)
		text = words[:width] + text[width:]
	}
	return text
}

// labelTopic is what the label before an item names, where a pronoun behind it may stand for it: "Salt: it makes …".
func (p *parse) labelTopic(s span, before topic) topic {
	s = p.trim(s)
	if s.empty() || !healthy(p.at(s.to-1)) {
		return before
	}
	return topic{words: p.source(s), plural: p.isPlural(s)}
}
