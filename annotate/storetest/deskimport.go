package storetest

import (
	"errors"
	"fmt"
	"sync/atomic"

	"claimlens/annotate"
)

var importPromises = []promise{
	{"keeps an article and its claims", importNew},
	{"of the same text changes nothing", importAgain},
	{"of a changed page makes its next revision", importChanged},
	{"of a claim met elsewhere joins it", importShared},
	{"of a text without claims keeps the text", importNoClaims},
	{"refuses an article that is none", importInvalid},
	{"keeps nothing when the claims can't be had", importExtractorFails},
	{"tries again when somebody was faster", importRace},
	{"gives up when somebody always is", importLost},
	{"of many articles at once keeps all", importAtOnce},
}

const zincPage = "https://example.org/zinc"

func importNew(b *bench) {
	a := unread(zincPage, b.now, "Zinc helps.", "Iron helps.", "zinc helps")
	r, err := b.desk().Import(b.ctx, "ana", a)
	got := one(b, r, err)
	if got.Claims != 2 || got.NewClaims != 2 || got.Mentions != 3 || got.Unchanged || got.Article.Revision != 1 {
		b.Errorf("got revision %d with %d claims, %d new, %d mentions, unchanged %v; want 1, 2, 2, 3, false",
			got.Article.Revision, got.Claims, got.NewClaims, got.Mentions, got.Unchanged)
	}
	a.Revision = 1
	same(b, "article", b.article(a.ID, 0), a)
	same(b, "mentions", mentionTexts(walk(b, b.mentions(a.ID, 0), 0)), []string{"Zinc helps.", "Iron helps.", "zinc helps"})
	same(b, "the first wording is the claim's", b.claim(zinc).Claim.Text, "Zinc helps.")
	e := walk(b, b.events(a.ID), 0)[0]
	same(b, "actor", e.Actor, "ana")
	same(b, "kinds", b.kinds(), []annotate.EventKind{annotate.ArticleImported})
}

func importAgain(b *bench) {
	asked := new(atomic.Int32)
	d := b.deskWith(b.store, byBlock{asked: asked})
	a := unread(zincPage, b.now, "Zinc helps.")
	r, err := d.Import(b.ctx, "ana", a)
	first := one(b, r, err)
	before := b.counts()
	a.Read, a.Title = b.later(), "Another title for the same text"
	r, err = d.Import(b.ctx, "ben", a)
	again := one(b, r, err)
	if !again.Unchanged || again.NewClaims != 0 {
		b.Errorf("got %+v, want unchanged", again)
	}
	same(b, "article", again.Article, first.Article)
	same(b, "counts", b.counts(), before)
	same(b, "times the claims were looked for", asked.Load(), int32(1))
}

func importChanged(b *bench) {
	d := b.desk()
	_, err := d.Import(b.ctx, "ana", unread(zincPage, b.now, "Zinc helps.", "Iron helps."))
	one(b, 0, err)
	r, err := d.Import(b.ctx, "ana", unread(zincPage, b.later(), "Iron helps.", "Copper helps."))
	got := one(b, r, err)
	if got.Unchanged || got.Article.Revision != 2 || got.Claims != 2 || got.NewClaims != 1 || got.Mentions != 2 {
		b.Errorf("got %+v, want revision 2 with 2 claims, 1 of them new", got)
	}
	same(b, "kinds", b.kinds(), []annotate.EventKind{annotate.ArticleImported, annotate.ArticleChanged})
	same(b, "mentions", mentionTexts(walk(b, b.mentions(got.Article.ID, 0), 0)), []string{"Iron helps.", "Copper helps."})
	r, err = d.Import(b.ctx, "ana", unread(zincPage, b.later(), "Zinc helps.", "Iron helps."))
	same(b, "revision when the old text is back", one(b, r, err).Article.Revision, 3)
}

func importShared(b *bench) {
	d := b.desk()
	_, err := d.Import(b.ctx, "ana", unread(zincPage, b.now, "Zinc helps."))
	one(b, 0, err)
	met := b.claim(zinc).Claim
	r, err := d.Import(b.ctx, "ben", unread("https://example.org/other", b.now, "“Other”: an intro.", "ZINC  helps"))
	got := one(b, r, err)
	if got.Claims != 2 || got.NewClaims != 1 {
		b.Errorf("got %d claims, %d new; want 2, 1", got.Claims, got.NewClaims)
	}
	same(b, "claim", b.claim(zinc).Claim, met)
	same(b, "articles", b.standing(zinc).Articles, 2)
	same(b, "places", len(walk(b, b.madeIn(zinc), 0)), 2)
}

func importNoClaims(b *bench) {
	a := unread(zincPage, b.now)
	a.Text = "No block, no claim."
	a = a.Complete()
	r, err := b.desk().Import(b.ctx, "ana", a)
	got := one(b, r, err)
	if got.Claims != 0 || got.Unchanged {
		b.Errorf("got %+v, want no claims", got)
	}
	same(b, "row", b.row(a.ID).Claims, 0)
}

func importInvalid(b *bench) {
	a := unread(zincPage, b.now, "Zinc helps.")
	a.Text = " "
	_, err := b.desk().Import(b.ctx, "ana", a.Complete())
	wantKind(b, "a blank text", err, annotate.ErrInvalid)
	same(b, "counts", b.counts(), annotate.Counts{})
}

func importExtractorFails(b *bench) {
	broken := errors.New("out of order")
	d := b.deskWith(b.store, byBlock{asked: new(atomic.Int32), err: broken})
	_, err := d.Import(b.ctx, "ana", unread(zincPage, b.now, "Zinc helps."))
	wantKind(b, "import", err, broken)
	same(b, "counts", b.counts(), annotate.Counts{})
}

func importRace(b *bench) {
	mine := unread(zincPage, b.now, "Zinc helps.", "Iron helps.")
	for what, x := range map[string]struct {
		rival     annotate.Article
		revision  int
		unchanged bool
	}{
		"by the same text":                      {unread(zincPage, b.later(), "Zinc helps.", "Iron helps."), 1, true},
		"by another text":                       {unread(zincPage, b.later(), "Copper helps."), 2, false},
		"by another article that shares claims": {unread("https://example.org/other", b.later(), "Zinc helps."), 1, false},
	} {
		b := b.another()
		asked := new(atomic.Int32)
		store := &rivalled{Store: b.store}
		store.rivals = []func(){func() {
			_, err := b.desk().Import(b.ctx, "ben", x.rival)
			one(b, 0, err)
		}}
		r, err := b.deskWith(store, byBlock{asked: asked}).Import(b.ctx, "ana", mine)
		got := one(b, r, err)
		if got.Article.Revision != x.revision || got.Unchanged != x.unchanged {
			b.Errorf("%s: got revision %d, unchanged %v; want %d, %v", what, got.Article.Revision, got.Unchanged, x.revision, x.unchanged)
		}
		same(b, what+": times the claims were looked for", asked.Load(), int32(1))
	}
}

func importLost(b *bench) {
	store := &rivalled{Store: b.store}
	for i := range 20 {
		store.rivals = append(store.rivals, func() {
			_, err := b.desk().Import(b.ctx, "ben", unread(zincPage, b.now, fmt.Sprintf("Text %d.", i)))
			one(b, 0, err)
		})
	}
	_, err := b.deskWith(store, byBlock{asked: new(atomic.Int32)}).Import(b.ctx, "ana", unread(zincPage, b.now, "Zinc helps."))
	wantKind(b, "import", err, annotate.ErrConflict)
	if store.tried < 2 || store.tried > 10 {
		b.Errorf("tried %d times, want a few", store.tried)
	}
}

func importAtOnce(b *bench) {
	d := b.freeDesk()
	together(8, func(i int) {
		a := unread(fmt.Sprintf("https://example.org/%d", i), b.now, fmt.Sprintf("Intro %d.", i), fmt.Sprintf("Zinc helps group %d.", i/2))
		if r, err := d.Import(b.ctx, "ana", a); err != nil || r.Claims != 2 {
			b.Errorf("got %d claims, %v; want 2", r.Claims, err)
		}
	})
	same(b, "counts", b.counts(), annotate.Counts{Events: 8, Articles: 8, Claims: 12, Mentions: 16})
}
