package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// topic is what an article speaks of: the last subject that a pronoun can stand for. The zero value is none.
type topic struct {
	phrase
	head   string // its noun, where that is its last word
	plural bool
}

// maxTopic is the longest subject, in words, that is put in the place of a pronoun.
const maxTopic = 10

// singularPronouns and pluralPronouns stand for the subject of a statement before.
var (
	singularPronouns = set("it this")
	pluralPronouns   = set("they these")
)

// generic are nouns that stand with "the" for something named before.
var generic = set(`
	drug drugs medicine medicines treatment therapy vaccine pill pills supplement supplements procedure capsules
	tablets`)

// abstractNouns are subjects of which what follows seldom speaks: "the difficulty is to find them. It …".
var abstractNouns = set("difficulty question challenge problem goal aim idea fact reason thing point purpose hope answer news")

// resolve puts the topic in the place of the pronoun that the statement begins with, if one stands there as a subject and
// the number is right. What is not sure stays as it is.
func (t topic) resolve(p *parse, s statement) statement {
	if t.text == "" || len(s.parts) == 0 || s.parts[0].own.text != "" || s.parts[0].empty() {
		return s
	}
	first := s.parts[0].span
	i := first.from
	after := p.skip(i+1, len(p.words), adverb)
	switch {
	case after >= len(p.words):
		return s
	case strings.HasPrefix(p.at(i+1), "'"):
		return s // "it's"
	case p.expletive(i) || (p.at(i) == "this" || p.at(i) == "these") && p.is(after, toBe):
		return s // "this is why": of all that was said
	case (singularPronouns[p.at(i)] && !t.plural || pluralPronouns[p.at(i)] && t.plural) && p.words[after].role == finite:
		return t.replaceFirst(p, s, i+1)
	case (p.at(i) == "its" && !t.plural || p.at(i) == "their" && t.plural) && p.possessed(i) > i:
		return t.replacePossessive(p, s)
	case (p.at(i) == "she" || p.at(i) == "he") && humans[t.head] && p.words[after].role == finite:
		return t.replaceFirst(p, s, i+1)
	case p.at(i) == "the" && generic[p.at(i+1)] && p.is(i+1, plural) == t.plural && p.is(i+2, verb) && p.words[i+2].role == finite:
		return t.replaceFirst(p, s, i+2)
	}
	return s
}

// unresolved is the statement with a reason that says so where it still begins with a pronoun that stands for something.
func (p *parse) unresolved(s statement) statement {
	for _, x := range s.parts {
		if x.own.text == "" && x.empty() {
			continue
		}
		i := x.from
		if x.own.text == "" && (singularPronouns[p.at(i)] || pluralPronouns[p.at(i)]) && p.is(i+1, verb|adverb) && !p.expletive(i) {
			return s.because("“%s” stands for something said before, and the article does not surely say what", p.words[i].form)
		}
		break
	}
	return s
}

// expletive says whether "it" at i stands for what follows and not for what went before: "it is prudent to wait".
func (p *parse) expletive(i int) bool {
	if p.at(i) != "it" {
		return false
	}
	for j := i + 1; j < min(len(p.words), i+7); j++ {
		if p.at(j) == "to" || p.at(j) == "that" {
			return j > i+2 && !p.is(j-1, verb|determiner|preposition) || p.is(j-1, adjective)
		}
	}
	return false
}

// replaceFirst puts the topic in the place of the first part's beginning, up to the word at from.
func (t topic) replaceFirst(p *parse, s statement, from int) statement {
	first := s.parts[0]
	parts := []part{own(t.phrase)}
	if rest := (span{from, first.to}); !rest.empty() {
		parts = append(parts, part{span: rest})
	}
	s.parts = append(parts, s.parts[1:]...)
	return s.because("“%s” stands for %s, said before", p.source(span{first.from, from}), t.text)
}

// possessed is the place of the noun that the possessive at i belongs to, as the subject of a predicate behind it; -1 if
// something else follows.
func (p *parse) possessed(i int) int {
	n := p.words[i].head
	if n <= i || !p.is(n, noun) || p.at(n+1) == "of" || p.holds(span{i + 1, n}, verb|mark|preposition) {
		return -1
	}
	if after := p.skip(n+1, len(p.words), adverb); after >= len(p.words) || p.words[after].role != finite {
		return -1
	}
	return n
}

// replacePossessive writes "the appetite of the patients" for "their appetite".
func (t topic) replacePossessive(p *parse, s statement) statement {
	i := s.parts[0].from
	n := p.possessed(i)
	words := append([]word{{form: "the", lower: "the", tag: "DET", penn: "DT", class: determiner}}, p.words[i+1:n+1]...)
	words = append(append(words, word{form: "of", lower: "of", tag: "ADP", penn: "IN", class: preposition}), t.words...)
	whole := topic{phrase: phrase{"the " + p.source(span{i + 1, n + 1}) + " of " + t.text, words}}
	return whole.replaceFirst(p, s, n+1)
}

// after is the topic behind the statement s: its subject, if that is a noun which a pronoun could stand for. A pronoun
// leaves the topic as it was; people and studies end it, for what follows may speak of them.
func (t topic) after(p *parse, s statement) topic {
	if s.gloss || len(s.parts) != 1 {
		return t
	}
	clause := s.parts[0].span
	main := p.predicate(clause)
	switch {
	case main < 0:
		return t
	case p.words[main].penn == "VB":
		return topic{} // what is to be done to something may be followed by what that does
	}
	subject := p.subjectOf(clause, main)
	for !subject.empty() && p.is(subject.to-1, adverb|mark) && !p.words[subject.to-1].closes() {
		subject.to--
	}
	head := p.at(subject.to - 1)
	switch {
	case !subject.empty() && !p.is(subject.to-1, noun|pronoun|mark|plural|gerund):
		return topic{}
	case p.is(subject.from, preposition) || subject.to-subject.from > maxTopic:
		return topic{}
	case subject.empty() || p.is(subject.from, pronoun) && subject.to == subject.from+1 || p.is(subject.from, possessive):
		return t
	case abstractNouns[head]:
		return topic{}
	case p.sourceIn(subject) != nobody && !healthy(head) && !p.named(subject, main) || p.words[subject.from].role == continuous:
		return topic{}
	}
	named := p.phrase(subject)
	named.text = lowerFirst(named.text, p, subject)
	if strings.Count(named.text, "(") != strings.Count(named.text, ")") {
		return topic{}
	}
	return topic{phrase: named, head: head, plural: p.isPlural(subject)}
}

// named says whether s is one word with a capital that may name a thing, as its predicate at main says nothing that only people do.
func (p *parse) named(s span, main int) bool {
	return s.to == s.from+1 && s.from == 0 && !people[p.at(0)] && !studies[p.at(0)] && !p.is(0, pronoun) && !reporting[baseOf(p.at(p.verbOf(main)))]
}

// lowerFirst is a subject as it stands inside a sentence: its first word loses its capital, a name keeps it.
func lowerFirst(s string, p *parse, at span) string {
	w := p.words[at.from]
	if w.capitals && len(w.form) > 1 || w.penn == "NNP" || w.penn == "NNPS" || keepsSmall(s) {
		return s
	}
	first, width := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[width:]
}
