// Package parser builds the tree of a tagged sentence from left to right, with a stack and three moves (the arc-hybrid
// system: Kuhlmann, Gómez-Rodríguez and Satta, 2011). Which move is next, a linear classifier says, with the relation
// in one.
package parser

import (
	"claimlens/annotate/syntax/internal/weights"
)

// Parser parses sentences. It is safe for concurrent use; each call needs a State of its own.
type Parser struct {
	Weights *weights.Weights
	Labels  int // how many relations there are, from 0 on
}

// Parse reads the tree of a sentence of a register into s: s.Head and s.Label say it afterwards.
func (p *Parser) Parse(s *State, words []Word, register uint8) {
	var f weights.Features
	var scores weights.Scores
	s.Reset(words, register)
	for !s.Done() {
		s.Features(&f)
		p.Weights.Score(f.Keys(), &scores)
		s.Apply(p.best(s, &scores))
	}
}

// best is the allowed move with the highest score.
func (p *Parser) best(s *State, scores *weights.Scores) Move {
	best, most := Move{}, int32(-1<<31)
	for _, kind := range [...]Kind{Shift, Left, Right} {
		if !s.Allows(kind) {
			continue
		}
		from, to := Classes(kind, p.Labels)
		for c := from; c < to; c++ {
			if v := scores[c]; v > most {
				best, most = MoveOf(c, p.Labels), v
			}
		}
	}
	return best
}
