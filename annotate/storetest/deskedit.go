package storetest

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
)

var editingPromises = []promise{
	{"adds a claim at the words that make it", addClaim},
	{"refuses an entry that is none, with all that is wrong", addInvalid},
	{"refuses a claim that is made there already", addRepeated},
	{"puts other words in the place of a claim", editWords},
	{"leaves the grades with the words that were graded", editGraded},
	{"changes what is said of a claim without making another", editFacts},
	{"corrects the kind of a claim", editKind},
	{"of nothing changes nothing", editNothing},
	{"splits a claim", splitClaim},
	{"merges claims", mergeClaims},
	{"drops a claim for a reason, and restores it", dropAndRestore},
	{"takes each deed back", undoEach},
	{"takes nothing back that was changed since", undoLate},
	{"puts nothing back that was made anew meanwhile", restoreRepeated},
	{"of a claim that somebody else has just edited is a conflict", editLate},
	{"of a text that has changed is a conflict", editOldText},
	{"says in the history what became of what", editNotes},
	{"asks the extractor what to say of a claim", describes},
	{"proposes how to split a claim", proposesParts},
}

// entry is what an editor writes down about the words of a block.
func entry(a annotate.Article, block int, text string) annotate.Entry {
	return annotate.Entry{
		Start: a.Blocks[block].Start, End: a.Blocks[block].End, Text: text, Kind: annotate.Safety, Polarity: annotate.Affirmed,
		Wording: annotate.Conditional, Hedged: true, Population: "adults", Species: "people",
	}
}

// zincAndIron is an article that tells of zinc and iron, with its mentions.
func zincAndIron(b *bench) (annotate.Article, []annotate.MentionRow) {
	b.Helper()
	a := b.tells(zincPage, "Zinc helps.", "Iron helps.")
	return a, walk(b, b.mentions(a.ID, 0), 0)
}

// done is an edit that must have been recorded.
func (b *bench) done(e annotate.Edit, err error) annotate.Edit {
	b.Helper()
	if err != nil || e.ID == zero {
		b.Fatalf("got edit %s, %v", e.ID, err)
	}
	return e
}

// said is the texts of the claims that stand in an article, in the order of the text; those of the same words in their own.
func (b *bench) said(article uuid.UUID) []string {
	b.Helper()
	var out []string
	rows := walk(b, b.mentions(article, 0), 0)
	slices.SortStableFunc(rows, func(x, y annotate.MentionRow) int {
		return cmp.Or(x.Mention.Anchor.Start-y.Mention.Anchor.Start, strings.Compare(x.Claim.Text, y.Claim.Text))
	})
	for _, r := range rows {
		out = append(out, r.Claim.Text)
	}
	return out
}

func addClaim(b *bench) {
	a, _ := zincAndIron(b)
	e := b.done(b.desk().AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 1, "  Iron  may be\nharmful. ")))
	same(b, "claims", b.said(a.ID), []string{"Zinc helps.", "Iron helps.", "Iron may be harmful."})
	m := b.mentioned(e.Keeps[0])
	want := annotate.Mention{
		ID: e.Keeps[0], Claim: annotate.ClaimID("Iron may be harmful."), Article: a.ID, Revision: 1, Anchor: mention(a, 1, zinc).Anchor, Block: 1,
		Wording: annotate.Conditional, Hedged: true, Worth: m.Mention.Worth, Reasons: m.Mention.Reasons, By: "ana", Population: "adults", Species: "people",
	}
	same(b, "mention", m.Mention, want)
	same(b, "kind", m.Claim.Kind, annotate.Safety)
	same(b, "deed", e.Deed, annotate.Added)
}

func addInvalid(b *bench) {
	a, _ := zincAndIron(b)
	for what, spoil := range map[string]func(e *annotate.Entry){
		"text":     func(e *annotate.Entry) { e.Text = " " },
		"quote":    func(e *annotate.Entry) { e.End = e.Start },
		"kind":     func(e *annotate.Entry) { e.Kind = "rumour" },
		"polarity": func(e *annotate.Entry) { e.Polarity = "maybe" },
		"wording":  func(e *annotate.Entry) { e.Wording = "loud" },
		"species":  func(e *annotate.Entry) { e.Species = strings.Repeat("mice ", 100) },
	} {
		e := entry(a, 0, "Zinc is harmful.")
		spoil(&e)
		_, err := b.desk().AddClaim(b.ctx, "ana", a.ID, 1, e)
		wantProblem(b, err, what)
	}
	e := entry(a, 0, "Zinc is harmful.")
	e.End = a.Blocks[1].End
	_, err := b.desk().AddClaim(b.ctx, "ana", a.ID, 1, e)
	wantProblem(b, err, "quote")
	_, err = b.desk().AddClaim(b.ctx, "ana", uuid.New(), 1, e)
	wantKind(b, "no article", err, annotate.ErrNotFound)
	same(b, "events", b.counts().Events, 1)
}

// wantProblem reports an error that does not list a problem of the field.
func wantProblem(b *bench, err error, field string) {
	b.Helper()
	var problems annotate.Problems
	errors.As(err, &problems)
	for _, p := range problems {
		if p.Field == field {
			return
		}
	}
	b.Errorf("got %v, want a problem of %q", err, field)
}

func addRepeated(b *bench) {
	a, _ := zincAndIron(b)
	_, err := b.desk().AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 0, "ZINC helps"))
	wantProblem(b, err, "text")
	b.done(b.desk().AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 1, "ZINC helps")))
}

func editWords(b *bench) {
	a, rows := zincAndIron(b)
	e := b.done(b.desk().EditClaim(b.ctx, "ana", rows[0].Mention.ID, entry(a, 0, "Zinc helps adults.")))
	same(b, "claims", b.said(a.ID), []string{"Zinc helps adults.", "Iron helps."})
	same(b, "drops", e.Drops, []uuid.UUID{rows[0].Mention.ID})
	same(b, "dropped", rowIDs(walk(b, b.dropped(a.ID, 0), 0)), e.Drops)
	same(b, "corrections", e.Corrects, nil)
	same(b, "kind of the old claim", b.claim(zinc).Claim.Kind, annotate.Effect)
}

func editGraded(b *bench) {
	a, rows := zincAndIron(b)
	b.signs(zinc, "ben", annotate.Supported, zero)
	b.done(b.desk().EditClaim(b.ctx, "ana", rows[0].Mention.ID, entry(a, 0, "Zinc helps adults.")))
	same(b, "grades of the old words", b.standing(zinc).Graders, 1)
	same(b, "grades of the new words", b.standing(annotate.ClaimID("Zinc helps adults.")).Graders, 0)
	same(b, "graded in the article", b.row(a.ID).Graded, 0)
}

func editFacts(b *bench) {
	a, rows := zincAndIron(b)
	x := rows[0].Entry()
	x.Wording, x.Hedged, x.Population = annotate.Conditional, true, "mice"
	e := b.done(b.desk().EditClaim(b.ctx, "ana", rows[0].Mention.ID, x))
	m := b.mentioned(e.Keeps[0])
	same(b, "claim", m.Claim, b.claim(zinc).Claim)
	same(b, "facts", m.Entry(), x)
	same(b, "reasons", m.Mention.Reasons, rows[0].Mention.Reasons)
	same(b, "worth", m.Mention.Worth, rows[0].Mention.Worth)
	same(b, "claims", b.row(a.ID).Claims, 2)
}

func editKind(b *bench) {
	_, rows := zincAndIron(b)
	x := rows[0].Entry()
	x.Kind, x.Polarity = annotate.Advice, annotate.Negated
	e := b.done(b.desk().EditClaim(b.ctx, "ana", rows[0].Mention.ID, x))
	same(b, "mentions that it names", len(e.Drops)+len(e.Keeps), 0)
	got := b.claim(zinc).Claim
	same(b, "kind and polarity", []string{string(got.Kind), string(got.Polarity)}, []string{"advice", "negated"})
	b.done(b.desk().Undo(b.ctx, "ben", e.ID))
	same(b, "once it was undone", b.claim(zinc).Claim, rows[0].Claim)
}

func editNothing(b *bench) {
	_, rows := zincAndIron(b)
	e, err := b.desk().EditClaim(b.ctx, "ana", rows[0].Mention.ID, rows[0].Entry())
	same(b, "edit", one(b, e, err), annotate.Edit{})
	e, err = b.desk().RestoreClaim(b.ctx, "ana", rows[0].Mention.ID)
	same(b, "restored what stands", one(b, e, err), annotate.Edit{})
	same(b, "events", b.counts().Events, 1)
}

func splitClaim(b *bench) {
	a, rows := zincAndIron(b)
	id := rows[0].Mention.ID
	one := entry(a, 0, "Zinc helps some.")
	two := entry(a, 0, "Zinc helps others.")
	two.Start += 5
	_, err := b.desk().SplitClaim(b.ctx, "ana", id, []annotate.Entry{one})
	wantProblem(b, err, "parts")
	_, err = b.desk().SplitClaim(b.ctx, "ana", id, []annotate.Entry{one, one})
	wantProblem(b, err, "part 2 text")
	e := b.done(b.desk().SplitClaim(b.ctx, "ana", id, []annotate.Entry{one, two}))
	same(b, "claims", b.said(a.ID), []string{"Zinc helps some.", "Zinc helps others.", "Iron helps."})
	same(b, "the second part's words", b.mentioned(e.Keeps[1]).Mention.Anchor.Exact, "helps.")
}

func mergeClaims(b *bench) {
	a := b.tells(zincPage, "Zinc helps and iron helps.", "Copper helps.")
	part := func(from, to int, text string) annotate.Edit {
		x := entry(a, 0, text)
		x.Start, x.End = from, to
		return b.done(b.desk().AddClaim(b.ctx, "ana", a.ID, 1, x))
	}
	zincs, irons := part(0, 10, "Zinc helps."), part(15, 25, "Iron helps.")
	_, err := b.desk().MergeClaims(b.ctx, "ana", zincs.Keeps, entry(a, 0, "Both help."))
	wantProblem(b, err, "claims")
	ids := []uuid.UUID{irons.Keeps[0], zincs.Keeps[0], irons.Keeps[0]}
	e := b.done(b.desk().MergeClaims(b.ctx, "ana", ids, entry(a, 0, "Zinc and iron help.")))
	same(b, "claims", b.said(a.ID), []string{"Zinc and iron help.", "Zinc helps and iron helps.", "Copper helps."})
	same(b, "named", len(e.Drops), 2)
	other := b.tells("https://example.org/other", "Lead helps.")
	elsewhere := walk(b, b.mentions(other.ID, 0), 0)[0].Mention.ID
	_, err = b.desk().MergeClaims(b.ctx, "ana", []uuid.UUID{e.Keeps[0], elsewhere}, entry(a, 0, "All help."))
	wantProblem(b, err, "claims")
}

func dropAndRestore(b *bench) {
	a, rows := zincAndIron(b)
	id := rows[0].Mention.ID
	_, err := b.desk().DropClaim(b.ctx, "ana", []uuid.UUID{id}, "", "")
	wantProblem(b, err, "reason")
	_, err = b.desk().DropClaim(b.ctx, "ana", []uuid.UUID{id}, annotate.OtherReason, " ")
	wantProblem(b, err, "comment")
	_, err = b.desk().DropClaim(b.ctx, "ana", nil, annotate.NotAClaim, "")
	wantProblem(b, err, "claims")
	e := b.done(b.desk().DropClaim(b.ctx, "ana", []uuid.UUID{id}, annotate.OtherReason, "it jokes"))
	same(b, "claims", b.said(a.ID), []string{"Iron helps."})
	m := walk(b, b.dropped(a.ID, 0), 0)[0]
	same(b, "why", [2]string{string(m.Edit.Reason), m.Edit.Comment}, [2]string{"other", "it jokes"})
	same(b, "edit", m.Edit.ID, e.ID)
	_, err = b.desk().DropClaim(b.ctx, "ben", []uuid.UUID{id}, annotate.NotAClaim, "")
	wantKind(b, "dropped twice", err, annotate.ErrConflict)
	b.done(b.desk().RestoreClaim(b.ctx, "ben", id))
	same(b, "claims", b.said(a.ID), []string{"Zinc helps.", "Iron helps."})
	same(b, "by", b.mentioned(id).Edit.By, "ben")
}

// Two editors have the same claim before them; the second learns of the first.
func editLate(b *bench) {
	a, rows := zincAndIron(b)
	r := &rivalled{Store: b.store}
	d := b.deskWith(r, talker())
	r.rivals = []func(){func() {
		b.done(b.desk().EditClaim(b.ctx, "ben", rows[0].Mention.ID, entry(a, 0, "Zinc is Ben's.")))
	}}
	_, err := d.EditClaim(b.ctx, "ana", rows[0].Mention.ID, entry(a, 0, "Zinc is Ana's."))
	wantKind(b, "between look and deed", err, annotate.ErrConflict)
	_, err = d.DropClaim(b.ctx, "ana", []uuid.UUID{rows[0].Mention.ID}, annotate.NotAClaim, "")
	wantKind(b, "afterwards", err, annotate.ErrConflict)
	same(b, "claims", b.said(a.ID), []string{"Zinc is Ben's.", "Iron helps."})
	same(b, "who", b.mentioned(rows[0].Mention.ID).Edit.By, "ben")
}

func editOldText(b *bench) {
	a, rows := zincAndIron(b)
	d := b.desk()
	e := b.done(d.DropClaim(b.ctx, "ana", []uuid.UUID{rows[1].Mention.ID}, annotate.NotAClaim, ""))
	b.retells(a, "Zinc helps.", "Copper helps.")
	for what, err := range map[string]error{
		"add":     second(d.AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 0, "Zinc is new."))),
		"edit":    second(d.EditClaim(b.ctx, "ana", rows[0].Mention.ID, entry(a, 0, "Zinc is new."))),
		"drop":    second(d.DropClaim(b.ctx, "ana", []uuid.UUID{rows[0].Mention.ID}, annotate.NotAClaim, "")),
		"restore": second(d.RestoreClaim(b.ctx, "ana", rows[1].Mention.ID)),
		"undo":    second(d.Undo(b.ctx, "ana", e.ID)),
	} {
		wantKind(b, what, err, annotate.ErrConflict)
	}
}

func editNotes(b *bench) {
	a, rows := zincAndIron(b)
	d := b.desk()
	x := entry(a, 0, "Zinc helps adults.")
	e := b.done(d.EditClaim(b.ctx, "ana", rows[0].Mention.ID, x))
	x.Kind = annotate.Advice
	b.done(d.EditClaim(b.ctx, "ana", e.Keeps[0], x))
	b.done(d.DropClaim(b.ctx, "ana", e.Keeps, annotate.WronglyRead, "says less"))
	var got []string
	for _, x := range walk(b, b.events(a.ID), 0) {
		got = append(got, x.Note)
		if x.Note != "" {
			same(b, "kind of event", x.Kind, annotate.ClaimsEdited)
		}
	}
	same(b, "notes", got, []string{
		"dropped: “Zinc helps adults.”; wrongly read; says less", "edited: “Zinc helps adults.”, kind safety → advice",
		"edited: “Zinc helps.” → “Zinc helps adults.”", "",
	})
}

// talkative is an extractor that describes.
type talkative struct{}

func (talkative) Describe(text string) annotate.Draft {
	return annotate.Draft{Text: text, Kind: annotate.Cause, Polarity: annotate.Negated, Wording: annotate.Causal, Hedged: true, Worth: 0.75, Reasons: []string{"it says so"}}
}

// Extract finds nothing.
func (talkative) Extract(context.Context, annotate.Article) ([]annotate.Draft, error) {
	return nil, nil
}

func describes(b *bench) {
	a, _ := zincAndIron(b)
	d := b.deskWith(b.store, talkative{})
	e := b.done(d.AddClaim(b.ctx, "ana", a.ID, 1, annotate.Entry{Start: 0, End: 4, Text: "Zinc is zinc."}))
	m := b.mentioned(e.Keeps[0])
	same(b, "said", []any{m.Claim.Kind, m.Claim.Polarity, m.Mention.Wording, m.Mention.Hedged, m.Mention.Worth, m.Mention.Reasons},
		[]any{annotate.Cause, annotate.Negated, annotate.Causal, true, 0.75, []string{"it says so"}})
	e = b.done(d.AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 0, "Zinc is metal.")))
	m = b.mentioned(e.Keeps[0])
	same(b, "the editor's own", []any{m.Claim.Kind, m.Mention.Wording}, []any{annotate.Safety, annotate.Conditional})
}

func proposesParts(b *bench) {
	a, rows := zincAndIron(b)
	d := b.deskWith(b.store, halves{})
	parts, err := d.Parts(b.ctx, rows[1].Mention.ID)
	parts = one(b, parts, err)
	from, end := a.Blocks[1].Start, a.Blocks[1].End
	same(b, "two halves", [][2]int{{parts[0].Start, parts[0].End}, {parts[1].Start, parts[1].End}}, [][2]int{{from, from + 4}, {from + 4, end}})
	b.done(d.SplitClaim(b.ctx, "ana", rows[1].Mention.ID, parts))
	parts, err = b.deskWith(b.store, talkative{}).Parts(b.ctx, rows[0].Mention.ID)
	parts = one(b, parts, err)
	same(b, "as it is, and room for another", [2]annotate.Entry(parts), [2]annotate.Entry{rows[0].Entry(), {Start: 0, End: 11}})
	_, err = d.Parts(b.ctx, zinc)
	wantKind(b, "no mention", err, annotate.ErrNotFound)
}

// halves is an extractor that finds two claims in a text: its first four letters, and the rest.
type halves struct{}

// Extract gives the two.
func (halves) Extract(_ context.Context, a annotate.Article) ([]annotate.Draft, error) {
	text := annotate.NewText(a.Text)
	var drafts []annotate.Draft
	for i, to := range []int{4, text.Len()} {
		anchor, err := text.Describe(4*i, to)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, annotate.Draft{Anchor: anchor, Text: anchor.Exact + " is half.", Kind: annotate.Effect, Polarity: annotate.Affirmed, Wording: annotate.Causal})
	}
	return drafts, nil
}
