package finding

import (
	"strings"
	"unicode"

	"claimlens/annotate"
	"claimlens/annotate/synonyms"
	"claimlens/annotate/syntax"
	"claimlens/annotate/terms"
)

// longestClaim is how many bytes of a claim are looked at, mostWords how many of its terms: nobody claims more in a
// sentence, and a paragraph is found by its beginning.
const (
	longestClaim = 4000
	mostWords    = 120
)

// word is a term of a claim with what the grammar says of it.
type word struct {
	term   string
	weight float64 // in the query
	rarity float64 // idf, among the papers here
	place  int
	class  class
	whole  bool // several words in one
	caps   bool // two capitals or digits, as in the names of genes
	role   role
	first  bool
	last   bool
	alts   [][]string // other names for the thing that the word is part of
}

// class is the part of speech of a word, as far as it matters.
type class int

const (
	other class = iota
	noun
	adjective
	verb
	number
)

// role is what the word is in its sentence.
type role int

const (
	noRole role = iota
	subject
	object
)

// claimed is a claim, read.
type claimed struct {
	words []word
	terms []annotate.PaperTerm
	once  []word // see distinct
}

// wholeWeight is how much a hyphenated word counts in one, and each of its parts; altWeight how much another name for a
// thing, beside one word.
const (
	wholeWeight = 0.7
	altWeight   = 0.5
)

// readClaim reads a claim, with the abbreviations that its article and the claim itself explain.
func readClaim(q Question) claimed {
	text := strings.ToValidUTF8(annotate.Shorten(q.Claim, longestClaim), " ")
	all := terms.Of(text)
	all = all[:min(len(all), mostWords)]
	c := claimed{words: classify(text, all)}
	c.name(text, all, q.Abbreviations)
	seen := map[string]bool{}
	for _, w := range c.words {
		if !seen[w.term] {
			c.terms = append(c.terms, annotate.PaperTerm{Text: w.term, Weight: w.weight})
			seen[w.term] = true
		}
	}
	for _, w := range c.words {
		for _, alt := range w.alts {
			if row := strings.Join(alt, " "); !seen[row] {
				c.terms = append(c.terms, annotate.PaperTerm{Text: row, Weight: altWeight})
				seen[row] = true
			}
		}
	}
	return c
}

// classify gives terms what the grammar says of them.
func classify(text string, all []terms.Term) []word {
	grammar := syntax.Parse(text)
	words := make([]word, len(all))
	k := 0
	for i, t := range all {
		for k > 0 && grammar[k].Start >= t.End {
			k--
		}
		for k < len(grammar)-1 && grammar[k+1].Start < t.End {
			k++
		}
		raw := text[t.Start:t.End]
		w := word{term: t.Text, weight: 1, place: t.Place, whole: t.Whole, caps: synonyms.Abbreviated(raw), first: i == 0, last: i == len(all)-1}
		if strings.ContainsAny(raw, "-‐‑–") {
			w.weight = wholeWeight
		}
		if k < len(grammar) {
			w.class, w.role = classOf(grammar[k].Tag), roleOf(grammar, k)
		}
		if strings.IndexFunc(raw, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' }) < 0 {
			w.class = number
		}
		words[i] = w
	}
	return words
}

func classOf(tag string) class {
	switch tag {
	case "NOUN", "PROPN":
		return noun
	case "ADJ":
		return adjective
	case "VERB":
		return verb
	case "NUM":
		return number
	}
	return other
}

// roleOf is the role of the phrase that a word is in, a few steps up its tree.
func roleOf(grammar []syntax.Word, k int) role {
	for range 5 {
		if k < 0 {
			break
		}
		switch rel := grammar[k].Rel; {
		case strings.HasPrefix(rel, "nsubj"):
			return subject
		case rel == "obj" || strings.HasPrefix(rel, "obl"):
			return object
		}
		k = grammar[k].Head
	}
	return noRole
}

// name gives words the other names of the things that they name: of the curated list, the article and the claim.
func (c *claimed) name(text string, all []terms.Term, article map[string]string) {
	own := newThesaurus()
	for _, list := range []map[string]string{article, Abbreviations(text)} {
		for short, long := range list {
			own.add([]string{short, long})
		}
	}
	var index []int // of the words that are no wholes
	var words []terms.Term
	for i, t := range all {
		if !t.Whole {
			index, words = append(index, i), append(words, t)
		}
	}
	for _, list := range []*thesaurus{curated(), own} {
		for _, m := range list.meetings(text, words) {
			for _, n := range m.group {
				if sameRow(n.terms, words[m.from:m.to]) {
					continue
				}
				for i := m.from; i < m.to; i++ {
					w := &c.words[index[i]]
					w.alts = append(w.alts, n.terms)
				}
			}
		}
	}
}

func sameRow(row []string, words []terms.Term) bool {
	if len(row) != len(words) {
		return false
	}
	for i, t := range row {
		if words[i].Text != t {
			return false
		}
	}
	return true
}
