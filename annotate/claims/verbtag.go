package claims

// verb is the tag that the word at i should have, which is a form of a verb of the table; "" to leave it as it is.
func (m mender) verb(i int) string {
	f := byForm[m.lower[i]]
	if f == nil || f.base == "be" || i == 0 && len(m.words) < 3 {
		return ""
	}
	w := m.lower[i]
	switch {
	case m.is(i, "NN") && m.reports(i):
		if w == f.third {
			return "VBZ"
		}
		return "VBP"
	case w == f.past && m.past(i, f) != "":
		return m.past(i, f)
	case w == f.base && m.nonFinite(i) && m.lacks(i) && m.nominal(m.before(i)) && !m.helped(i):
		return "VBP"
	case m.is(i, "VB") || m.is(i, "MD") || m.is(i, "NNP") && i > 0:
		return ""
	case w == f.third && w != f.base:
		return m.third(i)
	case w == f.base && (m.is(i, "NN") || m.is(i, "JJ") || m.is(i, "RB") || m.is(i, "IN") && w != "like"):
		return m.plain(i)
	}
	return ""
}

// past is VBD or VBN if the form at i, "lowered", is certainly the one or the other.
func (m mender) past(i int, f *forms) string {
	w, subject := m.lower[i], m.nominal(m.before(i))
	participle := m.words[i].Penn == "VBN"
	switch {
	case w != f.participle && w != f.base && onlyVerb(w):
		return "VBD" // "fell"
	case i == 0 || i+1 == len(m.words):
		return ""
	case w == f.base && m.is(i+1, "RP") && subject && m.lacks(i):
		return "VBD" // "the therapy shut down"
	case participle && quoting[f.base] && m.quotes(i):
		return "VBD"
	case m.is(i, "VBD") && standing[w] && standsWith[m.lower[i+1]] && (!subject || m.lower[i-1] == "that"):
		return "VBN" // "found that, compared with"
	case participle && m.joinsPast(i):
		return "VBD"
	case !participle || standing[w] || !subject:
		return ""
	case m.object(i) && !m.is(i+1, "TO") && !days[m.lower[i+1]] && w != "called" && m.lacks(i):
		return "VBD"
	}
	return ""
}

// standsWith are the words behind participles that begin a phrase.
var standsWith = set("with to on")

// quotes says whether the reporting verb at i stands between who says something and what is said.
func (m mender) quotes(i int) bool {
	next := m.words[i+1].Penn
	return next == "``" || m.lower[i+1] == `"` || m.words[i-1].Penn == "," && (m.alone(i) || m.lower[i+1] == "that")
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
	case m.lower[i] == "help" && m.is(i+1, "VB") && (m.joins(i, "VB") || m.joins(i, "VBP")):
		return "VBP" // "and help restore the tissue"
	case !onlyVerb(m.lower[i]) && !m.object(i):
		return ""
	case m.joins(i, "VB") && (m.determined(i) || mostlyVerb(m.lower[i])):
		return "VB"
	case m.joins(i, "VBP") && (m.determined(i) || mostlyVerb(m.lower[i])):
		return "VBP"
	case ambiguous[m.lower[i]] && byForm[m.lower[i+1]] != nil && m.is(i+1, "NN") && m.object(i+1):
		return "" // "air pressure triggers attacks"
	case b >= 0 && m.plural(m.overRelative(b)) && (m.lacks(i) || plurals[m.lower[b]] && !m.predicateBefore(i)) && !m.predicateFollows(i):
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

// nonFinite says whether the tag at i is one of a verb's form that is no predicate by itself.
func (m mender) nonFinite(i int) bool { return m.is(i, "VB") && !finiteTag(m.words[i].Penn) }

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
	if b < 1 || m.words[b].Penn != "CC" || !m.nominal(b-1) && !m.is(b-1, "JJ") || !m.object(i) || m.words[i+1].Penn == "TO" {
		return false
	}
	for j := b - 2; j >= 0; j-- {
		if m.words[j].Penn == "VBD" {
			return !auxiliaries[m.lower[j]] && j < b-2
		}
	}
	return false
}

var auxiliaries = set("was were had did")

// onlyVerb says whether a form of a verb is nothing else.
func onlyVerb(w string) bool { return byForm[w] != nil && !ambiguous[w] }

// ambiguous are forms of verbs that are nouns or adjectives too.
var ambiguous = set(nounForms)

// mostlyVerb says whether the plain form of a verb is seldom anything else in a series: "and cause sepsis", but "and stress levels".
func mostlyVerb(w string) bool { return onlyVerb(w) || effects[w] && !seldomVerb[w] }

// seldomVerb are verbs of effect that are as often nouns.
var seldomVerb = set("support switch break draw change stress control turn help offer damage harm")
