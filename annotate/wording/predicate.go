package wording

import "strings"

// predicate says whether the verb at i is a predicate: finite, or behind a modal or an auxiliary. What something is for, "to reduce",
// is none, but what it "was found to reduce" is.
func (s sentence) predicate(i int) bool {
	j := s.before(i)
	switch s[i].penn {
	case "VBD", "VBZ", "VBP":
		return true
	case "VB":
		if s.at(j) != "to" {
			return true
		}
		return able[s.at(s.before(j))]
	case "VBN":
		return beHave[s.at(j)] && !s.quality(i, j)
	}
	return false
}

// quality says whether the participle at i, behind the auxiliary at j, only describes a noun: "had elevated blood pressure".
func (s sentence) quality(i, j int) bool {
	return having[s.at(j)] && changeVerbs[s[i].base] && i+1 < len(s) && (s[i+1].noun() || s[i+1].tag == "ADJ")
}

var having = set("have has had")

var beHave = set("is are was were be been being has have had am get gets got")

// able are words behind which "to" and a verb say an effect: "was found to reduce".
var able = set(`
	found shown able likely appear appears appeared seem seems seemed known expected proved proven demonstrated helps help believed
	thought reported tend tends observed helped unlikely failed fails fail ability potential`)

// before is the place of the word before i, adverbs and "not" aside.
func (s sentence) before(i int) int {
	for i--; i >= 0 && (s[i].tag == "ADV" || s[i].lower == "not"); i-- {
	}
	return i
}

// takesObject says whether an object follows the verb at i.
func (s sentence) takesObject(i int) bool {
	for i++; i < len(s); i++ {
		w := s[i]
		switch {
		case w.tag == "ADV" || w.lower == "both":
			continue
		case w.tag == "NUM":
			return i+1 < len(s) && !strings.HasPrefix(s[i+1].lower, "%") && s[i+1].lower != "percent" && s[i+1].lower != "fold"
		}
		return w.tag == "DET" || w.tag == "ADJ" || w.noun() || w.tag == "PRON" || w.penn == "VBN" || w.penn == "VBG"
	}
	return false
}
