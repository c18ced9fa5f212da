package graph

import (
	"encoding/binary"
	"fmt"

	"claimlens/annotate"
)

// mentionKey orders the mentions of one revision as the text has them.
func mentionKey(m annotate.Mention) key {
	return keyOf(m.Article).number(m.Revision).number(m.Anchor.Start).number(m.Anchor.End).id(m.ID)
}

// claimMentionKey orders the mentions of one claim as the articles are ordered, within an article by the latest revision,
// and within that as the text has them.
func claimMentionKey(m annotate.Mention, article key) key {
	k := append(keyOf(m.Claim), article...)
	return k.numberDown(m.Revision).number(m.Anchor.Start).number(m.Anchor.End).id(m.ID)
}

// addMention counts a mention for its claim, its revision and, when that is the latest, its article.
func (s *step) addMention(m annotate.Mention, _ mark) error {
	c, err := s.claim(m.Claim)
	if err != nil {
		return err
	}
	revision, err := s.revision(revisionKey{m.Article, m.Revision})
	if err != nil {
		return err
	}
	article, err := s.article(m.Article)
	if err != nil {
		return err
	}
	s.totals.Mentions++
	c.Mentions++
	revision.Mentions++
	if !revision.claims[m.Claim] {
		revision.claims[m.Claim] = true
		revision.Claims++
		if article.Revision == m.Revision {
			article.made(c)
		}
	}
	k := mentionKey(m)
	if err := s.save(mentionRows, k, m); err != nil {
		return err
	}
	return s.put(claimMentions, claimMentionKey(m, article.order()), k)
}

// made counts a claim that the article's latest revision makes.
func (a *articleRow) made(c *claimStep) {
	a.Claims++
	if c.before.Graders > 0 {
		a.Graded++
	}
	c.Standing.Articles++
}

// mentionedIn is the revision in which the mention with this key stands.
func mentionedIn(k []byte) (revisionKey, error) {
	if len(k) != 44 {
		return revisionKey{}, fmt.Errorf("rows %q: key of %d bytes: %w", claimMentions, len(k), errDerived)
	}
	id, err := idIn(claimMentions, k[:16])
	return revisionKey{id, int(binary.BigEndian.Uint32(k[16:]))}, err
}
