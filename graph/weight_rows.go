package graph

import (
	"bytes"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// weigh gives a paper the weight that it has by what is known now, and keeps it with the time, if it is another. It says
// whether it is.
func (s *step) weigh(row *citationRow, before, now annotate.Citation, at time.Time) (turned bool, err error) {
	w := row.Weight.After(before, now, at)
	if w == row.Weight {
		return false, nil
	}
	row.Weight = w
	return true, s.save(citationWeights, keyOf(now.ID).moment(at).seq(s.event.Seq), w)
}

// weightAsOf is the weight that a paper had at a time (now for the zero time).
func (r rows) weightAsOf(id uuid.UUID, row citationRow, asOf time.Time) (w annotate.Weight, err error) {
	if asOf.IsZero() {
		return row.Weight, nil
	}
	k, v := r.lastBefore(citationWeights, afterMoment(id, asOf))
	if !bytes.HasPrefix(k, id[:]) {
		return annotate.Weight{}, nil
	}
	return w, parseRow(citationWeights, v, &w)
}

// lastBefore is the last row of a bucket whose key is less than to.
func (r rows) lastBefore(bucket string, to key) (k, v []byte) {
	c := r.buckets[bucket].Cursor()
	if k, _ := c.Seek(to); k == nil {
		return c.Last()
	}
	return c.Prev()
}
