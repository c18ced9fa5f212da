package terms

import "strings"

// greekNames spells the Greek letters that stand in the names of substances. The micro sign is u, as in ug.
var greekNames = map[rune]string{
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "epsilon", 'ζ': "zeta", 'η': "eta", 'θ': "theta",
	'ι': "iota", 'κ': "kappa", 'λ': "lambda", 'μ': "u", 'ν': "nu", 'ξ': "xi", 'π': "pi", 'ρ': "rho", 'σ': "sigma", 'ς': "sigma",
	'τ': "tau", 'φ': "phi", 'χ': "chi", 'ψ': "psi", 'ω': "omega",
}

// initials is the Latin letters that stand for Greek ones in the names of genes.
var initials = []struct{ name, letter string }{
	{"alpha", "a"}, {"beta", "b"}, {"gamma", "g"}, {"delta", "d"}, {"epsilon", "e"}, {"kappa", "k"}, {"lambda", "l"}, {"zeta", "z"},
}

// initialGreek writes beta1 as b1.
func initialGreek(word string) string {
	for _, g := range initials {
		if rest, ok := strings.CutPrefix(word, g.name); ok && strings.Trim(rest, "0123456789") == "" {
			return g.letter + rest
		}
	}
	return word
}

// shortGreek writes tgfbeta1 as tgfb1, and leaves a word that does not end so alone.
func shortGreek(word string) string {
	bare := strings.TrimRight(word, "0123456789")
	for _, g := range initials {
		if head, ok := strings.CutSuffix(bare, g.name); ok && len(head) >= 2 && len(head) <= 6 {
			return head + g.letter + word[len(bare):]
		}
	}
	return word
}
