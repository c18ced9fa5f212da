package training

import (
	"claimlens/annotate/syntax/internal/model"
	"claimlens/annotate/syntax/internal/weights"
)

// Config says what to learn from, and for how long. The zero value of a number is its default.
type Config struct {
	Treebank string                           // a folder with files *-train.conllu or *-train.conllu.gz
	Epochs   int                              // how often the parser reads the treebank; 8
	Seeds    int                              // how many parsers are averaged; 2
	Least    float64                          // smaller weights of the parser are dropped; 1
	Say      func(format string, args ...any) // is told how far it has come; may be nil
}

// The tagger's epochs, and the weights of it that are dropped.
const (
	tagEpochs = 6
	leastTag  = 0.2
)

// Train learns a model and returns it as a file.
func Train(c Config) ([]byte, error) {
	c = c.withDefaults()
	t, err := readFolder(c.Treebank)
	if err != nil {
		return nil, err
	}
	c.Say("%d sentences, %d tags, %d relations", len(t.sentences), len(t.tags), len(t.labels))
	coarse, err := model.CoarseOf(t.tags)
	if err != nil {
		return nil, err
	}
	parts := model.Parts{Tags: t.tags, Labels: t.labels}
	parts.Tagger = quantize(learnTags(t.sentences, len(t.tags), tagEpochs, 1), leastTag)
	c.Say("tagger: %d features", len(parts.Tagger))
	giveTags(t.sentences, len(t.tags), tagEpochs)
	c.Say("tags for the parser: %.4f right", givenRight(t.sentences))
	parsers := make([][]weight, c.Seeds)
	sideBySide(c.Seeds, func(i int) {
		parsers[i] = learnTrees(t.sentences, coarse, len(t.labels), c.Epochs, uint64(i))
		c.Say("parser %d of %d", i+1, c.Seeds)
	})
	parts.Parser = quantize(together(parsers), c.Least)
	c.Say("parser: %d features, %d weights", len(parts.Parser), size(parts.Parser))
	return model.Encode(parts)
}

func (c Config) withDefaults() Config {
	if c.Epochs == 0 {
		c.Epochs = 8
	}
	if c.Seeds == 0 {
		c.Seeds = 2
	}
	if c.Least == 0 {
		c.Least = 1
	}
	if c.Say == nil {
		c.Say = func(string, ...any) {}
	}
	return c
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
