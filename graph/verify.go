package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"claimlens/annotate"
)

// VerifyOptions says how a store is verified.
type VerifyOptions struct {
	Rebuild  bool                  // write the derived rows anew from the record, while nothing is recorded, and then the search indexes
	Progress func(done, total int) // told how many events have been read, and then how many each index has seen, unless nil
}

// Report is what verifying a store has shown.
type Report struct {
	Events   int       `json:"events"`
	Quads    int       `json:"quads"`
	Problems []Problem `json:"problems"` // the first ones
	More     int       `json:"more"`     // how many there are beside those
	Rebuilt  bool      `json:"rebuilt"`  // the derived rows and the search indexes were written anew
}

// Problem is one thing that is wrong in a store, and where.
type Problem struct {
	Where string `json:"where"`
	What  string `json:"what"`
}

// OK says whether nothing is wrong.
func (r Report) OK() bool { return len(r.Problems) == 0 }

// maxProblems is how many problems a report names; in a store with more, the first ones tell what happened.
const maxProblems = 100

func (r *Report) add(problems ...Problem) {
	room := min(len(problems), maxProblems-len(r.Problems))
	r.Problems = append(r.Problems, problems[:room]...)
	r.More += len(problems) - room
}

func (r *Report) addf(where, format string, args ...any) {
	r.add(Problem{Where: where, What: fmt.Sprintf(format, args...)})
}

// Verify reads the whole record, event by event, from the graph alone. It computes all hashes again, reads every node and
// compares what the graph says of it with what would be written today, looks for quads that no event made, and derives
// all rows again to compare them with those that there are. With Rebuild it puts the new rows in the place of the old
// ones, a crash meanwhile leaving one or the other, and then makes the search indexes anew, while the record goes on.
//
// What is wrong is in the report; an error means that verifying could not be carried through.
func (s *Store) Verify(ctx context.Context, o VerifyOptions) (Report, error) {
	if !o.Rebuild {
		return s.verify(ctx, o)
	}
	s.writer.turn.Lock()
	report, err := s.verify(ctx, o)
	s.writer.turn.Unlock()
	if err == nil && report.Rebuilt {
		err = s.rebuildIndexes(ctx, o.Progress)
	}
	return report, err
}

func (s *Store) verify(ctx context.Context, o VerifyOptions) (report Report, err error) {
	report.Problems = []Problem{} // a list without problems, not no list
	fresh, err := newScratch(s.dir)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, fresh.remove()) }()
	x := &verification{report: &report, options: o, fresh: fresh, addresses: map[quad.Quad]bool{}}
	if err := s.record.view(ctx, func(v *view) error { return x.run(ctx, v) }); err != nil {
		return report, fmt.Errorf("verify: %w", err)
	}
	if !o.Rebuild || x.broken {
		return report, nil
	}
	if err := s.adopt(ctx, fresh); err != nil {
		return report, fmt.Errorf("rebuild: %w", err)
	}
	report.Rebuilt = true
	return report, nil
}

// verification is a store being verified.
type verification struct {
	report    *Report
	options   VerifyOptions
	fresh     *scratch
	broken    bool // the record is such that no rows can be derived from it
	prev      annotate.Event
	written   int                // how many quads the events read so far have written
	addresses map[quad.Quad]bool // what was said of an article by several revisions, which the graph keeps once
}

func (x *verification) run(ctx context.Context, v *view) error {
	total := x.lastKnown(v)
	for seq := uint64(1); ; seq++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		h, err := v.happened(ctx, seq)
		if errors.Is(err, annotate.ErrNotFound) {
			if seq > total {
				break
			}
			x.report.addf(eventName(seq), "is missing")
			continue
		}
		if err != nil && ctx.Err() == nil {
			x.report.addf(eventName(seq), "%v", err)
			x.broken = true
			continue
		}
		if err != nil {
			return err
		}
		if err := x.event(h); err != nil {
			return err
		}
		if x.options.Progress != nil {
			x.options.Progress(int(seq), int(max(seq, total)))
		}
	}
	if err := x.fresh.flush(); err != nil {
		return err
	}
	if err := x.countQuads(ctx, v); err != nil {
		return err
	}
	return x.compareRows(ctx, v)
}

func eventName(seq uint64) string { return fmt.Sprintf("event %d", seq) }

// lastKnown is the last event that the rows know of, so that the record's own end is not taken for one.
func (x *verification) lastKnown(v *view) uint64 {
	r, err := currentRows(v.tx)
	if err != nil {
		x.report.addf("rows", "%v", err)
		return 0
	}
	last, err := r.lastEvent()
	if err != nil {
		x.report.addf("rows", "%v", err)
	}
	return last.Seq
}

// event checks one event and its place in the chain, and derives its rows.
func (x *verification) event(h *happening) error {
	x.report.Events++
	x.report.add(h.problems...)
	where := eventName(h.event.Seq)
	content, err := contentHash(h.made)
	if err != nil {
		return err
	}
	if content != h.event.Content {
		x.report.addf(where, "its content is not what was recorded: %d things, of which the hash is %.12s, not %.12s", h.made.Size(), content, h.event.Content)
	}
	hash, err := eventHash(h.event)
	if err != nil {
		return err
	}
	if hash != h.event.Hash {
		x.report.addf(where, "it is not as it was recorded: its hash is %.12s, not %.12s", hash, h.event.Hash)
	}
	if h.event.Prev != x.prev.Hash || h.event.Seq != x.prev.Seq+1 {
		x.report.addf(where, "it does not follow event %d: the chain is broken", x.prev.Seq)
	}
	x.prev = h.event
	x.count(h.quads)
	if x.broken {
		return nil
	}
	if err := x.fresh.apply(h.event, h.made, len(h.quads)); err != nil {
		x.broken = true
		x.report.addf(where, "no rows can be derived from it: %v", err)
	}
	return nil
}

// count counts quads, those that the graph keeps once only once.
func (x *verification) count(quads []quad.Quad) {
	for _, q := range quads {
		if q.Predicate == hasAddress {
			if x.addresses[q] {
				continue
			}
			x.addresses[q] = true
		}
		x.written++
	}
}

// countQuads reads all quads as they lie in the store, without an index.
func (x *verification) countQuads(ctx context.Context, v *view) error {
	err := v.quads(ctx, func(quad.Quad) error {
		x.report.Quads++
		return nil
	})
	if err != nil && ctx.Err() == nil {
		x.report.addf("quads", "%v", err)
		return nil
	}
	if err != nil || x.report.Quads == x.written {
		return err
	}
	x.report.addf("quads", "there are %d, of which the events wrote %d", x.report.Quads, x.written)
	return x.findStrays(ctx, v)
}

// findStrays names the nodes of quads that no event made.
func (x *verification) findStrays(ctx context.Context, v *view) error {
	named := map[quad.Value]bool{}
	return v.quads(ctx, func(q quad.Quad) error {
		if named[q.Subject] || len(named) > maxProblems {
			return nil
		}
		said, err := v.properties(ctx, q.Subject)
		if err != nil || x.belongs(q.Subject, said) {
			return err
		}
		named[q.Subject] = true
		x.report.addf(q.Subject.String(), "belongs to no event")
		return nil
	})
}

// belongs says whether a node is one of the events that were read, or was made by one.
func (x *verification) belongs(node quad.Value, said properties) bool {
	if len(said[madeBy]) > 0 {
		node = said[madeBy][0]
	}
	name, _ := node.(quad.IRI)
	seq, err := seqOf(name)
	return err == nil && seq <= x.prev.Seq
}

// compareRows compares the rows in use with those just derived.
func (x *verification) compareRows(ctx context.Context, v *view) error {
	if x.broken {
		x.report.addf("rows", "were not compared: the record itself is damaged")
		return nil
	}
	set, err := currentBucket(v.tx)
	if err != nil {
		return nil //nolint:nilerr // lastKnown has reported it
	}
	return x.fresh.compare(ctx, set, x.report)
}
