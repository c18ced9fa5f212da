package parser

// Kind is what a move does.
type Kind uint8

// The three kinds of moves.
const (
	Shift Kind = iota // the next word goes onto the stack
	Left              // the word on top of the stack depends on the next word
	Right             // the word on top of the stack depends on the one below it
)

// Move is one step of the parser. A shift has no label.
type Move struct {
	Kind  Kind
	Label uint8
}

// Class is the number of m among all moves, when there are so many labels: a shift is 0.
func (m Move) Class(labels int) int {
	switch m.Kind {
	case Left:
		return 1 + int(m.Label)
	case Right:
		return 1 + labels + int(m.Label)
	case Shift:
	}
	return 0
}

// MoveOf is the move with a number.
func MoveOf(class, labels int) Move {
	switch {
	case class == 0:
		return Move{}
	case class <= labels:
		return Move{Left, uint8(class - 1)}
	}
	return Move{Right, uint8(class - 1 - labels)}
}

// Classes are the numbers of all moves of a kind: from, and up to but without to.
func Classes(k Kind, labels int) (from, to int) {
	switch k {
	case Left:
		return 1, 1 + labels
	case Right:
		return 1 + labels, 1 + 2*labels
	case Shift:
	}
	return 0, 1
}

// MostLabels is how many labels there may be, so that all moves are classes.
const MostLabels = 127
