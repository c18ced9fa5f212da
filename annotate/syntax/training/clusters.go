package training

import (
	"math"
	"slices"
)

// clustering puts words that have the same neighbours into one class: it moves each word to the class in which the text
// is most likely under a bigram model of classes, again and again (the exchange algorithm: Kneser and Ney, 1993;
// Martin, Liermann and Ney, 1998). Class 0 is for what is too rare, class 1 for the ends of sentences; neither changes.
type clustering struct {
	classes int
	of      []int     // the class of each word
	count   []int32   // of each word
	left    [][]place // for each word, how often which word stands before it
	right   [][]place
	pairs   []int32 // how often a word of one class stands before one of another: [before*classes+after]
	mirror  []int32 // the same with the places exchanged, so that both are read in order
	sizes   []int32 // how often a word of the class stands in the text
	gains   []int64 // scratch
}

// firstWord is the number of the first word that is put into a class: before it are what is rare, and the end of a
// sentence.
const firstWord = 2

// place is a word and how often it stands there.
type place struct {
	word  int32
	count int32
}

// cluster returns the class of each word of a text in which words are numbers; 0 and 1 keep their classes.
func cluster(text [][]int32, words, classes, rounds int) []int {
	c := newClustering(text, words, classes)
	order := make([]int, 0, words)
	for w := firstWord; w < words; w++ {
		order = append(order, w)
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(c.count[b]) - int(c.count[a]) })
	for i, w := range order { // the commonest words begin a class each
		c.put(w, firstWord+i%(classes-firstWord))
	}
	for range rounds {
		for _, w := range order {
			c.move(w)
		}
	}
	return c.of
}

func newClustering(text [][]int32, words, classes int) *clustering {
	c := &clustering{
		classes: classes, of: make([]int, words), count: make([]int32, words),
		pairs: make([]int32, classes*classes), mirror: make([]int32, classes*classes),
		sizes: make([]int32, classes), gains: make([]int64, classes),
	}
	var bigrams []uint64
	for _, sentence := range text {
		before := int32(1)
		for _, w := range append(sentence[:len(sentence):len(sentence)], 1) {
			c.count[w]++
			bigrams = append(bigrams, uint64(before)<<32|uint64(w))
			before = w
		}
	}
	slices.Sort(bigrams)
	c.left, c.right = make([][]place, words), make([][]place, words)
	for i := 0; i < len(bigrams); {
		j := i
		for j < len(bigrams) && bigrams[j] == bigrams[i] {
			j++
		}
		a, b, n := int32(bigrams[i]>>32), int32(uint32(bigrams[i])), int32(j-i)
		c.right[a] = append(c.right[a], place{b, n})
		c.left[b] = append(c.left[b], place{a, n})
		i = j
	}
	for w := range words {
		c.of[w] = -1
	}
	c.put(0, 0)
	c.put(1, 1)
	return c
}

// put puts a word that is in no class into one; pairs with words in no class are counted when those are put.
func (c *clustering) put(w, class int) {
	c.of[w] = class
	c.sizes[class] += c.count[w]
	c.shift(w, class, 1)
}

// take takes a word out of its class.
func (c *clustering) take(w int) {
	class := c.of[w]
	c.shift(w, class, -1)
	c.sizes[class] -= c.count[w]
	c.of[w] = -1
}

// shift adds the pairs of a word, sign times, to those of a class.
func (c *clustering) shift(w, class int, sign int32) {
	for _, p := range c.left[w] {
		if k := c.of[p.word]; k >= 0 {
			c.pair(k, class, sign*p.count)
		}
	}
	for _, p := range c.right[w] {
		if k := c.of[p.word]; k >= 0 && int(p.word) != w {
			c.pair(class, k, sign*p.count)
		}
	}
}

func (c *clustering) pair(before, after int, n int32) {
	c.pairs[before*c.classes+after] += n
	c.mirror[after*c.classes+before] += n
}

// move moves a word to the class where it makes the text most likely.
func (c *clustering) move(w int) {
	c.take(w)
	for k := range c.gains {
		c.gains[k] = 2 * (nlogn(c.sizes[k]) - nlogn(c.sizes[k]+c.count[w]))
	}
	before, after := c.around(w, c.left[w]), c.around(w, c.right[w])
	c.gain(before, c.pairs)
	c.gain(after, c.mirror)
	best := firstWord
	for k := firstWord; k < c.classes; k++ {
		if c.gains[k] > c.gains[best] {
			best = k
		}
	}
	c.put(w, best)
}

// around sums up neighbours by their classes. The word itself, which is in none, is left out: a word seldom stands
// beside itself.
func (c *clustering) around(w int, places []place) []int32 {
	out := make([]int32, c.classes)
	for _, p := range places {
		if int(p.word) != w {
			out[c.of[p.word]] += p.count
		}
	}
	return out
}

// gain adds to the gains what the neighbours on one side say. What a class says to itself counts on both sides alike, a
// small fault.
func (c *clustering) gain(neighbours []int32, pairs []int32) {
	for k, n := range neighbours {
		if n == 0 {
			continue
		}
		row := pairs[k*c.classes : (k+1)*c.classes]
		for j, have := range row {
			c.gains[j] += nlogn(have+n) - nlogn(have)
		}
	}
}

// tabled is how many values of n·log n are looked up: nearly all that are asked for.
const tabled = 1 << 14

var nlognTable = func() (t [tabled]int64) {
	for n := range t {
		t[n] = computeNLogN(int32(n))
	}
	return t
}()

// nlogn is n·log2 n in millionths, a whole number, so that sums do not depend on their order.
func nlogn(n int32) int64 {
	if n < tabled {
		return nlognTable[n]
	}
	return computeNLogN(n)
}

func computeNLogN(n int32) int64 {
	if n < 2 {
		return 0
	}
	return int64(math.Round(float64(n) * math.Log2(float64(n)) * 1e6))
}
