package annotate

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"
)

// HeardAfresh is after how long it is kept anew that a source still says the same of a paper.
const HeardAfresh = 7 * 24 * time.Hour

// Hear keeps what sources said about papers, as one event: what differs from what the same source said last, and what was
// last kept more than a week ago. Their IDs, By and Created are the desk's to set, and each notice is the source's that
// said it. It returns the checks of which the paper's own notices differ now from what that source said before.
func (d *Desk) Hear(ctx context.Context, actor string, checks []NoticeCheck) ([]NoticeCheck, error) {
	c := Change{Actor: actor, Kind: NoticesHeard, Time: d.moment()}
	var changed []NoticeCheck
	for _, n := range checks {
		n.ID, n.By, n.Created, n.Notices = d.newID(), actor, c.Time, slices.Clone(n.Notices)
		for i := range n.Notices {
			n.Notices[i].From = n.From
		}
		if err := n.Check(); err != nil {
			return nil, err
		}
		last, err := d.lastHeard(ctx, n.Citation, n.From)
		if err != nil {
			return nil, err
		}
		differs := !slices.Equal(last.Notices, n.Notices)
		if differs {
			changed = append(changed, n)
		}
		if differs || n.Created.Sub(last.Created) > HeardAfresh {
			c.Checks = append(c.Checks, n)
		}
	}
	if c.Empty() {
		return nil, nil
	}
	if first := c.Checks[0].Citation; !slices.ContainsFunc(c.Checks, func(n NoticeCheck) bool { return n.Citation != first }) {
		c.Subject = first
	}
	_, err := d.store.Record(ctx, c)
	return changed, err
}

// lastHeard is what a source was last heard to say about a paper, the zero check if it never was.
func (d *Desk) lastHeard(ctx context.Context, citation uuid.UUID, from NoticeSource) (NoticeCheck, error) {
	page := Page{}
	for {
		list, err := d.store.NoticeChecks(ctx, citation, page)
		if err != nil {
			return NoticeCheck{}, err
		}
		if i := slices.IndexFunc(list.Items, func(n NoticeCheck) bool { return n.From == from }); i >= 0 {
			return list.Items[i], nil
		}
		if page.After = list.Next; page.After == "" {
			return NoticeCheck{}, nil
		}
	}
}
