package conllu

import (
	"io"
	"strings"
)

// The columns of a line.
const (
	ID = iota
	Form
	Lemma
	UPOS
	XPOS
	Feats
	Head
	Relation
	Enhanced
	Misc
	Columns
)

// Line is a comment, or a row of ten columns.
type Line struct {
	Number  int // in the file, from 1
	Comment string
	Row     []string
}

// Sentence is the lines of one sentence as they were read.
type Sentence struct{ Lines []Line }

// Words are the rows that are words: not the ranges of words that are written as one, and no word that was left out.
func (s *Sentence) Words() [][]string {
	var out [][]string
	for _, l := range s.Lines {
		if l.Row != nil && isWord(l.Row[ID]) {
			out = append(out, l.Row)
		}
	}
	return out
}

func isWord(id string) bool { return !strings.ContainsAny(id, "-.") }

// Write writes the sentence with the empty line that ends it.
func (s *Sentence) Write(w io.Writer) error {
	var out strings.Builder
	for _, l := range s.Lines {
		if l.Row == nil {
			out.WriteString(l.Comment)
		} else {
			out.WriteString(strings.Join(l.Row, "\t"))
		}
		out.WriteByte('\n')
	}
	out.WriteByte('\n')
	_, err := io.WriteString(w, out.String())
	return err
}
