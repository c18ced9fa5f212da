package wording

import "strings"

// repair gives a verb the tag of a predicate where a tagger took it for something else. Behind a noun and before an object a verb of
// effect is one, "the therapy improved blood pressure"; and a statement without any predicate has lost it to a form that may be
// a participle, a noun or an adjective too: "Statins lower the risk".
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
	if predicates == 0 {
		s.promote()
		return
	}
	for i := len(s) - 1; i > 1; i-- {
		if s[i].lower == "that" && (findingVerbs[s[i-1].base] || s[i-1].noun()) {
			if rest := s[i+1:]; findingVerbs[s[i-1].base] && !rest.predicated() {
				rest.promote()
			}
			return
		}
	}
}

// promote makes a predicate of the likeliest word.
func (s sentence) promote() {
	for _, likely := range promotions {
		for i := 1; i < len(s); i++ {
			if penn := likely(s, i); penn != "" {
				s[i].tag, s[i].penn = "VERB", penn
				return
			}
		}
	}
}

// promotions are the forms that may be a lost predicate, the likeliest first; each gives the tag of the predicate, or "".
var promotions = []func(s sentence, i int) string{
	func(s sentence, i int) string {
		if w := s[i]; w.penn == "VBN" && s.behindSubject(i) && s.at(i+1) != "by" && s.at(i+1) != "with" {
			return "VBD"
		}
		return ""
	},
	func(s sentence, i int) string {
		w := s[i]
		if w.noun() && forms[w.lower] != "" && w.base != w.lower && strings.HasSuffix(w.lower, "s") && s.behindSubject(i) {
			return "VBZ"
		}
		return ""
	},
	func(s sentence, i int) string {
		if w := s[i]; irregular[w.lower] != "" && w.base != w.lower && s.behindSubject(i) {
			return "VBD"
		}
		return ""
	},
	func(s sentence, i int) string {
		w, j := s[i], s.before(i)
		if forms[w.lower] != w.lower || j < 0 || !w.noun() && w.tag != "ADJ" && w.penn != "VB" {
			return ""
		}
		if s[j].penn == "NNS" || s[j].penn == "NNPS" || s[j].tag == "PRON" {
			return "VBP"
		}
		return ""
	},
}

// behindSubject says whether a noun that may be a subject stands before i.
func (s sentence) behindSubject(i int) bool {
	j := s.before(i)
	return j >= 0 && (s[j].noun() || s[j].tag == "NUM" || s[j].tag == "PRON" || s.at(j) == ")" || s[j].penn == "VBG")
}

// bears says whether the word at i has the form of a verb of effect, and stands between a noun and an object.
func (s sentence) bears(i int) bool {
	return (effectVerbs[s[i].base] || changeVerbs[s[i].base]) && s.behindSubject(i) && s.takesObject(i)
}
