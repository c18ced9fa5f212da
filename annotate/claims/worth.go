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
func rejected(reason string) judgement { return judgement{reasons: []string{reason}} }

// fewWords is how many words a statement needs.
const fewWords = 3

// judge weighs a statement: what it says of health and how, and whether its sentence tells of something else. words are
// those of the statement as it stands alone, whole those of the sentence it is taken from.
func judge(words, whole []word, said source) judgement {
	j := judgement{worth: 0.15}
	terms := distinct(words, healthy)
	switch {
	case countWords(words) < fewWords:
		return rejected("too short to be a statement")
	case !hasPredicate(words):
		return rejected("has no verb, and so states nothing")
	case len(terms) == 0:
		j.add(-0.15, "no word about health")
	case len(terms) == 1:
		j.add(0.25, "speaks of health: “%s”", terms[0])
	default:
		j.add(0.35, "speaks of health: “%s”, “%s”", terms[0], terms[1])
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

// weighRelation adds what the statement relates: effects, associations, properties.
func (j *judgement) weighRelation(words []word) {
	switch effect, linked := firstVerb(words, effects), distinct(words, member(associations)); {
	case effect != "":
		j.add(0.3, "says what something does: “%s”", effect)
	case len(linked) > 0:
		j.add(0.3, "says that things go together: “%s”", linked[0])
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
	}
	if c := distinct(words, member(standings)); len(c) > 0 {
		j.add(0.1, "says how something stands: “%s”", c[0])
	}
}

// weighOuts takes off what speaks against the statement, each cue once.
func (j *judgement) weighOuts(words, whole []word) {
	for _, c := range outs {
		if phrase := c.find(words); phrase != "" {
			j.add(-c.cost, "%s: “%s”", c.reason, phrase)
		} else if phrase := c.find(whole); phrase != "" && len(whole) < 2*len(words) {
			j.add(-c.cost/2, "%s: “%s”", c.reason, phrase)
		}
	}
	for _, w := range words {
		if w.lower == "i" || w.lower == "we" || w.lower == "my" || w.lower == "you" || w.lower == "your" {
			j.add(-0.15, "speaks in person: “%s”", w.lower)
			break
		}
	}
	if n := len(words); n > 0 && words[0].is(pronoun) && (words[0].lower == "he" || words[0].lower == "she") {
		j.add(-0.3, "tells of one person: “%s”", words[0].lower)
	}
}

// find is the first of the cue's phrases in the words, or "".
func (c cue) find(words []word) string {
	for i := range words {
		phrase := ""
		for n := 0; n < maxCue && i+n < len(words); n++ {
			phrase += " " + words[i+n].lower
			if c.phrases[phrase[1:]] {
				return phrase[1:]
			}
		}
	}
	return ""
}

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

// firstVerb is the first verb of the words whose base is in m, or "".
func firstVerb(words []word, m map[string]bool) string {
	for _, w := range words {
		if w.role != noVerb && m[baseOf(w.lower)] {
			return w.lower
		}
	}
	return ""
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

func hasPredicate(words []word) bool { return hasRole(words, finite, verb) || imperative(words) }

func hasRole(words []word, r role, c class) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.role == r && w.is(c) })
}

// imperative says whether the words begin with a verb that tells somebody to do something.
func imperative(words []word) bool {
	for i, w := range words {
		if w.is(adverb|negation) && i < 2 || i < 2 && (w.lower == "do" || w.lower == "don't") {
			continue
		}
		return w.is(base) && !w.is(third) && (!w.is(noun) || takesObject(words, i)) && !strings.HasSuffix(w.lower, "ed")
	}
	return false
}
