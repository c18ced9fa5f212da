package annotate

import (
	"context"
	"errors"
	"fmt"
	"reflect"
)

// Cite keeps citations, as one event. A record that the store has already, alike, is left out; one that differs becomes
// the citation's next version, unless it is older (see follow). It returns how many were new and how many changed.
func (d *Desk) Cite(ctx context.Context, actor, note string, citations []Citation) (added, changed int, err error) {
	for _, c := range citations {
		if err := c.Check(); err != nil {
			return 0, 0, fmt.Errorf("PMID %s: %w", c.PMID, err)
		}
	}
	err = again(func() error {
		added, changed = 0, 0
		c := Change{Actor: actor, Kind: CitationsImported, Time: Moment(d.now()), Note: note}
		for _, records := range byPaper(citations) {
			held, err := d.store.Citation(ctx, records[0].PMID)
			if err != nil && !errors.Is(err, ErrNotFound) {
				return err
			}
			held.Heard = nil // which is no part of the record
			latest := followAll(held, records)
			latest.Heard = nil
			switch {
			case reflect.DeepEqual(latest, held):
				continue
			case held.Version == 0:
				added++
			default:
				changed++
			}
			latest.Version++
			latest.Heard = nil // which is no part of the paper's record
			c.Citations = append(c.Citations, latest)
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

// byPaper is the records of each paper, in their order.
func byPaper(citations []Citation) [][]Citation {
	var out [][]Citation
	place := make(map[string]int, len(citations))
	for _, c := range citations {
		i, met := place[c.PMID]
		if !met {
			i = len(out)
			place[c.PMID] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}

// followAll is what is to be held of a paper once its records are read, given what is held now: the zero Citation for
// nothing. It has the version of what is held now.
func followAll(held Citation, records []Citation) Citation {
	latest := held
	for _, record := range records {
		latest = follow(latest, record)
		latest.Version, latest.Heard = held.Version, held.Heard // which are the store's
	}
	return latest
}

// follow is what is to be held of a paper once a record of it is read. The day on which PubMed revised the record decides:
// an earlier one changes nothing, and a record that says none changes nothing where one is known. Of two records of the same
// day, or without any, the one that is read later counts, which is why files are read in order.
//
// That PubMed took a paper back is said without a day and without a description: it always counts, and the description
// stays. The paper comes back with the next record of it that is not older.
func follow(held, record Citation) Citation {
	switch {
	case record.Deleted && record.Title == "" && held.PMID == "":
		return held
	case record.Deleted && record.Title == "":
		held.Deleted = true
		return held
	case record.Revised < held.Revised:
		return held
	}
	return record
}
