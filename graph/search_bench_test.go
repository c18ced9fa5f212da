package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"claimlens/annotate"
)

// madeUpClaims is claims of words that are used as unevenly as those of a language.
func madeUpClaims(random *rand.Rand, n int) []annotate.Claim {
	words := rand.NewZipf(random, 1.1, 4, 50_000)
	claims := make([]annotate.Claim, n)
	for i := range claims {
		text := make([]string, 8+random.IntN(12))
		for j := range text {
			text[j] = madeUpWord(words.Uint64())
		}
		claims[i] = claimOf(strings.Join(text, " "))
	}
	return claims
}

func madeUpWord(n uint64) string {
	syllables := []string{"nephro", "derma", "car", "tis", "gra", "hyper", "stem", "dia", "ly", "ure", "mi", "pan"}
	word := ""
	for ; n > 0 || word == ""; n /= 12 {
		word += syllables[n%12]
	}
	return word
}

func BenchmarkIndex(b *testing.B) {
	for _, size := range []int{20, 1000} {
		b.Run(fmt.Sprint("batch=", size), func(b *testing.B) {
			s := newSearcher(b, filepath.Join(b.TempDir(), "search"))
			random := rand.New(rand.NewPCG(1, 1))
			n := 0
			for b.Loop() {
				if err := s.index(context.Background(), madeUpClaims(random, size), uint64(n)); err != nil {
					b.Fatal(err)
				}
				n += size
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "claims/s")
		})
	}
}

// BenchmarkSearch is queries of one to four words, the last often not finished, of 100,000 claims.
func BenchmarkSearch(b *testing.B) {
	size := 100_000
	if testing.Short() {
		size = 5_000
	}
	s := newSearcher(b, filepath.Join(b.TempDir(), "search"))
	random := rand.New(rand.NewPCG(1, 1))
	for n := 0; n < size; n += 1000 {
		if err := s.index(context.Background(), madeUpClaims(random, 1000), uint64(n)); err != nil {
			b.Fatal(err)
		}
	}
	words := rand.NewZipf(random, 1.1, 4, 50_000)
	var took []time.Duration
	for b.Loop() {
		text := make([]string, 1+random.IntN(4))
		for j := range text {
			text[j] = madeUpWord(words.Uint64())
		}
		query := strings.Join(text, " ")
		start := time.Now()
		if _, _, err := s.search(context.Background(), query[:len(query)-random.IntN(3)], 0, 20); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(took[len(took)*95/100].Seconds()*1000, "p95-ms")
}
