package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"

	"github.com/google/uuid"

	"claimlens/annotate"
	"claimlens/graph/papers"
)

// indexBatch is how many claims are indexed at a time.
const indexBatch = 1000

// A derived is an index that follows the record.
type derived interface {
	seen() uint64
	// catchUp takes in what was made by the events after seen, up to want, and says with each step how far it is.
	catchUp(ctx context.Context, seen, want uint64, reached func(uint64)) error
	// clear forgets all that it has taken in.
	clear() error
	close() error
}

// An indexer keeps an index up to date in the background: it takes in what the record has got since the last event that
// the index has seen, at the start and after each commit.
type indexer struct {
	index   derived
	log     *slog.Logger
	cancel  context.CancelFunc
	stopped chan struct{}

	mu    sync.Mutex
	state indexState
}

// indexState is what there is to do, and what came of the last attempt.
type indexState struct {
	want    uint64        // the last event that there is
	seen    uint64        // the last event that the index is up to date with
	renew   bool          // all that it has taken in is to be forgotten first
	err     error         // what the last attempt failed with
	changed chan struct{} // closed, and made anew, whenever one of the above changes
}

// follow starts an indexer of a record whose last event is last.
func follow(index derived, last uint64, log *slog.Logger) *indexer {
	background, cancel := context.WithCancel(context.Background())
	x := &indexer{
		index: index, log: log, cancel: cancel, stopped: make(chan struct{}),
		state: indexState{want: last, seen: index.seen(), changed: make(chan struct{})},
	}
	go x.run(background)
	return x
}

// claimIndex is the index of claims, which follows the record of a store.
type claimIndex struct {
	*searcher
	store *Store
}

// openSearcherBehind opens the index, and begins a new one when it has seen more events than there are: then it is the
// index of some other record.
func openSearcherBehind(dir string, last uint64) (*searcher, error) {
	x, err := openSearcher(dir)
	if err != nil || x.seen() <= last {
		return x, err
	}
	if err := errors.Join(x.close(), os.RemoveAll(dir)); err != nil {
		return nil, err
	}
	return openSearcher(dir)
}

// committed says that the record has an event more. It never waits.
func (x *indexer) committed(seq uint64) {
	x.update(func(now *indexState) {
		now.want = seq
		now.err = nil // try again
	})
}

// update changes the state and wakes all who wait for that.
func (x *indexer) update(do func(*indexState)) {
	x.mu.Lock()
	defer x.mu.Unlock()
	do(&x.state)
	close(x.state.changed)
	x.state.changed = make(chan struct{})
}

func (x *indexer) now() indexState {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.state
}

func (x *indexer) run(ctx context.Context) {
	defer close(x.stopped)
	for {
		now := x.now()
		if now.renew {
			err := x.index.clear()
			x.update(func(s *indexState) { s.renew, s.err = false, err })
			continue
		}
		if now.seen < now.want && now.err == nil {
			x.catchUp(ctx, now)
			continue
		}
		select {
		case <-now.changed:
		case <-ctx.Done():
			return
		}
	}
}

// catchUp takes in what there is. What came of it counts for nothing when the index is to be made anew by then.
func (x *indexer) catchUp(ctx context.Context, now indexState) {
	err := x.index.catchUp(ctx, now.seen, now.want, func(seq uint64) {
		x.update(func(s *indexState) {
			if !s.renew {
				s.seen = seq
			}
		})
	})
	if err != nil && ctx.Err() == nil {
		x.log.Error("search index", "error", err)
	}
	x.update(func(s *indexState) {
		if !s.renew {
			s.err = err
			s.renew = errors.Is(err, papers.ErrDamaged)
		}
		if s.renew {
			s.seen, s.err = 0, nil
		}
	})
}

// renewed has the index forget all and follow the record from its beginning.
func (x *indexer) renewed() {
	x.update(func(s *indexState) { s.renew, s.seen, s.err = true, 0, nil })
}

// catchUp indexes the claims that were made by the events after seen, up to want. Events that make no claims leave the
// index alone: when it is opened again it is found to lack nothing.
func (x claimIndex) catchUp(ctx context.Context, seen, want uint64, reached func(uint64)) error {
	for next := (mark{Seq: seen + 1}); next != (mark{}); {
		batch, err := readOne(ctx, x.store, func(r reading) (claimBatch, error) { return r.claimsFrom(next, want) })
		if err != nil {
			return err
		}
		if len(batch.claims) > 0 {
			if err := x.index(ctx, batch.claims, batch.seen); err != nil {
				return err
			}
		}
		reached(batch.seen)
		next = batch.next
	}
	return nil
}

// claimBatch is some claims, the last event of which all claims are among them or came before, and where to go on.
type claimBatch struct {
	claims []annotate.Claim
	seen   uint64
	next   mark // the zero mark at the end
}

// claimsFrom reads claims in the order in which they were made, by the events from that mark up to the event want.
func (r rows) claimsFrom(from mark, want uint64) (claimBatch, error) {
	b := claimBatch{seen: want}
	c := r.buckets[claimOrder].Cursor()
	for k, v := c.Seek(key{}.mark(from)); len(k) == 12; k, v = c.Next() {
		at := mark{Seq: binary.BigEndian.Uint64(k), Place: int(binary.BigEndian.Uint32(k[8:]))}
		if at.Seq > want {
			break
		}
		if len(b.claims) == indexBatch {
			b.next, b.seen = at, at.Seq-1
			break
		}
		id, err := uuid.FromBytes(v)
		if err != nil {
			return b, err
		}
		row, err := r.claimRow(id)
		if err != nil {
			return b, err
		}
		b.claims = append(b.claims, row.Claim)
	}
	return b, nil
}

func (x *indexer) close() error {
	x.cancel()
	<-x.stopped
	return x.index.close()
}

// WaitIndexed waits until SearchClaims and SearchPapers find everything that was recorded before the call, and returns
// the error with which an index failed if it did. A program that records and then ends calls it to leave nothing to the
// next start.
func (s *Store) WaitIndexed(ctx context.Context) error {
	for _, x := range []*indexer{s.claims, s.papers} {
		if err := x.wait(ctx, nil); err != nil {
			return err
		}
	}
	return nil
}

// rebuildIndexes makes the search indexes anew, and tells how many events they have seen, one index after the other.
func (s *Store) rebuildIndexes(ctx context.Context, progress func(done, total int)) error {
	s.claims.renewed()
	s.papers.renewed()
	for _, x := range []*indexer{s.claims, s.papers} {
		if err := x.wait(ctx, progress); err != nil {
			return err
		}
	}
	return nil
}

// wait waits until the index has seen all that there was when it was called.
func (x *indexer) wait(ctx context.Context, progress func(done, total int)) error {
	want := x.now().want
	for {
		now := x.now()
		if progress != nil && now.seen > 0 {
			progress(int(min(now.seen, want)), int(want))
		}
		if now.seen >= want && !now.renew {
			return nil
		}
		if now.err != nil {
			return fmt.Errorf("search index: %w", now.err)
		}
		select {
		case <-now.changed:
		case <-ctx.Done():
			return ctx.Err()
		case <-x.stopped:
			return errClosed
		}
	}
}
