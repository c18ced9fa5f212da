// Package model is a trained tagger and parser in one file: compressed, checked when it is read, and the same to the
// byte whenever it is written from the same parts.
package model

import (
	"errors"
	"fmt"
	"slices"

	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/parser"
	"claimlens/annotate/syntax/internal/register"
	"claimlens/annotate/syntax/internal/tagger"
	"claimlens/annotate/syntax/internal/weights"
)

// Model is a tagger and a parser with the names of what they say. It is read-only.
type Model struct {
	Tags     []Tag
	Labels   []string // Universal Dependencies relations, subtypes included
	Lexicon  *lexicon.Lexicon
	Register *register.Register
	Tagger   *tagger.Tagger
	Parser   *parser.Parser
	coarse   []uint8
}

// Tag is a part of speech: universal, and of the Penn Treebank.
type Tag struct{ Universal, Penn string }

// Coarse is the number of a tag's universal part among parser.CoarseTags.
func (m *Model) Coarse(tag uint8) uint8 { return m.coarse[tag] }

// TagOf is the number of a tag; of one that the model does not know, that of a noun in the singular, or 0.
func (m *Model) TagOf(t Tag) uint8 {
	i := slices.Index(m.Tags, t)
	if i < 0 {
		i = max(0, slices.Index(m.Tags, Tag{"NOUN", "NN"}))
	}
	return uint8(i)
}

// Parts are what a model is made of.
type Parts struct {
	Tags      []Tag
	Labels    []string
	Lexicon   []lexicon.Entry // in the order of their keys
	Registers int             // how many there are
	Register  []weights.Row
	Tagger    []weights.Row
	Parser    []weights.Row
}

// CoarseOf are the numbers of the universal parts of tags among parser.CoarseTags.
func CoarseOf(tags []Tag) ([]uint8, error) {
	out := make([]uint8, len(tags))
	for i, t := range tags {
		c := slices.Index(parser.CoarseTags[:], t.Universal)
		if c < 0 {
			return nil, fmt.Errorf("%q is no universal part of speech", t.Universal)
		}
		out[i] = uint8(c)
	}
	return out, nil
}

func checkNames(tags []Tag, labels []string) error {
	switch {
	case len(tags) == 0 || len(tags) > weights.Classes:
		return fmt.Errorf("there are %d tags", len(tags))
	case len(labels) == 0 || len(labels) > parser.MostLabels:
		return fmt.Errorf("there are %d relations", len(labels))
	case slices.Contains(labels, ""):
		return errors.New("a relation has no name")
	}
	return nil
}
