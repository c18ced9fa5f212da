package wording

// repair gives a verb of effect the tag of a predicate where a tagger took it for a participle or a noun: behind a noun and before
// an object, "the therapy improved blood pressure" says what the therapy did.
func (s sentence) repair() {
	predicates := 0
	for i := range s {
		if s[i].penn == "VBN" && s.bears(i) && s.at(i-1) != "-" {
			s[i].penn = "VBD"
		}
		if s[i].finite() {
			predicates++
		}
	}
	for i := 1; i < len(s) && predicates == 0; i++ {
		w := s[i]
		switch {
		case w.noun() && s.bears(i):
			s[i].tag, s[i].penn = "VERB", "VBZ"
			predicates++
		case w.penn == "VBN" && s[i-1].noun() && (effectVerbs[w.base] || changeVerbs[w.base]):
			s[i].penn = "VBD"
			predicates++
		}
	}
}

// bears says whether the word at i has the form of a verb of effect, and stands between a noun and an object.
func (s sentence) bears(i int) bool {
	if !effectVerbs[s[i].base] && !changeVerbs[s[i].base] {
		return false
	}
	j := s.before(i)
	return j >= 0 && (s[j].noun() || s[j].tag == "NUM" || s.at(j) == ")" || s[j].tag == "PRON") && s.takesObject(i)
}
