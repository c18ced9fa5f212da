package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
	"claimlens/importers/crossref"
	"claimlens/importers/literature"
	"claimlens/importers/retractionwatch"
)

// askPubMed gets the papers' records anew: their notices come with them.
func (r *noticeRound) askPubMed(ctx context.Context, pubmed library, s *sourceSum) error {
	return r.each(ctx, func(held []annotate.Citation) error {
		ids := make([]annotate.Identifier, len(held))
		for i, c := range held {
			ids[i] = annotate.Identifier{Kind: annotate.PMID, Value: c.PMID}
		}
		var records []annotate.Citation
		failed := pubmed.Fetch(ctx, ids, func(f literature.Found) error {
			s.Asked++
			switch {
			case f.Err == nil:
				records = append(records, f.Citation)
			case errors.Is(f.Err, annotate.ErrNotFound):
				s.Unknown++
			default:
				r.refuse(f.ID.String(), f.Err.Error())
			}
			return nil
		})
		if ctx.Err() == nil && len(records) > 0 {
			if _, _, err := r.desk.Cite(ctx, r.actor, "looked up for notices in PubMed", records); err != nil {
				return err
			}
		}
		return failed
	})
}

// askCrossref asks about the papers that have a DOI.
func (r *noticeRound) askCrossref(ctx context.Context, client *crossref.Client, s *sourceSum) error {
	return r.each(ctx, func(held []annotate.Citation) error {
		papers := map[string][]annotate.Citation{} // two records may have one DOI
		var dois []string
		for _, c := range held {
			switch {
			case c.DOI == "":
				s.NoDOI++
			case papers[c.DOI] == nil:
				dois = append(dois, c.DOI)
				fallthrough
			default:
				papers[c.DOI] = append(papers[c.DOI], c)
			}
		}
		var checks []annotate.NoticeCheck
		failed := client.Notices(ctx, dois, func(t crossref.Told) error {
			s.Asked += len(papers[t.DOI])
			switch {
			case t.Err == nil:
				for _, c := range papers[t.DOI] {
					checks = append(checks, annotate.NoticeCheck{Citation: c.ID, From: annotate.Crossref, Notices: t.Notices})
				}
			case errors.Is(t.Err, annotate.ErrNotFound):
				s.Unknown += len(papers[t.DOI])
			default:
				r.refuse("DOI "+t.DOI, t.Err.Error())
			}
			return nil
		})
		if ctx.Err() == nil {
			if err := r.hear(ctx, checks); err != nil {
				return err
			}
		}
		return failed
	})
}

func (r *noticeRound) hear(ctx context.Context, checks []annotate.NoticeCheck) error {
	if len(checks) == 0 {
		return nil
	}
	_, err := r.desk.Hear(ctx, r.actor, checks)
	return err
}

// readFile reads the Retraction Watch database. It tells of all papers that are here, cited or not; and of those that it
// does not list it tells nothing, for a file may be an extract.
func (r *noticeRound) readFile(ctx context.Context, name string, in io.Reader, s *sourceSum) error {
	s.file = true
	told := map[string][]annotate.Notice{} // by PMID
	papers := map[string]uuid.UUID{}       // by PMID, too
	var failed error
	err := retractionwatch.Read(ctx, in, func(row retractionwatch.Row) bool {
		if row.Err != nil {
			r.refuse(fmt.Sprintf("%s, line %d", name, row.Line), row.Err.Error())
			return true
		}
		s.Rows++
		c, err := row.Paper(ctx, r.store)
		switch {
		case err == nil:
			told[c.PMID], papers[c.PMID] = append(told[c.PMID], row.Notices...), c.ID
		case errors.Is(err, annotate.ErrNotFound):
		case errors.Is(err, annotate.ErrInvalid):
			r.refuse(fmt.Sprintf("%s, line %d", name, row.Line), err.Error())
		default:
			failed = err
		}
		return failed == nil
	})
	if failed != nil {
		return failed
	}
	s.Matched = len(told)
	if hears := r.hearRows(ctx, told, papers); hears != nil {
		return hears
	}
	if errors.Is(err, annotate.ErrInvalid) {
		return fmt.Errorf("%s %w", name, err)
	}
	if err != nil && ctx.Err() == nil {
		r.refuse(name, "can't be read to its end: "+cause(err).Error())
	}
	return ctx.Err()
}

// hearRows keeps what the rows tell, a batch of papers at a time.
func (r *noticeRound) hearRows(ctx context.Context, told map[string][]annotate.Notice, papers map[string]uuid.UUID) error {
	pmids := make([]string, 0, len(told))
	for pmid, notices := range told {
		slices.SortStableFunc(notices, func(a, b annotate.Notice) int { return strings.Compare(a.Date, b.Date) })
		pmids = append(pmids, pmid)
	}
	slices.Sort(pmids)
	for some := range slices.Chunk(pmids, hearing) {
		err := r.watch(ctx, some, func([]annotate.Citation) error {
			var checks []annotate.NoticeCheck
			for _, pmid := range some {
				checks = append(checks, annotate.NoticeCheck{Citation: papers[pmid], From: annotate.RetractionWatch, Notices: told[pmid]})
			}
			return r.hear(ctx, checks)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
