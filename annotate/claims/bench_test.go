package claims_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/annotate/syntax"
	"claimlens/importers"
)

// articlesFolder is the variable that names a folder of articles, a file each, for BenchmarkExtract.
const articlesFolder = "CLAIMS_BENCHMARK_ARTICLES"

// BenchmarkExtract says how many sentences a second become claims, parser included, on the articles of a folder.
func BenchmarkExtract(b *testing.B) {
	folder := os.Getenv(articlesFolder)
	if folder == "" {
		b.Skipf("%s names no folder of articles", articlesFolder)
	}
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(names) == 0 {
		b.Fatalf("%s: no articles (%v)", folder, err)
	}
	reader := importers.New(importers.Config{})
	var articles []annotate.Article
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		a, err := reader.Read(context.Background(), importers.Source{Name: name, Data: data})
		if err != nil {
			b.Fatalf("%s: %v", name, err)
		}
		articles = append(articles, a)
	}
	extractAll(b, articles)
}

// BenchmarkExtractFixtures is the same on our own articles.
func BenchmarkExtractFixtures(b *testing.B) {
	var articles []annotate.Article
	for _, f := range readFixtures(b) {
		articles = append(articles, f.article)
	}
	extractAll(b, articles)
}

func extractAll(b *testing.B, articles []annotate.Article) {
	sentences := 0
	for _, a := range articles {
		sentences += len(syntax.Sentences(a.Text))
	}
	splitter := claims.New(claims.Config{})
	for b.Loop() {
		for _, a := range articles {
			if _, err := splitter.Extract(context.Background(), a); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(sentences)*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}
