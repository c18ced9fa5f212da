// Package forest scores lists of figures with boosted trees: small decision trees, whose answers are added up class by class.
package forest

import "math"

// Forest is boosted trees for several classes.
type Forest struct {
	Base  []float32 // for each class, what is said without looking
	Trees []Tree    // tree t is of class t % len(Base)
}

// Tree is a decision tree. Its nodes are in the order in which they were made: children come behind their parents.
type Tree []Node

// Node asks whether a figure is at most Limit, or is a leaf.
type Node struct {
	Feature int16 // -1: a leaf
	Left    uint16
	Right   uint16
	Value   float32 // the limit of a question, the answer of a leaf
}

// Leaf is the Feature of a leaf.
const Leaf = -1

// Score is the tree's answer for x.
func (t Tree) Score(x []float32) float32 {
	n := &t[0]
	for n.Feature != Leaf {
		if x[n.Feature] <= n.Value {
			n = &t[n.Left]
		} else {
			n = &t[n.Right]
		}
	}
	return n.Value
}

// Scores adds up the trees' answers for x, which has as many figures as the forest was learned from.
func (f *Forest) Scores(x []float32) []float64 {
	out := make([]float64, len(f.Base))
	for c, b := range f.Base {
		out[c] = float64(b)
	}
	for t, tree := range f.Trees {
		out[t%len(out)] += float64(tree.Score(x))
	}
	return out
}

// Shares turns scores into shares that add up to 1.
func Shares(scores []float64) []float64 {
	out := make([]float64, len(scores))
	top := math.Inf(-1)
	for _, s := range scores {
		top = max(top, s)
	}
	sum := 0.0
	for i, s := range scores {
		out[i] = math.Exp(s - top)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}
