package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// described is what a version says beside what it is found and listed by. It is kept as one literal: a quad costs a
// paper as much as a line of its abstract, and nobody looks for a paper by its pages in the graph.
type described struct {
	Original string             `json:"original,omitempty"`
	Authors  []annotate.Author  `json:"authors,omitempty"`
	Date     string             `json:"date,omitempty"`
	Volume   string             `json:"volume,omitempty"`
	Issue    string             `json:"issue,omitempty"`
	Pages    string             `json:"pages,omitempty"`
	Language string             `json:"language,omitempty"`
	Types    []annotate.Term    `json:"types,omitempty"`
	Mesh     []annotate.Term    `json:"mesh,omitempty"`
	Keywords []string           `json:"keywords,omitempty"`
	Trials   []string           `json:"trials,omitempty"`
	Notices  []annotate.Notice  `json:"notices,omitempty"`
	Abstract []annotate.Section `json:"abstract,omitempty"`
	Summary  string             `json:"summary,omitempty"`
	Revised  string             `json:"revised,omitempty"`
}

// citationQuads is the quads of one version of a citation. The citation itself has none: its versions lead to it.
func citationQuads(c annotate.Citation, o origin) ([]quad.Quad, error) {
	n := newVersion(c, o)
	addObject(n, hasRecord, described{
		Original: c.Original, Authors: c.Authors, Date: c.Date, Volume: c.Volume, Issue: c.Issue, Pages: c.Pages,
		Language: c.Language, Types: c.Types, Mesh: c.Mesh, Keywords: c.Keywords, Trials: c.Trials, Notices: c.Notices,
		Abstract: c.Abstract, Summary: c.Summary, Revised: c.Revised,
	})
	return n.done()
}

// newVersion is the node of a version with what it is found and listed by.
func newVersion(c annotate.Citation, o origin) *node {
	n := newNode(nameOfNumbered(c.ID, c.Version), kindVersion, o)
	n.link(ofCitation, c.ID)
	n.text(hasPMID, c.PMID)
	n.text(hasDOI, c.DOI)
	n.text(hasPMCID, c.PMCID)
	n.text(hasTitle, c.Title)
	n.text(hasJournal, c.Journal)
	n.number(hasYear, c.Year)
	n.flag(isDeleted, c.Deleted)
	return n
}

// citationFromProperties is the version of a citation whose node has these properties, and what made it.
func citationFromProperties(name quad.IRI, values properties) (annotate.Citation, origin, error) {
	f := fieldsOf(name, kindVersion, values)
	d := objectOf[described](f, hasRecord)
	if isLoose(values) {
		d = looseDescription(f)
	}
	c := annotate.Citation{
		PMID:     f.text(hasPMID),
		DOI:      f.text(hasDOI),
		PMCID:    f.text(hasPMCID),
		Title:    f.text(hasTitle),
		Original: d.Original,
		Authors:  d.Authors,
		Journal:  f.text(hasJournal),
		Year:     f.number(hasYear),
		Date:     d.Date,
		Volume:   d.Volume,
		Issue:    d.Issue,
		Pages:    d.Pages,
		Language: d.Language,
		Types:    d.Types,
		Mesh:     d.Mesh,
		Keywords: d.Keywords,
		Trials:   d.Trials,
		Notices:  d.Notices,
		Abstract: d.Abstract,
		Summary:  d.Summary,
		Revised:  d.Revised,
		Deleted:  f.flag(isDeleted),
	}
	o := f.origin()
	c.ID, c.Version = f.self(ofCitation)
	return c, o, f.err
}

// settledCitation leaves out what others say of the paper, which is no part of its record.
func settledCitation(c annotate.Citation) annotate.Citation {
	c.Heard = nil
	c.Keywords, c.Trials = orNil(c.Keywords), orNil(c.Trials)
	c.Authors, c.Types, c.Mesh = orNil(c.Authors), orNil(c.Types), orNil(c.Mesh)
	c.Notices, c.Abstract = orNil(c.Notices), orNil(c.Abstract)
	return c
}
