package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate/syntax"
)

// word is a word as the rules see it.
type word struct {
	lower string // in small letters, with a plain apostrophe; what hyphens join is one word
	base  string // the base of a verb's form, else as lower
	tag   string // universal part of speech
	penn  string
}

func (w word) verb() bool { return w.tag == "VERB" || w.tag == "AUX" }
func (w word) finite() bool {
	return w.penn == "VBD" || w.penn == "VBZ" || w.penn == "VBP" || w.penn == "MD"
}
func (w word) noun() bool { return w.tag == "NOUN" || w.tag == "PROPN" }
func (w word) mark() bool { return w.tag == "PUNCT" || w.tag == "SYM" && w.lower != "%" }
func (w word) is(m map[string]bool) bool {
	return m[w.lower]
}

// sentence is the words of a statement.
type sentence []word

// read makes a sentence of parsed words: pieces of one hyphenated word are joined, short forms written out.
func read(words []syntax.Word) sentence {
	s := make(sentence, 0, len(words))
	for i := 0; i < len(words); i++ {
		w := words[i]
		form, end := w.Form, w.End
		for wordly(form) && goesOn(words, i, end) {
			i += 2
			form, end, w.Tag, w.Penn = form+"-"+words[i].Form, words[i].End, words[i].Tag, words[i].Penn
		}
		lower := lowered(form)
		s = append(s, word{lower: lower, base: baseOf(lower), tag: w.Tag, penn: w.Penn})
	}
	s.repair()
	return s
}

// goesOn says whether a hyphen and a word follow the word at i, which ends at end, without space.
func goesOn(words []syntax.Word, i, end int) bool {
	if i+2 >= len(words) || !hyphen(words[i+1].Form) || !wordly(words[i+2].Form) {
		return false
	}
	return words[i+1].Start == end && words[i+2].Start == words[i+1].End
}

// lowered is a form in small letters, with a plain apostrophe, short forms written out.
func lowered(form string) string {
	lower := strings.ToLower(strings.ReplaceAll(form, "’", "'"))
	if short, ok := written[lower]; ok {
		return short
	}
	return lower
}

// written are the short forms of words that tokens may have.
var written = map[string]string{"n't": "not", "ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "'re": "are", "'ve": "have"}

func hyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

func wordly(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

// has says whether any of the words is in m.
func (s sentence) has(m map[string]bool) bool { return s.find(m) >= 0 }

// find is the place of the first word that is in m, or -1.
func (s sentence) find(m map[string]bool) int {
	for i, w := range s {
		if m[w.lower] {
			return i
		}
	}
	return -1
}

// at is the word at i in small letters, "" where there is none.
func (s sentence) at(i int) string {
	if i < 0 || i >= len(s) {
		return ""
	}
	return s[i].lower
}
