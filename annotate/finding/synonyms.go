package finding

import (
	"slices"
	"strings"
	"sync"

	"claimlens/annotate/synonyms"
	"claimlens/annotate/terms"
)

// name is one of the words, or rows of words, for a thing.
type name struct {
	text    string
	terms   []string
	heading bool // a heading of MeSH
	capital bool // an abbreviation: only its capitals make it one
}

// thesaurus is the names of things, by the first term of each.
type thesaurus struct {
	groups [][]name
	first  map[string][]place
}

// place is where a name stands.
type place struct{ group, name int }

// curated is our own list, which is read when it is first asked for.
var curated = sync.OnceValue(func() *thesaurus {
	t := newThesaurus()
	for _, names := range synonyms.Groups() {
		t.add(names)
	}
	return t
})

func newThesaurus() *thesaurus { return &thesaurus{first: map[string][]place{}} }

// add adds the names of a thing. Those that have no terms, and repeated ones, count not.
func (t *thesaurus) add(names []string) {
	var group []name
	for _, s := range names {
		s = strings.TrimSpace(s)
		heading := strings.HasPrefix(s, "*")
		s = strings.TrimPrefix(s, "*")
		if row := wordsOf(s); len(row) > 0 {
			group = append(group, name{text: s, terms: row, heading: heading, capital: synonyms.Abbreviated(s)})
		}
	}
	for i, n := range group {
		t.first[n.terms[0]] = append(t.first[n.terms[0]], place{len(t.groups), i})
	}
	t.groups = append(t.groups, group)
}

// wordsOf is the terms of a text, a hyphenated word by its parts alone.
func wordsOf(text string) []string {
	var out []string
	for _, t := range apart(terms.Of(text)) {
		out = append(out, t.Text)
	}
	return out
}

// apart is terms without those that put several words in one.
func apart(all []terms.Term) []terms.Term {
	return slices.DeleteFunc(all, func(t terms.Term) bool { return t.Whole })
}

// meeting is a name found in a text: the terms from one to before another.
type meeting struct {
	from, to int
	group    []name
}

// meetings is the names that stand in a text, the longest where several begin or overlap.
func (t *thesaurus) meetings(text string, words []terms.Term) []meeting {
	var out []meeting
	for i := 0; i < len(words); {
		best := meeting{}
		for _, p := range t.first[words[i].Text] {
			n := t.groups[p.group][p.name]
			if to := i + len(n.terms); to > best.to && t.stands(n, text, words, i) {
				best = meeting{i, to, t.groups[p.group]}
			}
		}
		if best.to == 0 {
			i++
			continue
		}
		out = append(out, best)
		i = best.to
	}
	return out
}

func (t *thesaurus) stands(n name, text string, words []terms.Term, at int) bool {
	if at+len(n.terms) > len(words) {
		return false
	}
	for k, w := range n.terms {
		if words[at+k].Text != w || words[at+k].Place > words[at].Place+k+1 {
			return false
		}
	}
	if !n.capital {
		return true
	}
	raw := text[words[at].Start:words[at+len(n.terms)-1].End]
	return raw == n.text || strings.TrimSuffix(raw, "s") == n.text
}
