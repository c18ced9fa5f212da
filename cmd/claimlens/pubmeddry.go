package main

import (
	"context"
	"strings"

	"claimlens/annotate"
	"claimlens/importers/pubmed"
)

// pubmedDry prints the citations of the files, one a line, in the order of the files.
func (a *app) pubmedDry(ctx context.Context, files []string) error {
	p := &papers{refusals: refusals{tell: a.refused}}
	for _, name := range files {
		in, err := a.openPapers(ctx, name)
		if err != nil {
			p.refuse(strings.ToValidUTF8(name, "\uFFFD"), err.Error())
			continue
		}
		err = p.eachOf(ctx, in.name, in, 0, func(r pubmed.Record) error { return a.print(dryCitation(r.Citation), true) })
		in.Close()
		if err != nil {
			return err
		}
	}
	return p.exit(p.Read, "nothing was read")
}

// dryLine is what pubmed import --dry-run prints: a stable form that other programs depend on.
type dryLine struct {
	PMID     string             `json:"pmid,omitempty"`
	DOI      string             `json:"doi,omitempty"`
	PMCID    string             `json:"pmcid,omitempty"`
	Title    string             `json:"title,omitempty"`
	Original string             `json:"original,omitempty"`
	Authors  []annotate.Author  `json:"authors,omitempty"`
	Journal  string             `json:"journal,omitempty"`
	Year     int                `json:"year,omitempty"`
	Date     string             `json:"date,omitempty"`
	Types    []string           `json:"types,omitempty"`
	Mesh     []string           `json:"mesh,omitempty"`
	Keywords []string           `json:"keywords,omitempty"`
	Trials   []string           `json:"trials,omitempty"`
	Notices  []dryNotice        `json:"notices,omitempty"`
	Abstract []annotate.Section `json:"abstract,omitempty"`
	Summary  string             `json:"summary,omitempty"`
	Revised  string             `json:"revised,omitempty"`
	Deleted  bool               `json:"deleted,omitempty"`
}

type dryNotice struct {
	Kind string `json:"kind"`
	PMID string `json:"pmid,omitempty"`
	DOI  string `json:"doi,omitempty"`
}

func dryCitation(c annotate.Citation) dryLine {
	line := dryLine{
		PMID: c.PMID, DOI: c.DOI, PMCID: c.PMCID, Title: c.Title, Original: c.Original, Authors: c.Authors, Journal: c.Journal, Year: c.Year, Date: c.Date,
		Keywords: c.Keywords, Trials: c.Trials, Abstract: c.Abstract, Summary: c.Summary, Revised: c.Revised, Deleted: c.Deleted,
	}
	for _, t := range c.Types {
		line.Types = append(line.Types, t.Name)
	}
	for _, t := range c.Mesh {
		line.Mesh = append(line.Mesh, t.Name)
	}
	for _, n := range c.Notices {
		line.Notices = append(line.Notices, dryNotice{n.Kind, n.PMID, n.DOI})
	}
	return line
}
