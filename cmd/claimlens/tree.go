package main

import (
	"fmt"
	"io"
	"strings"

	"claimlens/annotate/syntax"
)

// deepest bounds how far a word is set in: the trees of lists without an end are as deep as they are long.
const deepest = 40

// printTree prints a sentence and its tree, each word under the one that it depends on, in the order of the sentence.
func printTree(w io.Writer, sentence string) error {
	words := syntax.Parse(sentence)
	kids := make([][]int, len(words)+1) // the last is the root's place
	for i, x := range words {
		head := x.Head
		if head < 0 {
			head = len(words)
		}
		kids[head] = append(kids[head], i)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n", visible(sentence))
	for open := under(nil, kids[len(words)], 1); len(open) > 0; {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		x := words[p.word]
		fmt.Fprintf(&out, "%s%s  %s %s  %s\n", strings.Repeat("  ", min(p.depth, deepest)), visible(x.Form), x.Tag, x.Penn, x.Rel)
		open = under(open, kids[p.word], p.depth+1)
	}
	fmt.Fprintln(&out)
	_, err := io.WriteString(w, out.String())
	return err
}

// place is a word that is to be printed, and how deep it stands.
type place struct{ word, depth int }

// under puts words onto open so that the first of them is taken off first.
func under(open []place, words []int, depth int) []place {
	for i := len(words) - 1; i >= 0; i-- {
		open = append(open, place{words[i], depth})
	}
	return open
}
