package graph

import (
	"bytes"
	"context"
	"fmt"
	"maps"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// held is what a change is judged against: the store, what the changes before it in the same batch make, and what its
// own parts have made so far.
type held struct {
	store reading
	batch overlay
	draft overlay
}

func newHeld(r reading) *held {
	return &held{store: r, batch: newOverlay(), draft: newOverlay()}
}

// keep makes the draft a part of the batch: its change is accepted.
func (h *held) keep(c annotate.Change) {
	h.batch.merge(h.draft)
	h.batch.about[c.Subject]++
	h.draft = newOverlay()
}

// drop forgets the draft: its change is refused.
func (h *held) drop() { h.draft = newOverlay() }

// overlay is what changes make that are not in the store yet.
type overlay struct {
	revisions map[uuid.UUID]int // the latest of an article
	articles  map[revisionKey]*heldArticle
	claims    map[uuid.UUID]annotate.Claim // as they are taken by now
	mentions  map[uuid.UUID]annotate.Mention
	dropped   map[uuid.UUID]bool // whether a mention is dropped
	edits     map[uuid.UUID]annotate.Edit
	about     map[uuid.UUID]int // how many events more there are about an article
	versions  map[uuid.UUID]int // the latest of a citation
	citations map[revisionKey]annotate.Citation
	checks    map[uuid.UUID]annotate.NoticeCheck
	evidence  map[uuid.UUID]annotate.Evidence
	decisions map[uuid.UUID]annotate.Decision
	searches  map[uuid.UUID]annotate.Search
	grades    map[uuid.UUID]annotate.Grade
	current   map[graderKey]uuid.UUID // a reviewer's current grade of a claim
}

type graderKey struct {
	claim uuid.UUID
	by    string
}

// heldArticle is a revision with its text prepared for anchors, once for all of its mentions.
type heldArticle struct {
	annotate.Article
	prepared *annotate.Text
}

func hold(a annotate.Article) *heldArticle {
	return &heldArticle{Article: a, prepared: annotate.NewText(a.Text)}
}

func newOverlay() overlay {
	return overlay{
		revisions: map[uuid.UUID]int{}, articles: map[revisionKey]*heldArticle{}, claims: map[uuid.UUID]annotate.Claim{},
		mentions: map[uuid.UUID]annotate.Mention{}, dropped: map[uuid.UUID]bool{}, edits: map[uuid.UUID]annotate.Edit{}, about: map[uuid.UUID]int{}, versions: map[uuid.UUID]int{},
		citations: map[revisionKey]annotate.Citation{}, checks: map[uuid.UUID]annotate.NoticeCheck{}, searches: map[uuid.UUID]annotate.Search{}, evidence: map[uuid.UUID]annotate.Evidence{},
		decisions: map[uuid.UUID]annotate.Decision{}, grades: map[uuid.UUID]annotate.Grade{}, current: map[graderKey]uuid.UUID{},
	}
}

func (o overlay) merge(from overlay) {
	maps.Copy(o.revisions, from.revisions)
	maps.Copy(o.articles, from.articles)
	maps.Copy(o.claims, from.claims)
	maps.Copy(o.mentions, from.mentions)
	maps.Copy(o.dropped, from.dropped)
	maps.Copy(o.edits, from.edits)
	maps.Copy(o.versions, from.versions)
	maps.Copy(o.citations, from.citations)
	maps.Copy(o.checks, from.checks)
	maps.Copy(o.evidence, from.evidence)
	maps.Copy(o.decisions, from.decisions)
	maps.Copy(o.searches, from.searches)
	maps.Copy(o.grades, from.grades)
	maps.Copy(o.current, from.current)
}

// find looks in the draft, then in the batch.
func find[K comparable, V any](k K, draft, batch map[K]V) (V, bool) {
	if v, ok := draft[k]; ok {
		return v, true
	}
	v, ok := batch[k]
	return v, ok
}

// revision is the number of an article's latest revision, 0 when there is no such article.
func (h *held) revision(id uuid.UUID) (int, error) {
	if n, ok := find(id, h.draft.revisions, h.batch.revisions); ok {
		return n, nil
	}
	var row articleRow
	_, err := h.store.load(articleRows, id[:], &row)
	return row.Revision, err
}

// article is one revision of an article, ErrNotFound when it is not held.
func (h *held) article(ctx context.Context, k revisionKey) (*heldArticle, error) {
	if a, ok := find(k, h.draft.articles, h.batch.articles); ok {
		return a, nil
	}
	a, err := h.store.article(ctx, k)
	if err != nil {
		return nil, err
	}
	kept := hold(a)
	h.batch.articles[k] = kept
	return kept, nil
}

func (h *held) hasClaim(id uuid.UUID) bool {
	_, ok := find(id, h.draft.claims, h.batch.claims)
	return ok || h.store.get(claimRows, id[:]) != nil
}

// claim is a claim as it is taken by now.
func (h *held) claim(id uuid.UUID) (annotate.Claim, error) {
	if c, ok := find(id, h.draft.claims, h.batch.claims); ok {
		return c, nil
	}
	row, err := h.store.claimRow(id)
	return row.Claim, err
}

// mention is a mention, whether it stands or not, and whether there is one.
func (h *held) mention(id uuid.UUID) (annotate.Mention, bool, error) {
	if x, ok := find(id, h.draft.mentions, h.batch.mentions); ok {
		return x, true, nil
	}
	if h.store.get(mentionPlaces, id[:]) == nil {
		return annotate.Mention{}, false, nil
	}
	row, err := h.store.mentionByID(id)
	return row.Mention, err == nil, err
}

// isDropped says whether a mention that is held does not stand.
func (h *held) isDropped(m annotate.Mention) bool {
	if dropped, ok := find(m.ID, h.draft.dropped, h.batch.dropped); ok {
		return dropped
	}
	return h.store.get(droppedRows, mentionKey(m)) != nil
}

func (h *held) edit(id uuid.UUID) (annotate.Edit, bool, error) {
	if e, ok := find(id, h.draft.edits, h.batch.edits); ok {
		return e, true, nil
	}
	var row editRow
	ok, err := h.store.load(editRows, id[:], &row)
	return row.Edit, ok, err
}

// read is the error for a change by somebody who has not read all events about its subject.
func (h *held) read(c annotate.Change) error {
	if c.Read == 0 {
		return nil
	}
	n, err := h.store.eventsAbout(c.Subject)
	if n += h.batch.about[c.Subject]; err == nil && n != c.Read {
		err = fmt.Errorf("%s has %d events by now, not %d: %w", c.Subject, n, c.Read, annotate.ErrConflict)
	}
	return err
}

// version is the number of a citation's latest version, 0 when there is no such citation.
func (h *held) version(id uuid.UUID) (int, error) {
	if n, ok := find(id, h.draft.versions, h.batch.versions); ok {
		return n, nil
	}
	var row citationRow
	_, err := h.store.load(citationRows, id[:], &row)
	return row.Version, err
}

// citation is a version of a citation, which must be held.
func (h *held) citation(id uuid.UUID, version int) (annotate.Citation, error) {
	if c, ok := find(revisionKey{id, version}, h.draft.citations, h.batch.citations); ok {
		return c, nil
	}
	var row versionRow
	err := h.store.mustLoad(citationVersions, keyOf(id).number(version), &row)
	return row.Citation, err
}

func (h *held) evidence(id uuid.UUID) (annotate.Evidence, bool, error) {
	if e, ok := find(id, h.draft.evidence, h.batch.evidence); ok {
		return e, true, nil
	}
	var row evidenceRow
	ok, err := h.store.load(evidenceRows, id[:], &row)
	return row.Evidence, ok, err
}

func (h *held) check(id uuid.UUID) (annotate.NoticeCheck, bool, error) {
	return heldSigned(h, noticeChecks, id, h.draft.checks, h.batch.checks)
}

func (h *held) decision(id uuid.UUID) (annotate.Decision, bool, error) {
	return heldSigned(h, decisionRows, id, h.draft.decisions, h.batch.decisions)
}

func (h *held) search(id uuid.UUID) (annotate.Search, bool, error) {
	return heldSigned(h, claimSearches, id, h.draft.searches, h.batch.searches)
}

func (h *held) grade(id uuid.UUID) (annotate.Grade, bool, error) {
	return heldSigned(h, claimGrades, id, h.draft.grades, h.batch.grades)
}

// heldSigned is what a person signed, by its identifier, and whether there is such a thing.
func heldSigned[T any](h *held, bucket string, id uuid.UUID, draft, batch map[uuid.UUID]T) (T, bool, error) {
	if x, ok := find(id, draft, batch); ok {
		return x, true, nil
	}
	var x T
	ok, err := h.signed(bucket, id, &x)
	return x, ok, err
}

// signed reads what a person signed by its identifier.
func (h *held) signed(bucket string, id uuid.UUID, to any) (bool, error) {
	kind, k, _ := bytes.Cut(h.store.get(signedKeys, id[:]), []byte{0})
	if string(kind) != bucket {
		return false, nil
	}
	return true, h.store.mustLoad(bucket, k, to)
}

// currentGrade is the identifier of a reviewer's current grade of a claim, the zero one when there is none.
func (h *held) currentGrade(claim uuid.UUID, by string) (uuid.UUID, error) {
	k := graderKey{claim, by}
	if id, ok := find(k, h.draft.current, h.batch.current); ok {
		return id, nil
	}
	grades, err := h.store.gradesOf(claim)
	if err != nil {
		return uuid.Nil, err
	}
	for _, g := range annotate.CurrentGrades(grades) {
		if g.By == by {
			return g.ID, nil
		}
	}
	return uuid.Nil, nil
}

// unused says whether a node may be made: that no thing of another kind has its name.
func (h *held) unused(ctx context.Context, id uuid.UUID) error {
	said, err := h.store.properties(ctx, nameOf(id))
	if err != nil {
		return err
	}
	paper, err := h.version(id)
	if err != nil {
		return err
	}
	if id == uuid.Nil || len(said) > 0 || paper > 0 || h.draft.has(id) || h.batch.has(id) {
		return fmt.Errorf("%s is the identifier of something else: %w", id, annotate.ErrConflict)
	}
	return nil
}

// has says whether the changes make a thing with an identifier of its own that is this one.
func (o overlay) has(id uuid.UUID) bool {
	_, mention := o.mentions[id]
	_, edit := o.edits[id]
	_, check := o.checks[id]
	_, evidence := o.evidence[id]
	_, decision := o.decisions[id]
	_, search := o.searches[id]
	_, grade := o.grades[id]
	return mention || edit || check || evidence || decision || search || grade
}
