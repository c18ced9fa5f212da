package graph

import (
	"encoding/binary"
	"fmt"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// mentionRow is a mention with the last edit that names it. A mention stands when its row is in one bucket, and does not
// when it is in the other.
type mentionRow struct {
	Mention annotate.Mention `json:"mention"`
	Edit    *annotate.Edit   `json:"edit,omitempty"` // without the mentions that it names, of which there may be many
}

// brief is an edit as the row of a mention has it.
func brief(e annotate.Edit) *annotate.Edit {
	e.Drops, e.Keeps, e.Lost, e.Corrects = nil, nil, nil, nil
	return &e
}

// mentionKey orders the mentions of one revision as the text has them.
func mentionKey(m annotate.Mention) key { return placeIn(revisionKey{m.Article, m.Revision}, m) }

// placeIn is where a mention is listed in a revision, its own or one that has lost it.
func placeIn(in revisionKey, m annotate.Mention) key {
	return in.key().number(m.Anchor.Start).number(m.Anchor.End).id(m.ID)
}

// claimMentionKey orders the mentions of one claim as the articles are ordered, within an article by the latest revision,
// and within that as the text has them.
func claimMentionKey(m annotate.Mention, article key) key {
	return claimRevisionKey(m.Claim, article, m.Revision).number(m.Anchor.Start).number(m.Anchor.End).id(m.ID)
}

// claimRevisionKey begins the keys of the mentions of one claim in one revision of an article.
func claimRevisionKey(claim uuid.UUID, article key, revision int) key {
	return append(keyOf(claim), article...).numberDown(revision)
}

// addMention makes a mention that stands.
func (s *step) addMention(m annotate.Mention, _ mark) error {
	article, err := s.article(m.Article)
	if err != nil {
		return err
	}
	c, err := s.claim(m.Claim)
	if err != nil {
		return err
	}
	s.totals.Mentions++
	c.Mentions++
	if err := s.count(m, 1); err != nil {
		return err
	}
	k := mentionKey(m)
	if err := s.save(mentionRows, k, mentionRow{Mention: m}); err != nil {
		return err
	}
	if err := s.put(mentionPlaces, m.ID[:], k); err != nil {
		return err
	}
	return s.put(claimMentions, claimMentionKey(m, article.order()), k)
}

// count counts a mention that comes to stand, or does so no longer, for its claim, its revision and, when that is the
// latest, its article. It comes before the rows are written.
func (s *step) count(m annotate.Mention, by int) error {
	c, err := s.claim(m.Claim)
	if err != nil {
		return err
	}
	in := revisionKey{m.Article, m.Revision}
	revision, err := s.revision(in)
	if err != nil {
		return err
	}
	article, err := s.article(m.Article)
	if err != nil {
		return err
	}
	before, err := s.times(m.Claim, in)
	if err != nil {
		return err
	}
	after := before + by
	revision.claims[m.Claim] = after
	revision.Mentions += by
	if (before == 0) == (after == 0) {
		return nil
	}
	revision.Claims += by
	if article.Revision == m.Revision {
		article.made(c, by)
	}
	return nil
}

// times is how often a claim stands in a revision.
func (s *step) times(claim uuid.UUID, in revisionKey) (int, error) {
	revision, err := s.revision(in)
	if err != nil {
		return 0, err
	}
	if n, ok := revision.claims[claim]; ok || revision.fresh {
		return n, nil
	}
	article, err := s.article(in.article)
	if err != nil {
		return 0, err
	}
	n := 0
	err = s.scan(claimMentions, claimRevisionKey(claim, article.order(), in.number), func(_, at []byte) error {
		if s.get(mentionRows, at) != nil {
			n++
		}
		return nil
	})
	return n, err
}

// made counts a claim that the article's latest revision makes from now on, or no longer makes.
func (a *articleRow) made(c *claimStep, by int) {
	a.Claims += by
	if c.before.Graders > 0 {
		a.Graded += by
	}
	c.Standing.Articles += by
}

// mentionedIn is the revision in which the mention with this key stands.
func mentionedIn(k []byte) (revisionKey, error) {
	if len(k) != 44 {
		return revisionKey{}, fmt.Errorf("rows %q: key of %d bytes: %w", claimMentions, len(k), errDerived)
	}
	id, err := idIn(claimMentions, k[:16])
	return revisionKey{id, int(binary.BigEndian.Uint32(k[16:]))}, err
}
