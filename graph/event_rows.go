package graph

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// addEvent lists the event among all events and among those about each of its subjects.
func (s *step) addEvent() error {
	s.totals.Events++
	if err := s.save(eventRows, key{}.seqDown(s.event.Seq), s.event); err != nil {
		return err
	}
	for _, id := range s.about.list {
		n, err := s.eventsAbout(id)
		if err != nil {
			return err
		}
		if err := s.put(subjectEvents, keyOf(id).seqDown(uint64(n+1)), key{}.seqDown(s.event.Seq)); err != nil {
			return err
		}
	}
	return nil
}

// eventsAbout is how many events there are about a subject.
func (r rows) eventsAbout(id uuid.UUID) (int, error) { return numberOf(r, subjectEvents, id) }

// numberOf is how many entries there are about a subject in a bucket that numbers them: the number of the newest, which is
// the first of its keys.
func numberOf(r rows, bucket string, id uuid.UUID) (int, error) {
	k, _ := r.buckets[bucket].Cursor().Seek(id[:])
	if !bytes.HasPrefix(k, id[:]) {
		return 0, nil
	}
	if len(k) != len(id)+8 {
		return 0, fmt.Errorf("rows %q: key of %d bytes: %w", bucket, len(k), errDerived)
	}
	return int(^binary.BigEndian.Uint64(k[len(id):])), nil
}

// lastEvent is the newest event, the zero one in an empty record.
func (r rows) lastEvent() (annotate.Event, error) {
	var e annotate.Event
	_, v := r.buckets[eventRows].Cursor().First()
	if v == nil {
		return e, nil
	}
	return e, parseRow(eventRows, v, &e)
}
