package parser

import "math/bits"

// State is how far the parser has come with a sentence: words on the stack, words to come, and the arcs between those
// that are done. Words are counted from 1; 0 is no word, and the root stands behind the last word, so that exactly one
// word can become its dependent. The zero value is ready for Reset, and keeps its memory for the next sentence.
type State struct {
	Head  []int   // of each word; 0 while it has none
	Label []uint8 // of the arc to its head
	Stack []int
	Next  int // the first of the words to come

	words    []Word
	register uint64
	kids     []kids
}

// kids is what a word has for dependents so far, on its left and on its right.
type kids struct{ left, right side }

// side is the outermost dependent on one side, the one within it, how many there are, and which labels they have.
type side struct {
	outer, inner int32
	labels       uint64
	count        uint8
}

// Reset starts with a sentence of a register.
func (s *State) Reset(words []Word, register uint8) {
	n := len(words) + 2
	s.words = append(append(append(s.words[:0], nowhere), words...), root)
	s.Head = grown(s.Head, n)
	s.Label = grown(s.Label, n)
	s.kids = grown(s.kids, n)
	s.Stack, s.Next = s.Stack[:0], 1
	s.register = uint64(register)
}

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// Last is the last word; behind it stands the root.
func (s *State) Last() int { return len(s.words) - 2 }

// Done says whether every word has its head.
func (s *State) Done() bool { return len(s.Stack) == 0 && s.Next > s.Last() }

// Allows says whether a move is possible: a tree can be finished from everywhere, and it has one root.
func (s *State) Allows(k Kind) bool {
	more := s.Next <= s.Last()
	switch k {
	case Left:
		return len(s.Stack) > 0 && (more || len(s.Stack) == 1)
	case Right:
		return len(s.Stack) > 1
	case Shift:
	}
	return more
}

// Apply makes a move, which must be allowed.
func (s *State) Apply(m Move) {
	if m.Kind == Shift {
		s.Stack = append(s.Stack, s.Next)
		s.Next++
		return
	}
	word := s.Top(0)
	head := s.Next
	if m.Kind == Right {
		head = s.Top(1)
	}
	s.Stack = s.Stack[:len(s.Stack)-1]
	s.Head[word], s.Label[word] = head, m.Label
	if m.Kind == Left {
		s.kids[head].left.add(word, m.Label)
	} else {
		s.kids[head].right.add(word, m.Label)
	}
}

// Top is the word that lies i below the top of the stack, or 0.
func (s *State) Top(i int) int {
	if i >= len(s.Stack) {
		return 0
	}
	return s.Stack[len(s.Stack)-1-i]
}

// add adds a dependent, which is farther out than those before it.
func (k *side) add(word int, label uint8) {
	k.inner, k.outer = k.outer, int32(word)
	k.labels |= bits.RotateLeft64(1, int(label))
	if k.count < 255 {
		k.count++
	}
}
