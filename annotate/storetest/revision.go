package storetest

import (
	"claimlens/annotate"
)

var revisionPromises = []promise{
	{"the next one has its own text and mentions", nextRevision},
	{"a former one stays readable", formerRevision},
	{"marks what was said before", currentAndFormer},
	{"moves the counts of rows", countsMove},
	{"may bring back an old text", oldTextAgain},
}

// zincChanged is an article that told of zinc and iron, and now tells of iron and copper.
func zincChanged(b *bench) (first, next annotate.Article) {
	b.Helper()
	first = b.tells("https://example.org/a", "Zinc helps.", "Iron helps.")
	next = b.retells(first, "Intro.", "Iron helps.", "Copper helps.")
	return first, next
}

func nextRevision(b *bench) {
	first, next := zincChanged(b)
	if first.ID != next.ID {
		b.Fatalf("got article %s, want %s", next.ID, first.ID)
	}
	same(b, "latest", b.article(first.ID, 0), next)
	same(b, "its mentions", mentionTexts(walk(b, b.mentions(first.ID, 0), 2)), []string{"Intro.", "Iron helps.", "Copper helps."})
	for _, m := range walk(b, b.mentions(first.ID, 0), 0) {
		same(b, "revision", m.Mention.Revision, 2)
	}
	same(b, "one article", b.counts().Articles, 1)
	same(b, "in the list", articleIDs(walk(b, b.articles, 0)), articleIDs([]annotate.ArticleRow{{ID: first.ID}}))
}

func mentionTexts(rows []annotate.MentionRow) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.Mention.Anchor.Exact
	}
	return out
}

func formerRevision(b *bench) {
	first, _ := zincChanged(b)
	same(b, "revision 1", b.article(first.ID, 1), first)
	same(b, "its mentions", mentionTexts(walk(b, b.mentions(first.ID, 1), 0)), []string{"Zinc helps.", "Iron helps."})
}

func currentAndFormer(b *bench) {
	zincChanged(b)
	for _, x := range []struct {
		claim           string
		current, former int
	}{{"Zinc helps.", 0, 1}, {"Iron helps.", 1, 1}, {"Copper helps.", 1, 0}} {
		current, former := 0, 0
		for _, m := range walk(b, b.madeIn(annotate.ClaimID(x.claim)), 0) {
			if m.Current {
				current++
				same(b, x.claim+" stands in", m.Mention.Revision, 2)
			} else {
				former++
				same(b, x.claim+" stood in", m.Mention.Revision, 1)
			}
		}
		if current != x.current || former != x.former {
			b.Errorf("%s got %d current and %d former, want %d and %d", x.claim, current, former, x.current, x.former)
		}
	}
}

func countsMove(b *bench) {
	first := b.tells("https://example.org/a", "Zinc helps.", "Iron helps.")
	b.signs(annotate.ClaimID("Zinc helps."), "ana", annotate.Supported, zero)
	same(b, "before", claimsAndGraded(b.row(first.ID)), [2]int{2, 1})
	b.retells(first, "Intro.", "Iron helps.", "Copper helps.")
	same(b, "zinc is no longer claimed", claimsAndGraded(b.row(first.ID)), [2]int{3, 0})
	same(b, "articles that claim zinc", b.standing(annotate.ClaimID("Zinc helps.")).Articles, 0)
	same(b, "articles that claim iron", b.standing(annotate.ClaimID("Iron helps.")).Articles, 1)
	b.signs(annotate.ClaimID("Copper helps."), "ana", annotate.Mixed, zero)
	b.signs(annotate.ClaimID("Zinc helps."), "ben", annotate.Mixed, zero)
	same(b, "after copper and zinc were graded", claimsAndGraded(b.row(first.ID)), [2]int{3, 1})
}

func claimsAndGraded(r annotate.ArticleRow) [2]int { return [2]int{r.Claims, r.Graded} }

func oldTextAgain(b *bench) {
	first, next := zincChanged(b)
	third := b.retells(next, "Zinc helps.", "Iron helps.")
	same(b, "text", third.Digest, first.Digest)
	same(b, "latest", b.article(first.ID, 0), third)
	same(b, "mentions", len(walk(b, b.mentions(first.ID, 3), 0)), 2)
	same(b, "articles that claim zinc", b.standing(annotate.ClaimID("Zinc helps.")).Articles, 1)
}
