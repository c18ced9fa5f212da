package annotate

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// ImportResult says what an import made.
type ImportResult struct {
	Article   Article
	Claims    int  // different claims in the article
	NewClaims int  // of them, those that the store had not met
	Mentions  int  // places at which they are made
	Unchanged bool // the store had this very text of the article: nothing was recorded
	Carried   int  // of a changed text: claims of editors that were made again
	Lost      int  // and claims of editors of which the quote is not in it any more
}

// Import keeps an article and the claims made in it. A text that the store has already changes nothing; another text at
// the same address becomes the article's next revision, with its own mentions, to which what editors did to the former
// ones is done again.
func (d *Desk) Import(ctx context.Context, actor string, a Article) (ImportResult, error) {
	if err := a.Check(); err != nil {
		return ImportResult{}, fmt.Errorf("article %q: %w", a.Key(), err)
	}
	var result ImportResult
	var drafts []Draft
	err := again(func() error {
		events, err := d.store.Events(ctx, a.ID, Page{Limit: 1})
		if err != nil {
			return err
		}
		latest, err := d.store.Article(ctx, a.ID, 0)
		switch {
		case errors.Is(err, ErrNotFound):
		case err != nil:
			return err
		case latest.Digest == a.Digest:
			result = ImportResult{Article: latest, Unchanged: true}
			return nil
		}
		if drafts == nil {
			if drafts, err = d.extractor.Extract(ctx, a); err != nil {
				return fmt.Errorf("claims of %q: %w", a.Key(), err)
			}
		}
		a.Revision = latest.Revision + 1
		result, err = d.record(ctx, actor, a, drafts, events.Total)
		return err
	})
	return result, err
}

// record records a revision. read is how many events about the article there were when it was looked at: an edit of the
// former revision in the meantime has to be carried as well.
func (d *Desk) record(ctx context.Context, actor string, a Article, drafts []Draft, read int) (ImportResult, error) {
	now := Moment(d.now())
	kind := ArticleImported
	if a.Revision > 1 {
		kind = ArticleChanged
	}
	c := Change{Actor: actor, Kind: kind, Time: now, Subject: a.ID, Read: read}
	c.Articles = []Article{a}
	c.Claims, c.Mentions = keep(a, drafts, now)
	result := ImportResult{Article: a}
	if a.Revision > 1 {
		lost, err := d.carry(ctx, &c)
		if err != nil {
			return ImportResult{}, err
		}
		result.Lost = lost
		for _, e := range c.Edits {
			result.Carried = len(e.Keeps)
		}
	}
	result.Claims, result.Mentions = countMade(c.Made)
	for _, claim := range c.Claims {
		if _, err := d.store.Claim(ctx, claim.ID); errors.Is(err, ErrNotFound) {
			result.NewClaims++
		} else if err != nil {
			return ImportResult{}, err
		}
	}
	_, err := d.store.Record(ctx, c)
	return result, err
}

// countMade is how many different claims stand at how many places once a revision was made.
func countMade(m Made) (claims, places int) {
	dropped, met := map[uuid.UUID]bool{}, map[uuid.UUID]bool{}
	for _, e := range m.Edits {
		for _, id := range e.Drops {
			dropped[id] = true
		}
	}
	for _, x := range m.Mentions {
		if !dropped[x.ID] {
			met[x.Claim] = true
			places++
		}
	}
	return len(met), places
}

// keep turns drafts into claims, each once, and mentions.
func keep(a Article, drafts []Draft, now time.Time) ([]Claim, []Mention) {
	var claims []Claim
	var mentions []Mention
	met := map[uuid.UUID]bool{}
	made := map[uuid.UUID]bool{}
	for _, x := range drafts {
		id := ClaimID(x.Text)
		if !met[id] {
			met[id] = true
			claims = append(claims, Claim{ID: id, Text: x.Text, Kind: x.Kind, Polarity: x.Polarity, Created: now})
		}
		m := Mention{
			ID:    MentionID(a.ID, a.Revision, id, x.Anchor.Start, x.Anchor.End),
			Claim: id, Article: a.ID, Revision: a.Revision, Anchor: x.Anchor, Block: x.Block,
			Wording: x.Wording, Hedged: x.Hedged, Worth: x.Worth, Reasons: x.Reasons,
			Population: x.Population, Species: x.Species,
		}
		if !made[m.ID] {
			made[m.ID] = true
			mentions = append(mentions, m)
		}
	}
	return claims, mentions
}
