package storetest

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

var editPromises = []promise{
	{"comes back with all fields and its mentions", editRoundTrip},
	{"takes a mention out of the lists and the counts, and puts it back", editDropsAndKeeps},
	{"of one of two places leaves the claim where it is", editOneOfTwo},
	{"is listed under its article and its claims, the last first", editLists},
	{"corrects what a claim is taken for, everywhere", editCorrects},
	{"names what a new text has lost", editLoses},
	{"is an event about the claims that it names", editEvents},
	{"that its editor could not have made is refused", editRefusals},
	{"by somebody who has not read what happened since is refused", editUnread},
}

// edit is an edit of an article's latest revision, not yet recorded.
func (b *bench) edit(a annotate.Article, deed annotate.Deed, drops, keeps []uuid.UUID) annotate.Edit {
	e := annotate.Edit{ID: b.newID(), Article: a.ID, Revision: a.Revision, Deed: deed, Drops: drops, Keeps: keeps, By: "ana", Created: b.later()}
	if deed == annotate.Dropped {
		e.Reason = annotate.NotAClaim
	}
	return e
}

// edited is the change that makes an edit, with the mentions that it makes.
func edited(e annotate.Edit, mentions ...annotate.Mention) annotate.Change {
	c := annotate.Change{Actor: e.By, Kind: annotate.ClaimsEdited, Time: e.Created, Subject: e.Article}
	c.Edits, c.Mentions = []annotate.Edit{e}, mentions
	return c
}

// drops records that mentions are dropped, and is that edit.
func (b *bench) drops(a annotate.Article, mentions ...uuid.UUID) annotate.Edit {
	b.Helper()
	e := b.edit(a, annotate.Dropped, mentions, nil)
	b.record(edited(e))
	return e
}

// keeps records that mentions are put back, and is that edit.
func (b *bench) keeps(a annotate.Article, mentions ...uuid.UUID) annotate.Edit {
	b.Helper()
	e := b.edit(a, annotate.Restored, nil, mentions)
	b.record(edited(e))
	return e
}

// byHand is a mention that an editor makes.
func (b *bench) byHand(a annotate.Article, block int, claim uuid.UUID) annotate.Mention {
	m := mention(a, block, claim)
	m.ID, m.By, m.Population, m.Species = b.newID(), "ana", "adults", "mice"
	return m
}

func (b *bench) dropped(article uuid.UUID, revision int) lister[annotate.MentionRow] {
	return func(p annotate.Page) (annotate.List[annotate.MentionRow], error) {
		return b.store.Dropped(b.ctx, article, revision, p)
	}
}

func (b *bench) edits(subject uuid.UUID) lister[annotate.EditRow] {
	return func(p annotate.Page) (annotate.List[annotate.EditRow], error) {
		return b.store.Edits(b.ctx, subject, p)
	}
}

func (b *bench) mentioned(id uuid.UUID) annotate.MentionRow {
	b.Helper()
	m, err := b.store.Mention(b.ctx, id)
	return one(b, m, err)
}

func rowIDs(rows []annotate.MentionRow) []uuid.UUID {
	out := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		out[i] = r.Mention.ID
	}
	return out
}

func editRoundTrip(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	was := walk(b, b.mentions(a.ID, 0), 0)
	made := b.byHand(a, 0, annotate.ClaimID("Iron helps."))
	e := b.edit(a, annotate.Edited, []uuid.UUID{was[0].Mention.ID}, []uuid.UUID{made.ID})
	e.Comment, e.By = "größer – 大", "änn"
	e.Corrects = []annotate.Correction{{Claim: zinc, Kind: annotate.Safety, Polarity: annotate.Negated, WasKind: annotate.Effect, WasPolarity: annotate.Affirmed}}
	event := b.record(edited(e, made))
	got, err := b.store.Edit(b.ctx, e.ID)
	row := one(b, got, err)
	same(b, "edit", row.Edit, e)
	same(b, "event", row.Seq, event.Seq)
	same(b, "drops", rowIDs(row.Drops), e.Drops)
	same(b, "keeps", rowIDs(row.Keeps), e.Keeps)
	same(b, "mention made by hand", b.mentioned(made.ID).Mention, made)
	same(b, "its claim's row", b.mentioned(made.ID).ClaimRow, b.claim(made.Claim))
	for _, id := range []uuid.UUID{made.ID, was[0].Mention.ID} {
		m := b.mentioned(id)
		if m.Edit == nil || m.Edit.ID != e.ID || m.Edit.Deed != e.Deed || m.Edit.By != e.By || len(m.Edit.Drops) > 0 {
			b.Errorf("the last edit of %s: got %+v", m.Mention, m.Edit)
		}
		same(b, "dropped", m.Dropped, id != made.ID)
	}
	same(b, "an untouched mention's edit", b.mentioned(was[1].Mention.ID).Edit, nil)
	for what, err := range map[string]error{"edit": second(b.store.Edit(b.ctx, zinc)), "mention": second(b.store.Mention(b.ctx, zinc))} {
		wantKind(b, "no "+what, err, annotate.ErrNotFound)
	}
}

func second[T any](_ T, err error) error { return err }

func editDropsAndKeeps(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	b.signs(zinc, "ana", annotate.Supported, zero)
	id := walk(b, b.mentions(a.ID, 0), 0)[0].Mention.ID
	check := func(what string, stand, down []string, row [3]int, articles int, current bool) {
		b.Helper()
		same(b, what+": what stands", mentionTexts(walk(b, b.mentions(a.ID, 0), 1)), stand)
		same(b, what+": what does not", mentionTexts(walk(b, b.dropped(a.ID, 0), 1)), down)
		r := b.row(a.ID)
		same(b, what+": claims, graded and dropped in the row", [3]int{r.Claims, r.Graded, r.Dropped}, row)
		same(b, what+": articles in the standing", b.standing(zinc).Articles, articles)
		place := walk(b, b.madeIn(zinc), 0)[0]
		same(b, what+": current, dropped", [2]bool{place.Current, place.Dropped}, [2]bool{current, !current})
		same(b, what+": counts", b.counts().Mentions, 2)
	}
	check("before", []string{"Zinc helps.", "Iron helps."}, nil, [3]int{2, 1, 0}, 1, true)
	b.drops(a, id)
	then := b.now
	check("dropped", []string{"Iron helps."}, []string{"Zinc helps."}, [3]int{1, 0, 1}, 0, false)
	b.keeps(a, id)
	check("kept", []string{"Zinc helps.", "Iron helps."}, nil, [3]int{2, 1, 0}, 1, true)
	past, err := b.store.Standing(b.ctx, zinc, then)
	same(b, "articles while it was dropped", one(b, past, err).Articles, 0)
	b.drops(a, id)
	b.signs(zinc, "ben", annotate.Supported, zero)
	check("graded while it is dropped", []string{"Iron helps."}, []string{"Zinc helps."}, [3]int{1, 0, 1}, 0, false)
	iron := walk(b, b.mentions(a.ID, 0), 0)[0].Mention.ID
	b.drops(a, iron)
	b.signs(annotate.ClaimID("Iron helps."), "ana", annotate.Mixed, zero)
	same(b, "a first grade while it is dropped", b.row(a.ID).Graded, 0)
	b.keeps(a, iron)
	same(b, "and once it is back", b.row(a.ID).Graded, 1)
}

func editOneOfTwo(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Zinc helps.")
	places := walk(b, b.mentions(a.ID, 0), 0)
	b.drops(a, places[0].Mention.ID)
	same(b, "claims", b.row(a.ID).Claims, 1)
	same(b, "articles", b.standing(zinc).Articles, 1)
	b.drops(a, places[1].Mention.ID)
	same(b, "claims", b.row(a.ID).Claims, 0)
	same(b, "articles", b.standing(zinc).Articles, 0)
	again := b.byHand(a, 1, zinc)
	b.record(edited(b.edit(a, annotate.Added, nil, []uuid.UUID{again.ID}), again))
	same(b, "claims once it was added", b.row(a.ID).Claims, 1)
	same(b, "dropped", b.row(a.ID).Dropped, 2)
}

func editLists(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	rows := walk(b, b.mentions(a.ID, 0), 0)
	first := b.drops(a, rows[0].Mention.ID)
	next := b.drops(a, rows[1].Mention.ID)
	last := b.keeps(a, rows[0].Mention.ID)
	ids := func(subject uuid.UUID) []uuid.UUID {
		var out []uuid.UUID
		for _, x := range walk(b, b.edits(subject), 2) {
			out = append(out, x.Edit.ID)
		}
		return out
	}
	same(b, "of the article", ids(a.ID), []uuid.UUID{last.ID, next.ID, first.ID})
	same(b, "of zinc", ids(zinc), []uuid.UUID{last.ID, first.ID})
	same(b, "of iron", ids(rows[1].Claim.ID), []uuid.UUID{next.ID})
	same(b, "of nothing", ids(uuid.New()), nil)
	same(b, "the edit that counts", b.mentioned(rows[0].Mention.ID).Edit.ID, last.ID)
}

func editCorrects(b *bench) {
	a := b.tells(zincPage, "Zinc helps.")
	b.tells("https://example.org/other", "Zinc helps.", "Iron helps.")
	correct := func(to, from annotate.Kind) annotate.Edit {
		e := b.edit(a, annotate.Edited, nil, nil)
		e.Corrects = []annotate.Correction{{Claim: zinc, Kind: to, Polarity: annotate.Negated, WasKind: from, WasPolarity: annotate.Negated}}
		if from == annotate.Effect {
			e.Corrects[0].WasPolarity = annotate.Affirmed
		}
		return e
	}
	b.record(edited(correct(annotate.Safety, annotate.Effect)))
	b.refuses("what it is no longer taken for", edited(correct(annotate.Cause, annotate.Effect)), annotate.ErrConflict)
	b.record(edited(correct(annotate.Advice, annotate.Safety)))
	want := annotate.Claim{ID: zinc, Text: "Zinc helps.", Kind: annotate.Advice, Polarity: annotate.Negated, Created: b.claim(zinc).Claim.Created}
	same(b, "claim", b.claim(zinc).Claim, want)
	same(b, "in the article", walk(b, b.mentions(a.ID, 0), 0)[0].Claim, want)
	for _, c := range walk(b, b.claims(""), 0) {
		if c.Claim.ID == zinc {
			same(b, "in a list", c.Claim, want)
		}
	}
	c := annotate.Change{Actor: "ben", Kind: annotate.ArticleImported, Time: b.later()}
	c.Claims = []annotate.Claim{claim("Zinc helps.", b.now)}
	b.recordsNothing("the claim as it was first met", c)
	e := correct(annotate.Safety, annotate.Advice)
	e.Corrects[0].Claim = uuid.New()
	b.refuses("a claim that is not there", edited(e), annotate.ErrNotFound)
}

func editLoses(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	rows := walk(b, b.mentions(a.ID, 0), 0)
	b.drops(a, rows[1].Mention.ID)
	b.tells("https://example.org/other", "Zinc helps.", "Iron helps.")
	now := b.later()
	next := article(a.URL, now, "Copper helps.")
	next.Revision = 2
	c := told(next, now)
	e := b.edit(next, annotate.Carried, nil, nil)
	e.Lost = rowIDs(rows)
	c.Edits = []annotate.Edit{e}
	b.record(c)
	lost := walk(b, b.dropped(a.ID, 0), 1)
	same(b, "lost", rowIDs(lost), e.Lost)
	for i, m := range lost {
		same(b, "revision", m.Mention.Revision, 1)
		same(b, "dropped in its own", m.Dropped, i == 1)
		same(b, "lost by", m.Edit.ID, e.ID)
	}
	same(b, "dropped in the row", b.row(a.ID).Dropped, 2)
	same(b, "still in the first", rowIDs(walk(b, b.mentions(a.ID, 1), 0)), e.Lost[:1])
	same(b, "dropped in the first", rowIDs(walk(b, b.dropped(a.ID, 1), 0)), e.Lost[1:])
	b.retells(next, "Zinc helps.", "Iron helps.")
	same(b, "dropped in the third", b.row(a.ID).Dropped, 0)
	for i, claim := range []uuid.UUID{zinc, annotate.ClaimID("Iron helps.")} {
		places := walk(b, b.madeIn(claim), 1)
		same(b, "places", len(places), 3)
		same(b, "current, and dropped long ago", [2]bool{places[0].Current, places[1].Dropped}, [2]bool{true, i == 1})
		same(b, "the article read before", places[2].Article.URL, "https://example.org/other")
	}
}

func editEvents(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	iron := annotate.ClaimID("Iron helps.")
	rows := walk(b, b.mentions(a.ID, 0), 0)
	made := b.byHand(a, 1, iron)
	e := b.record(edited(b.edit(a, annotate.Edited, []uuid.UUID{rows[0].Mention.ID}, []uuid.UUID{made.ID}), made))
	for what, subject := range map[string]uuid.UUID{"article": a.ID, "the claim that it drops": zinc, "the claim that it keeps": iron} {
		same(b, "events about "+what, walk(b, b.events(subject), 1)[0], e)
	}
}

func editRefusals(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	other := b.tells("https://example.org/other", "Copper helps.")
	rows, elsewhere := walk(b, b.mentions(a.ID, 0), 0), walk(b, b.mentions(other.ID, 0), 0)
	id, copper := rows[0].Mention.ID, elsewhere[0].Mention.ID
	b.drops(a, id)
	next := a
	next.Revision = 2
	twice := b.byHand(a, 1, zinc)
	twice.ID = rows[1].Mention.ID
	taken := b.byHand(a, 1, zinc)
	taken.ID = zinc
	for _, x := range []struct {
		what   string
		change annotate.Change
		kind   error
	}{
		{"drops what is dropped", edited(b.edit(a, annotate.Dropped, []uuid.UUID{id}, nil)), annotate.ErrConflict},
		{"keeps what stands", edited(b.edit(a, annotate.Restored, nil, []uuid.UUID{rows[1].Mention.ID})), annotate.ErrConflict},
		{"a mention of another article", edited(b.edit(a, annotate.Dropped, []uuid.UUID{copper}, nil)), annotate.ErrInvalid},
		{"no mention", edited(b.edit(a, annotate.Dropped, []uuid.UUID{uuid.New()}, nil)), annotate.ErrNotFound},
		{"nothing", edited(b.edit(a, annotate.Edited, nil, nil)), annotate.ErrInvalid},
		{"the same twice", edited(b.edit(a, annotate.Edited, []uuid.UUID{copper, copper}, nil)), annotate.ErrInvalid},
		{"a revision to come", edited(b.edit(next, annotate.Dropped, []uuid.UUID{rows[1].Mention.ID}, nil)), annotate.ErrConflict},
		{"no article", edited(b.edit(article("https://example.org/none", b.now, "x"), annotate.Dropped, []uuid.UUID{id}, nil)), annotate.ErrNotFound},
		{"no reason", edited(func() annotate.Edit {
			e := b.edit(a, annotate.Dropped, []uuid.UUID{rows[1].Mention.ID}, nil)
			e.Reason = ""
			return e
		}()), annotate.ErrInvalid},
		{"an identifier of another mention", edited(b.edit(a, annotate.Added, nil, []uuid.UUID{twice.ID}), twice), annotate.ErrConflict},
		{"an identifier of a claim", edited(b.edit(a, annotate.Added, nil, []uuid.UUID{taken.ID}), taken), annotate.ErrConflict},
	} {
		b.refuses(x.what, x.change, x.kind)
	}
	b.retells(a, "Zinc helps.")
	b.refuses("a former revision", edited(b.edit(a, annotate.Restored, nil, []uuid.UUID{id})), annotate.ErrConflict)
}

func editUnread(b *bench) {
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	rows := walk(b, b.mentions(a.ID, 0), 0)
	b.drops(a, rows[0].Mention.ID)
	c := edited(b.edit(a, annotate.Dropped, []uuid.UUID{rows[1].Mention.ID}, nil))
	c.Read = 1
	b.refuses("having read one event of two", c, annotate.ErrConflict)
	c.Read = 2
	b.record(c)
	b.recordsNothing("again", c)
}
