package training

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"

	"claimlens/annotate/stance/internal/reading"
	"claimlens/annotate/syntax"
)

// How the company of words is learned: how far words see one another, how often one must occur, how long its vector is, and
// how often the vectors are turned towards where the counts are largest.
const (
	window      = 5
	leastCount  = 25
	vectorDims  = 40
	turns       = 8
	countOfNext = 60 // a neighbour counts so much, one that is d words away a dth of it: whole numbers, in any order
)

// company counts which stems stand near one another in texts.
type company struct {
	ids    map[string]int
	names  []string
	texts  [][]int32
	stems  map[string]int // from forms, for speed; -1: no content
	counts []int
}

func newCompany() *company { return &company{ids: map[string]int{}, stems: map[string]int{}} }

// add reads a text.
func (c *company) add(text string) {
	var ids []int32
	for _, w := range syntax.Words(text) {
		id, ok := c.stems[w.Form]
		if !ok {
			id = -1
			if stem := reading.Stem(w.Form); reading.Tells(w.Form) {
				if id, ok = c.ids[stem]; !ok {
					id = len(c.names)
					c.ids[stem] = id
					c.names, c.counts = append(c.names, stem), append(c.counts, 0)
				}
			}
			c.stems[w.Form] = id
		}
		if id >= 0 {
			c.counts[id]++
			ids = append(ids, int32(id))
		}
	}
	c.texts = append(c.texts, ids)
}

// near is a neighbour and how much more often it is one than by chance.
type near struct {
	id  int32
	pmi float32
}

// vectors are the directions of the stems that are frequent enough: the first singular vectors of the positive pointwise
// mutual information of neighbours (Levy and Goldberg, 2014).
func (c *company) vectors() map[string][]float64 {
	number := make([]int32, len(c.names))
	var kept []int
	for id, n := range c.counts {
		number[id] = -1
		if n >= leastCount {
			number[id] = int32(len(kept))
			kept = append(kept, id)
		}
	}
	rows := c.information(number, len(kept))
	q := turned(rows, vectorDims)
	out := map[string][]float64{}
	for i, id := range kept {
		out[c.names[id]] = q[i]
	}
	return out
}

// information is the positive pointwise mutual information of neighbours, by the numbers of the stems.
func (c *company) information(number []int32, n int) [][]near {
	pairs := make([]map[int32]uint32, n)
	for i := range pairs {
		pairs[i] = map[int32]uint32{}
	}
	for _, text := range c.texts {
		for i, a := range text {
			for d := 1; d <= window && i+d < len(text) && number[a] >= 0; d++ {
				if x, y := number[a], number[text[i+d]]; y >= 0 && x != y {
					pairs[x][y] += uint32(countOfNext / d)
					pairs[y][x] += uint32(countOfNext / d)
				}
			}
		}
	}
	sums := make([]float64, n)
	all, smooth := 0.0, 0.0
	for i, row := range pairs {
		for _, v := range row {
			sums[i] += float64(v) // whole numbers: the order does not matter
		}
		all += sums[i]
	}
	for _, s := range sums {
		smooth += math.Pow(s, smoothing)
	}
	rows := make([][]near, n)
	for i, row := range pairs {
		for _, j := range slices.Sorted(maps.Keys(row)) {
			chance := sums[i] * math.Pow(sums[j], smoothing) / smooth
			if pmi := math.Log(float64(row[j]) / chance); pmi > 0 {
				rows[i] = append(rows[i], near{j, float32(pmi)})
			}
		}
	}
	return rows
}

// smoothing makes rare neighbours tell less.
const smoothing = 0.75

// turned finds, for each row of a symmetric matrix, its part in the first dims singular vectors, times the root of their values.
func turned(rows [][]near, dims int) [][]float64 {
	rng := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // the same every time
	q := make([][]float64, len(rows))
	for i := range q {
		q[i] = make([]float64, dims)
		for k := range q[i] {
			q[i][k] = rng.NormFloat64()
		}
	}
	var sizes []float64
	for range turns {
		q = times(rows, q, dims)
		sizes = orthonormal(q, dims)
	}
	order := make([]int, dims)
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(sizes[b], sizes[a]) })
	for i, row := range q {
		out := make([]float64, dims)
		for to, k := range order {
			out[to] = row[k] * math.Sqrt(sizes[k])
		}
		q[i] = out
	}
	return q
}

func times(rows [][]near, q [][]float64, dims int) [][]float64 {
	out := make([][]float64, len(rows))
	var group sync.WaitGroup
	n := runtime.GOMAXPROCS(0)
	for part := range n {
		group.Go(func() {
			for i := part; i < len(rows); i += n {
				sum := make([]float64, dims)
				for _, x := range rows[i] {
					for k, v := range q[x.id] {
						sum[k] += float64(x.pmi) * v
					}
				}
				out[i] = sum
			}
		})
	}
	group.Wait()
	return out
}

// orthonormal makes the columns of q stand upright on one another with length 1, and returns how long they were.
func orthonormal(q [][]float64, dims int) []float64 {
	sizes := make([]float64, dims)
	for k := range dims {
		for j := range k {
			dot := 0.0
			for _, row := range q {
				dot += row[j] * row[k]
			}
			for _, row := range q {
				row[k] -= dot * row[j]
			}
		}
		for _, row := range q {
			sizes[k] += row[k] * row[k]
		}
		sizes[k] = math.Sqrt(sizes[k])
		for _, row := range q {
			row[k] /= max(sizes[k], 1e-12)
		}
	}
	return sizes
}
