package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Edits lists what editors did to the mentions of an article, or to those of a claim; see annotate.Reader.
func (s *Store) Edits(ctx context.Context, subject uuid.UUID, p annotate.Page) (annotate.List[annotate.EditRow], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.EditRow], error) {
		total, err := numberOf(r.rows, subjectEdits, subject)
		if err != nil {
			return annotate.List[annotate.EditRow]{}, err
		}
		list := listing{bucket: subjectEdits, prefix: subject[:], total: total, grows: atHead}
		return readPage(r.rows, list, p, func(_, v []byte) (annotate.EditRow, error) {
			id, err := idIn(subjectEdits, v)
			if err != nil {
				return annotate.EditRow{}, err
			}
			return r.editRow(id)
		})
	})
}

// Edit is one edit with the mentions that it names.
func (s *Store) Edit(ctx context.Context, id uuid.UUID) (annotate.EditRow, error) {
	return readOne(ctx, s, func(r reading) (annotate.EditRow, error) { return r.editRow(id) })
}

// editRow is an edit with its mentions, ErrNotFound when there is no such edit.
func (r rows) editRow(id uuid.UUID) (annotate.EditRow, error) {
	var row editRow
	found, err := r.load(editRows, id[:], &row)
	if err == nil && !found {
		err = fmt.Errorf("edit %s: %w", id, annotate.ErrNotFound)
	}
	if err != nil {
		return annotate.EditRow{}, err
	}
	out := annotate.EditRow{Edit: row.Edit, Seq: row.Seq}
	for _, part := range []struct {
		ids []uuid.UUID
		to  *[]annotate.MentionRow
	}{{row.Edit.Drops, &out.Drops}, {row.Edit.Keeps, &out.Keeps}, {row.Edit.Lost, &out.Lost}} {
		if *part.to, err = r.mentionsNamed(part.ids); err != nil {
			return annotate.EditRow{}, err
		}
	}
	return out, nil
}

// mentionsNamed is the mentions with these identifiers in the order of the text.
func (r rows) mentionsNamed(ids []uuid.UUID) ([]annotate.MentionRow, error) {
	var list []annotate.MentionRow
	for _, id := range ids {
		m, err := r.mentionByID(id)
		if err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	slices.SortStableFunc(list, func(a, b annotate.MentionRow) int {
		x, y := a.Mention.Anchor, b.Mention.Anchor
		return cmp.Or(x.Start-y.Start, x.End-y.End)
	})
	return list, nil
}
