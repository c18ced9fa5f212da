package graph

import (
	"context"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Mentions lists the claims made in a revision of an article (0 for the latest) in the order of its text.
func (s *Store) Mentions(ctx context.Context, article uuid.UUID, revision int, p annotate.Page) (annotate.List[annotate.MentionRow], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.MentionRow], error) {
		var row revisionRow
		k, err := r.revisionOf(article, revision)
		if err == nil {
			err = r.mustLoad(revisionRows, k.key(), &row)
		}
		if err != nil {
			return annotate.List[annotate.MentionRow]{}, unlessMissing(err)
		}
		list := listing{bucket: mentionRows, prefix: k.key(), total: row.Mentions}
		return readPage(r.rows, list, p, r.mentionRow)
	})
}

func (r rows) mentionRow(_, v []byte) (annotate.MentionRow, error) {
	var m annotate.MentionRow
	if err := parseRow(mentionRows, v, &m.Mention); err != nil {
		return m, err
	}
	c, err := r.claimRow(m.Mention.Claim)
	m.ClaimRow = c.ClaimRow
	return m, err
}

// ClaimMentions lists where a claim is made, the article read last first, and of an article the latest revision; former
// ones are marked.
func (s *Store) ClaimMentions(ctx context.Context, claim uuid.UUID, p annotate.Page) (annotate.List[annotate.MadeIn], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.MadeIn], error) {
		c, err := r.claimRow(claim)
		if err != nil {
			return annotate.List[annotate.MadeIn]{}, unlessMissing(err)
		}
		list := listing{bucket: claimMentions, prefix: claim[:], total: c.Mentions, grows: atHead}
		return readPage(r.rows, list, p, r.madeIn)
	})
}

func (r rows) madeIn(_, at []byte) (annotate.MadeIn, error) {
	var m annotate.MadeIn
	err := r.mustLoad(mentionRows, at, &m.Mention)
	if err != nil {
		return m, err
	}
	m.Article, err = r.articleRow(m.Mention.Article)
	m.Current = m.Article.Revision == m.Mention.Revision
	return m, err
}
