package graph

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"claimlens/annotate"
)

func newSearcher(t testing.TB, dir string) *searcher {
	t.Helper()
	s, err := openSearcher(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.close() })
	return s
}

func claimOf(text string) annotate.Claim {
	return annotate.Claim{ID: annotate.ClaimID(text), Text: text}
}

func indexTexts(t testing.TB, s *searcher, seq uint64, texts ...string) {
	t.Helper()
	claims := make([]annotate.Claim, len(texts))
	for i, text := range texts {
		claims[i] = claimOf(text)
	}
	if err := s.index(context.Background(), claims, seq); err != nil {
		t.Fatal(err)
	}
}

// found is the texts that a query finds, the best match first.
func found(t testing.TB, s *searcher, query string, texts []string) []string {
	t.Helper()
	ids, total, err := s.search(context.Background(), query, 0, 100)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	if total != len(ids) {
		t.Errorf("%q: got %d of %d", query, len(ids), total)
	}
	var got []string
	for _, id := range ids {
		i := slices.IndexFunc(texts, func(text string) bool { return annotate.ClaimID(text) == id })
		if i < 0 {
			t.Fatalf("%q: found %s, which nobody indexed", query, id)
		}
		got = append(got, texts[i])
	}
	return got
}

func TestSearch(t *testing.T) {
	const (
		repair   = "Mesenchymal stem cells can repair pancreatic function."
		shrink   = "Dialysis will gradually shrink the kidneys."
		dialysis = "Dialysis relieves the symptoms of uremia."
		carotene = "β-Carotene raises the risk of lung cancer in smokers."
		ginger   = "Ginger relieves nausea during pregnancy."
		german   = "Größere Mengen Süßholz erhöhen den Blutdruck."
		chinese  = "糖尿病可以治愈"
		arabic   = "الزنجبيل يخفف الغثيان"
		sjogren  = "Sjögren’s syndrome causes dry eyes."
		be       = "To be or not to be is a question."
		omega    = "Omega-3 doesn’t prevent COVID-19."
	)
	texts := []string{repair, shrink, dialysis, carotene, ginger, german, chinese, arabic, sjogren, be, omega}
	s := newSearcher(t, filepath.Join(t.TempDir(), "search"))
	indexTexts(t, s, 1, texts...)
	for _, tt := range []struct {
		name, query string
		want        []string
	}{
		{"one word", "uremia", []string{dialysis}},
		{"another form of the word", "kidney shrinking", []string{shrink}},
		{"capitals", "GINGER", []string{ginger}},
		{"all words before any", "dialysis kidneys", []string{shrink}},
		{"any word when none has all", "ginger cancer ", []string{ginger, carotene}},
		{"more of the words first", "dialysis relieves nausea uremia xyz ", []string{dialysis, ginger, shrink}},
		{"words that say nothing do not count", "does the dialysis shrink ", []string{shrink}},
		{"unless there are no others", "to be ", []string{be}},
		{"a stop word that is a beginning", "to be", []string{be, carotene}},
		{"beginning of the last word", "dialysis sympt", []string{dialysis}},
		{"beginning of a finished word", "dialysis sympt ", []string{dialysis, shrink}},
		{"beginning that is a stop word", "dialysis th", []string{dialysis, shrink}},
		{"one letter begins nothing", "g", nil},
		{"phrase", `"stem cells"`, []string{repair}},
		{"phrase in another order", `"cells stem"`, nil},
		{"phrase with other words between", `"relieves symptoms"`, nil},
		{"phrase with its stop words", `"relieves the symptoms"`, []string{dialysis}},
		{"phrase in curly quotes", "“dry eyes”", []string{sjogren}},
		{"phrase and word", `"relieves the" dialysis`, []string{dialysis}},
		{"phrase not closed", `"cells stem`, []string{repair}},
		{"word before a phrase", `uremia "of uremia"`, []string{dialysis}},
		{"Greek letter as a word", "beta carotene", []string{carotene}},
		{"Greek letter", "β-carotene", []string{carotene}},
		{"accent left out", "sjogren", []string{sjogren}},
		{"accent", "Sjögren", []string{sjogren}},
		{"possessive", "sjogren's", []string{sjogren}},
		{"German", "süssholz", []string{german}},
		{"German as written", "Süßholz erhöhen", []string{german}},
		{"Chinese", "糖尿病", []string{chinese}},
		{"Arabic", "الغثيان", []string{arabic}},
		{"Arabic, beginning", "الزن", []string{arabic}},
		{"hyphen and number", "covid-19", []string{omega}},
		{"hyphen left out", "omega 3", []string{omega}},
		{"contraction", "doesn't prevent", []string{omega}},
		{"nothing", "", nil},
		{"no words", " ?! … 👩‍⚕️ \" \"\" ", nil},
		{"syntax is none", "text:ginger^5 -nausea", []string{ginger}},
		{"wildcards are none", "ging*r", nil},
		{"not there", "homeopathy", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := found(t, s, tt.query, texts)
			want := slices.Clone(tt.want)
			if strings.HasSuffix(tt.name, "any") || len(want) != 2 {
				slices.Sort(want)
				slices.Sort(got)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The same claim indexed again is one claim; pages fit together; offsets past the end are empty.
func TestSearchPages(t *testing.T) {
	s := newSearcher(t, filepath.Join(t.TempDir(), "search"))
	var texts []string
	for i := range 57 {
		texts = append(texts, fmt.Sprintf("Ginger relieves nausea number%d.", i))
	}
	indexTexts(t, s, 1, texts...)
	indexTexts(t, s, 2, texts[:20]...)
	want := found(t, s, "ginger nausea", texts)
	if len(want) != len(texts) {
		t.Fatalf("got %d claims, want %d", len(want), len(texts))
	}
	var got []string
	for offset := 0; ; offset += 10 {
		ids, total, err := s.search(context.Background(), "ginger nausea", offset, 10)
		if err != nil || total != len(texts) {
			t.Fatalf("at %d: got %d in all, %v", offset, total, err)
		}
		if len(ids) == 0 {
			break
		}
		for _, id := range ids {
			got = append(got, texts[slices.IndexFunc(texts, func(x string) bool { return annotate.ClaimID(x) == id })])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, page := range [][2]int{{1 << 30, 10}, {0, 0}, {-5, 0}, {3, -1}} {
		if ids, total, err := s.search(context.Background(), "ginger", page[0], page[1]); len(ids) != 0 || total != len(texts) || err != nil {
			t.Errorf("page %v: got %d of %d, %v", page, len(ids), total, err)
		}
	}
}

// Many search while one indexes; then the index closes, and nothing of it is left running.
func TestSearcherConcurrent(t *testing.T) {
	warm := newSearcher(t, filepath.Join(t.TempDir(), "warm"))
	warm.close()
	before := runtime.NumGoroutine()
	s := newSearcher(t, filepath.Join(t.TempDir(), "search"))
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		last := 0
		readers.Go(repeat(done, func() {
			_, total, err := s.search(context.Background(), "nephro ", 0, 10)
			if err != nil || total < last {
				t.Errorf("got %d after %d, %v", total, last, err)
			}
			last = total
		}))
	}
	random := rand.New(rand.NewPCG(1, 1))
	for i := range 20 {
		if err := s.index(context.Background(), madeUpClaims(random, 10), uint64(i+1)); err != nil {
			t.Error(err)
		}
		if got := s.seen(); got != uint64(i+1) {
			t.Errorf("has seen %d, want %d", got, i+1)
		}
	}
	close(done)
	readers.Wait()
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	for wait := 0; runtime.NumGoroutine() > before && wait < 1000; wait++ {
		time.Sleep(10 * time.Millisecond)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
	if _, _, err := s.search(context.Background(), "nephro", 0, 10); err == nil {
		t.Error("a search of a closed index")
	}
}

func TestSearchContextEnds(t *testing.T) {
	s := newSearcher(t, filepath.Join(t.TempDir(), "search"))
	indexTexts(t, s, 1, "Ginger relieves nausea.")
	ended := endedContext()
	if _, _, err := s.search(ended, "ginger", 0, 10); !errors.Is(err, context.Canceled) {
		t.Errorf("search: got %v", err)
	}
	if err := s.index(ended, nil, 2); !errors.Is(err, context.Canceled) || s.seen() != 1 {
		t.Errorf("index: got %v, seen %d", err, s.seen())
	}
}

// No text is an error, of any length, and none takes long.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{"", " ", `"`, `""`, `"a" b "`, "+-&&||!(){}[]^~*?:\\/", "\x00\xff\xfe", strings.Repeat("a", 1<<20),
		strings.Repeat("a ", 1<<16), strings.Repeat(`"`, 1<<12), strings.Repeat("é", 500), "🏳️‍🌈", "\u202e\u200b", "т", "ﷺ", "İ", "text:a", "(((((", "a\u0301\u0301\u0301"} {
		f.Add(s)
	}
	s := newSearcher(f, filepath.Join(f.TempDir(), "search"))
	if err := s.index(context.Background(), madeUpClaims(rand.New(rand.NewPCG(1, 1)), 200), 1); err != nil {
		f.Fatal(err)
	}
	n := uint64(1)
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		ids, total, err := s.search(context.Background(), text, 0, 10)
		if err != nil || len(ids) > 10 || total < len(ids) {
			t.Errorf("%q: got %d of %d, %v", text, len(ids), total, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q took %v", annotate.Shorten(text, 100), took)
		}
		n++
		if err := s.index(context.Background(), []annotate.Claim{claimOf(text)}, n); err != nil {
			t.Errorf("indexing %q: %v", annotate.Shorten(text, 100), err)
		}
	})
}
