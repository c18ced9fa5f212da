package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what a word can be; many words can be several things.
type class uint32

const (
	mark       class = 1 << iota // punctuation
	number                       // a number, in digits or in words
	determiner                   // the, a, this, some
	possessive                   // its, their; also a noun with 's
	pronoun                      // it, they, he; also this and these where they stand for a noun
	relative                     // which, who, that
	preposition
	conjunction  // and, or, but
	subordinator // because, while, although
	modal
	toBe
	toHave
	toDo
	negation
	adverb
	adjective
	base       // of a verb: reduce
	third      // reduces
	past       // reduced, fell
	participle // reduced, fallen
	gerund     // reducing
	noun       // a verb's form that is more often a noun: risks, increase
	plural     // a noun in the plural
	name       // begins with a capital
)

// verb is any form of a verb, auxiliaries included.
const verb = modal | toBe | toHave | toDo | base | third | past | participle | gerund

// classOf looks a word up; what no list knows is judged by its ending.
func classOf(text, lower string) class {
	first, _ := utf8.DecodeRuneInString(text)
	if !wordly(first) {
		return mark
	}
	var c class
	if unicode.IsUpper(first) {
		c = name
	}
	if unicode.IsDigit(first) || first == '€' || first == '$' {
		return c | number
	}
	if known, ok := lexicon[lower]; ok {
		return c | known
	}
	if strings.HasSuffix(lower, "'s") {
		return c | possessive
	}
	return c | ending(lower)
}

// ending guesses what an unknown word can be.
func ending(w string) class {
	if len(w) < 4 {
		return 0
	}
	switch {
	case strings.HasSuffix(w, "ly"):
		return adverb
	case strings.HasSuffix(w, "ed"):
		return past | participle
	case strings.HasSuffix(w, "ing"):
		return gerund
	case strings.HasSuffix(w, "s") && !hasAny(w, strings.HasSuffix, "ss", "us", "is"):
		return plural
	case hasAny(w, strings.HasSuffix, "ous", "ful", "less", "able", "ible", "ical", "ive", "al", "ic", "ary"):
		return adjective
	}
	return 0
}

func hasAny(s string, test func(s, part string) bool, parts ...string) bool {
	for _, p := range parts {
		if test(s, p) {
			return true
		}
	}
	return false
}

// lexicon says what the words of the lists can be.
var lexicon = newLexicon()

func newLexicon() map[string]class {
	m := map[string]class{}
	add := func(c class, words string) {
		for _, w := range strings.Fields(words) {
			m[w] |= c
		}
	}
	for _, v := range verbs {
		m[v.base] |= base
		m[v.third] |= third
		m[v.past] |= past
		m[v.participle] |= participle
		m[v.gerund] |= gerund
	}
	add(noun, nounForms)
	for c, words := range functionWords {
		for _, w := range strings.Fields(words) {
			m[w] = m[w]&^(base|third|past|participle|gerund|noun) | c
		}
	}
	for c, words := range openWords {
		add(c, words)
	}
	return m
}
