package annotate

import (
	"context"
	"errors"
	"fmt"
	"reflect"
)

// Cite keeps citations, as one event. A record that the store has already, alike, is left out; one that differs becomes
// the citation's next version. It returns how many were new and how many changed. Of two citations with one PMID the later
// counts.
func (d *Desk) Cite(ctx context.Context, actor, note string, citations []Citation) (added, changed int, err error) {
	for _, c := range citations {
		if err := c.Check(); err != nil {
			return 0, 0, fmt.Errorf("PMID %s: %w", c.PMID, err)
		}
	}
	err = again(func() error {
		added, changed = 0, 0
		c := Change{Actor: actor, Kind: CitationsImported, Time: Moment(d.now()), Note: note}
		for _, x := range lastOfEach(citations) {
			x.Heard = nil // which is no part of the paper's record
			held, err := d.store.Citation(ctx, x.PMID)
			switch {
			case errors.Is(err, ErrNotFound):
				added++
			case err != nil:
				return err
			default:
				x.Version, held.Heard = held.Version, nil
				if reflect.DeepEqual(x, held) {
					continue
				}
				changed++
			}
			x.Version = held.Version + 1
			c.Citations = append(c.Citations, x)
		}
		if c.Empty() {
			return nil
		}
		if len(c.Citations) == 1 {
			c.Subject = c.Citations[0].ID
		}
		_, err := d.store.Record(ctx, c)
		return err
	})
	return added, changed, err
}

func lastOfEach(citations []Citation) []Citation {
	last := make(map[string]int, len(citations))
	for i, c := range citations {
		last[c.PMID] = i
	}
	var out []Citation
	for i, c := range citations {
		if last[c.PMID] == i {
			out = append(out, c)
		}
	}
	return out
}
