package wording

// effect says whether the word at i says that one thing does something to another.
func (s sentence) effect(i int) bool {
	w := s[i]
	if w.verb() || w.penn == "VBN" {
		switch {
		case changeVerbs[w.base]:
			return s.predicate(i) && (s.takesObject(i) || s.at(i+1) == "by" && s[i].penn == "VBN")
		case effectVerbs[w.base]:
			return s.predicate(i) && !(w.base == "affect" && s.countsBehind(i)) && !s.agentless(i)
		}
	}
	switch {
	case w.is(effectNouns):
		return s.claimed(i) && !(w.lower == "importance" && (s.at(i+1) != "of" || s.deed(i+2) && !s.bearsIn(i+3)))
	case w.is(effectAdjectives):
		return s.nearBe(i)
	case w.is(useful):
		return s.nearBe(i) && s.remedial(i)
	case w.lower == "due" || w.lower == "owing":
		return s.at(i+1) == "to"
	case w.lower == "result":
		return s.at(i+1) == "of" && s.nearBe(i)
	}
	return false
}

// deed says whether what stands at i is done by those who treat: "the importance of monitoring", "of a careful choice".
func (s sentence) deed(i int) bool {
	return i < len(s) && (s[i].penn == "VBG" || s[i].tag == "ADJ" || s[i].lower == "a")
}

// bearsIn says whether "in" and what is borne on follow i: "the importance of small vessels in heart failure".
func (s sentence) bearsIn(i int) bool {
	for j := i; j < len(s) && j < i+8; j++ {
		if s.at(j) == "in" && s.at(j+1) != "patients" && s.at(j+1) != "this" {
			return true
		}
	}
	return false
}

// remedial says whether what follows i treats or changes something.
func (s sentence) remedial(i int) bool {
	for j := i; j < len(s) && j < i+7; j++ {
		w := s[j]
		if remedies[w.lower] || (w.penn == "VBG" || w.penn == "VB") && (effectVerbs[w.base] || changeVerbs[w.base]) {
			return true
		}
		if w.mark() {
			return false
		}
	}
	return false
}

// agentless says whether the verb at i is passive and nothing is said to do it: "the gene was downregulated in tumours".
func (s sentence) agentless(i int) bool {
	j := s.before(i)
	if s[i].penn != "VBN" || having[s.at(j)] || s[max(0, s.before(j))].penn == "MD" {
		return false
	}
	for j := i + 1; j < len(s) && j < i+10; j++ {
		if agents[s.at(j)] {
			return false
		}
	}
	return true
}

var agents = set("by with through after following using via to due because from")

// countsBehind says whether the verb at i tells how many a disease affects, not what affects them.
func (s sentence) countsBehind(i int) bool {
	for j := i + 1; j < len(s) && j < i+4; j++ {
		if s[j].tag == "NUM" || shares[s.at(j)] {
			return true
		}
	}
	return false
}

// claimed says whether the noun of effect at i is claimed, not studied, and is no side effect.
func (s sentence) claimed(i int) bool {
	if s.at(i-1) == "side" || s.at(i-1) == "adverse" || s.at(i-1) == "side-" || s.has(unknowns) {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if studying[s[j].lower] {
			return false
		}
	}
	return true
}

// nearBe says whether the adjective at i is a predicate.
func (s sentence) nearBe(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch {
		case s[j].is(copulas):
			return true
		case s[j].mark():
			return false
		}
	}
	return false
}

var (
	effectNouns = set(`
		effect effects impact impacts benefit benefits role influence influences efficacy effectiveness contributor contributors cause
		causes determinant determinants contribution contributions causality consequence consequences importance interference
		involvement`)
	useful = set(`
		useful helpful promising alternative option sufficient feasible viable suitable valuable acceptable attractive
		candidate target targets`)
	unknowns = set("unknown unclear uncertain")
	remedies = set(`
		treatment treatments therapy therapies treating treat agent agents therapeutic intervention interventions prevention
		preventing`)
	effectAdjectives = set(`
		cost-effective effective efficacious beneficial detrimental harmful responsible involved causative detrimental ineffective superior
		crucial critical essential`)
	studying = set(`
		evaluate evaluating assess assessing assessed investigate investigating investigated examine examining examined determine explore
		exploring explored clarify compare understand regarding about concerning test whether evaluated`)
)

var copulas = set("is are was were be been remain remains remained proved prove seem seems appear appears appeared being")
