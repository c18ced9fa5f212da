package graph

import (
	"context"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// Events lists the events about a subject, or all for the zero UUID, newest first. An event is about its own subject, the
// articles and citations that it makes, and the claims of which it makes evidence, decisions or grades.
func (s *Store) Events(ctx context.Context, subject uuid.UUID, p annotate.Page) (annotate.List[annotate.Event], error) {
	return readOne(ctx, s, func(r reading) (annotate.List[annotate.Event], error) {
		if subject == uuid.Nil {
			last, err := r.lastEvent()
			if err != nil {
				return annotate.List[annotate.Event]{}, err
			}
			list := listing{bucket: eventRows, total: int(last.Seq), grows: atHead}
			return readPage(r.rows, list, p, r.eventItem)
		}
		total, err := r.eventsAbout(subject)
		if err != nil {
			return annotate.List[annotate.Event]{}, err
		}
		list := listing{bucket: subjectEvents, prefix: subject[:], total: total, grows: atHead}
		return readPage(r.rows, list, p, func(_, at []byte) (annotate.Event, error) {
			return r.eventItem(at, r.get(eventRows, at))
		})
	})
}

func (r rows) eventItem(_, v []byte) (annotate.Event, error) {
	var e annotate.Event
	err := parseRow(eventRows, v, &e)
	return e, err
}

// Counts is how much the store holds.
func (s *Store) Counts(ctx context.Context) (annotate.Counts, error) {
	return readOne(ctx, s, func(r reading) (annotate.Counts, error) {
		t, err := r.totals()
		return t.Counts, err
	})
}
