package syntax

import (
	"strings"
	"unicode"
)

// isWord says whether w is a word in small letters, at least three, and so no name and no number.
func isWord(w string) bool {
	if len(w) < 3 {
		return false
	}
	for _, c := range w {
		if !unicode.IsLower(c) && c != '-' && c != '\'' && c != '’' {
			return false
		}
	}
	return true
}

func isLetters(w string) bool { return strings.TrimFunc(w, unicode.IsLetter) == "" }

// isCapitals says whether w is two or more capitals and nothing else.
func isCapitals(w string) bool {
	return len(w) > 1 && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isSymbol says whether w is written like a gene, a molecule or a Greek letter: "p53", "mRNA", "m-calpain", "α".
func isSymbol(w string) bool {
	if len(w) > 2 && w[1] == '-' {
		return true
	}
	for i, c := range w {
		if i > 0 && (unicode.IsUpper(c) || unicode.IsDigit(c)) || unicode.Is(unicode.Greek, c) {
			return true
		}
	}
	return false
}

// isAcronym says whether w is letters with full stops between them, as in "u.s" or "i.v" or "ph.d".
func isAcronym(w string) bool {
	if !strings.Contains(w, ".") {
		return false
	}
	for _, part := range strings.Split(w, ".") {
		if part == "" || len(part) > 3 || strings.TrimFunc(part, unicode.IsLetter) != "" {
			return false
		}
	}
	return true
}
