package graph

import (
	"context"
	"fmt"
	"reflect"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// admitEdit judges an edit: whether it is of the latest revision, and whether all that it names is as its editor saw it.
func (h *held) admitEdit(ctx context.Context, e annotate.Edit) (bool, error) {
	if same, met, err := h.edit(e.ID); err != nil {
		return false, err
	} else if met {
		return false, differs(e.ID, reflect.DeepEqual(same, e))
	}
	latest, err := h.revision(e.Article)
	if err != nil {
		return false, err
	}
	if latest == 0 {
		return false, missing(e.ID, "article", e.Article)
	}
	if e.Revision != latest {
		return false, fmt.Errorf("edit of revision %d of article %s, which has %d by now: %w", e.Revision, e.Article, latest, annotate.ErrConflict)
	}
	if _, met, err := h.edit(e.Undoes); err != nil {
		return false, err
	} else if !met && e.Undoes != uuid.Nil {
		return false, missing(e.ID, "edit", e.Undoes)
	}
	for _, admit := range []func(annotate.Edit) error{h.admitDrops, h.admitKeeps, h.admitLost, h.admitCorrections} {
		if err := admit(e); err != nil {
			return false, err
		}
	}
	if err := h.unused(ctx, e.ID); err != nil {
		return false, err
	}
	h.draft.edits[e.ID] = e
	return true, nil
}

func (h *held) admitDrops(e annotate.Edit) error {
	for _, id := range e.Drops {
		m, err := h.named(e, id)
		if err != nil {
			return err
		}
		if m.Revision != e.Revision {
			return fmt.Errorf("%s is not of revision %d: %w", m, e.Revision, annotate.ErrInvalid)
		}
		if h.isDropped(m) {
			return fmt.Errorf("%s does not stand any more: %w", m, annotate.ErrConflict)
		}
		h.draft.dropped[id] = true
	}
	return nil
}

// admitKeeps takes what was dropped before, and what the edit's own change has made.
func (h *held) admitKeeps(e annotate.Edit) error {
	for _, id := range e.Keeps {
		m, err := h.named(e, id)
		if err != nil {
			return err
		}
		if m.Revision != e.Revision {
			return fmt.Errorf("%s is not of revision %d: %w", m, e.Revision, annotate.ErrInvalid)
		}
		if _, made := h.draft.mentions[id]; !made && !h.isDropped(m) {
			return fmt.Errorf("%s stands already: %w", m, annotate.ErrConflict)
		}
		h.draft.dropped[id] = false
	}
	return nil
}

func (h *held) admitLost(e annotate.Edit) error {
	for _, id := range e.Lost {
		m, err := h.named(e, id)
		if err != nil {
			return err
		}
		if m.Revision >= e.Revision {
			return fmt.Errorf("%s is not of a former revision: %w", m, annotate.ErrInvalid)
		}
	}
	return nil
}

// named is a mention that an edit names, which must be one of its article.
func (h *held) named(e annotate.Edit, id uuid.UUID) (annotate.Mention, error) {
	m, met, err := h.mention(id)
	switch {
	case err != nil:
		return m, err
	case !met:
		return m, missing(e.ID, "mention", id)
	case m.Article != e.Article:
		return m, fmt.Errorf("%s is not of article %s: %w", m, e.Article, annotate.ErrInvalid)
	}
	return m, nil
}

func (h *held) admitCorrections(e annotate.Edit) error {
	for _, c := range e.Corrects {
		if err := h.needsClaim(e.ID, c.Claim); err != nil {
			return err
		}
		held, err := h.claim(c.Claim)
		if err != nil {
			return err
		}
		if held.Kind != c.WasKind || held.Polarity != c.WasPolarity {
			return fmt.Errorf("claim %s is taken for %s, %s by now: %w", c.Claim, held.Kind, held.Polarity, annotate.ErrConflict)
		}
		held.Kind, held.Polarity = c.Kind, c.Polarity
		h.draft.claims[c.Claim] = held
	}
	return nil
}
