package storetest

import (
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var mentionPromises = []promise{
	{"comes back with all fields", mentionRoundTrip},
	{"is listed in the order of the text", mentionOrder},
	{"carries its claim's standing", mentionStanding},
	{"of one claim twice is two mentions", mentionTwice},
	{"is listed by claim, the article read last first", mentionByClaim},
	{"may be added later", mentionLater},
	{"of a former revision counts for that one alone", mentionFormer},
}

func mentionRoundTrip(b *bench) {
	a := fullArticle()
	c := told(a, b.later())
	for i := range c.Mentions {
		c.Mentions[i].Wording = []annotate.Wording{annotate.NoRelation, annotate.Correlational, annotate.Conditional}[i]
		c.Mentions[i].Worth = []float64{0, 1, 0.123456789}[i]
		c.Mentions[i].Hedged = i == 1
		c.Mentions[i].Population = []string{"", "adults over 65 – „älter“", "people with uremia"}[i]
		c.Mentions[i].Species = []string{"mice", "", "cells"}[i]
		c.Mentions[i].Reasons = [][]string{nil, {"größer – 大"}, {"b", "a", "b"}}[i]
	}
	b.record(c)
	rows := walk(b, b.mentions(a.ID, 1), 0)
	if len(rows) != 3 {
		b.Fatalf("got %d mentions, want 3", len(rows))
	}
	for i, r := range rows {
		same(b, "mention", r.Mention, c.Mentions[i])
		same(b, "claim", r.Claim, c.Claims[i])
	}
}

func mentionOrder(b *bench) {
	a := article("https://example.org/a", b.later(), numbered(25, "Claim")...)
	c := told(a, b.now)
	want := mentionIDs(c.Mentions)
	for i, j := 0, len(c.Mentions)-1; i < j; i, j = i+1, j-1 {
		c.Mentions[i], c.Mentions[j] = c.Mentions[j], c.Mentions[i]
	}
	b.record(c)
	var got []annotate.Mention
	for _, r := range walk(b, b.mentions(a.ID, 0), 4) {
		got = append(got, r.Mention)
	}
	same(b, "order", mentionIDs(got), want)
}

func mentionIDs(mentions []annotate.Mention) []uuid.UUID {
	out := make([]uuid.UUID, len(mentions))
	for i, m := range mentions {
		out[i] = m.ID
	}
	return out
}

func mentionStanding(b *bench) {
	a := b.tells("https://example.org/a", "Zinc helps.", "Iron helps.")
	b.tells("https://example.org/b", "Copper helps.")
	b.cites(paper("11"))
	b.links(annotate.ClaimID("Iron helps."), "11", annotate.Disputes)
	b.signs(annotate.ClaimID("Iron helps."), "ana", annotate.Mixed, zero)
	for _, r := range walk(b, b.mentions(a.ID, 0), 0) {
		same(b, "row of "+r.Claim.Text, r.ClaimRow, b.claim(r.Claim.ID))
	}
}

func mentionTwice(b *bench) {
	a := b.tells("https://example.org/a", "Zinc helps.", "Iron helps.", "Zinc helps.")
	same(b, "mentions", mentionTexts(walk(b, b.mentions(a.ID, 0), 0)), []string{"Zinc helps.", "Iron helps.", "Zinc helps."})
	same(b, "claims in the row", b.row(a.ID).Claims, 2)
	same(b, "places of the claim", len(walk(b, b.madeIn(annotate.ClaimID("Zinc helps.")), 1)), 2)
	same(b, "articles in its standing", b.standing(annotate.ClaimID("Zinc helps.")).Articles, 1)
	b.signs(annotate.ClaimID("Zinc helps."), "ana", annotate.Mixed, zero)
	same(b, "graded in the row", b.row(a.ID).Graded, 1)
}

func mentionByClaim(b *bench) {
	var want []string
	for i, name := range []string{"c", "a", "b"} {
		read := time.Date(2026, 2, 3-i, 0, 0, 0, 0, time.UTC)
		x := article("https://example.org/"+name, read, "Intro to "+name+".", "Zinc helps.")
		b.record(told(x, b.later()))
		want = append(want, x.URL)
	}
	var got []string
	for _, m := range walk(b, b.madeIn(annotate.ClaimID("Zinc helps.")), 2) {
		got = append(got, m.Article.URL)
		same(b, "row of "+m.Article.URL, m.Article, b.row(m.Article.ID))
		same(b, "mention's article", m.Mention.Article, m.Article.ID)
	}
	same(b, "article read last first", got, want)
	same(b, "articles", b.standing(annotate.ClaimID("Zinc helps.")).Articles, 3)
}

func mentionLater(b *bench) {
	a := article("https://example.org/a", b.later(), "Zinc helps.", "Iron helps.")
	c := told(a, b.now)
	first := c
	first.Claims, first.Mentions = c.Claims[1:], c.Mentions[1:]
	b.record(first)
	then := annotate.Change{Actor: "editor", Kind: annotate.ArticleChanged, Time: b.later(), Subject: a.ID}
	then.Claims, then.Mentions = c.Claims[:1], c.Mentions[:1]
	b.record(then)
	same(b, "mentions", mentionTexts(walk(b, b.mentions(a.ID, 0), 0)), []string{"Zinc helps.", "Iron helps."})
	same(b, "claims", b.row(a.ID).Claims, 2)
	same(b, "articles", b.standing(annotate.ClaimID("Zinc helps.")).Articles, 1)
}

func mentionFormer(b *bench) {
	a := b.tells("https://example.org/a", "Zinc helps.", "Iron helps.")
	b.retells(a, "Copper helps.")
	then := annotate.Change{Actor: "editor", Kind: annotate.ArticleChanged, Time: b.later(), Subject: a.ID}
	then.Mentions = []annotate.Mention{mention(a, 0, annotate.ClaimID("Copper helps."))}
	b.record(then)
	same(b, "mentions of the former", len(walk(b, b.mentions(a.ID, 1), 0)), 3)
	same(b, "claims of the latest", b.row(a.ID).Claims, 1)
	same(b, "articles", b.standing(annotate.ClaimID("Copper helps.")).Articles, 1)
}
