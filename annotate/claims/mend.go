package claims

import (
	"strings"
	"unicode"

	"claimlens/annotate/syntax"
)

// mend corrects tags before the tree is built. A tagger that learned from other texts takes many verbs of health for nouns,
// "garlic lowers the fever", "their itching disappears", and a tree over such tags is wrong all over. Mend goes by the table of verbs,
// by the words of health, and by whether a clause still lacks its predicate; a word that may be a noun becomes a verb only where
// something stands beside it that a noun can't have there.
func mend(words []syntax.Word) {
	m := mender{words: words, lower: make([]string, len(words))}
	for i, w := range words {
		m.lower[i] = lowerOf(w.Form)
	}
	for i := range words {
		if tag, penn := m.noVerb(i); penn != "" {
			words[i].Tag, words[i].Penn = tag, penn
		}
	}
	for i := range words {
		m.set(i, m.verb(i))
	}
	m.rescue()
}

// mender is a sentence whose tags are being mended.
type mender struct {
	words []syntax.Word
	lower []string
}

func (m mender) set(i int, penn string) {
	if penn != "" && penn != m.words[i].Penn {
		m.words[i].Penn, m.words[i].Tag = penn, "VERB"
	}
}

// is says whether the tag at i is one of a family: "VB" for any form of a verb, "NN" for any noun.
func (m mender) is(i int, family string) bool {
	return i >= 0 && i < len(m.words) && strings.HasPrefix(m.words[i].Penn, family)
}

// noVerb gives what was taken for a verb or a small word its right tag: abbreviations, connectives and words of health.
func (m mender) noVerb(i int) (tag, penn string) {
	w := m.lower[i]
	small := m.is(i, "VB") || m.is(i, "IN")
	switch {
	case !m.is(i, "NN") && abbreviation(m.words[i].Form):
		if strings.HasSuffix(m.words[i].Form, "s") {
			return "NOUN", "NNS"
		}
		return "NOUN", "NN"
	case m.is(i, "IN") && (w == "those" || w == "these"):
		return "DET", "DT"
	case i == 0 && m.is(i, "VBZ") && ambiguous[w] && m.is(1, "IN"):
		return "NOUN", "NNS" // "changes in air pressure"
	case connectives[w] && m.is(i, "VB"), strings.HasSuffix(w, "wide") && small:
		return "ADV", "RB"
	case byForm[w] == nil && (small || m.is(i, "RB")) && healthWords[singular(w)]:
		return "NOUN", "NN"
	case m.is(i, "JJ") && healthWords[w] && i+1 < len(m.words) && byForm[m.lower[i+1]] != nil && strings.HasSuffix(m.lower[i+1], "s"):
		return "NOUN", "NN" // "garlic lowers"
	}
	return "", ""
}

// abbreviation says whether a word has several capitals: "FEFs".
func abbreviation(form string) bool {
	n := 0
	for _, c := range form {
		switch {
		case unicode.IsUpper(c):
			n++
		case !unicode.IsLower(c) && !unicode.IsDigit(c):
			return false
		}
	}
	return n > 1
}
