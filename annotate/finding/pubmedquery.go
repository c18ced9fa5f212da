package finding

import (
	"cmp"
	"slices"
	"strings"

	"claimlens/annotate"
	"claimlens/annotate/synonyms"
	"claimlens/annotate/syntax"
	"claimlens/annotate/terms"
)

// mostConcepts is how many things a query for PubMed asks for at once. Each narrows it; a fifth finds hardly anything.
const mostConcepts = 4

// PubMedQuery is a claim as a query in PubMed's syntax, to be edited: its concepts, the weightiest four, each with its
// other names. A name that is several words is a phrase in quotation marks, which PubMed looks for as it stands. A claim
// without concepts gives an empty query.
func PubMedQuery(claim string) string {
	text := strings.ToValidUTF8(annotate.Shorten(claim, longestClaim), " ")
	all := concepts(text)
	weighty := slices.Clone(all)
	slices.SortStableFunc(weighty, func(a, b concept) int { return cmp.Compare(b.weight, a.weight) })
	weighty = weighty[:min(len(weighty), mostConcepts)]
	var groups []string
	for _, c := range all {
		if slices.ContainsFunc(weighty, func(w concept) bool { return w.start == c.start }) && !slices.Contains(groups, c.query()) {
			groups = append(groups, c.query())
		}
	}
	return strings.Join(groups, " AND ")
}

// concept is a thing that a claim is about.
type concept struct {
	start  int
	weight int
	names  []name
}

func (c concept) query() string {
	var parts []string
	for _, n := range c.names {
		field := "[tiab]"
		if n.heading {
			field = "[MeSH Terms]"
			if spoken := strings.ToLower(n.text); !strings.Contains(n.text, ",") && !strings.EqualFold(n.text, c.names[0].text) {
				parts = append(parts, quoted(spoken)+"[tiab]")
			}
		}
		if part := quoted(n.text) + field; !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}

// quoted is a name as a query has it: in quotation marks where it is more than a word, without what means something else.
func quoted(text string) string {
	text = strings.Join(strings.Fields(strings.NewReplacer(`"`, " ", "[", " ", "]", " ").Replace(text)), " ")
	if strings.ContainsAny(text, " -,/()'’.") {
		return `"` + text + `"`
	}
	return text
}

// scaffolding is words of claims that name nothing that a paper could be looked for by.
var scaffolding = words(`risk risks rate rates level levels effect effects effectiveness use number amount type types cause
	causes role result results increase increases decrease decreases reduction change changes chance chances people person patient
	patients individual individuals study studies evidence research association link likelihood benefit benefits lower higher high low
	new several many most significant positive negative good bad great common important major day days week weeks month months year
	years percent case cases group groups presence absence way part kind thing lot development factor factors outcome outcomes
	treatment method measure development onset incidence other different same`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// concepts is what a claim is about, in its order: the things that the curated list knows, and its noun phrases.
func concepts(text string) []concept {
	var out []concept
	row := apart(terms.Of(text))
	row = row[:min(len(row), mostWords)]
	met := curated().meetings(text, row)
	own := newThesaurus()
	for short, long := range Abbreviations(text) {
		own.add([]string{long, short})
	}
	taken := func(start, end int) bool {
		return slices.ContainsFunc(met, func(m meeting) bool { return start < row[m.to-1].End && row[m.from].Start < end })
	}
	for _, m := range own.meetings(text, row) {
		if !taken(row[m.from].Start, row[m.to-1].End) {
			met = append(met, m)
		}
	}
	named := map[string]bool{} // a thing and its abbreviation are one concept
	for _, m := range met {
		if slices.ContainsFunc(m.group, func(n name) bool { return named[strings.Join(n.terms, " ")] }) {
			continue
		}
		for _, n := range m.group {
			named[strings.Join(n.terms, " ")] = true
		}
		start := row[m.from].Start
		if scaffolding[strings.ToLower(text[start:row[m.to-1].End])] {
			continue
		}
		said := name{text: text[start:row[m.to-1].End]}
		out = append(out, concept{start: start, weight: 6, names: append([]name{said}, others(m.group, said.text)...)})
	}
	for _, c := range phrases(text) {
		if !taken(c.start, c.start+len(c.names[0].text)) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b concept) int { return cmp.Compare(a.start, b.start) })
	return out
}

// mostNames is how many other names a concept is asked for by.
const mostNames = 4

// others is the other names of a thing, its heading first.
func others(group []name, said string) []name {
	var out []name
	for _, n := range group {
		if n.heading || !strings.EqualFold(n.text, said) {
			out = append(out, n)
		}
	}
	slices.SortStableFunc(out, func(a, b name) int { return cmp.Compare(headingFirst(a), headingFirst(b)) })
	return out[:min(len(out), mostNames)]
}

func headingFirst(n name) int {
	if n.heading {
		return 0
	}
	return 1
}

// longestPhrase is how many words a phrase may have: PubMed finds few longer ones as they stand.
const longestPhrase = 3

// phrases is the runs of nouns, and adjectives before them, of a claim.
func phrases(text string) []concept {
	var out []concept
	grammar := syntax.Parse(text)
	for i := 0; i < len(grammar); {
		end := i
		for end < len(grammar) && naming(grammar[end]) && (end == i || grammar[end].Start <= grammar[end-1].End+1) {
			end++
		}
		if end == i {
			i++
			continue
		}
		if from := max(i, end-longestPhrase); classOf(grammar[end-1].Tag) == noun {
			said := text[grammar[from].Start:grammar[end-1].End]
			weight := 2 + end - from
			if synonyms.Abbreviated(said) || roleOf(grammar, end-1) != noRole {
				weight++
			}
			out = append(out, concept{start: grammar[from].Start, weight: weight, names: []name{{text: said}}})
		}
		i = end
	}
	return out
}

// naming says whether a word is part of a name: a noun or an adjective that is no scaffolding.
func naming(w syntax.Word) bool {
	c := classOf(w.Tag)
	return (c == noun || c == adjective) && !scaffolding[strings.ToLower(w.Form)] && strings.ContainsFunc(w.Form, isLetter)
}
