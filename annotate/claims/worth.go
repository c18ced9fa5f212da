package claims

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// judgement is how much a statement is worth checking, and why, in words.
type judgement struct {
	worth   float64
	reasons []string
}

func (j *judgement) add(worth float64, format string, args ...any) {
	j.worth += worth
	j.reasons = append(j.reasons, fmt.Sprintf(format, args...))
}

// rejected is the judgement of what is no statement at all.
func rejected(reason string) *judgement { return &judgement{reasons: []string{reason}} }

// fewWords is how many words a statement needs.
const fewWords = 3

// tooShort is why what has fewer is none.
const tooShort = "too short to be a statement"

// judge weighs a statement: what it says of health and how, and whether its sentence tells of something else. words are
// those of the statement as it stands alone, whole those of the sentence it is taken from.
func (r *reader) judge(words, whole []word, said source) judgement {
	switch {
	case countWords(words) < fewWords:
		return *rejected(tooShort)
	case !hasPredicate(words):
		return *rejected("has no verb, and so states nothing")
	}
	j := judgement{worth: 0.15}
	switch terms, around := distinct(words, r.healthy), distinct(whole, r.healthy); {
	case len(terms) > 1:
		j.add(0.35, "speaks of health: “%s”, “%s”", terms[0], terms[1])
	case len(terms) > 0:
		j.add(0.25, "speaks of health: “%s”", terms[0])
	case len(around) > 0:
		j.add(0.15, "its sentence speaks of health: “%s”", around[0])
	default:
		j.add(-0.15, "no word about health")
	}
	j.weighRelation(words)
	j.weighDetail(words)
	if said == study {
		j.add(0.15, "reports what a study found")
	}
	j.weighOuts(words, whole)
	j.worth = math.Round(max(0, min(1, j.worth))*100) / 100
	return j
}

// healthy says whether the word w speaks of health, or is an abbreviation of what does.
func (r *reader) healthy(w string) bool { return healthy(w) || r.terms[w] }

// maxTerms is how many abbreviations of one article are kept.
const maxTerms = 200

// learn keeps the abbreviations that the sentence explains: "polycystic kidney disease (PKD)".
func (r *reader) learn(p *parse) {
	for i := 1; i+2 < len(p.words) && len(r.terms) < maxTerms; i++ {
		w := p.words[i+1]
		if !p.words[i].opens() || !p.words[i+2].closes() || !w.capitals || !w.is(name) || len(w.lower) < 2 {
			continue
		}
		if i > 1 && p.is(i-1, name) && p.is(i-2, name) {
			continue // of a body, not of a word: "American Heart Association (AHA)"
		}
		for j := max(0, i-4); j < i; j++ {
			if healthy(p.at(j)) {
				r.terms[w.lower] = true
			}
		}
	}
}

// weighRelation adds what the statement relates: effects, associations, properties.
func (j *judgement) weighRelation(words []word) {
	switch effect, linked := firstVerb(words, effects), distinct(words, member(associations)); {
	case effect != "":
		j.add(0.3, "says what something does: “%s”", effect)
	case len(linked) > 0:
		j.add(0.3, "says that things go together: “%s”", linked[0])
	case firstVerb(words, detections) != "":
		j.add(0.25, "says what a test finds: “%s”", firstVerb(words, detections))
	case hasRole(words, finite, toBe|toHave):
		j.add(0.15, "says what something is or has")
	default:
		j.add(0.1, "makes a statement")
	}
}

// weighDetail adds what makes a statement easier to check: numbers, comparisons, advice, standing.
func (j *judgement) weighDetail(words []word) {
	numbers := 0
	for _, w := range words {
		if w.is(number) {
			numbers++
		}
	}
	if numbers > 0 && len(distinct(words, member(amounts))) > 0 {
		j.add(0.15, "gives a number")
	}
	if c := distinct(words, member(comparing)); len(c) > 0 {
		j.add(0.1, "compares: “%s”", c[0])
	}
	if c := distinct(words, member(advising)); len(c) > 0 {
		j.add(0.15, "gives advice: “%s”", c[0])
	} else if imperative(words) {
		j.add(0.15, "tells people what to do")
	} else if doer := subjectPerson(words); doer != "" {
		j.add(-0.25, "tells of those who study or treat: “%s”", doer)
	}
	if c := distinct(words, member(standings)); len(c) > 0 {
		j.add(0.1, "says how something stands: “%s”", c[0])
	}
}

// weighOuts takes off what speaks against the statement, each cue once.
func (j *judgement) weighOuts(words, whole []word) {
	here, around := findOuts(words), findOuts(whole)
	for n, c := range outs {
		if here[n] != "" {
			j.add(-c.cost, "%s: “%s”", c.reason, here[n])
		} else if around[n] != "" && len(whole) < 2*len(words) {
			j.add(-c.cost/2, "%s: “%s”", c.reason, around[n])
		}
	}
	if done := procedure(words); done != "" {
		j.add(-0.35, "tells what was done with those who took part: “%s”", done)
	}
	for i, w := range words {
		if persons[w.lower] && (w.lower != "i" || i+1 < len(words) && words[i+1].is(verb|adverb)) { // not "stage I"
			j.add(-0.15, "speaks in person: “%s”", w.lower)
			break
		}
	}
	if n := len(words); n > 0 && words[0].is(pronoun) && (words[0].lower == "he" || words[0].lower == "she") {
		j.add(-0.3, "tells of one person: “%s”", words[0].lower)
	}
}

var persons = set("i we my you your me")

func member(m map[string]bool) func(string) bool { return func(w string) bool { return m[w] } }

// distinct lists the words that pass the test, each once.
func distinct(words []word, test func(string) bool) []string {
	var out []string
	for _, w := range words {
		if !w.is(mark) && test(w.lower) && !slices.Contains(out, w.lower) {
			out = append(out, w.lower)
		}
	}
	return out
}

// firstVerb is the first verb of the words whose base is in m, or "": one that is part of a predicate before others.
func firstVerb(words []word, m map[string]bool) string {
	other := ""
	for i, w := range words {
		if w.role == noVerb || !m[baseOf(w.lower)] {
			continue
		}
		if w.role == finite || w.role == infinitive || i > 0 && words[i-1].is(toBe) {
			return w.lower
		}
		if other == "" {
			other = w.lower
		}
	}
	return other
}

func countWords(words []word) int {
	n := 0
	for _, w := range words {
		if !w.is(mark) {
			n++
		}
	}
	return n
}

func hasPredicate(words []word) bool {
	return hasRole(words, finite, verb) || imperative(words) || proportional(words)
}

// proportional says whether the words are of the form "the higher A, the greater B", which needs no verb.
func proportional(words []word) bool {
	n := 0
	for i := 0; i+1 < len(words); i++ {
		comparative := comparing[words[i+1].lower] || strings.HasSuffix(words[i+1].lower, "er")
		if words[i].lower == "the" && comparative && (i == 0 || words[i-1].comma()) {
			n++
		}
	}
	return n == 2
}

// subjectPerson is the word for those who study or treat that stands in the subject of the first predicate, or "".
func subjectPerson(words []word) string {
	found := ""
	for i, w := range words {
		switch {
		case w.role == finite:
			return found
		case w.comma():
			found = ""
		case people[w.lower] || w.lower == "we" && i+1 < len(words) && words[i+1].role == finite:
			found = w.lower
		case w.is(preposition) && found == "" && i > 0 && !words[i-1].comma():
			return ""
		}
	}
	return ""
}

func hasRole(words []word, r role, c class) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.role == r && w.is(c) })
}

// imperative says whether the words tell somebody to do something.
func imperative(words []word) bool {
	for i, w := range words {
		if i < 2 && (w.lower == "do" || w.lower == "not" || w.lower == "don't" || w.lower == "never") {
			continue
		}
		return w.is(base) && !w.is(toDo) && (w.role == finite || i > 0 && w.role == infinitive) && !hasSubject(words[:i])
	}
	return false
}

func hasSubject(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.role == noVerb && !w.is(negation|adverb) })
}
