package training

import (
	"math/rand/v2"

	"claimlens/annotate/syntax/internal/parser"
	"claimlens/annotate/syntax/internal/weights"
)

// explored is how often the parser follows its own move instead of a right one, from the second epoch on, so that it
// learns to go on from its mistakes (training with exploration: Goldberg and Nivre, 2012): worth 0.8 points of UAS on
// web text.
const explored = 0.9

// pupil is a parser that learns.
type pupil struct {
	*learner
	labels int
	coarse []uint8
	chance *rand.Rand
	state  parser.State
	words  []parser.Word
}

// learnTrees learns to parse sentences whose tags are given.
func learnTrees(sentences []*sentence, coarse []uint8, labels, epochs int, seed uint64, only []weights.Row) []weight {
	chance := rand.New(rand.NewPCG(seed, 1)) //nolint:gosec // it must be the same every time
	p := &pupil{learner: newLearner(), labels: labels, coarse: coarse, chance: chance}
	if only != nil {
		p.only(only)
	}
	order := newOrder(sentences, seed)
	for epoch := range epochs {
		for _, s := range order.shuffled() {
			p.parse(s, epoch > 0)
		}
	}
	return p.average()
}

// parse learns from one sentence. Of the moves that lose no more arcs than they must, the one it likes best is right.
func (p *pupil) parse(s *sentence, explores bool) {
	p.words = parserWords(p.words[:0], s, p.coarse)
	p.state.Reset(p.words, s.register)
	var f weights.Features
	var scores weights.Scores
	for !p.state.Done() {
		p.state.Features(&f)
		p.step++
		p.score(f.Keys(), &scores)
		likes, right := p.choose(s.tree, &scores)
		if likes != right {
			p.change(f.Keys(), right, 1)
			p.change(f.Keys(), likes, -1)
			if !explores || p.chance.Float64() >= explored {
				likes = right
			}
		}
		p.state.Apply(parser.MoveOf(likes, p.labels))
	}
}

func parserWords(out []parser.Word, s *sentence, coarse []uint8) []parser.Word {
	for i := range s.words {
		tag := s.given[i]
		out = append(out, parser.Of(&s.words[i], tag, coarse[tag]))
	}
	return out
}

// choose is the class of the move with the highest score, and of the one with the highest among those that are right.
func (p *pupil) choose(t *tree, scores *weights.Scores) (likes, right int) {
	costs := t.costs(&p.state)
	least := 1 << 30
	for kind, cost := range costs {
		if p.state.Allows(parser.Kind(kind)) {
			least = min(least, cost)
		}
	}
	likes, right = -1, -1
	for kind, cost := range costs {
		k := parser.Kind(kind)
		if !p.state.Allows(k) {
			continue
		}
		only := p.rightClass(t, k)
		from, to := parser.Classes(k, p.labels)
		for c := from; c < to; c++ {
			if likes < 0 || scores[c] > scores[likes] {
				likes = c
			}
			if cost == least && (only < 0 || only == c) && (right < 0 || scores[c] > scores[right]) {
				right = c
			}
		}
	}
	return likes, right
}

// rightClass is the one move of a kind with the right label, when it makes a right arc, and else -1: any label is as
// wrong as the other.
func (p *pupil) rightClass(t *tree, k parser.Kind) int {
	top := p.state.Top(0)
	head := p.state.Next
	if k == parser.Right {
		head = p.state.Top(1)
	}
	if k == parser.Shift || t.heads[top] != head {
		return -1
	}
	return parser.Move{Kind: k, Label: t.labels[top]}.Class(p.labels)
}
