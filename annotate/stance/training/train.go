package training

import (
	"runtime"
	"sync"

	"claimlens/annotate/stance/internal/compare"
	"claimlens/annotate/stance/internal/forest"
	"claimlens/annotate/stance/internal/model"
	"claimlens/annotate/stance/internal/reading"
	"claimlens/annotate/syntax"
)

// Config says what to learn from.
type Config struct {
	SciFactClaims, SciFactCorpus string
	PubMedQA                     string
	Inference                    string
	Say                          func(format string, args ...any)
}

const nFolds = 5

var stage1 = boosting{rounds: 120, depth: 4, rate: 0.08, ridge: 3, least: 4, rows: 0.7, columns: 0.4}
var stage2 = boosting{rounds: 60, depth: 3, rate: 0.08, ridge: 3, least: 6, rows: 0.8, columns: 0.6}

// Train learns a model.
func Train(c Config) ([]byte, error) {
	examples, err := scifact(c.SciFactClaims, c.SciFactCorpus)
	if err != nil {
		return nil, err
	}
	more, err := pubmedqa(c.PubMedQA)
	if err != nil {
		return nil, err
	}
	examples = append(examples, more...)
	if more, err = inference(c.Inference); err != nil {
		return nil, err
	}
	examples = append(examples, more...)
	weights, err := c.weights(examples)
	if err != nil {
		return nil, err
	}
	c.Say("%d examples", len(examples))
	papers := look(examples, weights)
	names := papers[0].Units[0].Names
	c.Say("%d figures", len(names))
	fold := folds(examples, nFolds)
	oof := make([][][]float64, len(examples))
	var f1 *forest.Forest
	for k := range nFolds {
		f1 = sentences(examples, papers, func(i int) bool { return fold[i] != k })
		for i := range examples {
			if fold[i] == k {
				oof[i] = shares(f1, papers[i])
			}
		}
	}
	importance(c, f1, names)
	sets := map[string]*tally{}
	first := map[string]*tally{}
	var pooled [][]float32
	for i := range examples {
		s := compare.Sheet{}
		compare.Pool(&s, papers[i], oof[i])
		pooled = append(pooled, s.Values)
	}
	for k := range nFolds {
		f2 := documents(examples, pooled, func(i int) bool { return fold[i] != k })
		for i, e := range examples {
			if fold[i] != k {
				continue
			}
			if sets[e.set] == nil {
				sets[e.set], first[e.set] = &tally{}, &tally{}
			}
			sets[e.set].add(class(e.gold), top(f2.Scores(pooled[i])))
			first[e.set].add(class(e.gold), byFirst(oof[i]))
		}
	}
	for _, set := range []string{"scifact", "pubmedqa", "inference"} {
		c.Say("%s, held out: %s", set, sets[set])
		c.Say("%s, best sentence only: %s", set, first[set])
	}
	all := func(int) bool { return true }
	m := &model.Model{Weights: weights, Sentences: sentences(examples, papers, all), Papers: documents(examples, pooled, all)}
	return m.Encode(), nil
}

func byFirst(s [][]float64) int {
	best := []float64{0, 0, 1}
	for _, u := range s {
		if u[2] < best[2] {
			best = u
		}
	}
	return top(best)
}

func top(x []float64) int {
	best := 0
	for i := range x {
		if x[i] > x[best] {
			best = i
		}
	}
	return best
}

func (c Config) weights(examples []example) (*model.Weights, error) {
	counts := map[string]int{}
	n := 0
	seen := map[string]bool{}
	add := func(text []string) {
		in := map[string]bool{}
		for _, p := range text {
			for _, w := range syntax.Words(p) {
				in[reading.Stem(w.Form)] = true
			}
		}
		for s := range in {
			counts[s]++
		}
		n++
	}
	if err := eachLine(c.SciFactCorpus, func(p scifactPaper) { add(append([]string{p.Title}, p.Abstract...)) }); err != nil {
		return nil, err
	}
	for _, e := range examples {
		if e.set == "pubmedqa" && !seen[e.paper] {
			seen[e.paper] = true
			add(e.passages)
		}
	}
	return model.NewWeights(counts, n), nil
}

// look reads all examples.
func look(examples []example, w *model.Weights) []compare.Paper {
	out := make([]compare.Paper, len(examples))
	var group sync.WaitGroup
	n := runtime.NumCPU()
	for k := range n {
		group.Go(func() {
			for i := k; i < len(examples); i += n {
				claim := reading.Parse(examples[i].claim, w)
				out[i] = compare.Look(&claim, examples[i].title, examples[i].passages, w, i == 0)
			}
		})
	}
	group.Wait()
	return out
}

var classWeight = [3]float64{1, 1.4, 0.8}

func sentences(examples []example, papers []compare.Paper, in func(int) bool) *forest.Forest {
	var xs [][]float32
	var ys []int
	var ws []float64
	for i, e := range examples {
		if !in(i) {
			continue
		}
		for _, u := range papers[i].Units {
			if e.about != nil && !e.about[u.Passage] {
				continue
			}
			y, w := 2, e.weight
			switch {
			case e.carry[u.Passage]:
				y = class(e.gold)
			case u.Passage < 0 && class(e.gold) != 2:
				continue
			case class(e.gold) != 2:
				w *= 0.5
			}
			xs, ys, ws = append(xs, u.Figures), append(ys, y), append(ws, w*classWeight[y])
		}
	}
	return boosted(xs, ys, ws, 3, stage1)
}

func documents(examples []example, pooled [][]float32, in func(int) bool) *forest.Forest {
	var xs [][]float32
	var ys []int
	var ws []float64
	for i, e := range examples {
		if in(i) {
			y := class(e.gold)
			xs, ys, ws = append(xs, pooled[i]), append(ys, y), append(ws, e.weight*classWeight[y])
		}
	}
	return boosted(xs, ys, ws, 3, stage2)
}

func shares(f *forest.Forest, p compare.Paper) [][]float64 {
	var out [][]float64
	for _, u := range p.Units {
		out = append(out, forest.Shares(f.Scores(u.Figures), 1))
	}
	return out
}

func importance(c Config, f *forest.Forest, names []string) {
	n := make([]int, len(names))
	for _, t := range f.Trees {
		for _, x := range t {
			if x.Feature >= 0 {
				n[x.Feature]++
			}
		}
	}
	for i, name := range names {
		c.Say("   %s %d", name, n[i])
	}
}
