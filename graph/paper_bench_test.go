package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"claimlens/annotate"
	"claimlens/annotate/finding"
)

// press makes up papers as long as PubMed's, of words that are used as unevenly as those of a language.
type press struct {
	random *rand.Rand
	words  *rand.Zipf
	now    time.Time
}

func newPress() *press {
	random := rand.New(rand.NewPCG(1, 1))
	return &press{random, rand.NewZipf(random, 1.07, 20, 2_000_000), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
}

var glue = strings.Fields("the of and in with to a was were for that by on as than from we")

// prose is sentences of so many words.
func (p *press) prose(sentences, words int) string {
	var b strings.Builder
	for range sentences {
		from := b.Len()
		for i := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			if p.random.IntN(5) < 2 {
				b.WriteString(glue[p.random.IntN(len(glue))])
			} else {
				b.WriteString(madeUpWord(p.words.Uint64()))
			}
		}
		b.WriteString(". ")
		text := b.String()
		b.Reset()
		b.WriteString(text[:from] + strings.ToUpper(text[from:from+1]) + text[from+1:])
	}
	return strings.TrimSpace(b.String())
}

func (p *press) paper(n int) annotate.Citation {
	pmid := strconv.Itoa(n)
	c := annotate.Citation{
		ID: annotate.CitationID(pmid), Version: 1, PMID: pmid, Title: p.prose(1, 14), Journal: "Invented J", Year: 1980 + n%45, Language: "eng",
		Authors: []annotate.Author{{Family: "Doe", Given: "J"}, {Family: "Roe", Given: "R"}, {Family: "Poe", Given: "P"}},
		Types:   []annotate.Term{{UI: "D016428", Name: "Journal Article"}},
	}
	for _, label := range []string{"BACKGROUND", "METHODS", "RESULTS", "CONCLUSIONS"} {
		c.Abstract = append(c.Abstract, annotate.Section{Label: label, Category: label, Text: p.prose(2+p.random.IntN(2), 22)})
	}
	for range 12 {
		c.Mesh = append(c.Mesh, annotate.Term{UI: "D000000", Name: madeUpWord(p.words.Uint64())})
	}
	return c
}

// shelved is a store with so many papers. It is kept in the folder that CLAIMLENS_BENCH names, to be used again.
func shelved(b *testing.B, size int) *Store {
	b.Helper()
	root := os.Getenv("CLAIMLENS_BENCH")
	if root == "" {
		root = b.TempDir()
	}
	s, err := Open(context.Background(), Config{Dir: filepath.Join(root, fmt.Sprint("papers-", size))})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	counts, err := s.Counts(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	p := newPress()
	for n := 0; n < size && counts.Citations < size; {
		change := annotate.Change{Actor: "importer", Kind: annotate.CitationsImported, Time: p.now}
		for range min(1000, size-n) {
			n++
			change.Citations = append(change.Citations, p.paper(n))
		}
		if n <= counts.Citations {
			continue
		}
		if _, err := s.Record(b.Context(), change); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.WaitIndexed(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkFind goes the whole way from a claim to the five candidates of its page, but for judging them; and to the
// hundred of a list.
func BenchmarkFind(b *testing.B) {
	sizes := []int{50_000, 100_000, 200_000}
	if testing.Short() {
		sizes = []int{2_000}
	}
	for _, size := range sizes {
		s := shelved(b, size)
		_, bytes := s.paperIndex.Size()
		for _, top := range []int{5, 100} {
			b.Run(fmt.Sprintf("papers=%d/top=%d", size, top), func(b *testing.B) {
				p := newPress()
				finder := finding.New(finding.Config{Papers: s})
				var took []time.Duration
				for b.Loop() {
					claim := p.prose(1, 16)
					start := time.Now()
					if _, err := finder.Find(b.Context(), finding.Question{Claim: claim, Top: top}); err != nil {
						b.Fatal(err)
					}
					took = append(took, time.Since(start))
				}
				slices.Sort(took)
				b.ReportMetric(float64(bytes)/float64(size), "B/paper")
				b.ReportMetric(took[len(took)/2].Seconds()*1000, "p50-ms")
				b.ReportMetric(took[len(took)*95/100].Seconds()*1000, "p95-ms")
			})
		}
	}
}
