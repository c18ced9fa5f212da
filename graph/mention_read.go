package graph

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Mentions lists the claims made in a revision of an article (0 for the latest) in the order of its text.
func (s *Store) Mentions(ctx context.Context, article uuid.UUID, revision int, p annotate.Page) (annotate.List[annotate.MentionRow], error) {
	return s.mentionsIn(ctx, mentionRows, article, revision, p, func(r revisionRow) int { return r.Mentions })
}

// Dropped lists the mentions that do not stand in a revision of an article (0 for the latest); see annotate.Reader.
func (s *Store) Dropped(ctx context.Context, article uuid.UUID, revision int, p annotate.Page) (annotate.List[annotate.MentionRow], error) {
	return s.mentionsIn(ctx, droppedRows, article, revision, p, func(r revisionRow) int { return r.Dropped })
}

// mentionsIn lists the mentions of a revision that are in a bucket.
func (s *Store) mentionsIn(ctx context.Context, bucket string, article uuid.UUID, revision int, p annotate.Page, total func(revisionRow) int) (annotate.List[annotate.MentionRow], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.MentionRow], error) {
		var row revisionRow
		k, err := r.revisionOf(article, revision)
		if err == nil {
			err = r.mustLoad(revisionRows, k.key(), &row)
		}
		if err != nil {
			return annotate.List[annotate.MentionRow]{}, unlessMissing(err)
		}
		list := listing{bucket: bucket, prefix: k.key(), total: total(row)}
		return readPage(r.rows, list, p, func(_, v []byte) (annotate.MentionRow, error) { return r.mentionRow(bucket, v) })
	})
}

// Mention is one mention, whether it stands or not.
func (s *Store) Mention(ctx context.Context, id uuid.UUID) (annotate.MentionRow, error) {
	return readOne(ctx, s, func(r reading) (annotate.MentionRow, error) { return r.mentionByID(id) })
}

// mentionByID is a mention, ErrNotFound when there is no such mention.
func (r rows) mentionByID(id uuid.UUID) (annotate.MentionRow, error) {
	k := r.get(mentionPlaces, id[:])
	if k == nil {
		return annotate.MentionRow{}, fmt.Errorf("mention %s: %w", id, annotate.ErrNotFound)
	}
	bucket, v, err := r.placed(k)
	if err != nil {
		return annotate.MentionRow{}, err
	}
	return r.mentionRow(bucket, v)
}

// placed is the row of a mention by its key, and the bucket that it is in.
func (r rows) placed(k []byte) (bucket string, v []byte, err error) {
	for _, bucket := range []string{mentionRows, droppedRows} {
		if v := r.get(bucket, k); v != nil {
			return bucket, v, nil
		}
	}
	return "", nil, fmt.Errorf("rows %q: %x is missing: %w", mentionRows, k, errDerived)
}

// mentionRow is a mention of which the row is v in a bucket, with its claim and the last edit.
func (r rows) mentionRow(bucket string, v []byte) (annotate.MentionRow, error) {
	var row mentionRow
	if err := parseRow(bucket, v, &row); err != nil {
		return annotate.MentionRow{}, err
	}
	m := annotate.MentionRow{Mention: row.Mention, Edit: row.Edit}
	m.Dropped = bucket == droppedRows && r.get(droppedRows, mentionKey(row.Mention)) != nil
	c, err := r.claimRow(m.Mention.Claim)
	m.ClaimRow = c.ClaimRow
	return m, err
}

// ClaimMentions lists where a claim is made, the article read last first, and of an article the latest revision; former
// ones and what was dropped are marked.
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
	bucket, v, err := r.placed(at)
	if err != nil {
		return m, err
	}
	var row mentionRow
	if err := parseRow(bucket, v, &row); err != nil {
		return m, err
	}
	m.Mention, m.Dropped = row.Mention, bucket == droppedRows
	m.Article, err = r.articleRow(m.Mention.Article)
	m.Current = !m.Dropped && m.Article.Revision == m.Mention.Revision
	return m, err
}
