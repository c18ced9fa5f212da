package training

import "claimlens/annotate/syntax/internal/parser"

// tree is the right tree of a sentence: words are counted from 1, and the root stands behind the last one.
type tree struct {
	heads  []int
	labels []uint8
	kids   [][]int // of each word, in order
}

func newTree(heads []int, labels []uint8) *tree {
	t := &tree{heads: heads, labels: labels, kids: make([][]int, len(heads)+1)}
	for word := 1; word < len(heads); word++ {
		t.kids[heads[word]] = append(t.kids[heads[word]], word)
	}
	return t
}

// costs says how many arcs of the tree each kind of move, in their order, puts out of reach, from any state: the
// dynamic oracle of the arc-hybrid system (Goldberg and Nivre, 2013). It counts arcs one by one, which is exact for
// projective trees and a good guide for the others. The cost of a move that is not allowed means nothing.
func (t *tree) costs(s *parser.State) [3]int {
	return [3]int{t.shift(s), t.left(s), t.right(s)}
}

// shift loses the next word's head on the stack, unless it is the top, and its dependents there. The root's dependent
// must be the lowest on the stack, since it is the only one that is left in the end.
func (t *tree) shift(s *parser.State) int {
	if s.Next > s.Last() {
		return 0
	}
	cost := 0
	switch head := t.heads[s.Next]; {
	case head > s.Last():
		cost += min(1, len(s.Stack))
	case head < s.Next && waits(s, head) && head != s.Top(0):
		cost++
	}
	for _, kid := range t.kids[s.Next] {
		if kid < s.Next && waits(s, kid) {
			cost++
		}
	}
	return cost
}

// left loses the top's dependents to come, and its head when that is below it or beyond the next word.
func (t *tree) left(s *parser.State) int {
	top := s.Top(0)
	cost := t.toCome(s, top)
	switch head := t.heads[top]; {
	case head > s.Last():
		if s.Next <= s.Last() && len(s.Stack) == 1 {
			cost++
		}
	case head > s.Next || len(s.Stack) > 1 && head == s.Top(1):
		cost++
	}
	return cost
}

// right loses the top's dependents to come, and its head when that is to come. Above another word it has lost the root
// already.
func (t *tree) right(s *parser.State) int {
	top := s.Top(0)
	cost := t.toCome(s, top)
	if head := t.heads[top]; head >= s.Next && head <= s.Last() {
		cost++
	}
	return cost
}

// waits says whether a word before the next is still on the stack.
func waits(s *parser.State, word int) bool { return s.Head[word] == 0 }

// toCome is how many dependents of a word are among the words to come.
func (t *tree) toCome(s *parser.State, word int) int {
	n := 0
	for _, kid := range t.kids[word] {
		if kid >= s.Next {
			n++
		}
	}
	return n
}
