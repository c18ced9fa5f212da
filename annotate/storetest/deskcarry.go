package storetest

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

var carryingPromises = []promise{
	{"keeps what was dropped dropped", carryDropped},
	{"makes again what editors made", carryMade},
	{"makes nothing twice that the extractor finds by now", carryFound},
	{"names what is no longer in the text", carryLost},
	{"brings back what was lost when the text comes back", carryBack},
	{"leaves what was restored alone", carryRestored},
	{"misses no edit that comes in between", carryRace},
	{"is not undone as a whole", carryUndone},
}

// reads imports a text of the zinc page through the desk.
func (b *bench) reads(sentences ...string) (annotate.Article, annotate.ImportResult) {
	b.Helper()
	r, err := b.desk().Import(b.ctx, "importer", unread(zincPage, b.later(), sentences...))
	got := one(b, r, err)
	return got.Article, got
}

func (b *bench) dropText(a annotate.Article, text string) annotate.MentionRow {
	b.Helper()
	for _, r := range walk(b, b.mentions(a.ID, 0), 0) {
		if r.Claim.Text == text {
			b.done(b.desk().DropClaim(b.ctx, "ana", []uuid.UUID{r.Mention.ID}, annotate.NotAClaim, ""))
			return r
		}
	}
	b.Fatalf("%q is not said", text)
	return annotate.MentionRow{}
}

func carryDropped(b *bench) {
	a, _ := b.reads("Zinc helps.", "Iron helps.")
	b.dropText(a, "Zinc helps.")
	next, r := b.reads("Intro.", "Zinc helps.", "Iron helps.")
	same(b, "claims", b.said(a.ID), []string{"Intro.", "Iron helps."})
	same(b, "result", [2]int{r.Claims, r.Mentions}, [2]int{2, 2})
	down := walk(b, b.dropped(a.ID, 0), 0)
	same(b, "dropped", mentionTexts(down), []string{"Zinc helps."})
	same(b, "in the new text", [2]int{down[0].Mention.Revision, down[0].Mention.Anchor.Start}, [2]int{2, next.Blocks[1].Start})
	same(b, "deed", down[0].Edit.Deed, annotate.Carried)
	b.done(b.desk().RestoreClaim(b.ctx, "ana", down[0].Mention.ID))
	same(b, "restored", b.said(a.ID), []string{"Intro.", "Zinc helps.", "Iron helps."})
}

func carryMade(b *bench) {
	a, _ := b.reads("Zinc helps.", "Iron helps.")
	rows := walk(b, b.mentions(a.ID, 0), 0)
	x := rows[1].Entry()
	x.Population = "children"
	b.done(b.desk().EditClaim(b.ctx, "ana", rows[1].Mention.ID, x))
	b.done(b.desk().SplitClaim(b.ctx, "ben", rows[0].Mention.ID, []annotate.Entry{entry(a, 0, "Zinc A."), entry(a, 0, "Zinc B.")}))
	next, r := b.reads("Intro.", "Zinc helps.", "Iron helps.")
	same(b, "claims", b.said(a.ID), []string{"Intro.", "Zinc A.", "Zinc B.", "Iron helps."})
	same(b, "result", [4]int{r.Claims, r.Mentions, r.Carried, r.Lost}, [4]int{4, 4, 3, 0})
	for _, m := range walk(b, b.mentions(a.ID, 0), 0) {
		switch m.Claim.Text {
		case "Iron helps.":
			same(b, "by and population", [2]string{m.Mention.By, m.Mention.Population}, [2]string{"ana", "children"})
		case "Zinc A.", "Zinc B.":
			same(b, "by and block", []any{m.Mention.By, m.Mention.Block}, []any{"ben", 1})
			same(b, "place", m.Mention.Anchor.Start, next.Blocks[1].Start)
		}
	}
	b.reads("Zinc helps.", "Iron helps.", "Outro.")
	same(b, "claims of the third text", b.said(a.ID), []string{"Zinc A.", "Zinc B.", "Iron helps.", "Outro."})
}

func carryFound(b *bench) {
	r, err := b.deskWith(b.store, talkative{}).Import(b.ctx, "importer", unread(zincPage, b.later(), "Zinc helps."))
	a := one(b, r, err).Article
	x := entry(a, 0, "Zinc helps.")
	b.done(b.desk().AddClaim(b.ctx, "ana", a.ID, 1, x))
	b.reads("Zinc helps.", "Iron helps.")
	same(b, "claims", b.said(a.ID), []string{"Zinc helps.", "Iron helps."})
	same(b, "the editor's own", walk(b, b.mentions(a.ID, 0), 0)[0].Mention.Population, x.Population)
}

func carryLost(b *bench) {
	a, _ := b.reads("Zinc helps.", "Iron helps.")
	made := b.done(b.desk().AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 0, "Zinc is good for you.")))
	_, r := b.reads("Iron helps.", "Copper helps.")
	same(b, "claims", b.said(a.ID), []string{"Iron helps.", "Copper helps."})
	same(b, "result", [2]int{r.Carried, r.Lost}, [2]int{0, 1})
	down := walk(b, b.dropped(a.ID, 0), 0)
	same(b, "lost", rowIDs(down), made.Keeps)
	same(b, "dropped in its own revision", down[0].Dropped, false)
}

func carryBack(b *bench) {
	a, _ := b.reads("Zinc helps.", "Iron helps.")
	b.done(b.desk().AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 0, "Zinc is good for you.")))
	b.dropText(a, "Zinc helps.")
	b.reads("Iron helps.")
	same(b, "claims without zinc", b.said(a.ID), []string{"Iron helps."})
	b.reads("Iron helps.", "Zinc helps.")
	same(b, "claims with zinc", b.said(a.ID), []string{"Iron helps.", "Zinc is good for you."})
	same(b, "dropped", mentionTexts(walk(b, b.dropped(a.ID, 0), 0)), []string{"Zinc helps."})
}

func carryRestored(b *bench) {
	a, _ := b.reads("Zinc helps.", "Iron helps.")
	r := b.dropText(a, "Zinc helps.")
	b.done(b.desk().RestoreClaim(b.ctx, "ana", r.Mention.ID))
	b.reads("Iron helps.", "Zinc helps.")
	same(b, "claims", b.said(a.ID), []string{"Iron helps.", "Zinc helps."})
	same(b, "dropped", len(walk(b, b.dropped(a.ID, 0), 0)), 0)
}

func carryRace(b *bench) {
	a, _ := b.reads("Zinc helps.", "Iron helps.")
	r := &rivalled{Store: b.store, rivals: []func(){func() { b.dropText(a, "Zinc helps.") }}}
	_, err := b.deskWith(r, talker()).Import(b.ctx, "importer", unread(zincPage, b.later(), "Zinc helps.", "Copper helps."))
	one(b, 0, err)
	same(b, "tries", r.tried, 2)
	same(b, "claims", b.said(a.ID), []string{"Copper helps."})
}

func carryUndone(b *bench) {
	a, _ := b.reads("Zinc helps.", "Iron helps.")
	b.dropText(a, "Zinc helps.")
	b.reads("Zinc helps.", "Copper helps.")
	carried := walk(b, b.edits(a.ID), 0)[0].Edit
	same(b, "deed", carried.Deed, annotate.Carried)
	_, err := b.desk().Undo(b.ctx, "ana", carried.ID)
	wantKind(b, "undone", err, annotate.ErrForbidden)
}
