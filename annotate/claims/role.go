package claims

import "strings"

// role is what a word is in its sentence, as far as verbs go.
type role int

const (
	noVerb     role = iota
	finite          // the head of a predicate: "can" in "can reduce", "reduces", "is"
	infinitive      // after a modal, "to" or "help": "reduce" in "can reduce"
	completed       // a participle: "reduced" in "is reduced" and in "the reduced risk"
	continuous      // "reducing"
)

// read is done by split already.
func read([]word) {}

func roleOf(words []word, i int) role {
	w := words[i]
	switch {
	case w.is(modal):
		return finite
	case !w.is(verb) || modifies(w) && i < w.head:
		return noVerb
	}
	switch w.penn {
	case "VBZ", "VBP", "VBD":
		return finite
	case "VBG":
		if w.is(noun) {
			return noVerb
		}
		return continuous
	case "VBN":
		return completed
	case "VB":
		if commands(words, i) {
			return finite
		}
		return infinitive
	}
	return noVerb
}

// modifies says whether the word describes a noun behind it: "damaged cells".
func modifies(w word) bool {
	return w.head >= 0 && (w.rel == "amod" || w.rel == "compound")
}

// commands says whether the plain form of a verb at i tells somebody to do something: nothing stands before it that asks
// for that form.
func commands(words []word, i int) bool {
	for j := range words {
		if words[j].head == i && (strings.HasPrefix(words[j].rel, "aux") || words[j].rel == "mark" || strings.HasPrefix(words[j].rel, "nsubj")) {
			return false
		}
	}
	w := words[i]
	if w.head < 0 {
		return true
	}
	return (w.rel == "conj" || w.rel == "parataxis") && words[w.head].penn == "VB" && commands(words, w.head) && w.head < i
}
