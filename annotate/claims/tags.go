package claims

import (
	"strings"
	"unicode"

	"claimlens/annotate/syntax"
)

// mend corrects the tags of verbs that a tagger trained on other texts takes for nouns: "garlic lowers the fever", "their
// itching disappears". It goes by the table of verbs, and by whether a clause still lacks its predicate; what may be a noun is
// made a verb only where something follows that a noun can't have behind it.
func mend(words []syntax.Word) {
	m := mender{words: words, lower: make([]string, len(words))}
	for i, w := range words {
		m.lower[i] = strings.ToLower(strings.ReplaceAll(w.Form, "’", "'"))
	}
	for i := range words {
		if !strings.HasPrefix(words[i].Penn, "NN") && capital(words[i].Form) {
			words[i].Tag, words[i].Penn = "NOUN", "NN"
			if strings.HasSuffix(words[i].Form, "s") {
				words[i].Penn = "NNS"
			}
		}
	}
	for i := range words {
		if connectives[m.lower[i]] && strings.HasPrefix(words[i].Penn, "VB") {
			words[i].Tag, words[i].Penn = "ADV", "RB"
		}
		if strings.HasSuffix(m.lower[i], "wide") && (strings.HasPrefix(words[i].Penn, "VB") || words[i].Penn == "IN") {
			words[i].Tag, words[i].Penn = "ADV", "RB"
		}
		if byForm[m.lower[i]] == nil && (strings.HasPrefix(words[i].Penn, "VB") || words[i].Penn == "IN" || words[i].Penn == "RB") && healthWords[singular(m.lower[i])] {
			words[i].Tag, words[i].Penn = "NOUN", "NN"
		}
		if i+1 < len(words) && words[i].Penn == "JJ" && healthWords[m.lower[i]] && byForm[m.lower[i+1]] != nil && strings.HasSuffix(m.lower[i+1], "s") {
			words[i].Tag, words[i].Penn = "NOUN", "NN"
		}
	}
	for i := range words {
		m.set(i, m.better(i))
	}
	m.rescue()
}

// quotes says whether the reporting verb at i stands between who says something and what is said.
func (m mender) quotes(i int) bool {
	next := m.words[i+1].Penn
	return next == "``" || m.lower[i+1] == `"` || m.words[i-1].Penn == "," && (m.alone(i) || m.lower[i+1] == "that")
}

// days are nouns that stand behind a verb without being what it is done to.
var days = set("today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday")

// capital says whether a word has capitals behind its first letter, as abbreviations have: "FEFs".
func capital(form string) bool {
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

func (m mender) set(i int, tag string) {
	if tag != "" && tag != m.words[i].Penn {
		m.words[i].Penn, m.words[i].Tag = tag, "VERB"
	}
}

// rescue gives every stretch between strong marks that has no predicate at all one, if it has a word that may be one.
func (m mender) rescue() {
	for from := 0; from < len(m.words); {
		to := from + 1
		for to < len(m.words) && !m.strong(to) {
			to++
		}
		m.rescueIn(from, to)
		from = to
	}
}

// standing are participles that begin a phrase more often than they are a predicate: "compared with the placebo".
var standing = set("compared based given associated linked related combined")

// strong says whether what begins at i is another clause or nothing.
func (m mender) strong(i int) bool {
	w := m.lower[i]
	return w == ";" || w == ":" || w == "–" || w == "—" || m.words[i].Penn == "," && i+1 < len(m.words) && m.words[i+1].Penn == "CC" && m.lower[i+1] != "or"
}

func (m mender) rescueIn(from, to int) {
	candidate := -1
	for i := from; i < to; i++ {
		if p := m.words[i].Penn; finiteTag(p) || p == "VB" {
			return
		}
		f := byForm[m.lower[i]]
		if f != nil && m.words[i].Penn == "VBN" && m.lower[i] == f.past && !standing[m.lower[i]] && candidate < 0 && i > from && i+1 < to && m.nominal(m.before(i)) && m.lower[i+1] != "by" {
			candidate = i
			continue
		}
		b := m.before(i)
		if b > 0 && m.words[b].Penn == "VBN" {
			b = m.before(b) // "the trials done so far point …"
		}
		if f == nil || candidate >= 0 || i == from || i+1 >= to || m.lower[i+1] == "of" || !m.nominal(b) {
			continue
		}
		next := m.words[i+1].Penn
		if next == "CC" || strings.HasPrefix(next, "NN") || m.alone(i) && !growing[m.lower[i]] {
			continue
		}
		if m.lower[i] == f.base && m.plural(b) || m.lower[i] == f.third && m.words[b].Penn != "NNS" {
			candidate = i
		}
	}
	if candidate < 0 || to-from < 4 {
		return
	}
	switch f := byForm[m.lower[candidate]]; {
	case m.words[candidate].Penn == "VBN":
		m.set(candidate, "VBD")
	case m.lower[candidate] == f.base:
		m.set(candidate, "VBP")
	default:
		m.set(candidate, "VBZ")
	}
}

type mender struct {
	words []syntax.Word
	lower []string
}

// better is the tag that the word at i should have, or "".
func (m mender) better(i int) string {
	f := byForm[m.lower[i]]
	if f == nil || f.base == "be" || i == 0 && len(m.words) < 3 {
		return ""
	}
	penn, w := m.words[i].Penn, m.lower[i]
	switch {
	case w == f.past && w != f.participle && w != f.base && onlyVerb(w):
		return "VBD"
	case w == f.past && w == f.base && i > 0 && i+1 < len(m.words) && m.words[i+1].Penn == "RP" && m.nominal(m.before(i)) && m.lacks(i):
		return "VBD"
	case penn == "VBN" && quoting[f.base] && i > 0 && i+1 < len(m.words) && m.quotes(i):
		return "VBD"
	case strings.HasPrefix(penn, "NN") && m.reports(i):
		if w == f.third {
			return "VBZ"
		}
		return "VBP"
	case penn == "VBD" && standing[w] && i+1 < len(m.words) && (m.lower[i+1] == "with" || m.lower[i+1] == "to" || m.lower[i+1] == "on") && !m.nominal(m.before(i)):
		return "VBN"
	case penn == "VBN" && w == f.past && m.joinsPast(i):
		return "VBD"
	case penn == "VBN" && w == f.past && !standing[w] && (m.lacksOwn(i) || m.object(i) && m.lacks(i)) && m.nominal(m.before(i)) && (m.object(i) && m.words[i+1].Penn != "TO" && !days[m.lower[i+1]] && w != "called" || m.alone(i)):
		return "VBD"
	case w == f.base && m.verbal(penn) && m.lacks(i) && m.nominal(m.before(i)) && !m.helped(i):
		return "VBP"
	case strings.HasPrefix(penn, "VB") || penn == "MD" || strings.HasPrefix(penn, "NNP") && i > 0:
		return ""
	case w == f.third && w != f.base:
		return m.third(i)
	case w == f.base && (strings.HasPrefix(penn, "NN") || penn == "JJ" || penn == "JJR" || penn == "RB" || penn == "RBR" || penn == "IN" && onlyVerb(w)):
		return m.plain(i)
	}
	return ""
}

// reports says whether the word at i tells what somebody says: "the authors note that".
func (m mender) reports(i int) bool {
	b := m.before(i)
	return b >= 0 && i+1 < len(m.words) && m.lower[i+1] == "that" && reporting[baseOf(m.lower[i])] && m.nominal(b) && m.lacks(i) &&
		m.plural(b) == (m.lower[i] == baseOf(m.lower[i]))
}

// third is VBZ if the form at i, "lowers", is the predicate of its clause.
func (m mender) third(i int) string {
	b := m.before(i)
	if b < 0 || !m.lacks(i) && !m.joins(i, "VBZ") {
		return ""
	}
	if m.joins(i, "VBZ") && m.object(i) {
		return "VBZ"
	}
	if m.words[b].Penn == "JJ" && (m.determined(i) || m.particle(i)) {
		return "VBZ"
	}
	if !m.nominal(b) || m.words[b].Penn == "NNS" && !onlyVerb(m.lower[i]) && !m.prepositional(b) {
		return ""
	}
	if onlyVerb(m.lower[i]) || (m.object(i) || m.particle(i) || growing[m.lower[i]] && m.alone(i)) && !m.predicateFollows(i) {
		return "VBZ"
	}
	return ""
}

// plain is VB or VBP if the form at i, "lower", is a verb.
func (m mender) plain(i int) string {
	b := m.before(i)
	switch {
	case i == 0:
		if m.object(0) && onlyVerb(m.lower[0]) || m.commands() {
			return "VB"
		}
		return ""
	case b >= 0 && (m.words[b].Penn == "MD" || m.words[b].Penn == "TO" && onlyVerb(m.lower[i])):
		return "VB"
	case !onlyVerb(m.lower[i]) && !m.object(i):
		return ""
	case m.joins(i, "VB") && (onlyVerb(m.lower[i]) || m.determined(i) || effects[m.lower[i]] && !weakEffects[m.lower[i]]):
		return "VB"
	case m.joins(i, "VBP") && (onlyVerb(m.lower[i]) || m.determined(i) || effects[m.lower[i]] && !weakEffects[m.lower[i]]):
		return "VBP"
	case b >= 0 && m.plural(b) && (m.lacks(i) || plurals[m.lower[b]] && !m.predicateBefore(i)) && !m.predicateFollows(i):
		return "VBP"
	}
	return ""
}

// commands says whether a sentence without any other predicate begins with a verb that may be a noun: "Limit the salt".
func (m mender) commands() bool {
	for _, w := range m.words[1:] {
		if finiteTag(w.Penn) {
			return false
		}
	}
	return m.determined(0)
}

func (m mender) determined(i int) bool {
	if i+1 >= len(m.words) {
		return false
	}
	p := m.words[i+1].Penn
	return p == "DT" && m.lower[i+1] != "that" || p == "PRP$" || p == "PRP" || p == "CD" || m.lower[i+1] == "at" && i+3 < len(m.words) && m.words[i+3].Penn == "CD"
}

// verbal says whether the tag is one of a verb's form, but of none that is a predicate by itself.
func (m mender) verbal(penn string) bool { return penn == "VB" || penn == "VBG" || penn == "VBN" }

// helped says whether something before i asks for the plain form of a verb: "helps people lose weight".
func (m mender) helped(i int) bool {
	for j := i - 1; j >= 0 && j > i-8; j-- {
		if p := m.words[j].Penn; p == "MD" || p == "TO" || plainAfter[m.lower[j]] {
			return true
		}
	}
	return false
}

// plainAfter are the verbs behind which the plain form of another one stands.
var plainAfter = set(`
	help helps helped helping make makes made making let lets letting see sees saw seen do does did n't have had has
	not`)

// before is the place of the word before i, adverbs left out.
func (m mender) before(i int) int {
	for i--; i >= 0 && strings.HasPrefix(m.words[i].Penn, "RB"); i-- {
	}
	return i
}

func (m mender) nominal(i int) bool {
	if i < 0 {
		return false
	}
	p := m.words[i].Penn
	return strings.HasPrefix(p, "NN") && m.lower[i] != "%" || p == "PRP" || p == "-RRB-" || p == "WDT" || p == "VBG" && (m.begins(i) || describing[m.words[i-1].Penn]) || p == "JJ" && strings.HasSuffix(m.lower[i], "ing") || p == "CD" && !strings.HasSuffix(m.lower[i], "%") || p == "DT" && m.lower[i] != "the" && m.lower[i] != "a"
}

// describing are the tags of what may stand before a noun.
var describing = map[string]bool{"DT": true, "JJ": true, "NN": true, "PRP$": true}

// begins says whether a clause or a quotation begins at i.
func (m mender) begins(i int) bool {
	return i == 0 || m.boundary(i-1) || m.strong(i-1)
}

func (m mender) plural(i int) bool {
	p := m.words[i].Penn
	return p == "NNS" || p == "NNPS" || p == "CD" && m.lower[i] != "1" && m.lower[i] != "one" || p == "WDT" || i > 1 && strings.HasPrefix(p, "NN") && m.lower[i-1] == "and" ||
		strings.HasPrefix(p, "NN") && m.prepositional(i) || plurals[m.lower[i]]
}

// plurals are words that stand for several, whatever their tag.
var plurals = set("people they we you more most many few others both some children men women mice bacteria data")

// prepositional says whether the noun at i belongs to a preposition, so that the subject stands before that.
func (m mender) prepositional(i int) bool {
	for i--; i > 0; i-- {
		switch p := m.words[i].Penn; {
		case p == "IN" && m.nominal(i-1):
			return true
		case strings.HasPrefix(p, "NN") || p == "JJ" || p == "DT" || p == "CD" || p == "VBG" || p == "VBN":
		default:
			return false
		}
	}
	return false
}

// object says whether what stands behind i may be what a verb there is done to.
func (m mender) object(i int) bool {
	n := i + 1
	for n < len(m.words) && m.words[n].Penn == "RB" {
		n++
	}
	if n >= len(m.words) {
		return false
	}
	switch p := m.words[n].Penn; p {
	case "DT", "PRP$", "PRP", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBG", "VBN", "WP", "PDT":
		return true
	case "TO", "RP":
		return n == i+1 && p == "RP" || onlyVerb(m.lower[i])
	}
	return false
}

// alone says whether the clause ends behind i.
func (m mender) alone(i int) bool {
	if i+1 >= len(m.words) {
		return true
	}
	p := m.words[i+1].Penn
	return p == "." || p == "," || p == ":" || p == "CC"
}

// particle says whether a particle and its noun stand behind i: "switches on genes".
func (m mender) particle(i int) bool {
	return i+2 < len(m.words) && particles[m.lower[i+1]] && m.object(i+1)
}

var (
	particles = set("on off out up down back away over")
	// growing are verbs that may be nouns and end a clause: "their appetite returns".
	growing = set(`
		increases decreases rises falls drops declines progresses works matters returns increase decrease rise fall
		drop decline progress work`)
)

// lacks says whether the clause that the word at i stands in has no predicate before it.
func (m mender) lacks(i int) bool { return m.lacksIn(i, true) }

// lacksOwn is lacks for a participle, which may belong to what somebody is said to have found.
func (m mender) lacksOwn(i int) bool { return m.lacksIn(i, false) }

func (m mender) lacksIn(i int, reported bool) bool {
	open, nouns := 1, 0
	for j := i - 1; j >= 0; j-- {
		p := m.words[j].Penn
		switch {
		case reported && finiteTag(p) && plainReporting[baseOf(m.lower[j])] && j < i-1:
			return open > 0 && nouns > 0
		case finiteTag(p):
			open--
		case p == "WDT" || p == "WP" || m.lower[j] == "that" && p == "IN" && m.nominal(j-1):
			open++
		case m.boundary(j):
			return open > 0 && nouns > 0
		case p == "-RRB-":
			for j > 0 && m.words[j].Penn != "-LRB-" {
				j--
			}
			continue
		}
		if m.nominal(j) {
			nouns++
		}
	}
	return open > 0 && nouns > 0
}

// predicateBefore says whether any predicate stands before i.
func (m mender) predicateBefore(i int) bool {
	for j := range i {
		if finiteTag(m.words[j].Penn) {
			return true
		}
	}
	return false
}

// predicateFollows says whether the clause has a predicate behind i.
func (m mender) predicateFollows(i int) bool {
	for j := i + 1; j < len(m.words); j++ {
		p := m.words[j].Penn
		if finiteTag(p) {
			return true
		}
		if m.boundary(j) || p == "WDT" || p == "WP" || m.lower[j] == "that" {
			return false
		}
	}
	return false
}

// boundary says whether another clause may begin at i.
func (m mender) boundary(i int) bool {
	switch m.words[i].Penn {
	case ",", ":", "CC", "-LRB-", "WRB", "``":
		return true
	case "IN":
		return clauseWords[m.lower[i]]
	}
	return m.lower[i] == ";" || m.lower[i] == "–" || m.lower[i] == "—"
}

var clauseWords = set("because while whereas although though since if when unless until that whether so as")

// joins says whether the verb at i, of the form of tag, goes on with another one of that form: "can calm the skin, protect it".
func (m mender) joins(i int, tag string) bool {
	b := m.before(i)
	if b < 0 || m.words[b].Penn != "," && m.words[b].Penn != "CC" {
		return false
	}
	for j := b - 1; j >= 0; j-- {
		if m.words[j].Penn == tag {
			return b > j+1
		}
		if finiteTag(m.words[j].Penn) && !(tag == "VBZ" && m.words[j].Penn == "VBZ") {
			return false
		}
	}
	return false
}

// joinsPast says whether the participle at i is the past that goes on with another one: "reduced A and improved B". It has
// something that it is done to, which no participle has.
func (m mender) joinsPast(i int) bool {
	b := m.before(i)
	if b < 1 || m.words[b].Penn != "CC" || !m.nominal(b-1) || !m.object(i) || m.words[i+1].Penn == "TO" {
		return false
	}
	for j := b - 2; j >= 0; j-- {
		if m.words[j].Penn == "VBD" {
			return !auxiliaries[m.lower[j]]
		}
	}
	return false
}

var auxiliaries = set("was were had did")

func finiteTag(p string) bool { return p == "VBZ" || p == "VBP" || p == "VBD" || p == "MD" }

// onlyVerb says whether a form of a verb is nothing else.
func onlyVerb(w string) bool { return byForm[w] != nil && !ambiguous[w] }

// ambiguous are forms of verbs that are nouns or adjectives too.
var ambiguous = set(nounForms)
