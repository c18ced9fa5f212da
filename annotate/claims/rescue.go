package claims

import "strings"

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

// strong says whether what begins at i is another clause or nothing.
func (m mender) strong(i int) bool {
	w := m.lower[i]
	return w == ";" || w == ":" || w == "–" || w == "—" || m.words[i].Penn == "," && i+1 < len(m.words) && m.words[i+1].Penn == "CC" && m.lower[i+1] != "or"
}

// standing are participles that begin a phrase more often than they are a predicate: "compared with the placebo".
var standing = set("compared based given associated linked related combined")

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
