package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// noticed is what is new about one paper, and what that touches.
type noticed struct {
	PMID       string            `json:"pmid"`
	DOI        string            `json:"doi,omitempty"`
	Title      string            `json:"title"`
	Severity   string            `json:"severity"` // of all that is said of it now
	Before     string            `json:"before"`   // and was said before
	Weightless bool              `json:"weightless"`
	Notices    []annotate.Notice `json:"notices"` // that are new
	Claims     []touched         `json:"claims"`  // to look at again
}

// touched is a claim that rests on a paper with news.
type touched struct {
	ID    uuid.UUID            `json:"id"`
	Text  string               `json:"text"`
	State annotate.ReviewState `json:"state"`
}

// compare tells what became new about a paper. Comments on it are kept but not told, and neither is what it says of others.
func (r *noticeRound) compare(ctx context.Context, before, now annotate.Citation) error {
	_, was := before.Worst()
	_, is := now.Worst()
	news := slices.DeleteFunc(now.Since(before), func(n annotate.Notice) bool {
		return n.Severity() == annotate.Unremarked || n.Kind == "CommentIn"
	})
	if len(news) == 0 && was.Weightless() == is.Weightless() {
		return nil
	}
	p := noticed{
		PMID: now.PMID, DOI: now.DOI, Title: now.Title, Severity: is.Words(), Before: was.Words(), Weightless: is.Weightless(),
		Notices: append([]annotate.Notice{}, news...), Claims: []touched{},
	}
	reopens := was.Weightless() != is.Weightless() || slices.ContainsFunc(news, func(n annotate.Notice) bool { return n.Severity().Reopens() })
	if reopens {
		var err error
		if p.Claims, err = r.resting(ctx, now.ID); err != nil {
			return err
		}
	}
	r.Papers = append(r.Papers, p)
	if r.report == nil {
		return nil
	}
	return r.report(p)
}

// resting are the claims whose evidence rests on a paper, each once, but for evidence that was rejected.
func (r *noticeRound) resting(ctx context.Context, citation uuid.UUID) ([]touched, error) {
	out := []touched{}
	met := map[uuid.UUID]bool{}
	for page := (annotate.Page{Limit: annotate.MaxPage}); ; {
		list, err := r.store.CitationEvidence(ctx, citation, page)
		if err != nil {
			return nil, err
		}
		for _, e := range list.Items {
			if e.Evidence.State == annotate.Rejected || met[e.Claim.ID] {
				continue
			}
			met[e.Claim.ID] = true
			row, err := r.store.Claim(ctx, e.Claim.ID)
			if err != nil {
				return nil, err
			}
			out = append(out, touched{row.Claim.ID, row.Claim.Text, row.Standing.State})
		}
		if page.After = list.Next; page.After == "" {
			return out, nil
		}
	}
}

// print writes what is new in lines that a person reads.
func (p noticed) print(w io.Writer) error {
	var b strings.Builder
	said := p.Severity
	if said == "" {
		said = "Nothing is said against it any more"
	}
	fmt.Fprintf(&b, "PMID %s: %s: %s\n", p.PMID, said, visible(p.Title))
	for _, n := range p.Notices {
		fmt.Fprintf(&b, "  %s\n", visible(noticeLine(n)))
	}
	if p.Before != "" && p.Before != p.Severity {
		fmt.Fprintf(&b, "  before: %s\n", p.Before)
	}
	for _, c := range p.Claims {
		fmt.Fprintf(&b, "  look again (%s): %s\n", strings.ToLower(c.State.Words()), visible(c.Text))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// noticeLine is a notice in a line: what it is, when it was given, who says so, where it is, and why.
func noticeLine(n annotate.Notice) string {
	parts := []string{n.Words()}
	if n.Date != "" {
		parts = append(parts, n.Date)
	}
	parts = append(parts, "says "+n.From.Words())
	switch {
	case n.PMID != "":
		parts = append(parts, "PMID "+n.PMID)
	case n.DOI != "":
		parts = append(parts, "https://doi.org/"+n.DOI)
	case n.Source != "":
		parts = append(parts, n.Source)
	}
	line := strings.Join(parts, ", ")
	if n.Reason != "" {
		line += ": " + n.Reason
	}
	return line
}
