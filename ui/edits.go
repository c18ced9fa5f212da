package ui

import (
	"context"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// editView is an edit as histories show it.
type editView struct {
	annotate.EditRow
	CSRF string // empty: it can't be undone from here
	Back string
}

func viewEdit(e annotate.EditRow, csrf string) editView {
	v := editView{EditRow: e}
	if e.Edit.Deed != annotate.Carried && e.Last() {
		v.CSRF = csrf
	}
	return v
}

// Said is what was done, as a sentence without its subject.
func (v editView) Said() string {
	switch n := len(v.Keeps); v.Edit.Deed {
	case annotate.Added:
		return "added a claim"
	case annotate.Edited:
		return v.saidEdited()
	case annotate.Split:
		return "split a claim into " + number(n)
	case annotate.Merged:
		return "merged " + count(len(v.Drops), "claim", "claims")
	case annotate.Dropped:
		if v.repeated() {
			return "dropped a claim at " + count(len(v.Drops), "place", "places")
		}
		return "dropped a claim"
	case annotate.Restored:
		return "restored a claim"
	case annotate.Undone:
		return "took an edit back"
	case annotate.Redone:
		return "did an edit again"
	case annotate.Carried:
		return "did what editors had done again to the new text"
	}
	return string(v.Edit.Deed)
}

func (v editView) saidEdited() string {
	switch {
	case len(v.Keeps) == 0:
		return "corrected what a claim is taken for"
	case len(v.Drops) == 1 && v.Drops[0].Claim.ID == v.Keeps[0].Claim.ID:
		return "changed what is said of a claim"
	}
	return "changed the words of a claim"
}

// repeated says whether the edit drops one claim at several places.
func (v editView) repeated() bool {
	for _, r := range v.Drops {
		if r.Claim.ID != v.Drops[0].Claim.ID {
			return false
		}
	}
	return len(v.Drops) > 1
}

// Redo says whether undoing the edit does something again.
func (v editView) Redo() bool { return v.Edit.Deed == annotate.Undone }

// doneView tells at the head of an article's page what was just done, with the way to undo it.
type doneView struct {
	editView
	Focus uuid.UUID // the claim that is looked at next
}

// done is what a request says was just done to the article, nil for nothing.
func (s *Server) done(c echo.Context, article uuid.UUID) (*doneView, error) {
	id, err := uuid.Parse(c.QueryParam("done"))
	if err != nil {
		return nil, nil //nolint:nilerr // most requests come from elsewhere
	}
	row, err := s.config.Store.Edit(c.Request().Context(), id)
	if err != nil || row.Edit.Article != article {
		return nil, nil //nolint:nilerr // an address that somebody kept from another store says nothing here
	}
	focus, err := s.focus(c, row.Edit)
	return &doneView{viewEdit(row, token(c)), focus}, err
}

// historyPage is what happened to an article, newest first.
type historyPage struct {
	page
	Row    annotate.ArticleRow
	Events []happened
	Pager  pager
}

// happened is an event, with the edit that it is.
type happened struct {
	annotate.Event
	Edit *editView
	Deed string // what was done, where it is known better than by its kind
}

func (s *Server) history(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	p := &historyPage{}
	if p.Row, err = s.config.Store.ArticleRow(ctx, id); err != nil {
		return err
	}
	list, err := s.config.Store.Events(ctx, id, pageOf(c, annotate.DefaultPage))
	if err != nil {
		return err
	}
	if p.Events, err = s.happened(ctx, id, list.Items, token(c)); err != nil {
		return err
	}
	for _, x := range p.Events {
		if x.Edit != nil && x.Edit.Edit.Revision != p.Row.Revision {
			x.Edit.CSRF = "" // a former text stays as it is
		}
	}
	p.Pager = pagerOf(c, list)
	p.Title, p.Section = "History: "+p.Row.Title, "articles"
	return s.show(c, http.StatusOK, "history", p)
}

// happened finds the edits that events are, all about one subject: both lists are newest first.
func (s *Server) happened(ctx context.Context, subject uuid.UUID, events []annotate.Event, csrf string) ([]happened, error) {
	out := make([]happened, len(events))
	for i, e := range events {
		out[i].Event = e
	}
	page := annotate.Page{Limit: maxHistory}
	for len(events) > 0 {
		list, err := s.config.Store.Edits(ctx, subject, page)
		if err != nil {
			return nil, err
		}
		for _, e := range list.Items {
			for i := range out {
				if out[i].Seq == e.Seq {
					v := viewEdit(e, csrf)
					out[i].Edit = &v
				}
			}
		}
		page.After = list.Next
		if page.After == "" || list.Items[len(list.Items)-1].Seq <= events[len(events)-1].Seq {
			break
		}
	}
	return out, nil
}

// dropped is a claim that does not stand in an article, with what took its place.
type dropped struct {
	annotate.MentionRow
	Lost    bool // of a former text: an editor made it, and its words are gone
	Gone    bool // dropped in a former text, and its words are gone
	Instead *editView
	CSRF    string // empty: it can't be restored from here
}

// maxDropped bounds how many dropped claims a page shows; it says so when there are more.
const maxDropped = 200

// droppedOf reads what does not stand in the revision that is shown.
func (s *Server) droppedOf(c echo.Context, p *articlePage) error {
	ctx := c.Request().Context()
	list, err := s.config.Store.Dropped(ctx, p.Article.ID, p.Article.Revision, annotate.Page{Limit: maxDropped})
	if err != nil {
		return err
	}
	p.DroppedTotal = list.Total
	edits := map[uuid.UUID]*editView{}
	for _, r := range list.Items {
		d := dropped{MentionRow: r}
		former := r.Mention.Revision != p.Article.Revision
		d.Lost, d.Gone = former && !r.Dropped, former && r.Dropped
		if d.Lost {
			p.Lost++
		}
		if p.Article.Revision == p.Row.Revision && !former {
			d.CSRF = token(c)
		}
		if !former && r.Edit.Deed != annotate.Dropped && r.Edit.Deed != annotate.Carried {
			if edits[r.Edit.ID] == nil {
				row, err := s.config.Store.Edit(ctx, r.Edit.ID)
				if err != nil {
					return err
				}
				v := viewEdit(row, d.CSRF)
				edits[r.Edit.ID] = &v
			}
			d.Instead = edits[r.Edit.ID]
		}
		p.Dropped = append(p.Dropped, d)
	}
	return nil
}
