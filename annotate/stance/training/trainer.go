package training

import (
	"maps"
	"runtime"
	"slices"
	"sync"

	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/forest"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
)

// How trees are grown, chosen by held-out SciFact, where single figures differ by a point by chance. Few columns at a time
// and answers that are held near zero brought two points; deeper trees and more of them nothing.
var (
	ofSentences = boosting{rounds: 200, depth: 4, rate: 0.06, ridge: 10, least: 6, rows: 0.7, columns: 0.2, slopes: slopes()}
	ofPapers    = boosting{rounds: 60, depth: 2, rate: 0.08, ridge: 5, least: 6, rows: 0.8, columns: 0.5}
)

// classWeight evens out how often the stances occur: what is judged is each stance's own F1.
var classWeight = [model.Classes]float64{1, 1.4, 0.8}

// nFolds is into how many parts the examples are cut for holding out.
const nFolds = 5

// trainer learns from examples that were read.
type trainer struct {
	examples []example
	papers   []compare.Paper
	fold     []int
	single   func(i int) *forest.Forest // for example i the trees for sentences that have not seen its fold
	held     [][]float64                // for each example what a model says that has not seen its fold
}

func all(int) bool { return true }

// look reads all examples.
func look(examples []example, w *model.Weights) []compare.Paper {
	out := make([]compare.Paper, len(examples))
	var group sync.WaitGroup
	n := runtime.GOMAXPROCS(0)
	for k := range n {
		group.Go(func() {
			for i := k; i < len(examples); i += n {
				claim := reading.Parse(examples[i].claim, w)
				out[i] = compare.Look(&claim, examples[i].title, examples[i].passages, w)
			}
		})
	}
	group.Wait()
	return out
}

// cross judges every example by a model that has not seen its fold. The trees for papers learn from what trees for
// sentences say that have seen neither the paper's fold nor the one that is held out.
func (t *trainer) cross() {
	type pair [2]int
	learned := map[pair]*forest.Forest{}
	var mu sync.Mutex
	var group sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for k := range nFolds {
		for j := range k + 1 {
			group.Go(func() {
				slots <- struct{}{}
				f := t.sentences(func(i int) bool { return t.fold[i] != k && t.fold[i] != j })
				<-slots
				mu.Lock()
				defer mu.Unlock()
				learned[pair{k, j}], learned[pair{j, k}] = f, f
			})
		}
	}
	group.Wait()
	t.single = func(i int) *forest.Forest { return learned[pair{t.fold[i], t.fold[i]}] }
	t.held = make([][]float64, len(t.examples))
	for k := range nFolds {
		figures := t.pooled(func(i int) *forest.Forest { return learned[pair{k, t.fold[i]}] })
		f := t.documents(figures, func(i int) bool { return t.fold[i] != k })
		for i := range t.examples {
			if t.fold[i] == k {
				t.held[i] = forest.Shares(f.Scores(figures[i]))
			}
		}
	}
}

// sentences learns trees for sentences from the examples that are in. What an abstract that takes a stance says elsewhere
// counts half: the annotators marked what was enough, not all there is.
func (t *trainer) sentences(in func(int) bool) *forest.Forest {
	var xs [][]float32
	var ys []int
	var ws []float64
	for i, e := range t.examples {
		if !in(i) {
			continue
		}
		for _, u := range t.papers[i].Units {
			y, w := model.Classes-1, e.weight
			takes := class(e.gold) != y
			switch {
			case e.about != nil && !e.about[u.Passage], u.Passage < 0 && takes:
				continue
			case e.carry[u.Passage]:
				y = class(e.gold)
			case takes:
				w /= 2
			}
			xs, ys, ws = append(xs, u.Figures), append(ys, y), append(ws, w*classWeight[y])
		}
	}
	return boosted(xs, ys, ws, model.Classes, ofSentences)
}

// pooled are the figures of the examples' papers, by the trees for their sentences.
func (t *trainer) pooled(by func(i int) *forest.Forest) [][]float32 {
	out := make([][]float32, len(t.examples))
	for i, p := range t.papers {
		out[i] = model.Pooled(p, model.SharesOf(by(i), p))
	}
	return out
}

// documents learns trees for papers from the examples that are in.
func (t *trainer) documents(figures [][]float32, in func(int) bool) *forest.Forest {
	var xs [][]float32
	var ys []int
	var ws []float64
	for i, e := range t.examples {
		if in(i) {
			y := class(e.gold)
			xs, ys, ws = append(xs, figures[i]), append(ys, y), append(ws, e.weight*classWeight[y])
		}
	}
	return boosted(xs, ys, ws, model.Classes, ofPapers)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
