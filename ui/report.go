package ui

import (
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// reportPage is what an editor hands back about an article: every claim with its grades, and the papers they rest on.
type reportPage struct {
	articlePage
	Claimed    []reported
	References []paper // numbered from 1 in the order in which they are first cited
}

// reported is a claim of the report. Cites are its papers by number.
type reported struct {
	annotate.MentionRow
	Grades []annotate.Grade
	Cites  []cite
}

// cite is a paper by its number, with how it speaks to the claim.
type cite struct {
	Number int
	Stance annotate.Stance
}

func (s *Server) report(c echo.Context) error {
	a, mentions, err := s.readArticle(c)
	if err != nil {
		return err
	}
	p := &reportPage{articlePage: *a}
	p.Title = "Report: " + a.Title
	numbers := map[string]int{}
	met := map[uuid.UUID]bool{}
	for _, m := range mentions {
		if met[m.Claim.ID] {
			continue
		}
		met[m.Claim.ID] = true
		r := reported{MentionRow: m}
		if err := s.readReported(c, p, &r, numbers); err != nil {
			return err
		}
		p.Claimed = append(p.Claimed, r)
	}
	return s.show(c, http.StatusOK, "report", p)
}

// readReported adds a claim's grades and papers. Only claims that have some cost a look into the store.
func (s *Server) readReported(c echo.Context, p *reportPage, r *reported, numbers map[string]int) error {
	ctx, id := c.Request().Context(), r.Claim.ID
	if r.Standing.Graders > 0 {
		grades, err := s.grades(ctx, id, noTime)
		if err != nil {
			return err
		}
		r.Grades = annotate.CurrentGrades(grades)
	}
	if r.Standing.Supports+r.Standing.Disputes+r.Standing.Neutral+r.Standing.Retracted == 0 {
		return nil
	}
	rows, _, err := s.claimEvidence(ctx, id, noTime)
	for _, row := range rows {
		if row.Evidence.State == annotate.Rejected {
			continue
		}
		pmid := row.Citation.PMID
		if numbers[pmid] == 0 {
			p.References = append(p.References, paperOf(row.Citation))
			numbers[pmid] = len(p.References)
		}
		r.Cites = append(r.Cites, cite{Number: numbers[pmid], Stance: row.Evidence.Stance})
	}
	return err
}
