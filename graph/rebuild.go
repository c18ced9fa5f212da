package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"claimlens/annotate"
)

// scratchPattern is the name of a file in which rows are derived; one that is left over from a crash is deleted when the
// store is opened.
const scratchPattern = "verify-*.bolt"

// scratchQuads is how many quads' worth of events are derived in one transaction: enough to make the transactions'
// own cost vanish, and few enough to keep what they change in memory.
const scratchQuads = 50_000

// scratch is rows derived anew, in a file of their own beside the record.
type scratch struct {
	bolt *bolt.DB
	path string
	tx   *bolt.Tx // the one under way, if any
	rows rows
	done int // quads' worth in it
}

func newScratch(dir string) (*scratch, error) {
	f, err := os.CreateTemp(dir, scratchPattern)
	if err != nil {
		return nil, err
	}
	path := f.Name()
	if err := f.Close(); err != nil {
		return nil, err
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{NoSync: true, NoFreelistSync: true, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return nil, errors.Join(err, os.Remove(path))
	}
	s := &scratch{bolt: db, path: path}
	err = db.Update(func(tx *bolt.Tx) error {
		_, err := prepareRows(tx)
		return err
	})
	if err != nil {
		return nil, errors.Join(err, s.remove())
	}
	return s, nil
}

// removeScratch deletes what a crash has left over.
func removeScratch(dir string) error {
	left, err := filepath.Glob(filepath.Join(dir, scratchPattern))
	if err != nil {
		return err
	}
	for _, path := range left {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// apply derives the rows of the next event.
func (s *scratch) apply(e annotate.Event, m annotate.Made, quads int) (err error) {
	if s.tx == nil {
		if s.tx, err = s.bolt.Begin(true); err != nil {
			return err
		}
		if s.rows, err = currentRows(s.tx); err != nil {
			return err
		}
	}
	if err := s.rows.apply(e, m); err != nil {
		return err
	}
	if s.done += quads; s.done < scratchQuads {
		return nil
	}
	return s.flush()
}

func (s *scratch) flush() error {
	if s.tx == nil {
		return nil
	}
	tx := s.tx
	s.tx, s.done = nil, 0
	return tx.Commit()
}

// remove closes the file and deletes it.
func (s *scratch) remove() error {
	if s.tx != nil {
		if err := s.tx.Rollback(); err != nil {
			return err
		}
	}
	return errors.Join(s.bolt.Close(), os.Remove(s.path))
}

// compare reports the buckets below set in which any row differs.
func (s *scratch) compare(ctx context.Context, set *bolt.Bucket, report *Report) error {
	return s.bolt.View(func(tx *bolt.Tx) error {
		derived, err := currentBucket(tx)
		if err != nil {
			return err
		}
		for _, name := range rowBuckets {
			if err := ctx.Err(); err != nil {
				return err
			}
			where := fmt.Sprintf("rows %q", name)
			held := set.Bucket([]byte(name))
			if held == nil {
				report.addf(where, "are missing")
				continue
			}
			if d := differences(held, derived.Bucket([]byte(name))); d.count > 0 {
				report.addf(where, "%d differ from what the record says, the first with key %x", d.count, d.first)
			}
		}
		return nil
	})
}

// differing is how many rows of a bucket differ, and the key of the first.
type differing struct {
	count int
	first []byte
}

func (d *differing) add(k []byte) {
	if d.count++; d.count == 1 {
		d.first = bytes.Clone(k)
	}
}

// differences compares two buckets row by row.
func differences(held, derived *bolt.Bucket) differing {
	var d differing
	a, b := held.Cursor(), derived.Cursor()
	k, v := a.First()
	l, w := b.First()
	for k != nil || l != nil {
		order := bytes.Compare(k, l)
		switch {
		case l == nil || k != nil && order < 0:
			d.add(k)
			k, v = a.Next()
		case k == nil || order > 0:
			d.add(l)
			l, w = b.Next()
		default:
			if !bytes.Equal(v, w) {
				d.add(k)
			}
			k, v = a.Next()
			l, w = b.Next()
		}
	}
	return d
}

// adopt copies derived rows into the set that is not in use, some at a time, and then makes that set the one in use.
func (s *Store) adopt(ctx context.Context, fresh *scratch) error {
	return fresh.bolt.View(func(tx *bolt.Tx) error {
		derived, err := currentBucket(tx)
		if err != nil {
			return err
		}
		if err := s.record.update(emptyOtherSet); err != nil {
			return err
		}
		for _, name := range rowBuckets {
			if err := s.copyRows(ctx, name, derived.Bucket([]byte(name))); err != nil {
				return err
			}
		}
		return s.record.update(func(tx *bolt.Tx) error {
			root := tx.Bucket(rowsRoot)
			before := bytes.Clone(root.Get(currentSet))
			if err := useSet(root, otherSet(root)); err != nil {
				return err
			}
			return dropSet(root, before)
		})
	})
}

func emptyOtherSet(tx *bolt.Tx) error {
	root := tx.Bucket(rowsRoot)
	if err := dropSet(root, otherSet(root)); err != nil {
		return err
	}
	set, err := root.CreateBucket(otherSet(root))
	if err != nil {
		return err
	}
	return makeRows(set)
}

// copyBytes is how many bytes of rows are copied in one transaction.
const copyBytes = 16 << 20

func (s *Store) copyRows(ctx context.Context, name string, from *bolt.Bucket) error {
	c := from.Cursor()
	for k, v := c.First(); k != nil; {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := s.record.update(func(tx *bolt.Tx) error {
			root := tx.Bucket(rowsRoot)
			to := root.Bucket(otherSet(root)).Bucket([]byte(name))
			to.FillPercent = 1 // the keys come in order
			for n := 0; k != nil && n < copyBytes; k, v = c.Next() {
				if err := to.Put(k, v); err != nil {
					return err
				}
				n += len(k) + len(v)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
