package importers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func BenchmarkHTML(b *testing.B) {
	benchmark(b, readHTML, fixture(b, "dialysis-myths.html"))
}

func BenchmarkText(b *testing.B) {
	benchmark(b, readText, fixture(b, "probiotics-antibiotics.txt"))
}

func BenchmarkMarkdown(b *testing.B) {
	benchmark(b, readMarkdown, fixture(b, "migraine.md"))
}

// BenchmarkLongText reads the length of a book.
func BenchmarkLongText(b *testing.B) {
	benchmark(b, readText, []byte(strings.Repeat(sentence+sentence+"\n\n", 4000)))
}

// BenchmarkPages reads the pages that -pages names.
func BenchmarkPages(b *testing.B) {
	if *pages == "" {
		b.Skip("no -pages")
	}
	names, err := filepath.Glob(filepath.Join(*pages, "*.html"))
	if err != nil || len(names) == 0 {
		b.Fatalf("no pages in %s: %v", *pages, err)
	}
	var all [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, data)
	}
	benchmark(b, readHTML, all...)
}

func benchmark[T any](b *testing.B, read func(Document) (T, error), all ...[]byte) {
	b.Helper()
	size := 0
	for _, data := range all {
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, data := range all {
			if _, err := read(Document{Data: data}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
