package storetest

import (
	"context"
	"errors"
	"time"

	"claimlens/annotate"
)

var contextPromises = []promise{
	{"that ended records nothing", endedRecord},
	{"that ended reads nothing", endedRead},
	{"that ends while many wait leaves all or nothing", endsMeanwhile},
}

// ended is a context that was cancelled, and one whose time ran out, with what it says.
func ended(b *bench) map[error]context.Context {
	cancelled, cancel := context.WithCancel(b.ctx)
	cancel()
	late, stop := context.WithDeadline(b.ctx, time.Now().Add(-time.Hour))
	b.Cleanup(stop)
	return map[error]context.Context{context.Canceled: cancelled, context.DeadlineExceeded: late}
}

func endedRecord(b *bench) {
	for want, ctx := range ended(b) {
		e, err := b.store.Record(ctx, cited(b.later(), paper("11")))
		if e.Seq != 0 || !errors.Is(err, want) {
			b.Errorf("got event %d, %v; want none, %v", e.Seq, err, want)
		}
	}
	same(b, "counts", b.counts(), annotate.Counts{})
	b.cites(paper("11"))
}

func endedRead(b *bench) {
	article, claim, citation := manyOfAll(b)
	evidence := walk(b, b.claimEvidence(claim, time.Time{}), 0)[0].Evidence.ID
	b.search("zinc", 1)
	for want, ctx := range ended(b) {
		c := *b
		c.ctx = ctx
		for name, list := range c.allLists(article, claim, citation) {
			if _, err := list(annotate.Page{}); !errors.Is(err, want) {
				b.Errorf("%s: got %v, want %v", name, err, want)
			}
		}
		for name, read := range map[string]func() error{
			"article":       func() error { _, err := b.store.Article(ctx, article, 0); return err },
			"by address":    func() error { _, err := b.store.ArticleByURL(ctx, "https://example.org/a"); return err },
			"article's row": func() error { _, err := b.store.ArticleRow(ctx, article); return err },
			"mention":       func() error { _, err := b.store.Mention(ctx, article); return err },
			"edit":          func() error { _, err := b.store.Edit(ctx, article); return err },
			"claim":         func() error { _, err := b.store.Claim(ctx, claim); return err },
			"search":        func() error { _, err := b.store.SearchClaims(ctx, "zinc", annotate.Page{}); return err },
			"standing":      func() error { _, err := b.store.Standing(ctx, claim, time.Time{}); return err },
			"standing then": func() error { _, err := b.store.Standing(ctx, claim, b.now); return err },
			"citation":      func() error { _, err := b.store.Citation(ctx, "11"); return err },
			"by DOI":        func() error { _, err := b.store.CitationBy(ctx, "10.1000/a"); return err },
			"by nothing":    func() error { _, err := b.store.CitationBy(ctx, ""); return err },
			"evidence":      func() error { _, err := b.store.Evidence(ctx, evidence); return err },
			"papers":        func() error { _, err := b.store.SearchPapers(ctx, asking("zinc")); return err },
			"papers' words": func() error { _, err := b.store.CountPapers(ctx, []string{"zinc"}); return err },
			"counts":        func() error { _, err := b.store.Counts(ctx); return err },
		} {
			if err := read(); !errors.Is(err, want) {
				b.Errorf("%s: got %v, want %v", name, err, want)
			}
		}
	}
}

func endsMeanwhile(b *bench) {
	ctx, cancel := context.WithCancel(b.ctx)
	changes := make([]annotate.Change, crowd)
	errs := make([]error, crowd)
	for i := range changes {
		a := article(b.later().Format("https://example.org/150405"), b.now, numbered(3, b.now.Format("At 150405"))...)
		changes[i] = told(a, b.now)
	}
	together(crowd, func(i int) {
		if i == crowd/2 {
			cancel()
		}
		_, errs[i] = b.store.Record(ctx, changes[i])
	})
	for i, c := range changes {
		if errs[i] != nil && !errors.Is(errs[i], context.Canceled) {
			b.Errorf("got %v, want %v", errs[i], context.Canceled)
		}
		row, err := b.store.ArticleRow(b.ctx, c.Articles[0].ID)
		switch {
		case err == nil && row.Claims != 3:
			b.Errorf("half a change: %d claims, want 3", row.Claims)
		case err != nil && errs[i] == nil:
			b.Errorf("recorded, and yet %v", err)
		}
		if _, err := b.store.Record(b.ctx, c); err != nil {
			b.Errorf("again: %v", err)
		}
	}
	same(b, "counts", b.counts(), annotate.Counts{Events: crowd, Articles: crowd, Claims: 3 * crowd, Mentions: 3 * crowd})
}
