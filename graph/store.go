package graph

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"claimlens/annotate"
	"claimlens/graph/papers"
)

// Config says where a store is and how it is opened.
type Config struct {
	Dir         string        // the folder, made when there is none
	OpenTimeout time.Duration // how long to wait for another process that has the store open; 0: two seconds
	Log         *slog.Logger  // nil: what the background has to say is not said
}

// Store is an annotate.Store in a folder: the record in one file, the search indexes beside it. It is safe for concurrent
// use; only one process can have it open.
type Store struct {
	dir        string
	record     *record
	writer     *writer
	claimIndex *searcher
	paperIndex *papers.Index
	claims     *indexer // of claimIndex
	papers     *indexer // of paperIndex
	close      func() error
}

var _ annotate.Store = (*Store)(nil)

// recordFile is the name of the record's file in the store's folder.
const recordFile = "record.bolt"

// Exists says whether there is a store in a folder.
func Exists(dir string) (bool, error) {
	_, err := os.Stat(filepath.Join(dir, recordFile))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// Open opens the store in a folder, and makes an empty one where there is none. Rows that an older claimlens wrote are
// rebuilt, which takes a while; ctx ends that.
func Open(ctx context.Context, c Config) (*Store, error) {
	if c.Dir == "" {
		return nil, errors.New("a store needs a folder")
	}
	log := c.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	r, err := openRecord(ctx, filepath.Join(c.Dir, recordFile), c.OpenTimeout)
	if err != nil {
		return nil, err
	}
	s := &Store{dir: c.Dir, record: r}
	if err := s.start(ctx, log); err != nil {
		return nil, errors.Join(fmt.Errorf("store %s: %w", c.Dir, err), r.close())
	}
	return s, nil
}

// start prepares the rows and starts what runs in the background.
func (s *Store) start(ctx context.Context, log *slog.Logger) (err error) {
	if err := s.prepare(ctx); err != nil {
		return err
	}
	last, err := readOne(ctx, s, func(r reading) (annotate.Event, error) { return r.lastEvent() })
	if err != nil {
		return err
	}
	if s.claimIndex, err = openSearcherBehind(filepath.Join(s.dir, "search"), last.Seq); err != nil {
		return fmt.Errorf("search index: %w", err)
	}
	if s.paperIndex, err = openPapersBehind(filepath.Join(s.dir, "papers"), last.Seq); err != nil {
		return errors.Join(err, s.claimIndex.close())
	}
	s.claims = follow(claimIndex{s.claimIndex, s}, last.Seq, log)
	s.papers = follow(paperIndex{s.paperIndex, s}, last.Seq, log)
	s.writer = newWriter(s.record, func(seq uint64) {
		s.claims.committed(seq)
		s.papers.committed(seq)
	})
	s.close = sync.OnceValue(func() error {
		s.writer.close()
		return errors.Join(s.claims.close(), s.papers.close(), s.record.close())
	})
	return nil
}

// prepare sees to it that there are rows, in today's format.
func (s *Store) prepare(ctx context.Context) error {
	if err := removeScratch(s.dir); err != nil {
		return err
	}
	stale := false
	err := s.record.update(func(tx *bolt.Tx) (err error) {
		stale, err = prepareRows(tx)
		return err
	})
	if err != nil || !stale {
		return err
	}
	report, err := s.verify(ctx, VerifyOptions{Rebuild: true})
	if err == nil && !report.Rebuilt {
		p := report.Problems[0]
		err = fmt.Errorf("the rows can't be rebuilt: %s: %s: %w", p.Where, p.What, errDamaged)
	}
	return err
}

// Close waits for the change that is being recorded and closes the store. What still waits is not recorded. Closing a
// store twice is closing it once.
func (s *Store) Close() error { return s.close() }

// Record appends one event with all that it makes; see annotate.Writer. When ctx ends while it waits, the change may
// have been recorded all the same.
func (s *Store) Record(ctx context.Context, c annotate.Change) (annotate.Event, error) {
	c.Time = annotate.Moment(c.Time)
	c.Made = settled(c.Made)
	if c.Made.Empty() {
		return annotate.Event{}, ctx.Err()
	}
	if err := checkForm(c); err != nil {
		return annotate.Event{}, err
	}
	return s.writer.write(ctx, c)
}

// reading is one state of the store: the graph and its rows.
type reading struct {
	*view
	rows
}

func newReading(v *view) (reading, error) {
	r, err := currentRows(v.tx)
	return reading{view: v, rows: r}, err
}

// read gives do one state of the store.
func (s *Store) read(ctx context.Context, do func(reading) error) error {
	return s.record.view(ctx, func(v *view) error {
		r, err := newReading(v)
		if err != nil {
			return err
		}
		return do(r)
	})
}

// readOne is what get reads in one state of the store.
func readOne[T any](ctx context.Context, s *Store, get func(reading) (T, error)) (T, error) {
	var out T
	err := s.read(ctx, func(r reading) (err error) {
		out, err = get(r)
		return err
	})
	return out, err
}
