package main

import (
	"context"
	"errors"
	"fmt"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

// hearing is how many papers share one event of what was heard about them.
const hearing = 200

// noticeRound is one round of asking what happened to papers.
type noticeRound struct {
	store annotate.Reader
	desk  *annotate.Desk
	actor string
	bar   *progress
	pmids []string // of the papers that are asked about
	steps int

	report func(noticed) error // unless nil: is told what is new about a paper, as it comes

	Sources []sourceSum `json:"sources"`
	Papers  []noticed   `json:"papers"` // with news
	refusals
}

// sourceSum is what came of one source.
type sourceSum struct {
	Name    string `json:"name"`
	Asked   int    `json:"asked,omitempty"`      // papers that it was asked about
	Unknown int    `json:"unknown,omitempty"`    // of these, not known there
	NoDOI   int    `json:"withoutDOI,omitempty"` // papers that it can't be asked about
	Rows    int    `json:"rows,omitempty"`       // of a file
	Matched int    `json:"matched,omitempty"`    // papers here that it tells of
	file    bool
}

func (s sourceSum) words() string {
	if s.file {
		return fmt.Sprintf("%s: %s, which tell of %s here", s.Name, count(s.Rows, "row"), count(s.Matched, "paper"))
	}
	text := fmt.Sprintf("%s: %s asked about", s.Name, count(s.Asked, "paper"))
	if s.Unknown > 0 {
		text += fmt.Sprintf(", %d not known there", s.Unknown)
	}
	if s.NoDOI > 0 {
		text += fmt.Sprintf(", %d have no DOI to ask by", s.NoDOI)
	}
	return text
}

// choose lists the papers that the round is about: those that evidence rests on, or all.
func (r *noticeRound) choose(ctx context.Context, all bool) error {
	list := r.store.CitedPapers
	if all {
		list = r.store.Citations
	}
	for page := (annotate.Page{Limit: annotate.MaxPage}); ; {
		got, err := list(ctx, page)
		if err != nil {
			return err
		}
		for _, c := range got.Items {
			if !c.Deleted {
				r.pmids = append(r.pmids, c.PMID)
			}
		}
		if page.After = got.Next; page.After == "" {
			return nil
		}
	}
}

// run asks the sources, one after the other; one that fails does not keep the others from being asked.
func (r *noticeRound) run(ctx context.Context, sources []noticeSource) error {
	r.steps = len(sources) * len(r.pmids)
	var failed []error
	for _, source := range sources {
		r.bar.tell(source.name)
		sum := sourceSum{Name: source.name}
		err := source.ask(ctx, r, &sum)
		r.Sources = append(r.Sources, sum)
		var f *literature.Failure
		switch {
		case err == nil:
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.As(err, &f) && sum.Asked > 0:
			failed = append(failed, fmt.Errorf("%w; %d of %s were not asked about: the same command goes on there", f, len(r.pmids)-sum.Asked-sum.NoDOI, count(len(r.pmids), "paper")))
		case errors.As(err, &f), errors.Is(err, annotate.ErrInvalid):
			failed = append(failed, err)
		default:
			return err
		}
	}
	return r.exit(failed)
}

// each goes through the papers of the round a batch at a time.
func (r *noticeRound) each(ctx context.Context, do func(held []annotate.Citation) error) error {
	for begin := 0; begin < len(r.pmids); begin += hearing {
		some := r.pmids[begin:min(begin+hearing, len(r.pmids))]
		if err := r.watch(ctx, some, do); err != nil {
			return err
		}
		for range some {
			r.bar.add()
		}
	}
	return nil
}

// watch does something to papers, and tells what became new about them by that.
func (r *noticeRound) watch(ctx context.Context, pmids []string, do func(held []annotate.Citation) error) error {
	held := make([]annotate.Citation, len(pmids))
	for i, pmid := range pmids {
		var err error
		if held[i], err = r.store.Citation(ctx, pmid); err != nil {
			return err
		}
	}
	done := do(held)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, before := range held {
		now, err := r.store.Citation(ctx, before.PMID)
		if err != nil {
			return err
		}
		if err := r.compare(ctx, before, now); err != nil {
			return err
		}
	}
	return done
}
