package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	bolt "go.etcd.io/bbolt"
)

// desk makes up quads in the shape of the product's: articles of twenty claims, each with three pieces of evidence on
// papers of which few are cited much and most hardly ever, and one or two grades.
type desk struct {
	random   *rand.Rand
	papers   *rand.Zipf
	cited    map[uint64]bool
	articles int
	claims   []quad.IRI
	quads    []quad.Quad
}

func newDesk() *desk {
	random := rand.New(rand.NewPCG(1, 2))
	return &desk{random: random, papers: rand.NewZipf(random, 1.15, 8, 200_000), cited: map[uint64]bool{}}
}

func (d *desk) id(kind string) quad.IRI {
	return quad.IRI(fmt.Sprintf("urn:%s:%016x%016x", kind, d.random.Uint64(), d.random.Uint64()))
}

func (d *desk) sentence(length int) quad.String {
	words := []string{"mesenchymal", "stem", "cells", "repair", "the", "kidney", "dialysis", "patients", "trial", "shows", "of", "serum", "dose"}
	var b strings.Builder
	for b.Len() < length {
		fmt.Fprintf(&b, "%s%d ", words[d.random.IntN(len(words))], d.random.IntN(1000))
	}
	return quad.String(b.String())
}

func (d *desk) say(subject quad.IRI, said ...quad.Value) {
	for i := 0; i < len(said); i += 2 {
		d.quads = append(d.quads, quad.Quad{Subject: subject, Predicate: said[i], Object: said[i+1]})
	}
}

// article is the quads of one more article, some 900.
func (d *desk) article() []quad.Quad {
	d.quads = nil
	article := d.id("article")
	d.articles++
	d.say(article, quad.IRI("type"), quad.IRI("Article"), quad.IRI("title"), d.sentence(60), quad.IRI("read"), d.time(),
		quad.IRI("url"), quad.IRI(fmt.Sprintf("https://site%d.example.org/%d", d.articles%50, d.articles)), quad.IRI("text"), d.sentence(5000))
	for range 20 {
		d.claim(article)
	}
	return d.quads
}

func (d *desk) claim(article quad.IRI) {
	claim := d.id("claim")
	d.claims = append(d.claims, claim)
	start := quad.Int(d.random.IntN(8000))
	d.say(claim, quad.IRI("type"), quad.IRI("Claim"), quad.IRI("article"), article, quad.IRI("text"), d.sentence(90),
		quad.IRI("quote"), d.sentence(90), quad.IRI("prefix"), d.sentence(32), quad.IRI("suffix"), d.sentence(32),
		quad.IRI("start"), start, quad.IRI("end"), start+90, quad.IRI("created"), d.time(), quad.IRI("kind"), quad.String("effect"))
	for range 3 {
		d.evidence(claim)
	}
	for range 1 + d.random.IntN(2) {
		d.grade(claim)
	}
}

func (d *desk) evidence(claim quad.IRI) {
	number := d.papers.Uint64()
	paper := quad.IRI(fmt.Sprintf("urn:pmid:%d", 99_000_001+number))
	if !d.cited[number] {
		d.cited[number] = true
		d.say(paper, quad.IRI("type"), quad.IRI("Citation"), quad.IRI("title"), d.sentence(80), quad.IRI("journal"), quad.String("Examples"),
			quad.IRI("year"), quad.Int(1990+number%35), quad.IRI("doi"), quad.String(fmt.Sprint("10.1000/", number)))
	}
	d.say(d.id("evidence"), quad.IRI("type"), quad.IRI("Evidence"), quad.IRI("claim"), claim, quad.IRI("citation"), paper,
		quad.IRI("stance"), quad.String("supports"), quad.IRI("created"), d.time(), quad.IRI("by"), quad.String("editor"), quad.IRI("passage"), d.sentence(40))
}

func (d *desk) grade(claim quad.IRI) {
	d.say(d.id("grade"), quad.IRI("type"), quad.IRI("Grade"), quad.IRI("claim"), claim, quad.IRI("verdict"), quad.String("mixed"),
		quad.IRI("by"), quad.String("editor"), quad.IRI("rationale"), d.sentence(60), quad.IRI("created"), d.time())
}

func (d *desk) time() quad.Int { return quad.Int(1_700_000_000_000 + d.random.Int64N(1e11)) }

// batch is the quads of whole articles, at least so many.
func (d *desk) batch(least int) []quad.Quad {
	batch := d.article()
	for len(batch) < least {
		batch = append(batch, d.article()...)
	}
	return batch
}

// fill adds articles until the record holds about so many quads.
func (d *desk) fill(b *testing.B, r *record, size int) {
	b.Helper()
	for n := 0; n < size; {
		batch := d.batch(min(10_000, size-n))
		mustAdd(b, r, batch...)
		n += len(batch)
	}
}

// atSizes runs a benchmark on records of so many quads; the largest only without -short.
func atSizes(b *testing.B, run func(b *testing.B, d *desk, r *record)) {
	for _, size := range []int{10_000, 100_000, 1_000_000} {
		if testing.Short() && size > 10_000 {
			break
		}
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			d, r := newDesk(), newRecord(b)
			d.fill(b, r, size)
			run(b, d, r)
		})
	}
}

func BenchmarkAdd(b *testing.B) {
	for _, least := range []int{900, 10_000} {
		b.Run(fmt.Sprint("batch=", least), func(b *testing.B) {
			atSizes(b, func(b *testing.B, d *desk, r *record) {
				quads, written := 0, pagesWritten(r)
				for b.Loop() {
					b.StopTimer()
					batch := d.batch(least - 100)
					b.StartTimer()
					mustAdd(b, r, batch...)
					quads += len(batch)
				}
				b.ReportMetric(float64(quads)/b.Elapsed().Seconds(), "quads/s")
				inView(b, r, func(_ context.Context, v *view) error {
					free := r.bolt.Stats().FreePageN + r.bolt.Stats().PendingPageN
					b.ReportMetric(float64(v.tx.Size()-int64(4096*free))/float64(v.size()), "kept-B/quad")
					return nil
				})
				b.ReportMetric(float64(pagesWritten(r)-written)/float64(quads), "written-B/quad")
			})
		})
	}
}

// pagesWritten is how many bytes of pages the record has written since it was opened.
func pagesWritten(r *record) int64 {
	stats := r.bolt.Stats()
	return stats.TxStats.GetPageAlloc()
}

// BenchmarkAddGrade is one grade saved, durable, with a row beside it.
func BenchmarkAddGrade(b *testing.B) {
	atSizes(b, func(b *testing.B, d *desk, r *record) {
		for b.Loop() {
			d.quads = nil
			d.grade(d.claims[d.random.IntN(len(d.claims))])
			if err := r.add(context.Background(), d.quads, func(tx *bolt.Tx) error {
				rows, err := tx.CreateBucketIfNotExists([]byte("rows"))
				if err != nil {
					return err
				}
				return rows.Put([]byte(d.quads[0].Subject.String()), []byte("graded"))
			}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkProperties(b *testing.B) {
	atSizes(b, func(b *testing.B, d *desk, r *record) {
		b.ReportAllocs()
		for b.Loop() {
			claim := d.claims[d.random.IntN(len(d.claims))]
			inView(b, r, func(ctx context.Context, v *view) error {
				got, err := v.properties(ctx, claim)
				if len(got) != 10 {
					b.Fatalf("got %d properties of %v", len(got), claim)
				}
				return err
			})
		}
	})
}

func BenchmarkSources(b *testing.B) {
	atSizes(b, func(b *testing.B, d *desk, r *record) {
		b.ReportAllocs()
		for b.Loop() {
			claim := d.claims[d.random.IntN(len(d.claims))]
			inView(b, r, func(ctx context.Context, v *view) error {
				got, err := v.sources(ctx, "claim", claim)
				if len(got) < 4 {
					b.Fatalf("got %d sources of %v", len(got), claim)
				}
				return err
			})
		}
	})
}

// BenchmarkBesideWriter is BenchmarkProperties while a writer adds one article after another, without a pause.
func BenchmarkBesideWriter(b *testing.B) {
	atSizes(b, func(b *testing.B, d *desk, r *record) {
		claims, done := slices.Clone(d.claims), make(chan struct{})
		var writer sync.WaitGroup
		writer.Go(repeat(done, func() {
			if err := r.add(context.Background(), d.article(), nil); err != nil {
				b.Error(err)
			}
		}))
		random := rand.New(rand.NewPCG(3, 4))
		var took []time.Duration
		for b.Loop() {
			start := time.Now()
			inView(b, r, func(ctx context.Context, v *view) error {
				_, err := v.properties(ctx, claims[random.IntN(len(claims))])
				return err
			})
			took = append(took, time.Since(start))
		}
		close(done)
		writer.Wait()
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
		b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
	})
}

// BenchmarkView is a view in which nothing is read.
func BenchmarkView(b *testing.B) {
	r := newRecord(b)
	b.ReportAllocs()
	for b.Loop() {
		inView(b, r, func(context.Context, *view) error { return nil })
	}
}

// BenchmarkQuads is a walk over all quads.
func BenchmarkQuads(b *testing.B) {
	atSizes(b, func(b *testing.B, _ *desk, r *record) {
		quads := 0
		for b.Loop() {
			inView(b, r, func(ctx context.Context, v *view) error {
				return v.quads(ctx, func(quad.Quad) error { quads++; return nil })
			})
		}
		b.ReportMetric(float64(quads)/b.Elapsed().Seconds(), "quads/s")
	})
}
