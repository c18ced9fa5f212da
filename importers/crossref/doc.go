// Package crossref asks Crossref what happened to papers, by their DOIs: what their publishers say, and what Retraction
// Watch says, whose database Crossref carries.
//
// Both directions are read. What a paper is “updated by” is about the paper; what it is an “update to” says that the
// paper is itself the notice about another, unless that other is the paper: some publishers have no notice of their own.
//
// Many papers are asked about at once. Answers are kept for a day, so that a run that was interrupted goes on where it
// stopped at the cost of a glance at what is kept.
package crossref
