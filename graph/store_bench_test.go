package graph

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// library makes articles with twenty claims each, three pieces of evidence a claim from papers of which few are used
// much, and one or two grades a claim: some 1,300 quads an article.
type library struct {
	random   *rand.Rand
	papers   *rand.Zipf
	articles []uuid.UUID
	claims   []uuid.UUID
	cited    map[string]bool
	now      time.Time
}

func newLibrary() *library {
	random := rand.New(rand.NewPCG(1, 2))
	return &library{
		random: random, papers: rand.NewZipf(random, 1.15, 8, 200_000), cited: map[string]bool{},
		now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
	}
}

var vocabulary = strings.Fields(`mesenchymal stem cells repair pancreatic function dialysis shrinks kidneys uremia patients renal
transplantation therapy trial shows improvement in creatinine clearance after infusion of umbilical cord derived cells placebo
controlled study mice human serum level inflammation cytokine immune response safety adverse events follow up months dose`)

func (l *library) sentence(letters int) string {
	var b strings.Builder
	for b.Len() < letters {
		b.WriteString(vocabulary[l.random.IntN(len(vocabulary))])
		b.WriteByte(' ')
	}
	return fmt.Sprintf("%s%d.", b.String(), l.random.Int32())
}

func libraryURL(n int) string {
	return fmt.Sprintf("https://blog%d.example.org/2026/article-%d", n%50, n)
}

func (l *library) change(kind annotate.EventKind) annotate.Change {
	l.now = l.now.Add(time.Minute)
	return annotate.Change{Actor: "ana", Kind: kind, Time: l.now}
}

// article is the import of the next article.
func (l *library) article() annotate.Change {
	c := l.change(annotate.ArticleImported)
	a := annotate.Article{URL: libraryURL(len(l.articles)), Title: l.sentence(60), Format: "html", Revision: 1, Read: l.now}
	for range 20 {
		start := utf8.RuneCountInString(a.Text)
		a.Text += l.sentence(110) + "\n"
		a.Blocks = append(a.Blocks, annotate.Block{Kind: annotate.Paragraph, Start: start, End: utf8.RuneCountInString(a.Text) - 1})
	}
	a = a.Complete()
	c.Articles, c.Subject = []annotate.Article{a}, a.ID
	text := annotate.NewText(a.Text)
	for i, b := range a.Blocks {
		anchor, err := text.Describe(b.Start, b.End)
		if err != nil {
			panic(err)
		}
		x := annotate.Claim{ID: annotate.ClaimID(anchor.Exact), Text: anchor.Exact, Kind: annotate.Effect, Polarity: annotate.Affirmed, Created: l.now}
		c.Claims = append(c.Claims, x)
		c.Mentions = append(c.Mentions, annotate.Mention{
			ID:    annotate.MentionID(a.ID, 1, x.ID, b.Start, b.End),
			Claim: x.ID, Article: a.ID, Revision: 1, Anchor: anchor, Block: i, Wording: annotate.Causal, Worth: 0.5,
			Reasons: []string{"says that something does something"},
		})
		l.claims = append(l.claims, x.ID)
	}
	l.articles = append(l.articles, a.ID)
	return c
}

// judged is the evidence and the grades of an article's claims, and before it the papers that they rest on.
func (l *library) judged(claims []annotate.Claim) (cited, judged annotate.Change) {
	cited, judged = l.change(annotate.CitationsImported), l.change(annotate.EvidenceLinked)
	for _, x := range claims {
		for range 3 {
			pmid := fmt.Sprint(20_000_000 + l.papers.Uint64())
			if !l.cited[pmid] {
				l.cited[pmid] = true
				cited.Citations = append(cited.Citations, l.paper(pmid))
			}
			judged.Evidence = append(judged.Evidence, annotate.Evidence{
				ID: uuid.Must(uuid.NewV7()), Claim: x.ID, Citation: annotate.CitationID(pmid), Stance: annotate.Supports,
				Passage: l.sentence(40), Where: annotate.InAbstract, By: fmt.Sprint("finder ", l.random.IntN(40)), Created: l.now,
			})
		}
		for n := range 1 + l.random.IntN(2) {
			judged.Grades = append(judged.Grades, annotate.Grade{
				ID: uuid.Must(uuid.NewV7()), Claim: x.ID, Verdict: annotate.Supported, Certainty: annotate.Low,
				Rationale: l.sentence(60), By: fmt.Sprint("reviewer ", n), Created: l.now,
			})
		}
	}
	return cited, judged
}

func (l *library) paper(pmid string) annotate.Citation {
	return annotate.Citation{
		ID: annotate.CitationID(pmid), Version: 1, PMID: pmid, DOI: "10.1000/" + pmid, Title: l.sentence(80), Journal: "Examples",
		Year: 1990 + l.random.IntN(35), Authors: []annotate.Author{{Family: "Doe", Given: "J"}, {Family: "Roe", Given: "A B"}},
		Types:    []annotate.Term{{UI: "D016449", Name: "Randomized Controlled Trial"}},
		Abstract: []annotate.Section{{Label: "RESULTS", Category: "RESULTS", Text: l.sentence(900)}},
	}
}

// fill records articles with all that belongs to them until the store has so many quads.
func (l *library) fill(b *testing.B, s *Store, quads int) {
	b.Helper()
	for size := 0; size < quads; {
		var waves [3][]annotate.Change // articles, papers, what is said of them
		for range 8 {
			told := l.article()
			cited, judged := l.judged(told.Claims)
			waves[0], waves[1], waves[2] = append(waves[0], told), append(waves[1], cited), append(waves[2], judged)
		}
		for _, wave := range waves {
			inFlight(b, s, len(wave), func(i int) annotate.Change { return wave[i] }, len(wave))
		}
		size = quadsIn(b, s)
	}
}

func quadsIn(b *testing.B, s *Store) (n int) {
	err := s.record.view(b.Context(), func(v *view) error {
		n = v.size()
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// inFlight records n changes, so many at a time.
func inFlight(b *testing.B, s *Store, n int, change func(i int) annotate.Change, atOnce int) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range atOnce {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if _, err := s.Record(b.Context(), change(i)); err != nil {
					b.Error(err)
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkStore(b *testing.B) {
	for _, quads := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint("quads=", quads), func(b *testing.B) {
			if testing.Short() && quads > 10_000 {
				b.Skip("building the store takes minutes")
			}
			s := openStore(b, b.TempDir())
			l := newLibrary()
			l.fill(b, s, quads)
			if err := s.WaitIndexed(b.Context()); err != nil {
				b.Fatal(err)
			}
			benchmarkReads(b, s, l)
			b.Run("grade", func(b *testing.B) { benchmarkGrade(b, s, l) })
			b.Run("edit", func(b *testing.B) { benchmarkEdit(b, s, l) })
			b.Run("import", func(b *testing.B) { benchmarkImport(b, s, l) })
			b.Run("verify", func(b *testing.B) { benchmarkWhole(b, s, func() error { return verifyOnce(b, s) }) })
			b.Run("export", func(b *testing.B) {
				benchmarkWhole(b, s, func() error { return s.Export(b.Context(), io.Discard, nil) })
			})
		})
	}
}

func benchmarkReads(b *testing.B, s *Store, l *library) {
	page := annotate.Page{}
	ctx := context.Background()
	b.Run("overlay", func(b *testing.B) {
		for b.Loop() {
			row, err := s.ArticleByURL(ctx, libraryURL(l.random.IntN(len(l.articles))))
			check(b, err)
			_, err = s.Mentions(ctx, row.ID, 0, page)
			check(b, err)
		}
	})
	b.Run("article", func(b *testing.B) {
		for b.Loop() {
			id := l.articles[l.random.IntN(len(l.articles))]
			_, err := s.Article(ctx, id, 0)
			check(b, err)
			_, err = s.Mentions(ctx, id, 0, page)
			check(b, err)
		}
	})
	b.Run("claim", func(b *testing.B) {
		for b.Loop() {
			readClaim(b, s, l.claims[l.random.IntN(len(l.claims))])
		}
	})
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			_, err := s.Claims(ctx, annotate.InReview, page)
			check(b, err)
		}
	})
}

// readClaim reads what the page of a claim shows.
func readClaim(b *testing.B, s *Store, id uuid.UUID) {
	page := annotate.Page{}
	ctx := context.Background()
	_, err := s.Claim(ctx, id)
	check(b, err)
	_, err = s.ClaimEvidence(ctx, id, time.Time{}, page)
	check(b, err)
	_, err = s.ClaimGrades(ctx, id, time.Time{}, page)
	check(b, err)
	_, err = s.ClaimMentions(ctx, id, page)
	check(b, err)
	_, err = s.Events(ctx, id, page)
	check(b, err)
}

func check(b *testing.B, err error) {
	if err != nil {
		b.Fatal(err)
	}
}

// benchmarkGrade saves one grade after another, each of another claim, and reports the median beside the mean.
func benchmarkGrade(b *testing.B, s *Store, l *library) {
	desk, err := annotate.NewDesk(annotate.DeskConfig{Store: s, Extractor: noExtractor{}})
	check(b, err)
	var times []time.Duration
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		_, err := desk.Grade(context.Background(), fmt.Sprint("grader ", i), l.claims[l.random.IntN(len(l.claims))], uuid.Nil, annotate.Mixed, annotate.Low, l.sentence(60))
		check(b, err)
		times = append(times, time.Since(began))
	}
	reportQuantiles(b, times)
}

// benchmarkEdit drops a claim of one article after another and puts it back, and reports the median beside the mean.
func benchmarkEdit(b *testing.B, s *Store, l *library) {
	desk, err := annotate.NewDesk(annotate.DeskConfig{Store: s, Extractor: noExtractor{}})
	check(b, err)
	ctx := context.Background()
	var times []time.Duration
	for b.Loop() {
		rows, err := s.Mentions(ctx, l.articles[l.random.IntN(len(l.articles))], 0, annotate.Page{Limit: 1})
		check(b, err)
		began := time.Now()
		e, err := desk.DropClaim(ctx, "editor", []uuid.UUID{rows.Items[0].Mention.ID}, annotate.NotAClaim, "")
		check(b, err)
		_, err = desk.Undo(ctx, "editor", e.ID)
		check(b, err)
		times = append(times, time.Since(began)/2)
	}
	reportQuantiles(b, times)
}

// noExtractor is for desks that import nothing.
type noExtractor struct{}

func (noExtractor) Extract(context.Context, annotate.Article) ([]annotate.Draft, error) {
	return nil, nil
}

// benchmarkImport records whole articles, several in flight.
func benchmarkImport(b *testing.B, s *Store, l *library) {
	changes := make([]annotate.Change, b.N)
	for i := range changes {
		changes[i] = l.article()
	}
	before := quadsIn(b, s)
	b.ResetTimer()
	inFlight(b, s, b.N, func(i int) annotate.Change { return changes[i] }, 32)
	b.ReportMetric(float64(quadsIn(b, s)-before)/b.Elapsed().Seconds(), "quads/s")
}

// benchmarkWhole does something that reads the whole record.
func benchmarkWhole(b *testing.B, s *Store, do func() error) {
	quads := quadsIn(b, s)
	for b.Loop() {
		check(b, do())
	}
	b.ReportMetric(float64(quads)*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
}

func verifyOnce(b *testing.B, s *Store) error {
	report, err := s.Verify(b.Context(), VerifyOptions{})
	if err == nil && !report.OK() {
		b.Errorf("problems: %+v", report.Problems)
	}
	return err
}

func reportQuantiles(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
}
