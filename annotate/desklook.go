package annotate

import "context"

// Look records that somebody looked for evidence about a claim, and what came of it: who, where, by which query, how many
// papers there were and how many of them were looked at.
func (d *Desk) Look(ctx context.Context, actor string, s Search) (Search, error) {
	s.ID, s.By, s.Created = d.newID(), actor, Moment(d.now())
	if err := s.Check(); err != nil {
		return Search{}, err
	}
	if _, err := d.store.Claim(ctx, s.Claim); err != nil {
		return Search{}, err
	}
	c := Change{Actor: actor, Kind: EvidenceSought, Time: s.Created, Subject: s.Claim}
	c.Searches = []Search{s}
	_, err := d.store.Record(ctx, c)
	return s, err
}
