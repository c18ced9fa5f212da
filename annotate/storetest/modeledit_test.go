package storetest_test

import (
	"bytes"
	"context"
	"slices"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// addEdit judges an edit by looking at each mention that it names.
func (m *model) addEdit(to *annotate.Made, x annotate.Edit) error {
	x.Created = annotate.Moment(x.Created)
	for _, list := range []*[]uuid.UUID{&x.Drops, &x.Keeps, &x.Lost} {
		*list = slices.Clone(*list)
		slices.SortFunc(*list, func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
	}
	if held(m, editsOf, func(y annotate.Edit) bool { return y.ID == x.ID }) {
		return nil
	}
	if err := x.Check(); err != nil {
		return err
	}
	a, ok := m.article(x.Article, 0)
	switch {
	case !ok:
		return annotate.ErrNotFound
	case a.Revision != x.Revision:
		return annotate.ErrConflict
	}
	for i, list := range [][]uuid.UUID{x.Drops, x.Keeps, x.Lost} {
		for _, id := range list {
			if err := m.judge(to, x, id, i); err != nil {
				return err
			}
		}
	}
	for _, c := range x.Corrects {
		if !m.claimHeld(c.Claim) {
			return annotate.ErrNotFound
		}
		if was := m.claim(c.Claim); was.Kind != c.WasKind || was.Polarity != c.WasPolarity {
			return annotate.ErrConflict
		}
	}
	to.Edits = append(slices.Clip(to.Edits), x)
	return nil
}

// judge judges one mention: dropped for 0, kept for 1, lost for 2.
func (m *model) judge(to *annotate.Made, x annotate.Edit, id uuid.UUID, how int) error {
	y, _, ok := find(m, mentionsOf, func(y annotate.Mention) bool { return y.ID == id })
	made := slices.ContainsFunc(to.Mentions, func(y annotate.Mention) bool { return y.ID == id })
	switch {
	case !ok:
		return annotate.ErrNotFound
	case y.Article != x.Article || how == 2 && y.Revision >= x.Revision || how < 2 && y.Revision != x.Revision:
		return annotate.ErrInvalid
	case how == 0 && m.down(id) || how == 1 && !m.down(id) && !made:
		return annotate.ErrConflict
	}
	return nil
}

// down says whether a mention is dropped: what the last edit says that drops or keeps it.
func (m *model) down(id uuid.UUID) bool {
	e, _, ok := find(m, editsOf, func(e annotate.Edit) bool { return slices.Contains(e.Drops, id) || slices.Contains(e.Keeps, id) })
	return ok && slices.Contains(e.Drops, id)
}

// claim is a claim as it was last corrected.
func (m *model) claim(id uuid.UUID) annotate.Claim {
	c, _, _ := find(m, claimsOf, func(c annotate.Claim) bool { return c.ID == id })
	edits, _ := all(m, editsOf)
	for _, e := range edits {
		for _, x := range e.Corrects {
			if x.Claim == id {
				c.Kind, c.Polarity = x.Kind, x.Polarity
			}
		}
	}
	return c
}

func (m *model) mentionRow(x annotate.Mention) annotate.MentionRow {
	r := annotate.MentionRow{Mention: x, ClaimRow: m.claimRow(x.Claim), Dropped: m.down(x.ID)}
	e, _, ok := find(m, editsOf, func(e annotate.Edit) bool { return slices.Contains(e.Drops, x.ID) || slices.Contains(e.Keeps, x.ID) })
	if ok {
		e.Drops, e.Keeps, e.Lost, e.Corrects = nil, nil, nil, nil
		r.Edit = &e
	}
	return r
}

func byPlace(a, b annotate.MentionRow) int { return a.Mention.Anchor.Start - b.Mention.Anchor.Start }

func rowKey(r annotate.MentionRow) string { return r.Mention.ID.String() }

func (m *model) Dropped(ctx context.Context, article uuid.UUID, revision int, p annotate.Page) (annotate.List[annotate.MentionRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	rows := m.notStanding(article, revision)
	return page(ctx, "dropped "+article.String(), rows, rowKey, p)
}

func (m *model) notStanding(article uuid.UUID, revision int) []annotate.MentionRow {
	a, _ := m.article(article, revision)
	var rows []annotate.MentionRow
	xs, _ := all(m, mentionsOf)
	for _, x := range xs {
		if x.Article != a.ID {
			continue
		}
		if x.Revision == a.Revision && m.down(x.ID) {
			rows = append(rows, m.mentionRow(x))
		}
		e, _, ok := find(m, editsOf, func(e annotate.Edit) bool {
			return e.Article == a.ID && e.Revision == a.Revision && slices.Contains(e.Lost, x.ID)
		})
		if ok {
			r := m.mentionRow(x)
			r.Edit = &e
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, byPlace)
	return rows
}

func (m *model) Mention(ctx context.Context, id uuid.UUID) (annotate.MentionRow, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	x, _, ok := find(m, mentionsOf, func(x annotate.Mention) bool { return x.ID == id })
	return one(ctx, m.mentionRow(x), ok)
}

func (m *model) Edits(ctx context.Context, subject uuid.UUID, p annotate.Page) (annotate.List[annotate.EditRow], error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var rows []annotate.EditRow
	es, _ := all(m, editsOf)
	for _, e := range es {
		if slices.Contains(m.subjects(e), subject) {
			rows = append(rows, m.editRow(e))
		}
	}
	slices.Reverse(rows)
	return page(ctx, "edits "+subject.String(), rows, func(r annotate.EditRow) string { return r.Edit.ID.String() }, p)
}

func (m *model) Edit(ctx context.Context, id uuid.UUID) (annotate.EditRow, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	e, _, ok := find(m, editsOf, func(e annotate.Edit) bool { return e.ID == id })
	return one(ctx, m.editRow(e), ok)
}

func (m *model) editRow(e annotate.Edit) annotate.EditRow {
	_, i, _ := find(m, editsOf, func(x annotate.Edit) bool { return x.ID == e.ID })
	r := annotate.EditRow{Edit: e, Seq: uint64(i + 1)}
	for j, list := range [][]uuid.UUID{e.Drops, e.Keeps, e.Lost} {
		to := []*[]annotate.MentionRow{&r.Drops, &r.Keeps, &r.Lost}[j]
		for _, id := range list {
			x, _, _ := find(m, mentionsOf, func(x annotate.Mention) bool { return x.ID == id })
			*to = append(*to, m.mentionRow(x))
		}
		slices.SortStableFunc(*to, byPlace)
	}
	return r
}

// subjects is what an edit is about: its article, and the claims that it names.
func (m *model) subjects(e annotate.Edit) []uuid.UUID {
	ids := []uuid.UUID{e.Article}
	for _, id := range slices.Concat(e.Drops, e.Keeps, e.Lost) {
		x, _, _ := find(m, mentionsOf, func(x annotate.Mention) bool { return x.ID == id })
		ids = append(ids, x.Claim)
	}
	for _, c := range e.Corrects {
		ids = append(ids, c.Claim)
	}
	return ids
}

// about is the events about a subject, or all for none.
func (m *model) about(subject uuid.UUID) []annotate.Event {
	var out []annotate.Event
	for i, e := range m.events {
		about := subject == uuid.Nil || e.Subject == subject
		for _, x := range m.made[i].Edits {
			about = about || slices.Contains(m.subjects(x), subject)
		}
		for _, x := range m.made[i].Checks {
			about = about || x.Citation == subject
		}
		if about {
			out = append(out, e)
		}
	}
	return out
}
