package papers

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// madeUp is papers of words that are used as unevenly as those of a language, as long as PubMed's.
func madeUp(random *rand.Rand, words *rand.Zipf, from, n int) []Doc {
	docs := make([]Doc, n)
	for i := range docs {
		d := Doc{Number: uint32(from + i)}
		for f, length := range [fields]int{11, 100 + random.IntN(100), 12} {
			for range length {
				d.Terms[f] = append(d.Terms[f], fmt.Sprintf("w%x", words.Uint64()))
			}
		}
		docs[i] = d
	}
	return docs
}

// BenchmarkPapers builds an index of so many papers, and asks it for two hundred of them by claims of eight to sixteen
// words and thirty more, as a widened search does.
func BenchmarkPapers(b *testing.B) {
	sizes := []int{50_000, 100_000, 200_000}
	if testing.Short() {
		sizes = []int{5_000}
	}
	for _, size := range sizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			random := rand.New(rand.NewPCG(1, 1))
			words := rand.NewZipf(random, 1.07, 20, 2_000_000)
			x := open(b, b.TempDir())
			var building time.Duration
			for n := 0; n < size; n += 4000 {
				docs := madeUp(random, words, n+1, min(4000, size-n))
				start := time.Now()
				add(b, x, uint64(n), docs...)
				building += time.Since(start)
			}
			_, bytes := x.Size()
			var took []time.Duration
			for b.Loop() {
				var terms []Term
				for range 38 + random.IntN(9) {
					terms = append(terms, Term{Words: []string{fmt.Sprintf("w%x", 20+words.Uint64())}, Weight: 1})
				}
				start := time.Now()
				if _, err := x.Search(b.Context(), terms, 200); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(size)/building.Seconds(), "papers/s")
			b.ReportMetric(float64(bytes)/float64(size), "B/paper")
			b.ReportMetric(took[len(took)/2].Seconds()*1000, "p50-ms")
			b.ReportMetric(took[len(took)*95/100].Seconds()*1000, "p95-ms")
		})
	}
}
