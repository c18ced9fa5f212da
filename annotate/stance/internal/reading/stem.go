package reading

import (
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// longestStemmed bounds what is taken for a word of English: a longer one is its own stem.
const longestStemmed = 40

// stem is the stem of a word in small letters.
func stem(word string) string {
	if len(word) > longestStemmed {
		return word
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}

// folded is a word in small letters, with the dashes and the Greek that are written in several ways made one.
func folded(form string) string { return folding.Replace(strings.ToLower(form)) }

var folding = strings.NewReplacer("‐", "-", "‑", "-", "–", "-", "−", "-", "’", "'",
	"α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "κ", "kappa", "μ", "mu", "µ", "mu", "ω", "omega", "ε", "epsilon", "λ", "lambda", "τ", "tau")

// Stem is the stem of a word as it is written.
func Stem(form string) string { return stem(strings.Trim(folded(form), "-'")) }

// Tells says whether a word, as it is written, is one of content.
func Tells(form string) bool {
	w := Word{Form: form, Lower: folded(form)}
	w.Stem = stem(strings.Trim(w.Lower, "-'"))
	w.Sense = senseOf(w, sensesByStem())
	return w.Stem != "" && !unicode.IsDigit(rune(w.Stem[0])) && isContent(w)
}
