package training

import (
	"math"
	"math/rand/v2"
	"slices"

	"claimlens/annotate/stance/internal/forest"
)

// boosting is how trees are grown.
type boosting struct {
	rounds  int
	depth   int
	rate    float64  // how much of a tree's answer is taken
	ridge   float64  // how strongly answers are held near zero
	least   float64  // the least weight of examples in a leaf
	rows    float64  // the share of the examples that a tree sees
	columns float64  // the share of the figures that a tree sees
	slopes  [][]int8 // for each class and figure, whether answers may only rise (1) or fall (-1) with it; nil: they may do both
}

// bins is into how many stretches the values of a figure are cut.
const bins = 48

// boosted learns trees for the classes 0..classes-1 by gradients of second order (Friedman, 2001; Chen and Guestrin, 2016).
// The same examples give the same trees.
func boosted(xs [][]float32, ys []int, weights []float64, classes int, o boosting) *forest.Forest {
	g := newGrower(xs, weights, o)
	f := &forest.Forest{Base: make([]float32, classes)}
	scores := make([][]float64, len(xs))
	share := make([]float64, classes)
	total := 0.0
	for i, y := range ys {
		share[y] += weights[i]
		total += weights[i]
	}
	for c := range share {
		f.Base[c] = float32(math.Log(max(share[c]/total, 1e-3)))
	}
	for i := range scores {
		scores[i] = make([]float64, classes)
		for c := range scores[i] {
			scores[i][c] = float64(f.Base[c])
		}
	}
	for range o.rounds {
		shares := make([][]float64, len(xs))
		for i := range xs {
			shares[i] = forest.Shares(scores[i])
		}
		g.draw()
		for c := range classes {
			if o.slopes != nil {
				g.slopes = o.slopes[c]
			}
			for i := range xs {
				p, y := shares[i][c], 0.0
				if ys[i] == c {
					y = 1
				}
				g.slope[i] = weights[i] * (p - y)
				g.bend[i] = weights[i] * max(p*(1-p), 1e-6)
			}
			t := g.tree()
			f.Trees = append(f.Trees, t)
			for i, x := range xs {
				scores[i][c] += float64(t.Score(x))
			}
		}
	}
	return f
}

// grower grows trees over the same examples.
type grower struct {
	o           boosting
	limits      [][]float32 // of each figure's stretches
	binned      [][]uint8   // by figure, then by example
	weights     []float64
	slope, bend []float64
	rng         *rand.Rand
	rows        []int
	columns     []int
	nodes       forest.Tree
	slopes      []int8 // of the class that a tree is grown for; may be nil
}

func newGrower(xs [][]float32, weights []float64, o boosting) *grower {
	n := len(xs)
	g := &grower{o: o, weights: weights, slope: make([]float64, n), bend: make([]float64, n), rng: rand.New(rand.NewPCG(1, 2))} //nolint:gosec // the same every time
	for f := range len(xs[0]) {
		values := make([]float32, n)
		for i, x := range xs {
			values[i] = x[f]
		}
		limits := limitsOf(values)
		cut := make([]uint8, n)
		for i, v := range values {
			at, _ := slices.BinarySearch(limits, v)
			cut[i] = uint8(at)
		}
		g.limits, g.binned = append(g.limits, limits), append(g.binned, cut)
	}
	return g
}

// limitsOf cuts values into stretches that hold about as many each; a value at a limit belongs below it.
func limitsOf(values []float32) []float32 {
	sorted := slices.Sorted(slices.Values(values))
	distinct := slices.Compact(slices.Clone(sorted))
	if len(distinct) <= bins {
		return distinct[:len(distinct)-1]
	}
	var limits []float32
	for k := 1; k < bins; k++ {
		limits = append(limits, sorted[k*len(sorted)/bins])
	}
	limits = slices.Compact(limits)
	if limits[len(limits)-1] == distinct[len(distinct)-1] {
		limits = limits[:len(limits)-1]
	}
	return limits
}

// draw chooses the examples and the figures that the next trees see.
func (g *grower) draw() {
	g.rows, g.columns = g.rows[:0], g.columns[:0]
	for i := range g.slope {
		if g.rng.Float64() < g.o.rows {
			g.rows = append(g.rows, i)
		}
	}
	for f := range g.binned {
		if len(g.limits[f]) > 0 && g.rng.Float64() < g.o.columns {
			g.columns = append(g.columns, f)
		}
	}
}

func (g *grower) tree() forest.Tree {
	g.nodes = nil
	g.grow(slices.Clone(g.rows), g.o.depth)
	return g.nodes
}

// grow adds the node for rows, and those below it, and returns its number.
func (g *grower) grow(rows []int, depth int) uint16 {
	at := len(g.nodes)
	g.nodes = append(g.nodes, forest.Node{Feature: forest.Leaf})
	var slope, bend float64
	for _, i := range rows {
		slope += g.slope[i]
		bend += g.bend[i]
	}
	best := split{}
	if depth > 0 {
		best = g.best(rows, slope, bend)
	}
	if best.gain <= 1e-9 {
		g.nodes[at].Value = float32(-g.o.rate * slope / (bend + g.o.ridge))
		return uint16(at)
	}
	var left, right []int
	for _, i := range rows {
		if g.binned[best.figure][i] <= best.bin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	l := g.grow(left, depth-1)
	r := g.grow(right, depth-1)
	g.nodes[at] = forest.Node{Feature: int16(best.figure), Left: l, Right: r, Value: g.limits[best.figure][best.bin]}
	return uint16(at)
}

// split is a question and what is won by it.
type split struct {
	figure int
	bin    uint8
	gain   float64
}

func (g *grower) best(rows []int, slope, bend float64) split {
	best := split{}
	whole := slope * slope / (bend + g.o.ridge)
	var slopes, bends, weights [bins + 1]float64
	all := 0.0
	for _, i := range rows {
		all += g.weights[i]
	}
	for _, f := range g.columns {
		n := len(g.limits[f])
		clear(slopes[:n+1])
		clear(bends[:n+1])
		clear(weights[:n+1])
		cut := g.binned[f]
		for _, i := range rows {
			b := cut[i]
			slopes[b] += g.slope[i]
			bends[b] += g.bend[i]
			weights[b] += g.weights[i]
		}
		var s, h, w float64
		for b := range n {
			s += slopes[b]
			h += bends[b]
			w += weights[b]
			if w < g.o.least || all-w < g.o.least {
				continue
			}
			if g.slopes != nil && float64(g.slopes[f])*(s/(h+g.o.ridge)-(slope-s)/(bend-h+g.o.ridge)) < 0 {
				continue // answers are against the gradient: the left one must not be above the right one where they may only rise
			}
			gain := s*s/(h+g.o.ridge) + (slope-s)*(slope-s)/(bend-h+g.o.ridge) - whole
			if gain > best.gain {
				best = split{f, uint8(b), gain}
			}
		}
	}
	return best
}
