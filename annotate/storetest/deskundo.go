package storetest

import (
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
)

func undoEach(b *bench) {
	a, rows := zincAndIron(b)
	id, d := rows[0].Mention.ID, b.desk()
	was := b.said(a.ID)
	for what, do := range map[string]func() (annotate.Edit, error){
		"add":  func() (annotate.Edit, error) { return d.AddClaim(b.ctx, "ana", a.ID, 1, entry(a, 0, "Zinc is new.")) },
		"edit": func() (annotate.Edit, error) { return d.EditClaim(b.ctx, "ana", id, entry(a, 0, "Zinc is other.")) },
		"split": func() (annotate.Edit, error) {
			return d.SplitClaim(b.ctx, "ana", id, []annotate.Entry{entry(a, 0, "Zinc A."), entry(a, 0, "Zinc B.")})
		},
		"merge": func() (annotate.Edit, error) {
			return d.MergeClaims(b.ctx, "ana", []uuid.UUID{id, rows[1].Mention.ID}, entry(a, 0, "Zinc and iron."))
		},
		"drop": func() (annotate.Edit, error) {
			return d.DropClaim(b.ctx, "ana", []uuid.UUID{id}, annotate.NotAClaim, "")
		},
	} {
		e := b.done(do())
		if strings.Join(b.said(a.ID), "|") == strings.Join(was, "|") {
			b.Errorf("%s changed nothing", what)
		}
		back := b.done(d.Undo(b.ctx, "ben", e.ID))
		same(b, what+", undone", b.said(a.ID), was)
		same(b, what+": what it takes back", back.Undoes, e.ID)
		_, err := d.Undo(b.ctx, "ana", e.ID)
		wantKind(b, what+", undone twice", err, annotate.ErrConflict)
		again := b.done(d.Undo(b.ctx, "ana", back.ID))
		same(b, what+": deeds", [2]annotate.Deed{back.Deed, again.Deed}, [2]annotate.Deed{annotate.Undone, annotate.Redone})
		b.done(d.Undo(b.ctx, "ana", again.ID))
		same(b, what+", undone, done and undone", b.said(a.ID), was)
	}
}

func undoLate(b *bench) {
	a, rows := zincAndIron(b)
	d := b.desk()
	e := b.done(d.EditClaim(b.ctx, "ana", rows[0].Mention.ID, entry(a, 0, "Zinc is other.")))
	b.done(d.DropClaim(b.ctx, "ben", e.Keeps, annotate.NotAClaim, ""))
	_, err := d.Undo(b.ctx, "ana", e.ID)
	wantKind(b, "undone", err, annotate.ErrConflict)
	b.done(d.RestoreClaim(b.ctx, "ben", e.Keeps[0]))
	_, err = d.Undo(b.ctx, "ana", e.ID)
	wantKind(b, "undone after all is as it was", err, annotate.ErrConflict)
	_, err = d.Undo(b.ctx, "ana", uuid.New())
	wantKind(b, "no edit", err, annotate.ErrNotFound)
}

func restoreRepeated(b *bench) {
	a, rows := zincAndIron(b)
	d, row := b.desk(), rows[0]
	e := b.done(d.DropClaim(b.ctx, "ana", []uuid.UUID{row.Mention.ID}, annotate.NotAClaim, ""))
	anew := b.done(d.AddClaim(b.ctx, "ben", a.ID, 1, row.Entry()))
	_, err := d.RestoreClaim(b.ctx, "ana", row.Mention.ID)
	wantProblem(b, err, "claims")
	_, err = d.Undo(b.ctx, "ana", e.ID)
	wantProblem(b, err, "claims")
	same(b, "claims", b.said(a.ID), []string{"Zinc helps.", "Iron helps."})
	b.done(d.Undo(b.ctx, "ben", anew.ID))
	b.done(d.Undo(b.ctx, "ana", e.ID))
	same(b, "claims, when that is gone", b.said(a.ID), []string{"Zinc helps.", "Iron helps."})
}
