package syntax_test

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"claimlens/annotate/syntax"
	"claimlens/annotate/syntax/conllu"
	"claimlens/fixtures/golden"
)

const treesFile = "../../fixtures/trees.conllu"

// marked is a sentence of the fixtures: its text, and its rows as a careful reader fills them in.
type marked struct {
	text string
	rows [][]string
}

func readTrees(t *testing.T) []marked {
	t.Helper()
	file, err := os.Open(treesFile)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	var out []marked
	for r := conllu.NewReader(file); ; {
		s, err := r.Read()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		text, found := strings.CutPrefix(s.Lines[0].Comment, "# text = ")
		if !found {
			t.Fatalf("line %d is no text", s.Lines[0].Number)
		}
		out = append(out, marked{text, s.Words()})
	}
}

// share is how many of what was asked for were right.
type share struct{ right, all int }

func (s *share) add(right bool) {
	s.all++
	if right {
		s.right++
	}
}

func (s share) String() string {
	return fmt.Sprintf("%.3f (%d of %d)", float64(s.right)/float64(max(s.all, 1)), s.right, s.all)
}

// How well our own sentences are read is a golden: a change that moves the figures shows it. Heads and relations are
// counted over all words but punctuation, relations without their subtypes.
func TestTreeQuality(t *testing.T) {
	var cut, tags, heads, relations, whole share
	for _, m := range readTrees(t) {
		words := syntax.Words(m.text)
		cut.add(sameForms(words, m.rows))
		words = make([]syntax.Word, len(m.rows))
		for i, row := range m.rows {
			words[i].Form = row[conllu.Form]
		}
		syntax.Annotate(words)
		all := true
		for i, row := range m.rows {
			tags.add(words[i].Tag == row[conllu.UPOS])
			if row[conllu.UPOS] == "PUNCT" {
				continue
			}
			head := strconv.Itoa(words[i].Head+1) == row[conllu.Head]
			heads.add(head)
			relations.add(head && base(words[i].Rel) == base(row[conllu.Relation]))
			all = all && head
		}
		whole.add(all)
	}
	got := fmt.Sprintf("syntax.words %v\nsyntax.UPOS %v\nsyntax.UAS %v\nsyntax.LAS %v\nsyntax.trees %v\n", cut, tags, heads, relations, whole)
	golden.Figures(t, "syntax.", got)
}

func sameForms(words []syntax.Word, rows [][]string) bool {
	if len(words) != len(rows) {
		return false
	}
	for i, w := range words {
		if w.Form != rows[i][conllu.Form] {
			return false
		}
	}
	return true
}

func base(relation string) string {
	name, _, _ := strings.Cut(relation, ":")
	return name
}
