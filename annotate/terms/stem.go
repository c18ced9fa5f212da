package terms

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// stem is the stem of a folded word: in American spelling, by Snowball's English stemmer (Porter's second).
// Taking off the Greek and Latin endings that it leaves (metastas-is, -es, -tic) was tried, and found a little less.
func stem(word string) string {
	if len(word) < 4 || strings.ContainsAny(word, "0123456789.") {
		return word
	}
	if base, ok := irregular[word]; ok {
		word = base
	}
	env := snowballstem.NewEnv(american(word))
	english.Stem(env)
	return env.Current()
}

// irregular is words whose stem is that of another.
var irregular = map[string]string{
	"mice": "mouse", "murine": "mouse", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "humans": "human",
	"died": "die", "dying": "die", "born": "birth", "births": "birth",
	"indices": "index", "matrices": "matrix", "cortices": "cortex", "fungi": "fungus", "foci": "focus", "loci": "locus",
	"nuclei": "nucleus", "stimuli": "stimulus", "viruses": "virus", "viral": "virus", "ova": "ovum", "criteria": "criterion",
	"phenomena": "phenomenon", "vertebrae": "vertebra", "larvae": "larva", "lives": "life",
}

// american spells a word as Americans do, as far as that changes its stem.
func american(word string) string {
	for _, s := range spellings {
		word = strings.Replace(word, s.british, s.american, 1)
	}
	return word
}

// spellings is British spellings that stand in medical words, most of them in their Greek part.
var spellings = []struct{ british, american string }{
	{"aemia", "emia"}, {"aemic", "emic"}, {"haem", "hem"}, {"oedem", "edem"}, {"oestr", "estr"}, {"oesoph", "esoph"},
	{"foet", "fet"}, {"faec", "fec"}, {"paed", "ped"}, {"orrhoea", "orrhea"}, {"coeli", "celi"}, {"anaesth", "anesth"},
	{"gynaec", "gynec"}, {"orthopaed", "orthoped"}, {"caesar", "cesar"}, {"leucocyt", "leukocyt"}, {"leucaem", "leukem"}, {"aetiolog", "etiolog"},
	{"tumour", "tumor"}, {"behaviour", "behavior"}, {"colour", "color"}, {"labour", "labor"}, {"favour", "favor"},
	{"fibre", "fiber"}, {"centre", "center"}, {"sulph", "sulf"}, {"signall", "signal"}, {"labell", "label"}, {"modell", "model"},
	{"programme", "program"}, {"ageing", "aging"}, {"ischaem", "ischem"}, {"isation", "ization"}, {"ised", "ized"}, {"ising", "izing"}, {"yse", "yze"},
}
