package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate/syntax"
)

// word is a word, a number or a mark of a sentence, with its place in the tree.
type word struct {
	start, end  int    // in bytes of the sentence
	form        string // as written
	lower       string // in small letters, with a plain apostrophe
	tag         string // the universal part of speech
	capitals    bool   // written in capitals
	penn        string // the Penn Treebank's tag
	rel         string // what it is to its head, as Universal Dependencies has it
	head        int    // -1 for the root
	first, last int    // the first and the last word of what hangs on it, itself included
	class       class  // what sort of word it is
	role        role   // what it is as far as verbs go
}

func (w word) is(c class) bool { return w.class&c != 0 }

// split reads the words of a sentence and what the grammar says of them.
func split(s string) []word {
	parts := syntax.Words(s)
	syntax.Tag(parts)
	mend(parts)
	hang(parts)
	words := newWords(parts)
	for i := range words {
		words[i].class = classOf(words, i)
	}
	shareModals(words)
	extents(words)
	for i := range words {
		words[i].role = roleOf(words, i)
	}
	return words
}

// shareModals gives a verb that is coordinated with one behind a modal that one's form, which looks like the present: "exercise can
// restore the muscles and prevent blood clots".
func shareModals(words []word) {
	shared := make([]bool, len(words)) // by a modal, with what is coordinated
	for _, w := range words {
		if w.is(modal) && w.head >= 0 && words[w.head].penn == "VB" {
			shared[w.head] = true
		}
	}
	subject := make([]bool, len(words))
	for _, w := range words {
		if w.head >= 0 && strings.HasPrefix(w.rel, "nsubj") {
			subject[w.head] = true
		}
	}
	for i, w := range words {
		if w.penn == "VBP" && (w.rel == "conj" || w.rel == "parataxis") && w.head >= 0 && w.head < i && shared[w.head] && !subject[i] {
			words[i].penn, shared[i] = "VB", true
		}
	}
}

// hang builds the tree of what stands between semicolons and colons each by itself, for no word belongs to one on the other
// side, and hangs the later ones on the first.
func hang(parts []syntax.Word) {
	first := -1
	for from := 0; from < len(parts); {
		to := from + 1
		for to < len(parts) && (to-from < shortest || len(parts)-to < shortest || parts[to-1].Form != ";" && parts[to-1].Form != ":") {
			to++
		}
		syntax.Hang(parts[from:to])
		for i := from; i < to; i++ {
			switch {
			case parts[i].Head >= 0:
				parts[i].Head += from
			case first < 0:
				first = i
			default:
				parts[i].Head, parts[i].Rel = first, "parataxis"
			}
		}
		from = to
	}
}

// shortest is how many words a part of a sentence needs to be read by itself.
const shortest = 4

// newWords are the words of a sentence, each with its place in the tree.
func newWords(parts []syntax.Word) []word {
	out := make([]word, len(parts))
	for i, w := range parts {
		out[i] = word{
			start: w.Start, end: w.End, form: w.Form, lower: lowerOf(w.Form), capitals: !strings.ContainsFunc(w.Form, unicode.IsLower),
			tag: w.Tag, penn: w.Penn, rel: w.Rel, head: w.Head,
		}
	}
	return out
}

// lowerOf is a word in small letters, with a plain apostrophe; two hyphens are a dash.
func lowerOf(form string) string {
	if form == "--" {
		return "—"
	}
	return strings.ToLower(strings.ReplaceAll(form, "’", "'"))
}

// extents fills in how far what hangs on each word reaches.
func extents(words []word) {
	for i := range words {
		words[i].first, words[i].last = i, i
	}
	for i := range words {
		if words[i].rel == "punct" || words[i].rel == "cc" {
			continue
		}
		for j, n := words[i].head, 0; j >= 0 && n < len(words); j, n = words[j].head, n+1 {
			if i >= words[j].first && i <= words[j].last {
				continue
			}
			words[j].first, words[j].last = min(words[j].first, i), max(words[j].last, i)
		}
	}
}

func firstOf(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

func wordly(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '%' || c == '€' || c == '$'
}

// Marks that the patterns look for.
func (w word) comma() bool { return w.lower == "," }

func (w word) opens() bool { return w.lower == "(" || w.lower == "[" }

func (w word) closes() bool { return w.lower == ")" || w.lower == "]" }

// quoteMark says whether the word is a quotation mark of either side.
func (w word) quoteMark() bool {
	switch w.lower {
	case `"`, "“", "”", "„", "«", "»", "‘", "'":
		return true
	}
	return false
}
