package claims

import (
	"regexp"
	"strings"
)

var (
	// bracketed are marks that lead to a list of references: “[12]”, “[3, 5–7]”.
	bracketed = regexp.MustCompile(`\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]`)
	// raised is a mark that stood above the line behind a sentence: “dialysis.1”, “homes.2,5”.
	raised = regexp.MustCompile(`([\pL)”"’][.!?]["”’)]?)\d{1,3}(?:[,–-]\d{1,3})*$`)
	// bracketedLast is a bracketed mark at the end of a sentence.
	bracketedLast = regexp.MustCompile(bracketed.String() + `$`)
)

// withoutLastMarks is a sentence without the citation marks behind it, which are not its words.
func withoutLastMarks(sentence string) string {
	for {
		shorter := raised.ReplaceAllString(bracketedLast.ReplaceAllString(strings.TrimSpace(sentence), ""), "$1")
		if shorter == sentence {
			return sentence
		}
		sentence = shorter
	}
}

// withoutMarks is a text without the bracketed citation marks in it.
func withoutMarks(text string) string { return bracketed.ReplaceAllString(text, "") }
