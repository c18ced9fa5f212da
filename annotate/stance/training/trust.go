package training

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"claimlens/annotate/stance/internal/model"
)

// answer is a share that the model gave and whether it was right.
type answered struct {
	share, weight float64
	right         bool
}

// answers are those to SciFact, held out, sorted by share: claims that people wrote.
func answers(t *trainer) []answered {
	var out []answered
	for i, e := range t.examples {
		if strings.HasPrefix(e.set, "scifact") {
			at := top(t.held[i])
			out = append(out, answered{t.held[i][at], e.weight, at == class(e.gold)})
		}
	}
	slices.SortStableFunc(out, func(a, b answered) int { return cmp.Compare(a.share, b.share) })
	return out
}

// leastBlock is how many answers a point of the trust rests on.
const leastBlock = 60

// trustOf learns how often an answer is right, by its share: the isotonic regression of the two over blocks of answers.
func trustOf(t *trainer) model.Trust {
	type block struct{ share, right, weight float64 }
	var blocks []block
	for part := range slices.Chunk(answers(t), leastBlock) {
		b := block{}
		for _, a := range part {
			b.share += a.share * a.weight
			b.weight += a.weight
			if a.right {
				b.right += a.weight
			}
		}
		blocks = append(blocks, b)
		for n := len(blocks); n > 1 && blocks[n-2].right/blocks[n-2].weight >= blocks[n-1].right/blocks[n-1].weight; n-- {
			x, y := blocks[n-2], blocks[n-1]
			blocks = append(blocks[:n-2], block{x.share + y.share, x.right + y.right, x.weight + y.weight})
		}
	}
	var out model.Trust
	for _, b := range blocks {
		out.Share = append(out.Share, float32(b.share/b.weight))
		out.Right = append(out.Right, float32(b.right/b.weight))
	}
	return out
}

// reliability says, a line for each tenth of confidence, how often SciFact's answers were right.
func reliability(t *trainer, trust model.Trust) []string {
	var n, right [10]int
	var sum [10]float64
	for _, a := range answers(t) {
		x := trust.Of(a.share)
		k := min(9, int(x*10))
		n[k]++
		sum[k] += x
		if a.right {
			right[k]++
		}
	}
	var out []string
	for k := range n {
		if n[k] > 0 {
			out = append(out, fmt.Sprintf("confidence %.2f: right %.2f (of %d)", sum[k]/float64(n[k]), float64(right[k])/float64(n[k]), n[k]))
		}
	}
	return out
}
