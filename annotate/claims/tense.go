package claims

import "claimlens/annotate/syntax"

// tense is the tense of a sentence's main verb.
type tense int

const (
	noTense tense = iota
	presentTense
	pastTense
)

// tenseOf reads the tense off the root of the sentence and its auxiliaries.
func tenseOf(sentence string) tense {
	if len(sentence) > maxBytes {
		return noTense
	}
	words := syntax.Parse(sentence)
	found := noTense
	for _, w := range words {
		head := w.Head < 0 || w.Head < len(words) && words[w.Head].Head < 0 && helps[w.Rel]
		switch {
		case head && w.Penn == "VBD":
			return pastTense
		case head && (w.Penn == "VBZ" || w.Penn == "VBP" || w.Penn == "MD"):
			found = presentTense
		}
	}
	return found
}

// helps are the relations of the words that carry the tense of a predicate.
var helps = set("aux aux:pass cop")
