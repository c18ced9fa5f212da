package graph

import (
	"context"
	"fmt"
	"reflect"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// admit judges what a change makes, part by part, and returns what of it is new. What is refused is refused with one of
// the domain's kinds of error; any other error is a fault of the store.
func (h *held) admit(ctx context.Context, m annotate.Made) (annotate.Made, error) {
	a := &admission{held: h}
	left := annotate.Made{
		Articles:  admitEach(a, m.Articles, func(x annotate.Article) (bool, error) { return h.admitArticle(ctx, x) }),
		Claims:    admitEach(a, m.Claims, h.admitClaim),
		Mentions:  admitEach(a, m.Mentions, func(x annotate.Mention) (bool, error) { return h.admitMention(ctx, x) }),
		Edits:     admitEach(a, m.Edits, func(x annotate.Edit) (bool, error) { return h.admitEdit(ctx, x) }),
		Citations: admitEach(a, m.Citations, h.admitCitation),
		Checks:    admitEach(a, m.Checks, func(x annotate.NoticeCheck) (bool, error) { return h.admitCheck(ctx, x) }),
		Evidence:  admitEach(a, m.Evidence, func(x annotate.Evidence) (bool, error) { return h.admitEvidence(ctx, x) }),
		Decisions: admitEach(a, m.Decisions, func(x annotate.Decision) (bool, error) { return h.admitDecision(ctx, x) }),
		Searches:  admitEach(a, m.Searches, func(x annotate.Search) (bool, error) { return h.admitSearch(ctx, x) }),
		Grades:    admitEach(a, m.Grades, func(x annotate.Grade) (bool, error) { return h.admitGrade(ctx, x) }),
	}
	return left, a.err
}

// admission is the judging of one change; it ends with the first part that is refused.
type admission struct {
	held *held
	err  error
}

// admitEach is the parts of one kind that are new.
func admitEach[T any](a *admission, list []T, admit func(T) (bool, error)) []T {
	var left []T
	for _, x := range list {
		if a.err != nil {
			return nil
		}
		var isNew bool
		if isNew, a.err = admit(x); isNew {
			left = append(left, x)
		}
	}
	return left
}

func (h *held) admitArticle(ctx context.Context, a annotate.Article) (bool, error) {
	latest, err := h.revision(a.ID)
	if err != nil {
		return false, err
	}
	k := revisionKey{a.ID, a.Revision}
	if a.Revision >= 1 && a.Revision <= latest {
		same, err := h.article(ctx, k)
		if err != nil {
			return false, err
		}
		if reflect.DeepEqual(same.Article, a) {
			return false, nil
		}
	}
	if a.Revision != latest+1 {
		return false, fmt.Errorf("revision %d of article %s, which has %d by now: %w", a.Revision, a.ID, latest, annotate.ErrConflict)
	}
	h.draft.revisions[a.ID] = a.Revision
	h.draft.articles[k] = hold(a)
	return true, nil
}

func (h *held) admitClaim(c annotate.Claim) (bool, error) {
	if h.hasClaim(c.ID) {
		return false, nil // it stays as it was first met
	}
	h.draft.claims[c.ID] = c
	return true, nil
}

func (h *held) admitMention(ctx context.Context, m annotate.Mention) (bool, error) {
	if same, met, err := h.mention(m.ID); err != nil {
		return false, err
	} else if met {
		return false, differs(m, reflect.DeepEqual(m, same))
	}
	if err := h.needsClaim(m, m.Claim); err != nil {
		return false, err
	}
	a, err := h.article(ctx, revisionKey{m.Article, m.Revision})
	if err != nil {
		return false, fmt.Errorf("%s: %w", m, err)
	}
	if err := m.Check(a.prepared); err != nil {
		return false, fmt.Errorf("%s: %w", m, err)
	}
	if m.Block < 0 || m.Block >= max(1, len(a.Blocks)) {
		return false, fmt.Errorf("%s: block %d of an article of %d: %w", m, m.Block, len(a.Blocks), annotate.ErrInvalid)
	}
	if m.By != "" { // what people make has an identifier of its own, which anything might have
		if err := h.unused(ctx, m.ID); err != nil {
			return false, err
		}
	}
	h.draft.mentions[m.ID] = m
	return true, nil
}

// admitCitation leaves out a record that is the same as the latest version, whatever version it takes itself for.
func (h *held) admitCitation(c annotate.Citation) (bool, error) {
	latest, err := h.version(c.ID)
	if err != nil {
		return false, err
	}
	if c.Version >= 1 && c.Version <= latest+1 && latest > 0 {
		held, err := h.citation(c.ID, min(c.Version, latest))
		if err != nil {
			return false, err
		}
		held.Version = c.Version
		if reflect.DeepEqual(held, c) {
			return false, nil
		}
	}
	if c.Version != latest+1 {
		return false, fmt.Errorf("version %d of PMID %s, which has %d by now: %w", c.Version, c.PMID, latest, annotate.ErrConflict)
	}
	h.draft.versions[c.ID] = c.Version
	h.draft.citations[revisionKey{c.ID, c.Version}] = c
	return true, nil
}

func (h *held) admitEvidence(ctx context.Context, e annotate.Evidence) (bool, error) {
	if same, met, err := h.evidence(e.ID); err != nil {
		return false, err
	} else if met {
		same.State = e.State // what was decided since is no part of it
		return false, differs(e.ID, same == e)
	}
	if err := h.needsClaim(e.ID, e.Claim); err != nil {
		return false, err
	}
	if err := h.needsCitation(e.ID, e.Citation); err != nil {
		return false, err
	}
	if err := h.checkReplaced(e); err != nil {
		return false, err
	}
	if err := h.unused(ctx, e.ID); err != nil {
		return false, err
	}
	h.draft.evidence[e.ID] = e
	return true, nil
}

// checkReplaced checks that what evidence corrects is held, and links the same two things.
func (h *held) checkReplaced(e annotate.Evidence) error {
	if e.Replaces == uuid.Nil {
		return nil
	}
	old, met, err := h.evidence(e.Replaces)
	switch {
	case err != nil:
		return err
	case !met:
		return missing(e.ID, "evidence", e.Replaces)
	case old.Claim != e.Claim || old.Citation != e.Citation:
		return fmt.Errorf("evidence %s corrects %s, which links other things: %w", e.ID, old.ID, annotate.ErrInvalid)
	}
	return nil
}

func (h *held) admitCheck(ctx context.Context, c annotate.NoticeCheck) (bool, error) {
	if same, met, err := h.check(c.ID); err != nil {
		return false, err
	} else if met {
		return false, differs(c.ID, reflect.DeepEqual(same, c))
	}
	if err := h.needsCitation(c.ID, c.Citation); err != nil {
		return false, err
	}
	if err := h.unused(ctx, c.ID); err != nil {
		return false, err
	}
	h.draft.checks[c.ID] = c
	return true, nil
}

func (h *held) admitSearch(ctx context.Context, s annotate.Search) (bool, error) {
	if same, met, err := h.search(s.ID); err != nil {
		return false, err
	} else if met {
		return false, differs(s.ID, same == s)
	}
	if err := h.needsClaim(s.ID, s.Claim); err != nil {
		return false, err
	}
	if err := h.unused(ctx, s.ID); err != nil {
		return false, err
	}
	h.draft.searches[s.ID] = s
	return true, nil
}

func (h *held) admitDecision(ctx context.Context, d annotate.Decision) (bool, error) {
	if same, met, err := h.decision(d.ID); err != nil {
		return false, err
	} else if met {
		return false, differs(d.ID, same == d)
	}
	if _, met, err := h.evidence(d.Evidence); err != nil {
		return false, err
	} else if !met {
		return false, missing(d.ID, "evidence", d.Evidence)
	}
	if err := h.unused(ctx, d.ID); err != nil {
		return false, err
	}
	h.draft.decisions[d.ID] = d
	return true, nil
}

func (h *held) admitGrade(ctx context.Context, g annotate.Grade) (bool, error) {
	if same, met, err := h.grade(g.ID); err != nil {
		return false, err
	} else if met {
		return false, differs(g.ID, same == g)
	}
	if err := h.needsClaim(g.ID, g.Claim); err != nil {
		return false, err
	}
	current, err := h.currentGrade(g.Claim, g.By)
	if err != nil {
		return false, err
	}
	if g.Replaces != current {
		return false, fmt.Errorf("grade %s replaces %s, but %s has signed %s by now: %w", g.ID, g.Replaces, g.By, current, annotate.ErrConflict)
	}
	if err := h.unused(ctx, g.ID); err != nil {
		return false, err
	}
	h.draft.grades[g.ID] = g
	h.draft.current[graderKey{g.Claim, g.By}] = g.ID
	return true, nil
}

// needsClaim is the error for a thing that refers to a claim, nil if the claim is held.
func (h *held) needsClaim(thing any, id uuid.UUID) error {
	if h.hasClaim(id) {
		return nil
	}
	return missing(thing, "claim", id)
}

// needsCitation is the error for a thing that refers to a paper, nil if the paper is held.
func (h *held) needsCitation(thing any, id uuid.UUID) error {
	version, err := h.version(id)
	if err == nil && version == 0 {
		err = missing(thing, "citation", id)
	}
	return err
}

// differs is the error for a thing whose identifier is taken, nil if it is taken by the very same thing.
func differs(thing any, same bool) error {
	if same {
		return nil
	}
	return fmt.Errorf("%v differs from what is there under its identifier: %w", thing, annotate.ErrConflict)
}

func missing(thing any, noun string, id uuid.UUID) error {
	return fmt.Errorf("%v: %s %s: %w", thing, noun, id, annotate.ErrNotFound)
}
