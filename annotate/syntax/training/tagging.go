package training

import (
	"math/rand/v2"
	"slices"

	"claimlens/annotate/syntax/internal/tagger"
	"claimlens/annotate/syntax/internal/weights"
)

// learnTags learns to tag: it tags every sentence as the tagger would, and at each mistake moves the weights toward the
// right tag.
func learnTags(sentences []*sentence, tags, epochs int, seed uint64) []weight {
	l := newLearner()
	order := newOrder(sentences, seed)
	for range epochs {
		for _, s := range order.shuffled() {
			l.tag(s, tags)
		}
	}
	return l.average()
}

// tag learns from one sentence.
func (l *learner) tag(s *sentence, tags int) {
	var f weights.Features
	var scores weights.Scores
	said := make([]uint8, len(s.words))
	for i, right := range s.tags {
		tagger.Features(&f, s.words, s.register, said, i)
		l.step++
		l.score(f.Keys(), &scores)
		said[i] = weights.Best(scores[:tags])
		if said[i] != right {
			l.change(f.Keys(), int(right), 1)
			l.change(f.Keys(), int(said[i]), -1)
		}
	}
}

// order is the sentences in an order that changes with every epoch, the same way each time it is run.
type order struct {
	sentences []*sentence
	chance    *rand.Rand
}

func newOrder(sentences []*sentence, seed uint64) *order {
	chance := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // it must be the same every time
	return &order{slices.Clone(sentences), chance}
}

func (o *order) shuffled() []*sentence {
	o.chance.Shuffle(len(o.sentences), func(i, j int) {
		o.sentences[i], o.sentences[j] = o.sentences[j], o.sentences[i]
	})
	return o.sentences
}

// folds is into how many parts the treebank falls for jackknifing, and block how many sentences that stand together (of
// one text) stay in one.
const (
	folds = 6
	block = 20
)

// giveTags tags every sentence by a tagger that has not seen it, so that the parser learns from tags with as many
// mistakes as it will meet.
func giveTags(sentences []*sentence, tags, epochs int) {
	sideBySide(folds, func(fold int) {
		var others, own []*sentence
		for i, s := range sentences {
			if i/block%folds == fold {
				own = append(own, s)
			} else {
				others = append(others, s)
			}
		}
		learned := learnTags(others, tags, epochs, uint64(fold))
		t := tagger.Tagger{Weights: weights.New(quantize(learned, 0)), Tags: tags}
		for _, s := range own {
			s.given = make([]uint8, len(s.words))
			t.Tag(s.words, s.register, s.given)
		}
	})
}
