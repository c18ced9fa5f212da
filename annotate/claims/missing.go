package claims

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
		case m.relative(j):
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

func finiteTag(p string) bool { return p == "VBZ" || p == "VBP" || p == "VBD" || p == "MD" }

// overRelative is the noun before the relative clause that ends with the word at i, "drugs that prevent rejection", or i.
func (m mender) overRelative(i int) int {
	seen := false
	for j := i; j > 0; j-- {
		switch {
		case m.relative(j) && seen:
			return j - 1
		case m.relative(j) || m.boundary(j):
			return i
		}
		seen = seen || finiteTag(m.words[j].Penn)
	}
	return i
}
