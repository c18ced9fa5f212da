package annotate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

// How many claims one is split into, or are merged into one.
const (
	MinParts = 2
	MaxParts = 6
)

// AddClaim adds a claim to the latest revision of an article.
func (d *Desk) AddClaim(ctx context.Context, actor string, article uuid.UUID, revision int, e Entry) (Edit, error) {
	return d.edit(ctx, deedOf(Added, actor, article, revision), nil, e)
}

// EditClaim puts an entry in the place of a mention. Another text is another claim: what was signed about the old one stays
// with it. The same text with another kind or polarity corrects the claim. Writing down what stands already changes
// nothing, and gives the zero Edit.
func (d *Desk) EditClaim(ctx context.Context, actor string, mention uuid.UUID, e Entry) (Edit, error) {
	row, err := d.standing(ctx, mention)
	if err != nil {
		return Edit{}, err
	}
	x := deedOf(Edited, actor, row.Mention.Article, row.Mention.Revision)
	return d.edit(ctx, x, []MentionRow{row}, e)
}

// SplitClaim puts two to six entries in the place of one mention.
func (d *Desk) SplitClaim(ctx context.Context, actor string, mention uuid.UUID, parts []Entry) (Edit, error) {
	row, err := d.standing(ctx, mention)
	if err != nil {
		return Edit{}, err
	}
	if len(parts) < MinParts || len(parts) > MaxParts {
		return Edit{}, Problems{{"parts", fmt.Sprintf("a claim is split into %d to %d, not %d", MinParts, MaxParts, len(parts))}}
	}
	x := deedOf(Split, actor, row.Mention.Article, row.Mention.Revision)
	return d.edit(ctx, x, []MentionRow{row}, parts...)
}

// MergeClaims puts one entry in the place of two to six mentions of one revision.
func (d *Desk) MergeClaims(ctx context.Context, actor string, mentions []uuid.UUID, e Entry) (Edit, error) {
	rows, err := d.standingAll(ctx, mentions)
	if err != nil {
		return Edit{}, err
	}
	if len(rows) < MinParts || len(rows) > MaxParts {
		return Edit{}, Problems{{"claims", fmt.Sprintf("choose %d to %d claims to merge, not %d", MinParts, MaxParts, len(rows))}}
	}
	x := deedOf(Merged, actor, rows[0].Mention.Article, rows[0].Mention.Revision)
	return d.edit(ctx, x, rows, e)
}

func deedOf(deed Deed, actor string, article uuid.UUID, revision int) Edit {
	return Edit{Deed: deed, By: actor, Article: article, Revision: revision}
}

// standing is a mention that stands; one that an editor dropped meanwhile is a conflict.
func (d *Desk) standing(ctx context.Context, mention uuid.UUID) (MentionRow, error) {
	row, err := d.store.Mention(ctx, mention)
	if err == nil && row.Dropped {
		err = fmt.Errorf("%s, which was dropped: %w", row.Mention, ErrConflict)
	}
	return row, err
}

// standingAll is several of them, each once, all of one revision, in the order of the text.
func (d *Desk) standingAll(ctx context.Context, mentions []uuid.UUID) ([]MentionRow, error) {
	var rows []MentionRow
	for _, id := range mentions {
		if slices.ContainsFunc(rows, func(r MentionRow) bool { return r.Mention.ID == id }) {
			continue
		}
		row, err := d.standing(ctx, id)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 && (row.Mention.Article != rows[0].Mention.Article || row.Mention.Revision != rows[0].Mention.Revision) {
			return nil, Problems{{"claims", "they have to stand in the same text"}}
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b MentionRow) int { return a.Mention.Anchor.Start - b.Mention.Anchor.Start })
	return rows, nil
}

// edit records a deed that puts entries in the place of mentions.
func (d *Desk) edit(ctx context.Context, e Edit, instead []MentionRow, entries ...Entry) (Edit, error) {
	a, err := d.latest(ctx, e)
	if err != nil {
		return Edit{}, err
	}
	w := &editing{Edit: e, article: a, text: NewText(a.Text), instead: instead}
	if err := w.write(d, entries); err != nil {
		return Edit{}, err
	}
	if err := w.checkRepeats(ctx, d.store); err != nil {
		return Edit{}, err
	}
	if err := w.correct(ctx, d.store); err != nil {
		return Edit{}, err
	}
	if w.unchanged() {
		w.drop, w.mentions = nil, nil
	}
	return d.recordEdit(ctx, w)
}

// latest is the article that the edit is of, which must not have another text by now.
func (d *Desk) latest(ctx context.Context, e Edit) (Article, error) {
	a, err := d.store.Article(ctx, e.Article, 0)
	if err == nil && a.Revision != e.Revision {
		err = fmt.Errorf("revision %d of article %s, which has %d by now: %w", e.Revision, a.ID, a.Revision, ErrConflict)
	}
	return a, err
}

// editing is an edit in the making.
type editing struct {
	Edit
	article  Article
	text     *Text
	instead  []MentionRow // what the entries take the place of
	claims   []Claim      // one for each entry
	mentions []Mention
	drop     []MentionRow
	back     []MentionRow // what is kept again
}

// write makes the claims and the mentions of the entries.
func (w *editing) write(d *Desk, entries []Entry) error {
	var all Problems
	w.drop = w.instead
	w.Created = d.moment()
	for i, e := range entries {
		c, m, problems := e.written(partName(i, len(entries)), w.article, w.text, d.describe(e.Text, w.instead))
		all = append(all, problems...)
		w.claims, w.mentions = append(w.claims, c.met(w.Created)), append(w.mentions, m.signed(d.newID(), w.By))
	}
	return all.Err()
}

// describe describes a text; what is said already of a mention with that text stays.
func (d *Desk) describe(text string, instead []MentionRow) Draft {
	for _, r := range instead {
		if r.Claim.ID == ClaimID(text) {
			m := r.Mention
			return Draft{Kind: r.Claim.Kind, Polarity: r.Claim.Polarity, Wording: m.Wording, Hedged: m.Hedged, Worth: m.Worth, Reasons: m.Reasons}
		}
	}
	return d.Describe(text)
}

// checkRepeats refuses to make a claim, or to put one back, at the very same words where it is made already.
func (w *editing) checkRepeats(ctx context.Context, store Reader) error {
	rows, err := walkAll(func(p Page) (List[MentionRow], error) { return store.Mentions(ctx, w.Article, w.Revision, p) })
	if err != nil {
		return err
	}
	var there []Mention
	for _, r := range rows {
		if !slices.ContainsFunc(w.drop, func(x MentionRow) bool { return x.Mention.ID == r.Mention.ID }) {
			there = append(there, r.Mention)
		}
	}
	var p Problems
	for i, m := range w.mentions {
		if slices.ContainsFunc(there, m.repeats) {
			p.Add(strings.TrimSpace(partName(i, len(w.mentions))+" text"), "this very claim is made at these words already")
		}
		there = append(there, m)
	}
	for _, r := range w.back {
		if slices.ContainsFunc(there, r.Mention.repeats) {
			p.Add("claims", "%q is made at the same words already", r.Claim.Text)
		}
	}
	return p.Err()
}

// repeats says whether two mentions make one claim at the same place.
func (m Mention) repeats(x Mention) bool {
	return m.Claim == x.Claim && m.Anchor.Start == x.Anchor.Start && m.Anchor.End == x.Anchor.End
}

// correct adds the corrections of claims that the store takes for something else than the entries do.
func (w *editing) correct(ctx context.Context, store Reader) error {
	met := map[uuid.UUID]bool{}
	for _, c := range w.claims {
		held, err := store.Claim(ctx, c.ID)
		if errors.Is(err, ErrNotFound) || met[c.ID] {
			met[c.ID] = true
			continue
		}
		if err != nil {
			return err
		}
		met[c.ID] = true
		if was := held.Claim; was.Kind != c.Kind || was.Polarity != c.Polarity {
			w.Corrects = append(w.Corrects, Correction{c.ID, c.Kind, c.Polarity, was.Kind, was.Polarity})
		}
	}
	return nil
}

// unchanged says whether an edited mention is what it was.
func (w *editing) unchanged() bool {
	if w.Deed != Edited {
		return false
	}
	was, is := w.instead[0].Mention, w.mentions[0]
	return is.repeats(was) && is.Wording == was.Wording && is.Hedged == was.Hedged && is.Population == was.Population && is.Species == was.Species
}

// recordEdit records an edit with what it makes.
func (d *Desk) recordEdit(ctx context.Context, w *editing) (Edit, error) {
	e := w.Edit
	e.ID = d.newID()
	if e.Created.IsZero() {
		e.Created = d.moment()
	}
	for _, r := range w.drop {
		e.Drops = append(e.Drops, r.Mention.ID)
	}
	for _, m := range w.mentions {
		e.Keeps = append(e.Keeps, m.ID)
	}
	if len(e.Drops)+len(e.Keeps)+len(e.Corrects) == 0 {
		return Edit{}, nil
	}
	if err := e.Check(); err != nil {
		return Edit{}, err
	}
	change := Change{Actor: e.By, Kind: ClaimsEdited, Time: e.Created, Subject: e.Article, Note: w.note()}
	change.Mentions, change.Edits = w.mentions, []Edit{e}
	if len(w.mentions) > 0 {
		change.Claims = w.claims
	}
	_, err := d.store.Record(ctx, change)
	return e, err
}

// walkAll reads a list to its end.
func walkAll[T any](read func(Page) (List[T], error)) ([]T, error) {
	var all []T
	page := Page{Limit: MaxPage}
	for {
		list, err := read(page)
		if err != nil {
			return nil, err
		}
		all = append(all, list.Items...)
		if page.After = list.Next; page.After == "" {
			return all, nil
		}
	}
}

// moment is the desk's time, as the record keeps it.
func (d *Desk) moment() time.Time { return Moment(d.now()) }
