package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate/syntax"
)

// word is a word, a number or a mark of a sentence, with its place in the tree. Words that hyphens join are one.
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
	words := joined(s, parts)
	for i := range words {
		words[i].class = classOf(words, i)
	}
	extents(words)
	for i := range words {
		words[i].role = roleOf(words, i)
	}
	return words
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

// joined makes words of the tree's: parts that hyphens join become one, which stands where the last of them hangs.
func joined(s string, parts []syntax.Word) []word {
	out := make([]word, 0, len(parts))
	place := make([]int, len(parts)) // of each part in out
	for i, w := range parts {
		tight := i > 0 && parts[i-1].End == w.Start
		inside := tight && i+1 < len(parts) && w.End == parts[i+1].Start && hyphen(w.Form) && wordly(firstOf(parts[i+1].Form)) && wordly(firstOf(parts[i-1].Form))
		behind := tight && i > 1 && place[i-1] == place[i-2] && hyphen(parts[i-1].Form)
		if inside || behind {
			last := &out[len(out)-1]
			last.end = w.End
			place[i] = len(out) - 1
			if behind {
				last.tag, last.penn, last.rel, last.head = w.Tag, w.Penn, w.Rel, w.Head
			}
			continue
		}
		place[i] = len(out)
		out = append(out, word{start: w.Start, end: w.End, tag: w.Tag, penn: w.Penn, rel: w.Rel, head: w.Head})
	}
	for i := range out {
		w := &out[i]
		w.form = s[w.start:w.end]
		w.lower = strings.ToLower(strings.ReplaceAll(w.form, "’", "'"))
		if w.lower == "--" {
			w.lower = "—"
		}
		w.capitals = !strings.ContainsFunc(w.form, unicode.IsLower)
		if w.head >= 0 {
			w.head = place[w.head]
		}
		if w.head == i {
			w.head = -1
		}
	}
	unroll(out)
	return out
}

// unroll breaks the circles that joining words can make, and hangs all but the first root on it.
func unroll(words []word) {
	root := -1
	for i := range words {
		if words[i].head >= 0 {
			continue
		}
		if root < 0 {
			root = i
		} else {
			words[i].head = root
		}
	}
	for i := range words {
		steps := 0
		for j := i; j >= 0 && steps <= len(words); j = words[j].head {
			steps++
		}
		if steps > len(words) {
			words[i].head = root
		}
	}
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

func hyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

func firstOf(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

func wordly(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == '%' || c == '€' || c == '$'
}

// percent says whether the word is a number with a percent sign.
func (w word) percent() bool {
	return w.lower == "%" || w.lower == "percent" || strings.HasSuffix(w.lower, "%")
}

// Marks that the patterns look for.
func (w word) comma() bool  { return w.lower == "," }
func (w word) opens() bool  { return w.lower == "(" || w.lower == "[" }
func (w word) closes() bool { return w.lower == ")" || w.lower == "]" }

// quoteMark says whether the word is a quotation mark of either side.
func (w word) quoteMark() bool {
	switch w.lower {
	case `"`, "“", "”", "„", "«", "»", "‘", "'":
		return true
	}
	return false
}
