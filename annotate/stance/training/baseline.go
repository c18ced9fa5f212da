package training

import (
	"math"
	"math/rand/v2"

	"claimlens/annotate/stance/internal/forest"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
	"claimlens/annotate/syntax"
)

// baseline is what the model has to beat: multinomial logistic regression on tf-idf of the claim's words, of the paper's, of
// those that both have and of pairs of a claim's and a paper's words of direction, learned from the same examples.
type baseline struct {
	rarity  map[string]float64
	weights map[string]*[model.Classes]float64
	bias    [model.Classes]float64
}

// How the baseline is learned: passes over the examples, the first step, how strongly weights are held near zero.
const (
	passes = 12
	step   = 0.5
	hold   = 1e-5
)

// crossBaseline judges every example by a baseline that has not seen its fold.
func crossBaseline(examples []example, fold []int) [][]float64 {
	out := make([][]float64, len(examples))
	for k := range nFolds {
		var in []example
		for i, e := range examples {
			if fold[i] != k {
				in = append(in, e)
			}
		}
		b := newBaseline(in)
		for i, e := range examples {
			if fold[i] == k {
				out[i] = b.shares(b.figures(e))
			}
		}
	}
	return out
}

func newBaseline(examples []example) *baseline {
	b := &baseline{rarity: map[string]float64{}, weights: map[string]*[model.Classes]float64{}}
	for _, e := range examples {
		for f := range terms(e) {
			b.rarity[f]++
		}
	}
	for f, n := range b.rarity {
		b.rarity[f] = math.Log(float64(1+len(examples)) / n)
	}
	figures := make([]map[string]float64, len(examples))
	for i, e := range examples {
		figures[i] = b.figures(e)
	}
	rng := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // the same every time
	for pass := range passes {
		for _, i := range rng.Perm(len(examples)) {
			y := class(examples[i].gold)
			b.learn(figures[i], y, examples[i].weight*classWeight[y]*step/(1+float64(pass)))
		}
	}
	return b
}

// learn takes a step towards answering y.
func (b *baseline) learn(x map[string]float64, y int, rate float64) {
	shares := b.shares(x)
	for c := range shares {
		if c == y {
			shares[c]--
		}
		b.bias[c] -= 0.1 * rate * shares[c]
	}
	for f, v := range x {
		w := b.weights[f]
		if w == nil {
			w = &[model.Classes]float64{}
			b.weights[f] = w
		}
		for c := range shares {
			w[c] -= rate * (shares[c]*v + hold*w[c])
		}
	}
}

func (b *baseline) shares(x map[string]float64) []float64 {
	scores := b.bias
	for _, f := range sortedKeys(x) { // sums depend on the order
		if w := b.weights[f]; w != nil {
			for c := range scores {
				scores[c] += w[c] * x[f]
			}
		}
	}
	return forest.Shares(scores[:])
}

// figures are the tf-idf of an example's terms, of length 1.
func (b *baseline) figures(e example) map[string]float64 {
	x := terms(e)
	sum := 0.0
	for f, n := range x {
		r, ok := b.rarity[f]
		if !ok {
			delete(x, f)
			continue
		}
		x[f] = (1 + math.Log(n)) * r
	}
	for _, f := range sortedKeys(x) {
		sum += x[f] * x[f]
	}
	for f := range x {
		x[f] /= math.Sqrt(max(sum, 1e-9))
	}
	return x
}

// terms counts the words of claim and paper, those that both have, and pairs of words of direction.
func terms(e example) map[string]float64 {
	out := map[string]float64{}
	claim, paper := map[string]bool{}, map[string]bool{}
	collect := func(text, mark string, in map[string]bool) {
		for _, w := range syntax.Words(text) {
			s := reading.Stem(w.Form)
			out[mark+s]++
			in[s] = true
		}
	}
	collect(e.claim, "claim ", claim)
	collect(e.title, "paper ", paper)
	for _, p := range e.passages {
		collect(p, "paper ", paper)
	}
	for c := range claim {
		if paper[c] {
			out["both "+c]++
		} else {
			out["only "+c]++
		}
		if !reading.Directs(c) {
			continue
		}
		for p := range paper {
			if reading.Directs(p) {
				out["pair "+c+" "+p]++
			}
		}
	}
	return out
}
