package llm

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"claimlens/annotate"
)

// long is an article of n paragraphs of about 100 tokens each.
func long(n int) annotate.Article {
	var paragraphs []string
	for i := range n {
		paragraphs = append(paragraphs, fmt.Sprintf("Salt number %d raises blood pressure in adults. ", i)+strings.Repeat("Nobody knows why it does so. ", 12))
	}
	return article(paragraphs...)
}

// Chunks hold every block once, in order, whole where it fits, and are no longer than they may be.
func TestChunks(t *testing.T) {
	huge := strings.Repeat("Salt raises blood pressure in many adults. ", 400) + strings.Repeat("salt", 5000) + strings.Repeat(" 塩は血圧を上げる。", 2000)
	for _, a := range []annotate.Article{long(1), long(50), article("# A", "# B", huge, "# C", "Salt raises it.", "# D"), article("# A")} {
		var got strings.Builder
		last := chunk(nil)
		for _, c := range chunksOf(a, annotate.NewText(a.Text)) {
			n := 0
			for _, p := range c {
				got.WriteString(a.Text[p.start:p.end])
				n += tokensOf(a.Text[p.start:p.end])
			}
			if n > chunkTokens+10 {
				t.Errorf("a chunk of %d tokens", n)
			}
			if k := a.Blocks[c[len(c)-1].block].Kind; !holdsClaims(k) {
				t.Errorf("a chunk ends with a %s", k)
			}
			last = c
		}
		want := strings.ReplaceAll(strings.TrimSuffix(a.Text, "\n\n# D"), "\n\n", "")
		if last == nil {
			want = ""
		}
		if got.String() != want {
			t.Errorf("the chunks hold %d bytes of %d", got.Len(), len(want))
		}
	}
}

func TestHalves(t *testing.T) {
	a := article("One raises it. Two raises it. Three raises it.", "Four.")
	text := annotate.NewText(a.Text)
	c := chunksOf(a, text)[0]
	halves := c.halves(a)
	if len(halves) != 2 || len(halves[0]) != 1 || len(halves[1]) != 1 {
		t.Fatalf("got %v", halves)
	}
	again := halves[0].halves(a)
	if len(again) != 2 {
		t.Fatalf("got %v", again)
	}
	sentence := chunk{{0, 0, 14}}
	if got := sentence.halves(a); len(got) != 1 {
		t.Errorf("a sentence has halves: %v", got)
	}
	headed := chunksOf(salt, annotate.NewText(salt.Text))[0]
	if got := headed.halves(salt); len(got) != 2 || len(got[0]) != 1 || got[0][0].block != 1 {
		t.Errorf("got %v, want the two paragraphs without their heading", got)
	}
}

// Every chunk is asked about with its title and what stands before it, a few at a time.
func TestManyChunks(t *testing.T) {
	var now, most atomic.Int32
	s := serve(t, func(w http.ResponseWriter, n int, q asked) {
		if k := now.Add(1); k > most.Load() {
			most.Store(k)
		}
		defer now.Add(-1)
		time.Sleep(5 * time.Millisecond)
		if q.Title != "Salt and pressure" || (q.Blocks[0].Block > 1) != (q.Before != "") || len(q.Before) > contextLength {
			t.Errorf("got %q, %q", q.Title, q.Before)
		}
		sentences(w, n, q)
	})
	drafts, report, err := s.extractor(t, func(c *Config) { c.Concurrency = 3 }).Claims(context.Background(), long(100))
	if err != nil || len(drafts) != 100 || report.Requests != len(s.requests()) || report.Requests < 8 {
		t.Errorf("got %d claims in %d requests: %v", len(drafts), report.Requests, err)
	}
	if most.Load() > 3 {
		t.Errorf("%d requests at the same time, want 3 at most", most.Load())
	}
	for i, d := range drafts {
		if d.Block != i {
			t.Fatalf("claim %d is of block %d", i, d.Block)
		}
	}
}

// One chunk that fails fails the article, and what was paid for is known all the same.
func TestOneChunkFails(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, n int, q asked) {
		if n == 3 {
			refuse(w, 400, "no")
			return
		}
		sentences(w, n, q)
	})
	x := s.extractor(t, func(c *Config) { c.Concurrency = 1 })
	drafts, report, err := x.Claims(context.Background(), long(100))
	if err == nil || len(drafts) > 0 || report.Requests != 2 || x.Total().TokensIn != 2000 {
		t.Errorf("got %d claims, %+v, %v", len(drafts), report, err)
	}
}

// An answer that grew too long is asked for in halves, down to a sentence.
func TestLongAnswers(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, n int, q asked) {
		size := 0
		for _, b := range q.Blocks {
			size += len(b.Text)
		}
		if size > 1500 {
			finish(w, answerJSON(claimJSON(1, "x", "y"))[:20], "length")
			return
		}
		sentences(w, n, q)
	})
	a := long(10)
	dir := t.TempDir()
	cached := func(c *Config) { c.Cache = dir }
	drafts, err := s.extractor(t, cached).Extract(context.Background(), a)
	if err != nil || len(drafts) != 10 {
		t.Errorf("got %d claims: %v", len(drafts), err)
	}
	before := len(s.requests())
	if drafts, err = s.extractor(t, cached).Extract(context.Background(), a); err != nil || len(drafts) != 10 || len(s.requests()) != before {
		t.Errorf("the second time: %d claims, %d more requests: %v", len(drafts), len(s.requests())-before, err)
	}

	s = serve(t, func(w http.ResponseWriter, _ int, _ asked) { finish(w, "", "length") })
	if _, err = s.extractor(t, nil).Extract(context.Background(), salt); err == nil || !strings.Contains(err.Error(), "longer than it may be: “Salt raises blood pressure in adults.”") || len(s.requests()) > 20 {
		t.Errorf("got %v after %d requests", err, len(s.requests()))
	}
}

func TestTooMuchText(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, int, asked) { t.Error("it was asked") })
	a := article(strings.Repeat("Salt raises blood pressure. ", 30_000))
	if _, err := s.extractor(t, nil).Extract(context.Background(), a); err == nil || !strings.Contains(err.Error(), "more than the 150000") {
		t.Errorf("got %v", err)
	}
}
