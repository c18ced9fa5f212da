package graph

import (
	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// Loose is how earlier versions of claimlens wrote papers: a quad for each field, and a node for the citation itself.
// Records are not rewritten, so that both forms are read, and verified as what they are.

// loosePredicates are those that only loose versions have.
var loosePredicates = []quad.IRI{
	hasOriginal, hasAuthors, hasDate, hasVolume, hasIssue, hasPages, hasLanguage, hasTypes, hasMesh, hasKeywords, hasTrials,
	hasNotices, hasAbstract, hasSummary, wasRevised,
}

// isLoose says whether a node with these properties is a loose version, or the node of a citation.
func isLoose(values properties) bool {
	if kindOf(values) != kindVersion {
		return kindOf(values) == kindCitation
	}
	for _, p := range loosePredicates {
		if len(values[p]) > 0 {
			return true
		}
	}
	return false
}

// looseCitationQuads is citationQuads in the loose form.
func looseCitationQuads(c annotate.Citation, o origin) ([]quad.Quad, error) {
	n := newVersion(c, o)
	n.text(hasOriginal, c.Original)
	addList(n, hasAuthors, c.Authors)
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
	quads, err := n.done()
	if c.Version != 1 || err != nil {
		return quads, err
	}
	root := newNode(nameOf(c.ID), kindCitation, origin{seq: o.seq})
	root.text(hasPMID, c.PMID)
	return append(quads, root.quads...), nil
}

func looseDescription(f *fields) described {
	return described{
		Original: f.text(hasOriginal),
		Authors:  listOf[annotate.Author](f, hasAuthors),
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
	}
}
