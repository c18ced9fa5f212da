package graph

import (
	"bytes"
	"crypto/sha256"
	"strings"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// articleRow is an article as lists show it, and where it stands in the list of articles.
type articleRow struct {
	annotate.ArticleRow
	Mark mark `json:"mark"` // what made the latest revision
}

func (a articleRow) order() key { return key{}.momentDown(a.Read).latest(a.Mark) }

// revisionRow is what is counted for one revision of an article.
type revisionRow struct {
	Mentions int `json:"mentions"` // that stand
	Claims   int `json:"claims"`   // different ones
	Dropped  int `json:"dropped"`  // mentions that do not stand, and those it has lost
}

type revisionKey struct {
	article uuid.UUID
	number  int
}

func (k revisionKey) key() key { return keyOf(k.article).number(k.number) }

// revisionStep is a revision that an event touches.
type revisionStep struct {
	revisionRow
	fresh  bool              // the event has made it
	claims map[uuid.UUID]int // how often those that the event touches stand in it
}

// addressKey is the key of the page at an address: a hash, because addresses are longer than a key may be.
func addressKey(pageKey string) key {
	sum := sha256.Sum256([]byte(pageKey))
	return sum[:]
}

// addRevision makes a revision the article's latest. The claims of the one before are no longer made in the article,
// until their mentions come again.
func (s *step) addRevision(a annotate.Article, at mark) error {
	row, err := s.article(a.ID)
	if err != nil {
		return err
	}
	next := articleRow{Mark: at, ArticleRow: annotate.ArticleRow{
		ID: a.ID, Revision: a.Revision, Title: a.Title, Site: a.Host(), URL: addressOf(a), Published: a.Published, Read: a.Read,
	}}
	if row.Revision == 0 {
		s.totals.Articles++
	} else if err := s.retire(row, next.order()); err != nil {
		return err
	}
	*row = next
	if err := s.put(articleOrder, row.order(), a.ID[:]); err != nil {
		return err
	}
	for _, address := range addressesOf(a) {
		if err := s.put(addressRows, addressKey(address), a.ID[:]); err != nil {
			return err
		}
	}
	s.about.add(a.ID)
	s.revisions[revisionKey{a.ID, a.Revision}] = &revisionStep{fresh: true, claims: map[uuid.UUID]int{}}
	return nil
}

// retire takes the article's latest revision out of its claims' counts, and moves the article and all of its mentions,
// the dropped ones too, to the place in their lists that the next revision gives them.
func (s *step) retire(row *articleRow, to key) error {
	latest := revisionKey{row.ID, row.Revision}
	met := map[uuid.UUID]bool{}
	err := s.eachMention(mentionRows, latest.key(), func(_ []byte, m annotate.Mention) error {
		c, err := s.claim(m.Claim)
		if err == nil && !met[m.Claim] {
			met[m.Claim] = true
			c.Standing.Articles--
		}
		return err
	})
	if err != nil {
		return err
	}
	from := row.order()
	if err := s.delete(articleOrder, from); err != nil {
		return err
	}
	for _, bucket := range []string{mentionRows, droppedRows} {
		err := s.eachMention(bucket, row.ID[:], func(k []byte, m annotate.Mention) error {
			if !bytes.Equal(k, mentionKey(m)) { // lost by a revision that is not its own
				return nil
			}
			if err := s.delete(claimMentions, claimMentionKey(m, from)); err != nil {
				return err
			}
			return s.put(claimMentions, claimMentionKey(m, to), bytes.Clone(k))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// eachMention yields the mentions of a bucket whose keys begin with prefix.
func (s *step) eachMention(bucket string, prefix []byte, yield func(k []byte, m annotate.Mention) error) error {
	return s.scan(bucket, prefix, func(k, v []byte) error {
		var row mentionRow
		if err := parseRow(bucket, v, &row); err != nil {
			return err
		}
		return yield(k, row.Mention)
	})
}

// addressOf is the article's key when that is an address.
func addressOf(a annotate.Article) string {
	if k := a.Key(); !strings.HasPrefix(k, "sha256:") {
		return k
	}
	return ""
}

// article is the row of an article that the event touches; of a new one it has Revision 0.
func (s *step) article(id uuid.UUID) (*articleRow, error) {
	if row, ok := s.articles[id]; ok {
		return row, nil
	}
	row := &articleRow{}
	_, err := s.load(articleRows, id[:], row)
	s.articles[id] = row
	return row, err
}

// revision is a revision that is there already.
func (s *step) revision(k revisionKey) (*revisionStep, error) {
	if r, ok := s.revisions[k]; ok {
		return r, nil
	}
	r := &revisionStep{claims: map[uuid.UUID]int{}}
	if err := s.mustLoad(revisionRows, k.key(), &r.revisionRow); err != nil {
		return nil, err
	}
	s.revisions[k] = r
	return r, nil
}

func (s *step) saveRevisions() error {
	for k, r := range s.revisions {
		if err := s.save(revisionRows, k.key(), r.revisionRow); err != nil {
			return err
		}
	}
	return nil
}

func (s *step) saveArticles() error {
	for id, row := range s.articles {
		if err := s.save(articleRows, id[:], row); err != nil {
			return err
		}
	}
	return nil
}
