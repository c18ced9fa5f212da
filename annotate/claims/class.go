package claims

import (
	"strings"
	"unicode"
)

// class is what sort of word a word is in its sentence; a few are of two sorts, as "that" and "no".
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
	noun
	plural // a noun in the plural
	name   // begins with a capital
)

// verb is any form of a verb, auxiliaries included.
const verb = modal | toBe | toHave | toDo | base | third | past | participle | gerund

// byTag is what the Penn Treebank's tags say.
var byTag = map[string]class{
	"CC": conjunction, "CD": number, "DT": determiner, "PDT": determiner, "EX": pronoun, "JJ": adjective, "JJR": adjective,
	"JJS": adjective, "MD": modal, "NN": noun, "NNS": noun | plural, "NNP": noun, "NNPS": noun | plural,
	"POS": possessive, "PRP": pronoun, "PRP$": possessive, "RB": adverb, "RBR": adverb, "RBS": adverb, "RP": adverb,
	"VB": base, "VBD": past, "VBG": gerund, "VBN": participle, "VBP": base, "VBZ": third, "WDT": relative, "WP": relative,
	"WP$": relative | possessive, "WRB": subordinator, "IN": preposition, "TO": preposition, "FW": noun, "SYM": noun, "ADD": noun, "AFX": adjective, "LS": number, "UH": adverb, "GW": noun,
}

// closed are the forms of the three auxiliaries and the words that deny, whatever their tag.
var (
	closed = map[class]string{
		toBe:   `is are was were am be been being 's 're 'm`,
		toHave: `has have had having 've`,
		toDo:   `does do did doing done`,
		negation: `
			not n't never no nor neither none nobody nothing without hardly rarely seldom nowhere`,
	}
	closedWords = newClosed()
	// subordinators begin a clause where the tree says that they mark one.
	subordinating = set(`
		because while whereas although though since if when whenever unless until till after before as once whether
		that so lest where wherever`)
	always = set("because while whereas although though if unless when")
)

func newClosed() map[string]class {
	m := map[string]class{}
	for c, words := range closed {
		for _, w := range strings.Fields(words) {
			m[w] |= c
		}
	}
	return m
}

// classOf goes by the tag, and by the tree where the tag leaves it open.
func classOf(words []word, i int) class {
	w := words[i]
	first := firstOf(w.lower)
	if !wordly(first) && first != '\'' || w.lower == "'" {
		return mark
	}
	c := byTag[w.penn]
	switch {
	case w.rel == "case" && c&(gerund|participle) != 0:
		return preposition // "including"
	case w.penn == "VBG" && nominal(words, i):
		c = noun
	case w.penn == "IN" || w.penn == "WRB":
		c = clauseWord(words, i, c)
	case c == determiner:
		c = determining(words, i)
	case c&noun != 0 && plurals[w.lower]:
		c |= plural
	}
	if unicode.IsUpper(firstOf(w.form)) {
		c |= name
	}
	if k := closedWords[w.lower]; k != 0 && (k == negation || c&verb != 0) {
		c |= k
	}
	if f := byForm[w.lower]; f != nil && f.past == f.participle && c&(past|participle) != 0 {
		c |= past | participle
	}
	return c
}

// clauseWord is the class of a word that stands before a phrase or a clause.
func clauseWord(words []word, i int, c class) class {
	w := words[i]
	inRelative := relativeClause(words, w.head)
	switch {
	case w.lower == "that":
		if inRelative && w.rel != "mark" || describesBefore(words, i) {
			return relative
		}
		return subordinator
	case w.lower == "where" && inRelative:
		return relative
	case always[w.lower] || subordinating[w.lower] && (w.rel == "mark" || w.penn == "WRB" || w.rel == "advmod"):
		return subordinator
	}
	return c
}

// determining is the class of a determiner, which may stand for a noun: "this is", "those with".
func determining(words []word, i int) class {
	w := words[i]
	alone := !strings.HasPrefix(w.rel, "det") || pointing[w.lower] && i+1 < len(words) && finiteTag(words[i+1].penn)
	switch {
	case w.head < 0 || !alone || w.lower == "no":
		return determiner
	case w.lower == "that" && (relativeClause(words, w.head) || describesBefore(words, i)):
		return relative
	}
	return pronoun | determiner
}

// describesBefore says whether the "that" at i begins a relative clause by what stands beside it: a noun, or a dash behind one,
// and a predicate.
func describesBefore(words []word, i int) bool {
	before := i - 1
	if before > 0 && dashes[words[before].lower] {
		before--
	}
	next := i + 1
	for next < len(words) && words[next].penn == "RB" {
		next++
	}
	return before >= 0 && next < len(words) && strings.HasPrefix(words[before].penn, "NN") && finiteTag(words[next].penn)
}

var dashes = set("— – -")

// nominal says whether the gerund at i stands for a thing: "fasting starves the cells".
func nominal(words []word, i int) bool {
	switch words[i].rel {
	case "nsubj", "nsubj:pass", "obj", "obl", "nmod", "compound", "nmod:unmarked":
	default:
		return false
	}
	return i+1 >= len(words) || words[i+1].head != i || words[i+1].rel != "obj" && !strings.HasPrefix(words[i+1].rel, "det")
}

func relativeClause(words []word, i int) bool {
	return i >= 0 && strings.HasPrefix(words[i].rel, "acl")
}

func hasAny(s string, test func(s, part string) bool, parts ...string) bool {
	for _, p := range parts {
		if test(s, p) {
			return true
		}
	}
	return false
}
