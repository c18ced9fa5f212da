package main

import (
	"context"

	"claimlens/annotate"
	"claimlens/annotate/claims"
)

// extraction finds the claims of one article after another.
type extraction struct {
	grammar *claims.Splitter
	model   *model // instead, unless nil
}

// finds is what was found in an article.
type finds struct {
	drafts []annotate.Draft
	notes  []string  // what a model said that was dropped
	spent  *spending // on a model
}

// read finds the claims, unless the sentences alone are wanted: nobody pays a model for those.
func (e *extraction) read(ctx context.Context, a annotate.Article, f extractFlags) (finds, error) {
	switch {
	case f.sentencesOnly:
		return finds{}, nil
	case e.model == nil:
		drafts, err := e.grammar.Extract(ctx, a)
		return finds{drafts: drafts}, err
	}
	drafts, report, err := e.model.Claims(ctx, a)
	return finds{drafts: drafts, notes: report.Notes(), spent: spent(e.model, report, e.model.prices)}, err
}
