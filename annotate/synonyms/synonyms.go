// Package synonyms is our own list of what readers and researchers call differently: diseases, drugs, measures and kin, with
// their abbreviations and the headings of MeSH.
package synonyms

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed synonyms.txt
var text string

// Groups are the names of things, a group each, as they are written in the list: a heading of MeSH begins with *. They are
// everyone's: change nothing in them.
var Groups = sync.OnceValue(func() [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		names := strings.Split(line, "=")
		for i, n := range names {
			names[i] = strings.TrimSpace(n)
		}
		out = append(out, names)
	}
	return out
})

// Abbreviated says whether a name has two capitals or digits and no space, as abbreviations have: only its capitals make it
// one.
func Abbreviated(name string) bool {
	n, letters := 0, 0
	for _, r := range name {
		if unicode.IsSpace(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n >= 2 && letters >= 1
}
