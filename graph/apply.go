package graph

import (
	"github.com/google/uuid"

	"claimlens/annotate"
)

// apply brings the rows up to date with one event and what it makes. The rows are what apply makes of all events in
// their order, beginning with empty rows, and of nothing else: the commit of a change and the rebuild both call it.
func (r rows) apply(e annotate.Event, m annotate.Made) error {
	t, err := r.totals()
	if err != nil {
		return err
	}
	s := &step{
		rows: r, event: e, totals: t, about: newOrdered(e.Subject),
		articles: map[uuid.UUID]*articleRow{}, claims: map[uuid.UUID]*claimStep{}, revisions: map[revisionKey]*revisionStep{},
	}
	return s.run(m)
}

// step is one event on its way into the rows: those rows that it touches, each loaded once and saved once.
type step struct {
	rows
	event     annotate.Event
	totals    totals
	about     *ordered // what the event is about
	articles  map[uuid.UUID]*articleRow
	revisions map[revisionKey]*revisionStep
	claims    map[uuid.UUID]*claimStep
	touched   []uuid.UUID // the claims, in the order in which they were touched
}

func (s *step) run(m annotate.Made) error {
	parts := []func() error{
		func() error { return applyAll(s, m.Articles, s.addRevision) },
		func() error { return applyAll(s, m.Claims, s.addClaim) },
		func() error { return applyAll(s, m.Mentions, s.addMention) },
		func() error { return applyAll(s, m.Edits, s.addEdit) },
		func() error { return applyAll(s, m.Citations, s.addVersion) },
		func() error { return applyAll(s, m.Checks, s.addCheck) },
		func() error { return applyAll(s, m.Evidence, s.addEvidence) },
		func() error { return applyAll(s, m.Decisions, s.addDecision) },
		func() error { return applyAll(s, m.Searches, s.addSearch) },
		func() error { return applyAll(s, m.Grades, s.addGrade) },
		s.saveClaims,
		s.saveRevisions,
		s.saveArticles,
		s.addEvent,
		func() error { return s.save(totalRows, totalKey, s.totals) },
	}
	for _, part := range parts {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// applyAll adds what an event makes of one kind; the mark says where it stands in the record.
func applyAll[T any](s *step, list []T, add func(T, mark) error) error {
	for i, x := range list {
		if err := add(x, mark{Seq: s.event.Seq, Place: i + 1}); err != nil {
			return err
		}
	}
	return nil
}

// ordered is a set of identifiers in the order in which they were added.
type ordered struct {
	list []uuid.UUID
	met  map[uuid.UUID]bool
}

func newOrdered(ids ...uuid.UUID) *ordered {
	o := &ordered{met: map[uuid.UUID]bool{}}
	for _, id := range ids {
		o.add(id)
	}
	return o
}

// add adds an identifier, unless it is the zero one or there already.
func (o *ordered) add(id uuid.UUID) {
	if id != uuid.Nil && !o.met[id] {
		o.met[id] = true
		o.list = append(o.list, id)
	}
}
