package ui

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
	"claimlens/annotate/caution"
)

// noTime asks the store for what is known now.
var noTime time.Time

// What bounds the parts of a claim's page; each part says how many of how many it shows.
const (
	maxEvidence = 500
	maxMadeIn   = 100
	maxHistory  = 50
	maxSearches = 50
)

// claimPage is a claim with everything that is known about it, now or as of a day.
type claimPage struct {
	page
	Row      annotate.ClaimRow
	Past     bool // as of a day, not now: nothing can be done, and a band says so
	AsOf     time.Time
	Columns  []column
	Evidence int // how much there is, of all stances, rejected too
	Papers   int // how many papers that is, without what was rejected
	Studies  int // how many studies they report
	Same     []sameStudy
	Cautions []caution.Caution
	Shown    int
	Searches annotate.List[annotate.Search]
	MadeIn   annotate.List[annotate.MadeIn]
	Grades   []annotate.Grade // in force
	Replaced []annotate.Grade
	Grade    gradeFields
	Link     linkFields
	Events   annotate.List[annotate.Event]
	History  []happened
}

// column is the evidence of one stance; what was rejected is folded away beneath it.
type column struct {
	Stance   annotate.Stance
	Title    string
	None     string
	Items    []evidenceView
	Rejected []evidenceView
	Papers   int
	Studies  int
}

func (s *Server) claim(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	p := &claimPage{}
	if p.AsOf, err = asOf(c.QueryParam("at")); err != nil {
		return err
	}
	if p.Past = !p.AsOf.IsZero(); p.AsOf.After(s.config.Now().Add(2 * 24 * time.Hour)) { // the reader's day may have begun before ours
		return fmt.Errorf("%s is still to come: %w", day(p.AsOf), annotate.ErrInvalid)
	}
	if err := s.readClaim(c, id, p); err != nil {
		return err
	}
	here := "/claims/" + id.String()
	p.Link = linkFields{Claim: id, Back: here + "#evidence", CSRF: token(c)}
	p.Title, p.Section = p.Row.Claim.Text, "claims"
	return s.show(c, http.StatusOK, "claim", p)
}

// asOf reads a day, which counts to its end, or a moment.
func asOf(text string) (time.Time, error) {
	if text == "" {
		return noTime, nil
	}
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return t.AddDate(0, 0, 1).Add(-time.Millisecond), nil
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, nil
	}
	return noTime, fmt.Errorf("%q is not a day: write it as 2026-05-03: %w", text, annotate.ErrInvalid)
}

func (s *Server) readClaim(c echo.Context, id uuid.UUID, p *claimPage) (err error) {
	ctx, store := c.Request().Context(), s.config.Store
	if p.Row, err = store.Claim(ctx, id); err != nil {
		return err
	}
	if p.Past {
		articles := p.Row.Standing.Articles
		p.Row.Standing, err = store.Standing(ctx, id, p.AsOf)
		if errors.Is(err, annotate.ErrNotFound) {
			return told{err, "The claim was first met on " + day(p.Row.Claim.Created) + ", after the day that you ask about.", "Choose a later day."}
		}
		p.Row.Standing.Articles = articles
	}
	if err != nil {
		return err
	}
	if err := s.readEvidence(c, id, p); err != nil {
		return err
	}
	if p.Searches, err = store.ClaimSearches(ctx, id, p.AsOf, annotate.Page{Limit: maxSearches}); err != nil {
		return err
	}
	grades, err := s.grades(ctx, id, p.AsOf)
	if err != nil {
		return err
	}
	p.Grades = annotate.CurrentGrades(grades)
	p.Replaced = replaced(grades, p.Grades)
	p.Grade = s.gradeFrom(c, id, grades, "/claims/"+id.String()+"#grades")
	return s.readClaimHistory(ctx, id, p)
}

func (s *Server) readClaimHistory(ctx context.Context, id uuid.UUID, p *claimPage) (err error) {
	if p.MadeIn, err = s.config.Store.ClaimMentions(ctx, id, annotate.Page{Limit: maxMadeIn}); err != nil {
		return err
	}
	p.Cautions = s.cautions(p.Row.Claim, p.MadeIn.Items, p.Columns[0].Items)
	if p.Events, err = s.config.Store.Events(ctx, id, annotate.Page{Limit: maxHistory}); err != nil {
		return err
	}
	if p.History, err = s.happened(ctx, id, p.Events.Items, ""); err != nil {
		return err
	}
	for _, col := range p.Columns {
		for _, v := range append(append([]evidenceView{}, col.Items...), col.Rejected...) {
			sayDeeds(p.History, v.EvidenceRow)
		}
	}
	return nil
}

// sayDeeds says of what happened which paper was linked, accepted or rejected by it.
func sayDeeds(history []happened, row annotate.EvidenceRow) {
	for i := range history {
		h := &history[i]
		switch d := row.Decision; {
		case d != nil && h.Kind == annotate.EvidenceDecided && h.Actor == d.By && h.Time.Equal(d.Created):
			h.Deed = string(d.State) + " PMID " + row.Citation.PMID
		case h.Kind == annotate.EvidenceLinked && h.Actor == row.Evidence.By && h.Time.Equal(row.Evidence.Created):
			h.Deed = "linked PMID " + row.Citation.PMID
		}
	}
}

func (s *Server) readEvidence(c echo.Context, id uuid.UUID, p *claimPage) error {
	rows, total, err := s.claimEvidence(c.Request().Context(), id, p.AsOf)
	if err != nil {
		return err
	}
	p.Evidence, p.Shown = total, len(rows)
	p.Papers, p.Studies, p.Same = s.studiesIn(rows)
	p.Columns = []column{
		{Stance: annotate.Supports, Title: "For", None: "No paper for it is linked yet."},
		{Stance: annotate.Disputes, Title: "Against", None: "No paper against it is linked yet."},
		{Stance: annotate.Neutral, Title: "Indirect", None: "No indirect paper is linked yet."},
	}
	for _, row := range rows {
		v := s.viewEvidence(c, row, "/claims/"+id.String()+"#evidence", !p.Past)
		for i := range p.Columns {
			col := &p.Columns[i]
			switch {
			case col.Stance != row.Evidence.Stance:
			case row.Evidence.State == annotate.Rejected:
				col.Rejected = append(col.Rejected, v)
			default:
				col.Items = append(col.Items, v)
			}
		}
	}
	for i := range p.Columns {
		col := &p.Columns[i]
		var own []annotate.EvidenceRow
		for _, v := range col.Items {
			own = append(own, v.EvidenceRow)
		}
		col.Papers, col.Studies, _ = s.studiesIn(own)
	}
	return nil
}

// replaced are the grades that are in force no longer.
func replaced(all, current []annotate.Grade) []annotate.Grade {
	in := make(map[uuid.UUID]bool, len(current))
	for _, g := range current {
		in[g.ID] = true
	}
	var out []annotate.Grade
	for _, g := range all {
		if !in[g.ID] {
			out = append(out, g)
		}
	}
	return out
}

// claimsPage is the list of claims in one state.
type claimsPage struct {
	page
	State annotate.ReviewState
	Tabs  []tab
	List  annotate.List[annotate.ClaimRow]
	Pager pager
}

// tab leads to the claims of one state.
type tab struct {
	State annotate.ReviewState
	Count int
	Here  bool
}

func (s *Server) claims(c echo.Context) error {
	ctx := c.Request().Context()
	p := &claimsPage{State: annotate.ReviewState(c.QueryParam("state"))}
	known := p.State == ""
	for _, state := range append(append([]annotate.ReviewState{}, annotate.ReviewStates...), "") {
		l, err := s.config.Store.Claims(ctx, state, annotate.Page{Limit: 1})
		if err != nil {
			return err
		}
		known = known || state == p.State
		p.Tabs = append(p.Tabs, tab{State: state, Count: l.Total, Here: state == p.State})
	}
	if !known {
		return fmt.Errorf("claims in state %q: %w", p.State, annotate.ErrNotFound)
	}
	var err error
	if p.List, err = s.config.Store.Claims(ctx, p.State, pageOf(c, annotate.DefaultPage)); err != nil {
		return err
	}
	p.Pager = pagerOf(c, p.List)
	p.Title, p.Section = "Claims", "claims"
	return s.show(c, http.StatusOK, "claims", p)
}
