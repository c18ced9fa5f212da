package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
)

// opened is the beginning of a statement that every item of the list behind it completes: "Yoga may lead to:".
type opened struct {
	phrase
	said source
}

// opening is what the last statement of a sentence leaves open with a colon at its end; nil if nothing, or if its last word is
// a noun, which an item does not complete.
func (p *parse) opening(list []statement, said source) *opened {
	if len(list) == 0 || p.at(len(p.words)-1) != ":" {
		return nil
	}
	last := list[len(list)-1]
	end := p.words[last.quote.to-1]
	if last.quote.to < len(p.words)-1 || end.role == noVerb && !end.is(preposition) {
		return nil
	}
	return &opened{phrase{strings.TrimSuffix(p.render(last), "."), p.wordsOf(last)}, max(said, last.said)}
}

// completes says whether a block goes on with what the one before left open.
func (r *reader) completes(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return r.opening != nil && (r.kind == annotate.ListItem || unicode.IsLower(first) || unicode.IsDigit(first))
}

// readItem reads a sentence that is an item of a list and completes what its beginning left open. It says false if the
// sentence is none, or states something by itself.
func (r *reader) readItem(start int, p *parse) bool {
	item := p.trim(p.withoutConnective(p.all()))
	if r.opening == nil || item.empty() || !r.isItem(p) || p.states(item) {
		return false
	}
	asides := p.asides(item)
	first := statement{quote: p.outsideHoles(item), parts: []part{own(r.opening.phrase), own(p.inside(item))}}
	list := []statement{first.because("item of a list, which completes “%s”", r.opening.text)}
	for _, a := range asides {
		list = append(list, a...)
	}
	for _, s := range list {
		s.said = r.opening.said
		r.add(start, p, s, nil)
	}
	return true
}

// states says whether an item has a predicate with a subject of its own, and so is a statement by itself.
func (p *parse) states(item span) bool {
	main := p.predicate(item)
	return main >= 0 && !p.holds(item, relative) && !p.subjectFrom(p.verbOf(main), item.from).empty()
}

// isItem says whether a sentence behind an open one has the form of an item: a mark before it, or no capital.
func (r *reader) isItem(p *parse) bool {
	first, _ := utf8.DecodeRuneInString(p.text)
	return r.kind == annotate.ListItem || unicode.IsLower(first) || p.words[0].is(mark)
}

// inside is the text of an item as it goes on with a sentence: without the holes in it, its first letter small unless it
// begins a name.
func (p *parse) inside(item span) phrase {
	var out []string
	var words []word
	for _, s := range p.without(item) {
		out = append(out, p.source(s))
		words = append(words, p.words[s.from:s.to]...)
	}
	text := strings.Join(out, " ")
	if w := p.words[item.from]; w.capitals || w.is(name) && p.is(item.from+1, name) {
		return phrase{text, words}
	}
	first, width := utf8.DecodeRuneInString(text)
	return phrase{string(unicode.ToLower(first)) + text[width:], words}
}

// labelTopic is what the label before an item names, where a pronoun behind it may stand for it: "Salt: it makes …".
func (p *parse) labelTopic(s span, before topic) topic {
	s = p.trim(s)
	if s.empty() || !healthy(p.at(s.to-1)) {
		return before
	}
	return topic{phrase: p.phrase(s), plural: p.isPlural(s)}
}
