package parser

import (
	"math/rand/v2"
	"testing"
)

// Whatever moves are made, as long as they are allowed, the end is a projective tree with one root.
func TestEveryEndIsATree(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 1))
	var s State
	for range 500 {
		n := chance.IntN(12)
		s.Reset(make([]Word, n), 0)
		for steps := 0; !s.Done(); {
			k := Kind(chance.IntN(3))
			if !s.Allows(k) {
				continue
			}
			s.Apply(Move{k, uint8(chance.IntN(90))})
			if steps++; steps > 2*n {
				t.Fatalf("%d words take more than %d moves", n, 2*n)
			}
		}
		roots := 0
		for word := 1; word <= n; word++ {
			if s.Head[word] == n+1 {
				roots++
			}
			low, high := min(word, s.Head[word]), max(word, s.Head[word])
			for between := low + 1; between < high; between++ {
				if h := s.Head[between]; h < low || h > high {
					t.Fatalf("heads %v cross", s.Head)
				}
			}
		}
		if n > 0 && roots != 1 {
			t.Fatalf("heads %v have %d roots", s.Head, roots)
		}
	}
}

func TestClassOfMove(t *testing.T) {
	const labels = 50
	for class := range 1 + 2*labels {
		if got := MoveOf(class, labels).Class(labels); got != class {
			t.Errorf("class %d is the move of class %d", class, got)
		}
	}
	for _, k := range []Kind{Shift, Left, Right} {
		from, to := Classes(k, labels)
		if MoveOf(from, labels).Kind != k || MoveOf(to-1, labels).Kind != k {
			t.Errorf("the classes %d to %d are not all of kind %d", from, to, k)
		}
	}
}

func TestTelling(t *testing.T) {
	want := uint64(0)
	for i, tag := range CoarseTags {
		switch tag {
		case "ADP", "AUX", "CCONJ", "PUNCT", "SCONJ", "VERB":
			want |= 1 << i
		}
	}
	if Telling != want {
		t.Errorf("got %b, want %b", Telling, want)
	}
}
