package training

import (
	"math/rand/v2"
	"testing"

	"claimlens/annotate/syntax/internal/parser"
)

// aTree is a random projective tree of n words: heads of the words from 1 on, the root behind the last.
func aTree(chance *rand.Rand, n int) *tree {
	var s parser.State
	s.Reset(make([]parser.Word, n), 0)
	for !s.Done() {
		if k := parser.Kind(chance.IntN(3)); s.Allows(k) {
			s.Apply(parser.Move{Kind: k})
		}
	}
	return newTree(append([]int(nil), s.Head...), make([]uint8, n+1))
}

// replay is the state after moves.
func replay(n int, moves []parser.Kind) *parser.State {
	s := &parser.State{}
	s.Reset(make([]parser.Word, n), 0)
	for _, k := range moves {
		s.Apply(parser.Move{Kind: k})
	}
	return s
}

// fewestLost is how many arcs are wrong at the end at least, tried out.
func fewestLost(t *tree, n int, moves []parser.Kind) int {
	s := replay(n, moves)
	if s.Done() {
		lost := 0
		for word := 1; word <= n; word++ {
			if s.Head[word] != t.heads[word] {
				lost++
			}
		}
		return lost
	}
	fewest := n + 1
	for k := parser.Shift; k <= parser.Right; k++ {
		if s.Allows(k) {
			fewest = min(fewest, fewestLost(t, n, append(moves[:len(moves):len(moves)], k)))
		}
	}
	return fewest
}

// From every state, right or wrong, the oracle's cost of a move is how many more arcs are lost after it.
func TestOracleIsExact(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 1))
	const n = 4
	for range 60 {
		gold := aTree(chance, n)
		var moves []parser.Kind
		for {
			s := replay(n, moves)
			if s.Done() {
				break
			}
			before := fewestLost(gold, n, moves)
			costs := gold.costs(s)
			var allowed []parser.Kind
			for k := parser.Shift; k <= parser.Right; k++ {
				if !s.Allows(k) {
					continue
				}
				allowed = append(allowed, k)
				got, want := costs[k], fewestLost(gold, n, append(moves[:len(moves):len(moves)], k))-before
				if got != want {
					t.Fatalf("heads %v, after %v: move %d costs %d, want %d", gold.heads[1:], moves, k, got, want)
				}
			}
			moves = append(moves, allowed[chance.IntN(len(allowed))])
		}
	}
}
