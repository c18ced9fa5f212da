package annotate

import (
	"context"
	"slices"

	"github.com/google/uuid"
)

// carrying is what editors did to a revision of an article, on its way to the next one.
type carrying struct {
	desk  *Desk
	by    string
	text  *Text
	next  Article
	stood []MentionRow // in the former revision
	down  []MentionRow // what did not stand in it, or was lost by then
	edit  Edit
}

// carry does to a new revision again what editors did to the one before. What they made is made again where its quote
// is found, character for character; what they dropped is dropped again where it is found at the same quote. What is not
// found is named as lost. It changes the change, which makes the new revision with the mentions found in it, and returns
// how much of what editors had made is lost.
func (d *Desk) carry(ctx context.Context, change *Change) (lost int, err error) {
	next, actor := change.Articles[0], change.Actor
	c := carrying{desk: d, by: actor, text: NewText(next.Text), next: next, edit: deedOf(Carried, actor, next.ID, next.Revision)}
	c.stood, err = walkAll(func(p Page) (List[MentionRow], error) { return d.store.Mentions(ctx, next.ID, next.Revision-1, p) })
	if err != nil {
		return 0, err
	}
	c.down, err = walkAll(func(p Page) (List[MentionRow], error) { return d.store.Dropped(ctx, next.ID, next.Revision-1, p) })
	if err != nil {
		return 0, err
	}
	change.Mentions = c.make(change.Mentions)
	lost = len(c.edit.Lost)
	c.drop(change.Mentions)
	if len(c.edit.Drops)+len(c.edit.Keeps)+len(c.edit.Lost) > 0 {
		c.edit.ID, c.edit.Created = d.newID(), d.moment()
		change.Edits = []Edit{c.edit}
	}
	return lost, nil
}

// make makes again what editors had made, in the place of what the extractor says of the same claim at the same quote.
func (c *carrying) make(found []Mention) []Mention {
	var made []Mention
	for _, r := range slices.Concat(c.stood, c.down) {
		if r.Mention.By == "" || r.Dropped {
			continue
		}
		m, ok := c.again(r.Mention)
		if !ok {
			c.edit.Lost = append(c.edit.Lost, r.Mention.ID)
			continue
		}
		m = m.signed(c.desk.newID(), r.Mention.By)
		found = slices.DeleteFunc(found, m.repeats)
		made = append(made, m)
		c.edit.Keeps = append(c.edit.Keeps, m.ID)
	}
	return append(found, made...)
}

// again is a mention of a former revision in the next one, if its quote is found in one block of it.
func (c *carrying) again(m Mention) (Mention, bool) {
	place, err := c.text.Find(m.Anchor)
	if err != nil || !place.Exact {
		return m, false
	}
	block, ok := c.next.BlockAt(place.Start, place.End)
	anchor, err := c.text.Describe(place.Start, place.End)
	m.Anchor, m.Block, m.Revision = anchor, block, c.next.Revision
	return m, ok && err == nil
}

// drop drops again what had been dropped. Of what editors had made themselves and then dropped nothing is left to find.
func (c *carrying) drop(mentions []Mention) {
	dropped := map[uuid.UUID]bool{}
	for _, r := range c.down {
		if !r.Dropped {
			continue
		}
		again, ok := c.again(r.Mention)
		found := false
		for _, m := range mentions {
			if ok && m.By == "" && c.same(r.Mention, again, m) {
				found = true
				if !dropped[m.ID] {
					dropped[m.ID] = true
					c.edit.Drops = append(c.edit.Drops, m.ID)
				}
			}
		}
		if !found && r.Mention.By == "" {
			c.edit.Lost = append(c.edit.Lost, r.Mention.ID)
		}
	}
}

// same says whether m is what was dropped: at the same quote, and the same claim, or in other words than before where
// nothing else was said of that quote.
func (c *carrying) same(was, again, m Mention) bool {
	if m.Anchor.Start != again.Anchor.Start || m.Anchor.End != again.Anchor.End {
		return false
	}
	return m.Claim == was.Claim || !slices.ContainsFunc(c.stood, func(r MentionRow) bool {
		return r.Mention.By == "" && r.Mention.Anchor.Start == was.Anchor.Start && r.Mention.Anchor.End == was.Anchor.End
	})
}
