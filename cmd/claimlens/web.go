package main

import (
	"context"
	"io"
	"strings"

	"claimlens/annotate"
	"claimlens/importers"
	"claimlens/ui"
)

// webImports is how the web UI brings articles in.
type webImports struct {
	intake intake
}

// Import takes in what a person gave to the form. What was given as an address is read as one: nothing that comes from
// the form names a file of this machine.
func (w *webImports) Import(ctx context.Context, from ui.ImportSource, report func(ui.ImportProgress)) error {
	var sources []importers.Source
	for _, a := range from.Addresses {
		sources = append(sources, importers.Source{Name: a, URL: a})
	}
	if strings.TrimSpace(from.Pasted) != "" {
		sources = append(sources, importers.Source{Name: "pasted text", URL: from.PastedURL, Title: from.PastedTitle, Data: []byte(from.Pasted)})
	}
	for _, f := range from.Files {
		sources = append(sources, importers.Source{Name: f.Name, Data: f.Data})
	}
	done, total := 0, len(sources)
	return w.intake.run(ctx, sources, func(o outcome) {
		done++
		p := ui.ImportProgress{Done: done, Total: total, Source: o.source.Name}
		if o.refused != nil {
			p.Refused = reason(o.refused)
		} else {
			p.Article, p.Title = o.result.Article.ID, o.result.Article.Title
			p.Claims, p.NewClaims, p.Unchanged = o.result.Claims, o.result.NewClaims, o.result.Unchanged
			p.Notes = o.spent.dropped()
			if o.spent != nil {
				p.Notes = append(p.Notes, o.spent.String())
			}
		}
		report(p)
	})
}

// webCitations is how the web UI brings papers in.
type webCitations struct {
	desk  *annotate.Desk
	held  annotate.Reader
	actor string
}

// ImportCitations keeps the papers of an uploaded file.
func (w *webCitations) ImportCitations(ctx context.Context, name string, r io.Reader) (ui.CitationSummary, error) {
	p := &papers{refusals: refusals{keep: true}}
	c := &citer{desk: w.desk, held: w.held, actor: w.actor, papers: p}
	err := c.cite(ctx, name, r, 0)
	s := ui.CitationSummary{Read: p.Read, Added: p.New, Changed: p.Changed}
	for _, x := range p.Refused {
		s.Refused = append(s.Refused, x.Reason)
	}
	return s, err
}
