package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// citationQuads is the quads of one version of a citation. The first version makes the citation's own node too.
func citationQuads(c annotate.Citation, o origin) ([]quad.Quad, error) {
	n := newNode(nameOfNumbered(c.ID, c.Version), kindVersion, o)
	n.link(ofCitation, c.ID)
	n.text(hasPMID, c.PMID)
	n.text(hasDOI, c.DOI)
	n.text(hasPMCID, c.PMCID)
	n.text(hasTitle, c.Title)
	n.text(hasOriginal, c.Original)
	addList(n, hasAuthors, c.Authors)
	n.text(hasJournal, c.Journal)
	n.number(hasYear, c.Year)
	n.text(hasDate, c.Date)
	n.text(hasVolume, c.Volume)
	n.text(hasIssue, c.Issue)
	n.text(hasPages, c.Pages)
	n.text(hasLanguage, c.Language)
	addList(n, hasTypes, c.Types)
	addList(n, hasMesh, c.Mesh)
	addList(n, hasKeywords, c.Keywords)
	addList(n, hasTrials, c.Trials)
	addList(n, hasNotices, c.Notices)
	addList(n, hasAbstract, c.Abstract)
	n.text(hasSummary, c.Summary)
	n.text(wasRevised, c.Revised)
	n.flag(isDeleted, c.Deleted)
	quads, err := n.done()
	if err != nil {
		return nil, err
	}
	return append(quads, citationRootQuads(c, o)...), nil
}

// citationRootQuads is what one version says of the citation itself.
func citationRootQuads(c annotate.Citation, o origin) []quad.Quad {
	if c.Version != 1 {
		return nil
	}
	n := newNode(nameOf(c.ID), kindCitation, origin{seq: o.seq})
	n.text(hasPMID, c.PMID)
	return n.quads
}

// citationFromProperties is the version of a citation whose node has these properties, and what made it.
func citationFromProperties(name quad.IRI, values properties) (annotate.Citation, origin, error) {
	f := fieldsOf(name, kindVersion, values)
	c := annotate.Citation{
		PMID:     f.text(hasPMID),
		DOI:      f.text(hasDOI),
		PMCID:    f.text(hasPMCID),
		Title:    f.text(hasTitle),
		Original: f.text(hasOriginal),
		Authors:  listOf[annotate.Author](f, hasAuthors),
		Journal:  f.text(hasJournal),
		Year:     f.number(hasYear),
		Date:     f.text(hasDate),
		Volume:   f.text(hasVolume),
		Issue:    f.text(hasIssue),
		Pages:    f.text(hasPages),
		Language: f.text(hasLanguage),
		Types:    listOf[annotate.Term](f, hasTypes),
		Mesh:     listOf[annotate.Term](f, hasMesh),
		Keywords: listOf[string](f, hasKeywords),
		Trials:   listOf[string](f, hasTrials),
		Notices:  listOf[annotate.Notice](f, hasNotices),
		Abstract: listOf[annotate.Section](f, hasAbstract),
		Summary:  f.text(hasSummary),
		Revised:  f.text(wasRevised),
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
