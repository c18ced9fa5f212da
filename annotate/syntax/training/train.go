package training

import (
	"claimlens/annotate/syntax/internal/lexicon"
	"claimlens/annotate/syntax/internal/model"
	"claimlens/annotate/syntax/internal/weights"
)

// Config says what to learn from.
type Config struct {
	// Treebanks are folders with treebanks NAME-train.conllu or NAME-train.conllu.gz. Those whose NAME is the same up to a
	// hyphen are of one register.
	Treebanks []string
	// Texts are files of English whose words are clustered with those of the treebanks: text, or JSON whose strings are
	// text. There may be none.
	Texts []string
	// Dictionary is a folder with the indexes of WordNet 3.0, or empty.
	Dictionary string
	// Say is told how far the training has come; it may be nil.
	Say func(format string, args ...any)
}

// How long is learned. Longer brings little: the gain from the eighth to the twelfth epoch was less than chance makes.
const (
	tagEpochs    = 6
	tagSeeds     = 3
	sievingTurns = 4
	sievingSeeds = 2
	treeEpochs   = 8
	treeSeeds    = 4
)

// The weights that are dropped, in weights of 1, as large as costs no more than chance makes.
const (
	leastRegister = 0.3
	leastTag      = 0.5
	leastSieved   = 0.8
	leastTree     = 0.8
)

// Train learns a model and returns it as a file.
func Train(c Config) ([]byte, error) {
	if c.Say == nil {
		c.Say = func(string, ...any) {}
	}
	t, err := readFolders(c.Treebanks)
	if err != nil {
		return nil, err
	}
	c.Say("%d sentences of %d registers, %d tags, %d relations", len(t.sentences), len(t.registers), len(t.tags), len(t.labels))
	parts := model.Parts{Tags: t.tags, Labels: t.labels, Registers: len(t.registers)}
	if parts.Lexicon, err = c.lexicon(t); err != nil {
		return nil, err
	}
	t.look(lexicon.New(parts.Lexicon))
	parts.Register = quantize(learnRegisters(t), leastRegister)
	parts.Tagger = c.tagger(t)
	if parts.Parser, err = c.parser(t); err != nil {
		return nil, err
	}
	return model.Encode(parts)
}

// lexicon is made of the dictionary, and of the words of the texts and of the treebanks.
func (c Config) lexicon(t *treebank) ([]lexicon.Entry, error) {
	senses, err := readWordNet(c.Dictionary)
	if err != nil {
		return nil, err
	}
	text, err := readTexts(c.Texts)
	if err != nil {
		return nil, err
	}
	for _, s := range t.sentences {
		text = append(text, s.forms)
	}
	entries := newLexicon(text, senses)
	c.Say("lexicon: %d words, from %d sentences", len(entries), len(text))
	return entries, nil
}

func (c Config) tagger(t *treebank) []weights.Row {
	learned := make([][]weight, tagSeeds)
	sideBySide(tagSeeds, func(i int) { learned[i] = learnTags(t.sentences, len(t.tags), tagEpochs, uint64(i)) })
	rows := quantize(together(learned), leastTag)
	c.Say("tagger: %d features, %d weights", len(rows), size(rows))
	return rows
}

// parser learns twice: first from all features, to see which ones matter, and then from those alone, longer. The
// second time makes good what dropping small weights costs.
func (c Config) parser(t *treebank) ([]weights.Row, error) {
	coarse, err := model.CoarseOf(t.tags)
	if err != nil {
		return nil, err
	}
	giveTags(t.sentences, len(t.tags), tagEpochs)
	c.Say("tags for the parser: %.4f right", givenRight(t.sentences))
	learn := func(seeds, epochs int, only []weights.Row, least float64) []weights.Row {
		learned := make([][]weight, seeds)
		sideBySide(seeds, func(i int) {
			learned[i] = learnTrees(t.sentences, coarse, len(t.labels), epochs, uint64(i), only)
			c.Say("parser %d of %d", i+1, seeds)
		})
		rows := quantize(together(learned), least)
		c.Say("parser: %d features, %d weights", len(rows), size(rows))
		return rows
	}
	sieved := learn(sievingSeeds, sievingTurns, nil, leastSieved)
	return learn(treeSeeds, treeEpochs, sieved, leastTree), nil
}

func size(rows []weights.Row) int {
	n := 0
	for _, r := range rows {
		n += len(r.Classes)
	}
	return n
}

func givenRight(sentences []*sentence) float64 {
	right, all := 0, 0
	for _, s := range sentences {
		all += len(s.tags)
		for i, tag := range s.tags {
			if s.given[i] == tag {
				right++
			}
		}
	}
	return float64(right) / float64(max(all, 1))
}
