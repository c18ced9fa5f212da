package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldQuote is the skeleton by which a quoted passage is the paper's: as fold makes it, and capitals are small letters, Greek
// letters their names, joined letters two. “TNF-α” and “tnf alpha” are one.
func foldQuote(s string) *folded { return foldBy(s, spellQuote) }

func spellQuote(r rune, next string) string {
	if r < utf8.RuneSelf {
		return asciiLower[r]
	}
	r = unicode.ToLower(r)
	if r == 'μ' && measures(next) {
		return "u"
	}
	if name, ok := spelled[r]; ok {
		return name
	}
	return string(r)
}

// asciiLower are the small letters of ASCII, ready as strings.
var asciiLower = func() (out [utf8.RuneSelf]string) {
	for i := range out {
		out[i] = strings.ToLower(string(rune(i)))
	}
	return out
}()

// measures says whether a unit follows, so that μ is micro: “μg”, “μmol”.
func measures(next string) bool {
	for _, unit := range []string{"mol", "g", "l", "L", "m", "M", "s", "U"} {
		if rest, ok := strings.CutPrefix(next, unit); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return !unicode.IsLetter(r)
		}
	}
	return false
}

// spelled are letters as those write them who have no such key.
var spelled = map[rune]string{
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "epsilon", 'ζ': "zeta", 'η': "eta", 'θ': "theta", 'ι': "iota",
	'κ': "kappa", 'λ': "lambda", 'μ': "mu", 'ν': "nu", 'ξ': "xi", 'ο': "omicron", 'π': "pi", 'ρ': "rho", 'σ': "sigma", 'ς': "sigma",
	'τ': "tau", 'υ': "upsilon", 'φ': "phi", 'χ': "chi", 'ψ': "psi", 'ω': "omega",
	'æ': "ae", 'œ': "oe", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i", 'þ': "th", 'ð': "d",
}
