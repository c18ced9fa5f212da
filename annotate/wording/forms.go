package wording

import "strings"

// forms finds the base of a verb by any of its forms.
var forms = indexForms()

// irregular are the verbs of the lists whose past forms no rule makes.
var irregular = map[string]string{
	"led": "lead", "made": "make", "cut": "cut", "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow", "fell": "fall",
	"fallen": "fall", "began": "begin", "bound": "bind", "broke": "break", "broken": "break", "drove": "drive", "driven": "drive",
	"fought": "fight", "found": "find", "gave": "give", "given": "give", "held": "hold", "hurt": "hurt", "kept": "keep", "lost": "lose",
	"put": "put", "saw": "see", "seen": "see", "shed": "shed", "shrank": "shrink", "shrunk": "shrink", "showed": "show", "shown": "show",
	"slept": "sleep", "spread": "spread", "took": "take", "taken": "take", "thought": "think", "undermined": "undermine", "woke": "wake",
	"overcame": "overcome", "thinned": "thin", "trapped": "trap", "stopped": "stop", "got": "get", "became": "become", "meant": "mean",
	"said": "say", "told": "tell", "underwent": "undergo", "upset": "upset", "strove": "strive", "arose": "arise", "proven": "prove",
	"bore": "bear", "came": "come", "went": "go", "gone": "go", "knew": "know", "known": "know", "stemmed": "stem",
}

func indexForms() map[string]string {
	m := map[string]string{}
	for _, list := range []map[string]bool{effectVerbs, changeVerbs, findingVerbs, otherVerbs, acting} {
		for b := range list {
			for _, f := range formsOf(b) {
				m[f] = b
			}
		}
	}
	for f, b := range irregular {
		m[f] = b
	}
	return m
}

// formsOf makes the regular forms of a verb from its base.
func formsOf(b string) []string {
	stem, third := b, b+"s"
	last := b[len(b)-1]
	switch {
	case strings.HasSuffix(b, "e"):
		stem = b[:len(b)-1]
	case last == 'y' && !vowel(b[len(b)-2]):
		return []string{b, b[:len(b)-1] + "ies", b[:len(b)-1] + "ied", b + "ing"}
	case strings.HasSuffix(b, "s") || strings.HasSuffix(b, "x") || strings.HasSuffix(b, "ch") || strings.HasSuffix(b, "sh"):
		third = b + "es"
	case doubling[b]:
		stem = b + string(last)
	}
	return []string{b, third, stem + "ed", stem + "ing"}
}

// doubling are the verbs of the lists that double their last letter.
var doubling = set("control stop trap thin clog cut prefer refer occur stem")

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// baseOf is the base of a verb's form, or the word itself.
func baseOf(w string) string {
	if b, ok := forms[w]; ok {
		return b
	}
	return w
}

// set makes a set of the words of a list.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
