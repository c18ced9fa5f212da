package graph

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cayleygraph/quad"
	bolt "go.etcd.io/bbolt"

	"claimlens/annotate"
)

// batchQuads is how many quads are enough for one commit. Ten thousand take a quarter of a second; twice as many
// are written no faster, and make everybody else wait twice as long.
const batchQuads = 10_000

// errClosed is the error of whatever is asked of a store that was closed.
var errClosed = errors.New("the store is closed")

// A writer is the one goroutine that adds to the record. It takes all the changes that are waiting, judges them one by
// one, and commits those that are admitted together, so that many small changes cost about as much as one.
type writer struct {
	record    *record
	committed func(seq uint64) // told of the last event of every commit
	requests  chan *request
	stop      chan struct{} // closed to stop the writer
	stopped   chan struct{} // closed when it has stopped
	turn      sync.Mutex    // held by whoever writes: a commit, or a rebuild of the rows
}

// request is a change that waits for its turn.
type request struct {
	change annotate.Change
	gone   <-chan struct{} // closed when nobody waits for the answer any more
	answer chan answer     // of capacity one
}

type answer struct {
	event annotate.Event
	err   error
}

func newWriter(r *record, committed func(seq uint64)) *writer {
	w := &writer{
		record: r, committed: committed,
		requests: make(chan *request), stop: make(chan struct{}), stopped: make(chan struct{}),
	}
	go w.run()
	return w
}

// write records a change, of which the form has been checked. When ctx ends before it returns, the change may have
// been recorded or not.
func (w *writer) write(ctx context.Context, c annotate.Change) (annotate.Event, error) {
	r := &request{change: c, gone: ctx.Done(), answer: make(chan answer, 1)}
	if err := ctx.Err(); err != nil {
		return annotate.Event{}, err
	}
	select {
	case w.requests <- r:
	case <-ctx.Done():
		return annotate.Event{}, ctx.Err()
	case <-w.stop:
		return annotate.Event{}, errClosed
	}
	select {
	case a := <-r.answer:
		return a.event, a.err
	case <-ctx.Done():
		return annotate.Event{}, ctx.Err()
	}
}

// close waits for the commit under way. Changes that still wait are not recorded.
func (w *writer) close() {
	close(w.stop)
	<-w.stopped
}

func (w *writer) run() {
	defer close(w.stopped)
	for {
		select {
		case <-w.stop:
			return
		case r := <-w.requests:
			w.commit(r)
		}
	}
}

// commit records a change and those that wait behind it. A commit is not cut short by whoever asked for it: others
// may wait for it as well.
func (w *writer) commit(first *request) {
	w.turn.Lock()
	defer w.turn.Unlock()
	ctx := context.Background()
	b := &batch{requests: []judged{{request: first}}} // answered whatever comes
	err := w.record.view(ctx, func(v *view) error { return w.gather(ctx, v, b) })
	if err == nil && len(b.events) > 0 {
		err = w.record.add(ctx, b.quads, b.apply)
	}
	if err == nil && len(b.events) > 0 {
		w.committed(b.last.Seq)
	}
	b.answer(err)
}

// gather judges the request that the batch begins with and those that wait behind it, until they are enough for one
// commit.
func (w *writer) gather(ctx context.Context, v *view, b *batch) error {
	r, err := newReading(v)
	if err != nil {
		return err
	}
	if b.last, err = r.lastEvent(); err != nil {
		return err
	}
	h := newHeld(r)
	b.requests[0].answer = b.judge(ctx, h, b.requests[0].request.change)
	for len(b.quads) < batchQuads {
		select {
		case next := <-w.requests:
			select {
			case <-next.gone:
			default:
				b.requests = append(b.requests, judged{request: next})
				b.requests[len(b.requests)-1].answer = b.judge(ctx, h, next.change)
			}
		default:
			return nil
		}
	}
	return nil
}

// batch is the changes of one commit.
type batch struct {
	requests []judged
	events   []annotate.Event
	made     []annotate.Made // by the events
	quads    []quad.Quad
	last     annotate.Event // the newest event, of the store or of the batch
}

// judged is a request with the answer that it gets if the commit succeeds.
type judged struct {
	request *request
	answer  answer
}

// judge admits a change to the batch, or says why not. A change of which nothing is left is admitted without an event.
func (b *batch) judge(ctx context.Context, h *held, c annotate.Change) answer {
	made, err := h.admit(ctx, c.Made)
	if err != nil || made.Empty() {
		h.drop()
		return answer{err: err}
	}
	if err := h.read(c); err != nil {
		h.drop()
		return answer{err: err}
	}
	event, err := sealed(c, made, b.last)
	if err != nil {
		h.drop()
		return answer{err: err}
	}
	quads, err := madeQuads(event, made)
	if err != nil {
		h.drop()
		return answer{err: err}
	}
	h.keep(c)
	b.events, b.made, b.quads, b.last = append(b.events, event), append(b.made, made), append(b.quads, quads...), event
	return answer{event: event}
}

// apply is the commit hook: it brings the rows up to date in the transaction of the quads.
func (b *batch) apply(tx *bolt.Tx) error {
	r, err := currentRows(tx)
	if err != nil {
		return err
	}
	for i, e := range b.events {
		if err := r.apply(e, b.made[i]); err != nil {
			return fmt.Errorf("rows of event %d: %w", e.Seq, err)
		}
	}
	return nil
}

// answer answers all requests: with err if the commit failed, unless a request was refused by itself.
func (b *batch) answer(err error) {
	for _, j := range b.requests {
		if err != nil && j.answer.err == nil {
			j.answer = answer{err: fmt.Errorf("record: %w", err)}
		}
		j.request.answer <- j.answer
	}
}
