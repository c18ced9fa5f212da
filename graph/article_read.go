package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Article is a revision of an article, or the latest for revision 0.
func (s *Store) Article(ctx context.Context, id uuid.UUID, revision int) (annotate.Article, error) {
	return readOne(ctx, s, func(r reading) (annotate.Article, error) {
		k, err := r.revisionOf(id, revision)
		if err != nil {
			return annotate.Article{}, err
		}
		return r.article(ctx, k)
	})
}

// ArticleByURL is the article at an address; see annotate.Reader. Of two articles read at one address it is the one read
// there last.
func (s *Store) ArticleByURL(ctx context.Context, address string) (annotate.ArticleRow, error) {
	return readOne(ctx, s, func(r reading) (annotate.ArticleRow, error) {
		v := r.get(addressRows, addressKey(annotate.PageKey(address)))
		if v == nil {
			return annotate.ArticleRow{}, fmt.Errorf("article at %q: %w", annotate.Shorten(address, 200), annotate.ErrNotFound)
		}
		id, err := idIn(addressRows, v)
		if err != nil {
			return annotate.ArticleRow{}, err
		}
		return r.articleRow(id)
	})
}

// ArticleRow is an article's row in lists.
func (s *Store) ArticleRow(ctx context.Context, id uuid.UUID) (annotate.ArticleRow, error) {
	return readOne(ctx, s, func(r reading) (annotate.ArticleRow, error) { return r.articleRow(id) })
}

// Articles lists the articles, the most recently read revision first.
func (s *Store) Articles(ctx context.Context, p annotate.Page) (annotate.List[annotate.ArticleRow], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.ArticleRow], error) {
		t, err := r.totals()
		if err != nil {
			return annotate.List[annotate.ArticleRow]{}, err
		}
		list := listing{bucket: articleOrder, total: t.Articles, grows: atHead}
		return readPage(r.rows, list, p, func(_, v []byte) (annotate.ArticleRow, error) {
			id, err := idIn(articleOrder, v)
			if err != nil {
				return annotate.ArticleRow{}, err
			}
			return r.articleRow(id)
		})
	})
}

// articleRow is an article's row, ErrNotFound when there is no such article.
func (r rows) articleRow(id uuid.UUID) (annotate.ArticleRow, error) {
	var row articleRow
	found, err := r.load(articleRows, id[:], &row)
	if err == nil && !found {
		err = fmt.Errorf("article %s: %w", id, annotate.ErrNotFound)
	}
	return row.ArticleRow, err
}

// revisionOf is a revision of an article, the latest for 0. That the article is there does not mean that it has this
// revision.
func (r rows) revisionOf(id uuid.UUID, revision int) (revisionKey, error) {
	row, err := r.articleRow(id)
	if err != nil {
		return revisionKey{}, err
	}
	if revision == 0 {
		revision = row.Revision
	}
	if revision < 1 || revision > row.Revision {
		return revisionKey{}, fmt.Errorf("revision %d of article %s: %w", revision, id, annotate.ErrNotFound)
	}
	return revisionKey{id, revision}, nil
}

// article is one revision of an article, from the graph.
func (r reading) article(ctx context.Context, k revisionKey) (annotate.Article, error) {
	name := nameOfNumbered(k.article, k.number)
	values, err := r.properties(ctx, name)
	if err != nil {
		return annotate.Article{}, err
	}
	a, _, err := articleFromProperties(name, values)
	if errors.Is(err, annotate.ErrNotFound) {
		return a, fmt.Errorf("revision %d of article %s: %w", k.number, k.article, annotate.ErrNotFound)
	}
	return a, err
}
