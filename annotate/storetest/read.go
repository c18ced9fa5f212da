package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// lister reads one page of a list.
type lister[T any] func(p annotate.Page) (annotate.List[T], error)

// walk reads a list to its end, limit items a page, and checks what every page promises of itself.
func walk[T any](b *bench, list lister[T], limit int) []T {
	b.Helper()
	var all []T
	page := annotate.Page{Limit: limit}
	for n := 0; ; n++ {
		l, err := list(page)
		if err != nil {
			b.Fatalf("page %d: %v", n+1, err)
		}
		checkPage(b, l, len(all), page.Size())
		all = append(all, l.Items...)
		if page.After = l.Next; page.After == "" {
			break
		}
		if n > l.Total {
			b.Fatalf("a list of %d does not end", l.Total)
		}
	}
	return all
}

// checkPage checks one page of a list that does not change, of which the pages before held so many items.
func checkPage[T any](b *bench, l annotate.List[T], before, size int) {
	b.Helper()
	want := min(size, l.Total-before)
	if len(l.Items) != want {
		b.Errorf("after %d of %d: %d items, want %d", before, l.Total, len(l.Items), want)
	}
	first := before + 1
	if len(l.Items) == 0 {
		first = 0
	}
	if l.First != first {
		b.Errorf("after %d of %d: First is %d, want %d", before, l.Total, l.First, first)
	}
	if last := before+len(l.Items) == l.Total; last != (l.Next == "") {
		b.Errorf("after %d of %d, with %d items: Next is %q", before, l.Total, len(l.Items), l.Next)
	}
}

func (b *bench) article(id uuid.UUID, revision int) annotate.Article {
	b.Helper()
	v, err := b.store.Article(b.ctx, id, revision)
	return one(b, v, err)
}

func (b *bench) row(id uuid.UUID) annotate.ArticleRow {
	b.Helper()
	v, err := b.store.ArticleRow(b.ctx, id)
	return one(b, v, err)
}

func (b *bench) claim(id uuid.UUID) annotate.ClaimRow {
	b.Helper()
	v, err := b.store.Claim(b.ctx, id)
	return one(b, v, err)
}

// standing is a claim's standing now.
func (b *bench) standing(id uuid.UUID) annotate.Standing {
	b.Helper()
	return b.standingAt(id, time.Time{})
}

func (b *bench) standingAt(id uuid.UUID, asOf time.Time) annotate.Standing {
	b.Helper()
	v, err := b.store.Standing(b.ctx, id, asOf)
	return one(b, v, err)
}

func (b *bench) citation(pmid string) annotate.Citation {
	b.Helper()
	v, err := b.store.Citation(b.ctx, pmid)
	return one(b, v, err)
}

func (b *bench) evidenceRow(id uuid.UUID) annotate.EvidenceRow {
	b.Helper()
	v, err := b.store.Evidence(b.ctx, id)
	return one(b, v, err)
}

func (b *bench) counts() annotate.Counts {
	b.Helper()
	v, err := b.store.Counts(b.ctx)
	return one(b, v, err)
}

func (b *bench) articles(p annotate.Page) (annotate.List[annotate.ArticleRow], error) {
	return b.store.Articles(b.ctx, p)
}

func (b *bench) citations(p annotate.Page) (annotate.List[annotate.Citation], error) {
	return b.store.Citations(b.ctx, p)
}

func (b *bench) claims(state annotate.ReviewState) lister[annotate.ClaimRow] {
	return func(p annotate.Page) (annotate.List[annotate.ClaimRow], error) {
		return b.store.Claims(b.ctx, state, p)
	}
}

func (b *bench) found(query string) lister[annotate.ClaimRow] {
	return func(p annotate.Page) (annotate.List[annotate.ClaimRow], error) {
		return b.store.SearchClaims(b.ctx, query, p)
	}
}

func (b *bench) mentions(article uuid.UUID, revision int) lister[annotate.MentionRow] {
	return func(p annotate.Page) (annotate.List[annotate.MentionRow], error) {
		return b.store.Mentions(b.ctx, article, revision, p)
	}
}

func (b *bench) madeIn(claim uuid.UUID) lister[annotate.MadeIn] {
	return func(p annotate.Page) (annotate.List[annotate.MadeIn], error) {
		return b.store.ClaimMentions(b.ctx, claim, p)
	}
}

func (b *bench) claimEvidence(claim uuid.UUID, asOf time.Time) lister[annotate.EvidenceRow] {
	return func(p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
		return b.store.ClaimEvidence(b.ctx, claim, asOf, p)
	}
}

func (b *bench) citedPapers(p annotate.Page) (annotate.List[annotate.Citation], error) {
	return b.store.CitedPapers(b.ctx, p)
}

func (b *bench) noticeChecks(citation uuid.UUID) lister[annotate.NoticeCheck] {
	return func(p annotate.Page) (annotate.List[annotate.NoticeCheck], error) {
		return b.store.NoticeChecks(b.ctx, citation, p)
	}
}

func (b *bench) searches(claim uuid.UUID, asOf time.Time) lister[annotate.Search] {
	return func(p annotate.Page) (annotate.List[annotate.Search], error) {
		return b.store.ClaimSearches(b.ctx, claim, asOf, p)
	}
}

func (b *bench) citationEvidence(citation uuid.UUID) lister[annotate.EvidenceRow] {
	return func(p annotate.Page) (annotate.List[annotate.EvidenceRow], error) {
		return b.store.CitationEvidence(b.ctx, citation, p)
	}
}

func (b *bench) gradesOf(claim uuid.UUID, asOf time.Time) lister[annotate.Grade] {
	return func(p annotate.Page) (annotate.List[annotate.Grade], error) {
		return b.store.ClaimGrades(b.ctx, claim, asOf, p)
	}
}

func (b *bench) events(subject uuid.UUID) lister[annotate.Event] {
	return func(p annotate.Page) (annotate.List[annotate.Event], error) { return b.store.Events(b.ctx, subject, p) }
}

// texts is the text of the claims of rows.
func texts(rows []annotate.ClaimRow) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.Claim.Text
	}
	return out
}
