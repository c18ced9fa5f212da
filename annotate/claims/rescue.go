package claims

// rescue gives every stretch between strong marks that lacks a predicate one, if it has a word that may be one. Where a clause
// surely is, there the likeliest form is it, even if by itself it tells little.
func (m mender) rescue() {
	for from := 0; from < len(m.words); {
		to := from + 1
		for to < len(m.words) && !m.strong(to) {
			to++
		}
		if to-from >= 4 && m.predicateless(from, to) {
			m.rescueIn(from, to)
		}
		from = to
	}
}

// strong says whether a clause begins at i: behind a strong mark, "and" with a comma, or "that" behind a verb of saying.
func (m mender) strong(i int) bool {
	w := m.lower[i]
	return w == ";" || w == ":" || (w == "”" || m.is(i, "''")) && m.is(i-1, ",") || dashes[w] || m.is(i, ",") && m.is(i+1, "CC") && m.lower[i+1] != "or" ||
		w == "that" && m.is(i-1, "VB") && reporting[baseOf(m.lower[i-1])]
}

// predicateless says whether every predicate in words[from:to] belongs to a relative clause, as far as their numbers tell.
func (m mender) predicateless(from, to int) bool {
	missing := 1
	for i := from; i < to; i++ {
		switch p := m.words[i].Penn; {
		case p == "VB" && i < from+2:
			return false // it tells somebody to do something
		case finiteTag(p):
			missing--
		case m.relative(i) && i > from:
			missing++
		}
	}
	return missing > 0
}

// relative says whether a relative pronoun stands at i.
func (m mender) relative(i int) bool {
	p := m.words[i].Penn
	return p == "WDT" || p == "WP" || p == "WP$" || m.lower[i] == "that" && p == "IN" && m.nominal(i-1)
}

// rescueIn makes the first word that may be one a predicate.
func (m mender) rescueIn(from, to int) {
	for i := from + 1; i+1 < to; i++ {
		f, b := byForm[m.lower[i]], m.before(i)
		if f == nil || finiteTag(m.words[i].Penn) {
			continue
		}
		w, next := m.lower[i], m.lower[i+1]
		if m.is(i, "VBN") && w == f.past && !standing[w] && m.nominal(b) && (next != "by" || changing[w]) {
			m.set(i, "VBD")
			return
		}
		if b > 0 && m.is(b, "VBN") {
			b = m.before(b) // "the trials done so far point …"
		}
		if !m.nominal(b) || next == "of" || m.is(i+1, "CC") || m.is(i+1, "NN") || m.alone(i) && !growing[w] {
			continue
		}
		switch {
		case w == f.base && m.plural(b):
			m.set(i, "VBP")
			return
		case w == f.third && m.words[b].Penn != "NNS":
			m.set(i, "VBZ")
			return
		}
	}
}

var (
	// standing are participles that begin a phrase more often than they are a predicate: "compared with the placebo".
	standing = set("compared based given associated linked related combined")
	// changing are pasts before which "by" tells how much, not who.
	changing = set("increased decreased declined dropped improved worsened slowed")
)
