package ui

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// editPage is the form in which an editor adds, edits, splits or merges claims of an article.
type editPage struct {
	page
	Row      annotate.ArticleRow
	Lang     string
	Deed     annotate.Deed
	Was      []annotate.MentionRow // what the entries take the place of
	Near     []nearClaim           // what one could be merged with
	Of       int                   // how many there are in all
	Choosing bool                  // of a merge: what with is still to be said
	Path     string                // of the deed, below a mention's address
	Action   string
	CSRF     string
	Back     string
	Parts    []entryFields
	Places   []entryFields // of a claim that is added: where the words stand, when that is at several places
	More     bool          // at more than are shown
	Problems []string
	Changed  *changed
}

// changed is what somebody else did to a claim while it was being edited.
type changed struct {
	Edit *editView
	Read bool // the article was read again, with another text
	Over bool // what was typed can be saved in the place of what is there now
}

// nearClaim is a claim of the article that another can be merged with.
type nearClaim struct {
	annotate.MentionRow
	Chosen bool
}

// Judged is how many grades and papers are about what the entries take the place of, in words; empty for none.
func (p *editPage) Judged() string {
	grades, papers := 0, 0
	for _, r := range p.Was {
		grades += r.Standing.Graders
		papers += r.Standing.Supports + r.Standing.Disputes + r.Standing.Neutral + r.Standing.Retracted
	}
	var parts []string
	if grades > 0 {
		parts = append(parts, count(grades, "grade", "grades"))
	}
	if papers > 0 {
		parts = append(parts, count(papers, "paper", "papers"))
	}
	return strings.Join(parts, " and ")
}

// mentionOf is the mention that a request names.
func (s *Server) mentionOf(c echo.Context) (annotate.MentionRow, error) {
	id, err := identifier(c, "id")
	if err != nil {
		return annotate.MentionRow{}, err
	}
	return s.config.Store.Mention(c.Request().Context(), id)
}

// newEdit is a form of a deed on the latest revision of an article, with its text.
func (s *Server) newEdit(c echo.Context, deed annotate.Deed, article uuid.UUID) (*editPage, annotate.Article, error) {
	ctx := c.Request().Context()
	a, err := s.config.Store.Article(ctx, article, 0)
	if err != nil {
		return nil, a, err
	}
	p := &editPage{Deed: deed, CSRF: token(c), Back: "/articles/" + article.String(), Lang: a.Language}
	p.Title, p.Section = deedTitles[deed], "articles"
	p.Row, err = s.config.Store.ArticleRow(ctx, article)
	return p, a, err
}

var deedTitles = map[annotate.Deed]string{
	annotate.Added: "Add a claim", annotate.Edited: "Edit a claim", annotate.Split: "Split a claim", annotate.Merged: "Merge claims",
	annotate.Dropped: "Drop a claim",
}

// replacing is a form of a deed on one mention. What is not in the latest text, or was dropped, can't be edited; the page
// then says what happened.
func (s *Server) replacing(c echo.Context, deed annotate.Deed, path string) (*editPage, *annotate.Text, error) {
	row, err := s.mentionOf(c)
	if err != nil {
		return nil, nil, err
	}
	p, a, err := s.newEdit(c, deed, row.Mention.Article)
	if err != nil {
		return nil, nil, err
	}
	p.Was, p.Path = []annotate.MentionRow{row}, path
	p.Action = mentionPath(row, path)
	p.Back += "#claim-" + row.Claim.ID.String()
	if row.Dropped || row.Mention.Revision != a.Revision {
		err = s.tellChanged(c, p, row)
	}
	return p, annotate.NewText(a.Text), err
}

func (s *Server) editForm(c echo.Context) error {
	p, t, err := s.replacing(c, annotate.Edited, "edit")
	if err != nil {
		return err
	}
	if p.Changed == nil {
		p.Parts = []entryFields{entryOf(t, p.Was[0].Entry(), p.name())}
	}
	return s.show(c, http.StatusOK, "edit", p)
}

func (s *Server) edit(c echo.Context) error {
	p, t, err := s.replacing(c, annotate.Edited, "edit")
	if err != nil {
		return err
	}
	return s.submit(c, p, t, func(entries []annotate.Entry) (annotate.Edit, error) {
		return s.config.Desk.EditClaim(c.Request().Context(), s.config.Reviewer, p.Was[0].Mention.ID, entries[0])
	})
}

func (s *Server) splitForm(c echo.Context) error {
	p, t, err := s.replacing(c, annotate.Split, "split")
	if err != nil {
		return err
	}
	if p.Changed != nil {
		return s.show(c, http.StatusOK, "edit", p)
	}
	parts, err := s.config.Desk.Parts(c.Request().Context(), p.Was[0].Mention.ID)
	if err != nil {
		return err
	}
	for _, e := range parts {
		p.Parts = append(p.Parts, entryOf(t, e, p.name()))
	}
	p.room()
	return s.show(c, http.StatusOK, "edit", p)
}

// room numbers the parts, and leaves room for one more.
func (p *editPage) room() {
	if n := len(p.Parts); n < annotate.MaxParts && !p.Parts[n-1].Blank() {
		spare := p.Parts[n-1]
		p.Parts = append(p.Parts, entryFields{Name: spare.Name, At: p.Was[0].Mention.Anchor.Start, Quote: p.Was[0].Mention.Anchor.Exact})
	}
	for i := range p.Parts {
		p.Parts[i].N, p.Parts[i].Of = i+1, len(p.Parts)
	}
}

func (s *Server) split(c echo.Context) error {
	p, t, err := s.replacing(c, annotate.Split, "split")
	if err != nil {
		return err
	}
	return s.submit(c, p, t, func(entries []annotate.Entry) (annotate.Edit, error) {
		return s.config.Desk.SplitClaim(c.Request().Context(), s.config.Reviewer, p.Was[0].Mention.ID, entries)
	})
}

// submit reads the claims of a form, does the deed, and shows the form again when something is wrong.
func (s *Server) submit(c echo.Context, p *editPage, t *annotate.Text, do func([]annotate.Entry) (annotate.Edit, error)) error {
	p.Parts = readEntries(c, p.name())
	if p.Changed != nil {
		return s.show(c, http.StatusConflict, "edit", p)
	}
	var entries []annotate.Entry
	var written []int // the parts that are not blank
	found := true
	for i := range p.Parts {
		if p.Parts[i].Blank() {
			continue
		}
		e, ok := p.Parts[i].entry(t)
		entries, written, found = append(entries, e), append(written, i), found && ok
	}
	if !found {
		return s.show(c, http.StatusUnprocessableEntity, "edit", p)
	}
	edit, err := do(entries)
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		kept := make([]entryFields, len(written))
		for i, at := range written {
			kept[i] = p.Parts[at]
		}
		p.Problems = blame(err, kept)
		for i, at := range written {
			p.Parts[at] = kept[i]
		}
		return s.show(c, http.StatusUnprocessableEntity, "edit", p)
	case errors.Is(err, annotate.ErrConflict):
		return s.editAgain(c, p)
	case err != nil:
		return err
	}
	return s.edited(c, edit, p.Row.ID, p.Back)
}

// editAgain tells what somebody else did since the form was read, and keeps what was typed.
func (s *Server) editAgain(c echo.Context, p *editPage) error {
	for _, was := range slices.Clone(p.Was) {
		now, err := s.config.Store.Mention(c.Request().Context(), was.Mention.ID)
		if err != nil {
			return err
		}
		if now.Dropped {
			if err := s.tellChanged(c, p, now); err != nil {
				return err
			}
		}
	}
	if p.Changed == nil {
		p.Changed = &changed{Read: true}
	}
	return s.show(c, http.StatusConflict, "edit", p)
}

// tellChanged says what became of one of the claims that the form is about. Where exactly one claim took its place, the form
// is about that one from now on; where there is none, what was typed into the form of one can be added as a claim of its own.
func (s *Server) tellChanged(c echo.Context, p *editPage, row annotate.MentionRow) error {
	article := "/articles/" + row.Mention.Article.String()
	p.Back = article
	if p.Changed == nil {
		p.Changed = &changed{Read: !row.Dropped}
	}
	now, edit, err := s.heir(c, row)
	if err != nil {
		return err
	}
	if edit.Edit.ID != uuid.Nil {
		view := viewEdit(edit, "")
		p.Changed.Edit = &view
	}
	p.Changed.Over = !now.Dropped && now.Mention.ID != row.Mention.ID
	switch {
	case p.Changed.Over:
		p.instead(row, now)
	case p.Deed == annotate.Edited:
		p.Action = article + "/add"
	}
	return nil
}

// heir is the mention that took the place of another, through however many edits that each left exactly one, with the last
// of them. Every step is to a later edit, so that they end.
func (s *Server) heir(c echo.Context, row annotate.MentionRow) (annotate.MentionRow, annotate.EditRow, error) {
	var last annotate.EditRow
	for row.Dropped && row.Edit != nil {
		edit, err := s.config.Store.Edit(c.Request().Context(), row.Edit.ID)
		if err != nil {
			return row, last, err
		}
		last = edit
		if len(edit.Keeps) != 1 {
			break
		}
		row = edit.Keeps[0]
	}
	return row, last, nil
}

// instead makes the form be about another mention in the place of one. When those that were to be merged are one by now,
// that one is edited.
func (p *editPage) instead(was, now annotate.MentionRow) {
	var rows []annotate.MentionRow
	for _, r := range p.Was {
		if r.Mention.ID == was.Mention.ID {
			r = now
		}
		if !slices.ContainsFunc(rows, func(x annotate.MentionRow) bool { return x.Mention.ID == r.Mention.ID }) {
			rows = append(rows, r)
		}
	}
	path := p.Path
	if len(rows) < len(p.Was) && len(rows) == 1 {
		path = "edit"
	}
	p.Was, p.Action = rows, mentionPath(rows[0], path)
}

func mentionPath(row annotate.MentionRow, deed string) string {
	return "/mentions/" + row.Mention.ID.String() + "/" + deed
}

// name tells the fields of this form from those of others, so that what was typed into them is kept for them alone.
func (p *editPage) name() string {
	if len(p.Was) == 0 {
		return "new"
	}
	return p.Was[0].Mention.ID.String()
}

// edited leads back to the article after a deed: to the claim that came of it, with the deed and the way to undo it.
func (s *Server) edited(c echo.Context, e annotate.Edit, article uuid.UUID, otherwise string) error {
	if e.ID == uuid.Nil {
		return seeOther(c, otherwise)
	}
	to := "/articles/" + article.String() + "?done=" + e.ID.String()
	focus, err := s.focus(c, e)
	if err != nil {
		return err
	}
	if focus != uuid.Nil {
		to += "#claim-" + focus.String()
	}
	return seeOther(c, to)
}

// focus is the claim that is looked at after an edit: the first that it made or put back, else the next in the text.
func (s *Server) focus(c echo.Context, e annotate.Edit) (uuid.UUID, error) {
	ctx := c.Request().Context()
	row, err := s.config.Store.Edit(ctx, e.ID)
	switch {
	case err != nil:
		return uuid.Nil, err
	case len(row.Keeps) > 0:
		return row.Keeps[0].Claim.ID, nil
	case len(e.Corrects) > 0:
		return e.Corrects[0].Claim, nil
	}
	rows, _, err := s.allMentions(ctx, e.Article, e.Revision)
	if err != nil || len(rows) == 0 || len(row.Drops) == 0 {
		return uuid.Nil, err
	}
	next := slices.IndexFunc(rows, func(r annotate.MentionRow) bool {
		return r.Mention.Anchor.Start >= row.Drops[0].Mention.Anchor.Start
	})
	if next < 0 {
		next = len(rows) - 1
	}
	return rows[next].Claim.ID, nil
}

// undo takes an edit back.
func (s *Server) undo(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	e, err := s.config.Desk.Undo(c.Request().Context(), s.config.Reviewer, id)
	if errors.Is(err, annotate.ErrInvalid) {
		return madeAnew(err)
	}
	if errors.Is(err, annotate.ErrConflict) {
		return told{fmt.Errorf("undo: %w", err), "Somebody changed these claims after that edit.", "Look at the article’s history: what came later has to be undone first."}
	}
	if err != nil {
		return err
	}
	return s.edited(c, e, e.Article, "/articles/"+e.Article.String())
}

// madeAnew tells that a claim can't be put back, because it was made at the same words again.
func madeAnew(err error) error {
	return told{err, "The same claim was added at these words since.", "It stands in the article already: there is nothing to put back."}
}
