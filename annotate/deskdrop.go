package annotate

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// DropClaim takes mentions of one revision out, for a reason. They stay in the record, and can be restored.
func (d *Desk) DropClaim(ctx context.Context, actor string, mentions []uuid.UUID, reason DropReason, comment string) (Edit, error) {
	rows, err := d.standingAll(ctx, mentions)
	if err != nil {
		return Edit{}, err
	}
	if len(rows) == 0 {
		return Edit{}, Problems{{"claims", "choose what is to be dropped"}}
	}
	e := deedOf(Dropped, actor, rows[0].Mention.Article, rows[0].Mention.Revision)
	e.Reason, e.Comment = reason, strings.TrimSpace(comment)
	if _, err := d.latest(ctx, e); err != nil {
		return Edit{}, err
	}
	return d.recordEdit(ctx, &editing{Edit: e, drop: rows})
}

// RestoreClaim puts a mention back that was dropped. One that stands already stays as it is, and gives the zero Edit.
func (d *Desk) RestoreClaim(ctx context.Context, actor string, mention uuid.UUID) (Edit, error) {
	row, err := d.store.Mention(ctx, mention)
	if err != nil || !row.Dropped {
		return Edit{}, err
	}
	e := deedOf(Restored, actor, row.Mention.Article, row.Mention.Revision)
	if _, err := d.latest(ctx, e); err != nil {
		return Edit{}, err
	}
	e.Keeps = []uuid.UUID{mention}
	return d.putBack(ctx, &editing{Edit: e, back: []MentionRow{row}})
}

// Undo takes an edit back: what it dropped stands again, what it made or restored is dropped, and claims are taken for what
// they were before. It is a conflict when a later edit has changed any of that.
func (d *Desk) Undo(ctx context.Context, actor string, edit uuid.UUID) (Edit, error) {
	row, err := d.store.Edit(ctx, edit)
	if err != nil {
		return Edit{}, err
	}
	if row.Edit.Deed == Carried {
		return Edit{}, fmt.Errorf("what came with a new text is restored or dropped claim by claim: %w", ErrForbidden)
	}
	e := deedOf(Undone, actor, row.Edit.Article, row.Edit.Revision)
	if row.Edit.Deed == Undone {
		e.Deed = Redone
	}
	e.Undoes = edit
	if _, err := d.latest(ctx, e); err != nil {
		return Edit{}, err
	}
	if !row.Last() {
		return Edit{}, fmt.Errorf("edit %s, after which others came: %w", edit, ErrConflict)
	}
	for _, r := range row.Drops {
		e.Keeps = append(e.Keeps, r.Mention.ID)
	}
	for _, c := range row.Edit.Corrects {
		e.Corrects = append(e.Corrects, Correction{c.Claim, c.WasKind, c.WasPolarity, c.Kind, c.Polarity})
	}
	return d.putBack(ctx, &editing{Edit: e, drop: row.Keeps, back: row.Drops})
}

// putBack records an edit that puts mentions back, unless their claims were made anew at the same words meanwhile.
func (d *Desk) putBack(ctx context.Context, w *editing) (Edit, error) {
	if err := w.checkRepeats(ctx, d.store); err != nil {
		return Edit{}, err
	}
	return d.recordEdit(ctx, w)
}
