package training

import (
	"slices"

	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/model"
)

// What a figure of a pair may speak for, whatever the data say: that the sentence has the words of the claim never makes
// it more neutral, and that both go one way never makes it dispute. It holds for texts of every kind, and what is chance in
// one set is not learned from it.
var (
	meeting  = []string{"covered", "covered.exact", "covered.nouns", "covered.names", "subject", "rest", "least.argument", "relation.met", "company", "company.subject", "company.rest", "company.least", "company.whole"}
	agreeing = []string{"way.same", "way.balance", "way.best", "relation.same", "relation.both", "relation.for", "net", "net.near", "beside", "beside.same", "company.way", "arms.claim"}
	opposing = []string{"way.opposite", "relation.opposite", "relation.denied", "relation.affirmed", "denied.one", "same.one", "null.one", "opposites", "opposites.close", "beside.other"}
)

// slopes says for each class and figure of a pair whether the class may only gain (1) or lose (-1) as the figure grows.
func slopes() [][]int8 {
	names := compare.PairNames()
	out := make([][]int8, model.Classes)
	for c := range out {
		out[c] = make([]int8, len(names))
		for k, name := range names {
			switch {
			case c == 2 && slices.Contains(meeting, name):
				out[c][k] = -1
			case c != 2 && slices.Contains(agreeing, name):
				out[c][k] = int8(1 - 2*c)
			case c != 2 && slices.Contains(opposing, name):
				out[c][k] = int8(2*c - 1)
			}
		}
	}
	return out
}
