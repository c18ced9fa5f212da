package finding

import "math"

// features is what is measured of a paper beside a claim. Weights learned on SciFact put them together.
type features [featureCount]float64

// The features. The sums are of BM25 as package papers has it, over the claim's words of a kind, divided by what keeps
// claims of different lengths alike; the shares are of the claim's words, weighed by how rare they are.
const (
	sumTitle = iota
	sumAbstract
	searchScore // the search's own, with the words that widened it
	sumNouns
	sumAdjectives
	sumVerbs
	sumNumbers
	sumOthers
	sumCapitals
	sumWholes
	sumSubject
	sumObject
	sumFirst
	sumLast
	sumRare
	shareSentence  // in the best sentence
	shareTwo       // in the best two sentences in a row
	sharePairs     // of words that stand side by side in both
	sharePaper     // anywhere
	shareTitle     // in the title
	shareBeginning // in the first two sentences of the abstract
	shareEnd       // in the last two
	length

	featureCount = iota
)

// The parameters of BM25, and the mean lengths of titles and abstracts: constants, so that a paper measures the same
// whatever else is here.
const (
	saturation   = 1.2
	titleMean    = 11
	abstractMean = 145
	rare         = 5 // the idf from which a word counts as rare
)

func saturated(tf float64) float64 { return tf * (1 + saturation) / (tf + saturation) }

// measure is the features of a paper, and its best sentence: 0 is the title, -1 none.
func (c *claimed) measure(p *paper, score float64) (features, int) {
	var f features
	f[searchScore] = score
	f[length] = math.Log(1+float64(p.length)) / 6
	total := 0.0
	for _, w := range c.distinct() {
		total += w.rarity
	}
	if total == 0 {
		return f, -1
	}
	n := len(p.sentences)
	where := c.find(p)
	share := make([]float64, n)        // of each sentence
	both := make([]float64, n)         // of it and the one before
	norm := 1 / (2 * math.Sqrt(total)) // keeps claims of different lengths alike
	titleNorm := 2 / (0.5 + 0.5*float64(len(p.sentences[0]))/titleMean)
	abstractNorm := 1 / (0.25 + 0.75*float64(p.length)/abstractMean)
	for _, w := range c.distinct() {
		counts := where.counts(w, n)
		w.rarity = max(w.rarity, 0)
		inTitle, inAbstract, beginning, end := counts[0], 0.0, 0.0, 0.0
		for i, k := range counts {
			k = min(k, 1)
			share[i] += w.rarity * k / total
			if i == 0 {
				continue
			}
			inAbstract += counts[i]
			if i <= 2 {
				beginning = max(beginning, k)
			}
			if i >= n-2 {
				end = max(end, k)
			}
			if i > 1 {
				both[i] += w.rarity * max(k, min(counts[i-1], 1)) / total
			}
		}
		f[shareBeginning] += w.rarity * beginning / total
		f[shareEnd] += w.rarity * end / total
		f[sharePaper] += w.rarity * min(1, inTitle+inAbstract) / total
		f.sum(w, norm*w.rarity, inTitle*titleNorm, inAbstract*abstractNorm)
	}
	best := bestOf(share)
	f[shareTitle] = share[0]
	f[shareSentence] = share[best]
	f[shareTwo] = max(share[best], both[bestOf(both)])
	f[sharePairs] = c.pairs(where)
	if share[best] == 0 {
		best = -1
	}
	return f, best
}

// sum adds a word's BM25 to the sums that it belongs to.
func (f *features) sum(w word, factor, title, abstract float64) {
	f[sumTitle] += factor * saturated(title)
	f[sumAbstract] += factor * saturated(abstract)
	all := factor * saturated(title+abstract)
	f[[...]int{other: sumOthers, noun: sumNouns, adjective: sumAdjectives, verb: sumVerbs, number: sumNumbers}[w.class]] += all
	for i, is := range map[int]bool{
		sumCapitals: w.caps, sumWholes: w.whole, sumSubject: w.role == subject, sumObject: w.role == object,
		sumFirst: w.first, sumLast: w.last, sumRare: w.rarity > rare,
	} {
		if is {
			f[i] += all
		}
	}
}

// distinct is the claim's words, each once.
func (c *claimed) distinct() []word {
	if c.once != nil {
		return c.once
	}
	seen := map[string]bool{}
	for _, w := range c.words {
		if !seen[w.term] {
			seen[w.term] = true
			c.once = append(c.once, w)
		}
	}
	return c.once
}

// pairs is the share of the claim's pairs of neighbours that are neighbours in the paper too.
func (c *claimed) pairs(where standing) float64 {
	total, found := 0.0, 0.0
	for i, a := range c.words {
		for _, b := range c.words[i+1 : min(len(c.words), i+4)] {
			if b.place != a.place+1 || a.term == b.term {
				continue
			}
			total += a.rarity + b.rarity
			if where.besides(a.term, b.term) {
				found += a.rarity + b.rarity
			}
		}
	}
	if total == 0 {
		return 0
	}
	return found / total
}

// bestOf is the place of the largest, the first of equal ones.
func bestOf(list []float64) int {
	best := 0
	for i, x := range list {
		if x > list[best] {
			best = i
		}
	}
	return best
}
