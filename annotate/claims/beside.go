package claims

import "strings"

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
	return plurals[m.lower[i]] || strings.HasPrefix(p, "NN") && m.lower[i] != "%" || p == "PRP" || p == "-RRB-" || p == "WDT" || p == "VBG" && (m.begins(i) || describing[m.words[i-1].Penn]) || p == "JJ" && strings.HasSuffix(m.lower[i], "ing") || p == "CD" && !strings.HasSuffix(m.lower[i], "%") || p == "DT" && m.lower[i] != "the" && m.lower[i] != "a"
}

// describing are the tags of what may stand before a noun.
var describing = map[string]bool{"DT": true, "JJ": true, "NN": true, "PRP$": true}

// begins says whether a clause or a quotation begins at i.
func (m mender) begins(i int) bool {
	return i == 0 || m.boundary(i-1) || m.strong(i-1)
}

func (m mender) plural(i int) bool {
	p := m.words[i].Penn
	return p == "NNS" || p == "NNPS" || p == "CD" && m.lower[i] != "1" && m.lower[i] != "one" || p == "WDT" || strings.HasPrefix(p, "NN") && (m.joined(i) || m.prepositional(i)) || plurals[m.lower[i]]
}

// joined says whether the noun at i is the last of several: "calcium and vitamin D".
func (m mender) joined(i int) bool {
	for i--; i > 0 && (m.is(i, "NN") || m.is(i, "JJ")); i-- {
	}
	return i > 0 && m.lower[i] == "and"
}

// plurals are words that stand for several, whatever their tag.
var plurals = set("people they we you them us more most many few others both some children men women mice bacteria data")

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

// days are nouns that stand behind a verb without being what it is done to.
var days = set("today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday")

func (m mender) determined(i int) bool {
	if i+1 >= len(m.words) {
		return false
	}
	p := m.words[i+1].Penn
	return p == "DT" && m.lower[i+1] != "that" || p == "PRP$" || p == "PRP" || p == "CD" || m.lower[i+1] == "at" && i+3 < len(m.words) && m.words[i+3].Penn == "CD"
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
