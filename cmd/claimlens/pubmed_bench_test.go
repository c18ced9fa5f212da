package main

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"claimlens/graph"
)

// BenchmarkPubMedImport imports a file of 30,000 records, and one of 90,000, into an empty store, as the command does, and
// says how fast the papers are kept, and how fast they are kept and found, with what was left to index when the command
// ended. They are made of real records, which stand in a folder that CLAIMLENS_PUBMED_RECORDS names, as .xml files or in .tar.gz
// archives of such: each over and over, with a PMID, a DOI and words of its own.
func BenchmarkPubMedImport(b *testing.B) {
	folder := os.Getenv("CLAIMLENS_PUBMED_RECORDS")
	if folder == "" {
		b.Skip("CLAIMLENS_PUBMED_RECORDS names no folder of PubMed XML")
	}
	records := realRecords(b, folder)
	for _, n := range []int{30_000, 90_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				dir := b.TempDir()
				file, data := filepath.Join(dir, "records.xml.gz"), filepath.Join(dir, "data")
				writeVaried(b, file, records, n)
				before := b.Elapsed()
				b.StartTimer()
				var out, said bytes.Buffer
				code := execute(context.Background(), streams{out: &out, err: &said}, []string{"pubmed", "import", "--data", data, file}, func(string) string { return "" })
				b.StopTimer()
				if code != exitDone || !strings.HasPrefix(out.String(), fmt.Sprintf("%d papers read: %d new", n, n)) {
					b.Fatalf("exit code %d, %s%s", code, &out, &said)
				}
				kept := b.Elapsed()
				b.StartTimer()
				awaitIndex(b, data)
				b.StopTimer()
				b.ReportMetric(float64(n)/(kept-before).Seconds(), "kept/s")
				b.ReportMetric(float64(bytesIn(b, filepath.Join(data, "record.bolt")))/float64(n), "graph-B/record")
				b.ReportMetric(float64(bytesIn(b, data)-bytesIn(b, filepath.Join(data, "record.bolt")))/float64(n), "index-B/record")
				b.StartTimer()
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "found/s")
			b.ReportMetric(float64(peakMemory())/(1<<20), "peak-MB")
		})
	}
}

// awaitIndex opens a store and waits until everything in it is indexed.
func awaitIndex(b *testing.B, dir string) {
	b.Helper()
	store, err := graph.Open(b.Context(), graph.Config{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(store.WaitIndexed(b.Context()), store.Close()); err != nil {
		b.Fatal(err)
	}
}

var articlePattern = regexp.MustCompile(`(?s)<PubmedArticle>.*?</PubmedArticle>`)

func realRecords(b *testing.B, folder string) [][]byte {
	b.Helper()
	var records [][]byte
	take := func(r io.Reader) error {
		data, err := io.ReadAll(r)
		records = append(records, articlePattern.FindAll(data, -1)...)
		return err
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		switch {
		case strings.HasSuffix(path, ".xml"):
			return take(f)
		case strings.HasSuffix(path, ".tar.gz"):
			return eachInTar(f, take)
		}
		return nil
	})
	if err != nil || len(records) == 0 {
		b.Fatalf("%d records in %s: %v", len(records), folder, err)
	}
	return records
}

func eachInTar(r io.Reader, do func(io.Reader) error) error {
	packed, err := gzip.NewReader(r)
	if err != nil {
		return err
	}
	for t := tar.NewReader(packed); ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if strings.HasSuffix(h.Name, ".xml") {
			if err := do(t); err != nil {
				return err
			}
		}
	}
}

var (
	ownPMIDPattern = regexp.MustCompile(`(<MedlineCitation[^>]*>\s*<PMID[^>]*>)[0-9]+`)
	doiPattern     = regexp.MustCompile(`((?:IdType|EIdType)="doi"[^>]*>)(10\.[^<]+)`)
	textPattern    = regexp.MustCompile(`(<AbstractText[^>]*>)`)
)

// writeVaried writes a packed file of n records.
func writeVaried(b *testing.B, path string, records [][]byte, n int) {
	b.Helper()
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	packed, _ := gzip.NewWriterLevel(f, gzip.BestSpeed)
	w := bufio.NewWriter(packed)
	fmt.Fprintln(w, "<PubmedArticleSet>")
	forms := make([][]byte, len(records)) // with \x01, \x02 and \x03 where they vary
	for i, x := range records {
		x = ownPMIDPattern.ReplaceAll(x, []byte("${1}\x01"))
		x = doiPattern.ReplaceAll(x, []byte("${1}${2}.\x02"))
		forms[i] = textPattern.ReplaceAll(x, []byte("${1}Word\x02 of group\x03 patients. "))
	}
	for i := range n {
		x := bytes.ReplaceAll(forms[i%len(forms)], []byte("\x01"), fmt.Append(nil, 50_000_000+i))
		x = bytes.ReplaceAll(x, []byte("\x02"), fmt.Append(nil, i))
		x = bytes.ReplaceAll(x, []byte("\x03"), fmt.Append(nil, i%1009))
		if _, err := w.Write(x); err != nil {
			b.Fatal(err)
		}
	}
	fmt.Fprintln(w, "</PubmedArticleSet>")
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := packed.Close(); err != nil {
		b.Fatal(err)
	}
}

// bytesIn is how many bytes the files beneath a path have.
func bytesIn(b *testing.B, path string) int64 {
	b.Helper()
	var sum int64
	if err := filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	}); err != nil {
		b.Fatal(err)
	}
	return sum
}
