package annotate

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
)

// Look keeps that somebody looked for evidence about a claim: where, by which query, and what came of it. Its ID, By and
// Created are the desk's to set.
func (d *Desk) Look(ctx context.Context, actor string, s Search) (Search, error) {
	s.ID, s.By, s.Created = d.newID(), actor, d.moment()
	s.Where, s.Query, s.Comment = strings.TrimSpace(s.Where), strings.TrimSpace(s.Query), strings.TrimSpace(s.Comment)
	if err := s.Check(); err != nil {
		return Search{}, err
	}
	c := Change{Actor: actor, Kind: EvidenceSought, Time: s.Created, Subject: s.Claim}
	c.Searches = []Search{s}
	_, err := d.store.Record(ctx, c)
	return s, err
}

// needsSearch refuses the verdict that there is no evidence of a claim about which nobody has looked in vain.
func (d *Desk) needsSearch(ctx context.Context, claim uuid.UUID) error {
	if _, err := d.store.Claim(ctx, claim); err != nil {
		return err
	}
	page := Page{Limit: MaxPage}
	for {
		list, err := d.store.ClaimSearches(ctx, claim, time.Time{}, page)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(list.Items, func(s Search) bool { return s.Outcome == NoneRelevant }) {
			return nil
		}
		if page.After = list.Next; page.After == "" {
			return Problems{{Field: "verdict", Text: "first record where you looked for evidence and found none that is relevant: “no evidence found” rests on that"}}
		}
	}
}
