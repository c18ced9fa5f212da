package training

import (
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
)

// counterparts are words of claims that turn what is said about when they change places.
var counterparts = func() map[string]string {
	m := map[string]string{
		"increase": "decrease", "increases": "decreases", "increased": "decreased", "increasing": "decreasing", "higher": "lower", "more": "less", "high": "low",
		"greater": "smaller", "raises": "lowers", "promotes": "inhibits", "promote": "inhibit", "activates": "inhibits", "activation": "inhibition", "induces": "prevents",
		"enhances": "impairs", "improves": "worsens", "improve": "worsen", "improved": "worsened", "upregulation": "downregulation", "positively": "negatively",
		"longer": "shorter", "gain": "loss", "stimulates": "suppresses", "accelerates": "delays", "causes": "prevents", "cause": "prevent", "facilitates": "hinders",
		"better": "worse", "harms": "protects", "larger": "fewer", "safe": "harmful", "sensitive": "resistant",
	}
	for a, b := range maps.Clone(m) {
		if _, ok := m[b]; !ok {
			m[b] = a
		}
	}
	m["reduces"], m["reduce"], m["reduced"] = "increases", "increase", "increased"
	return m
}()

// turnedWeight is how much an example counts whose claim was turned about.
const turnedWeight = 0.4

// turned turns the one word of direction in a claim about, so that what supports it disputes what it says then, and the
// other way about. It is false where there is no such word, or there are several.
func (e example) turned() (example, bool) {
	words := strings.Fields(e.claim)
	n := 0
	for i, w := range words {
		bare := strings.TrimRight(w, ".,;")
		if other := counterparts[strings.ToLower(bare)]; other != "" {
			if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
				other = strings.ToUpper(other[:1]) + other[1:]
			}
			words[i] = other + w[len(bare):]
			n++
		}
	}
	if n != 1 {
		return example{}, false
	}
	e.claim, e.set, e.weight = strings.Join(words, " "), "turned", turnedWeight
	switch e.gold {
	case annotate.Supports:
		e.gold = annotate.Disputes
	case annotate.Disputes:
		e.gold = annotate.Supports
	}
	return e, true
}
