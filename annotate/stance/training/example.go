package training

import (
	"slices"

	"claimlens/annotate"
)

// example is a question with its answer.
type example struct {
	claim    string
	title    string
	passages []string
	set      string // which data it is of
	paper    string // examples of one paper are learned from together or not at all
	gold     annotate.Stance
	carry    map[int]bool // the passages that carry the stance; nil: not known
	about    map[int]bool // the passages that are known to carry it or not; nil: all
	weight   float64
}

// class is the number of a stance in a model.
func class(s annotate.Stance) int { return slices.Index(annotate.Stances, s) }
