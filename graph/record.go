package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
	"unicode/utf8"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"claimlens/annotate"
)

// openTimeout is how long opening a record waits for another process that holds it, unless it is told otherwise.
const openTimeout = 2 * time.Second

// A record is the quads in Cayley and the rows beside them, in one file. It only grows: quads are added, never changed
// or deleted, which is also the one use of Cayley v0.7.7's key-value backend that loses nothing.
//
// A record is safe for concurrent use. Writers take turns; readers neither wait for a writer nor make one wait: each
// sees the state of its beginning until it is done.
type record struct {
	bolt    *bolt.DB
	damaged atomic.Bool // a change met damage, so that bolt's locks may be held for ever
}

// openRecord opens the record in the file at path, and makes it when there is none. Only one process can have it open.
// The timeout is how long to wait for another one, 0 for two seconds.
func openRecord(ctx context.Context, path string, timeout time.Duration) (*record, error) {
	return openRecordMapped(ctx, path, timeout, initialMmapSize)
}

// openRecordMapped is openRecord with so many bytes of the address space to begin with.
func openRecordMapped(ctx context.Context, path string, timeout time.Duration, mapped int) (*record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if timeout <= 0 {
		timeout = openTimeout // bolt would wait for ever
	}
	if end, ok := ctx.Deadline(); ok {
		timeout = max(1, min(timeout, time.Until(end)))
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	options := &bolt.Options{
		Timeout:         timeout,
		InitialMmapSize: mapped,
		FreelistType:    bolt.FreelistMapType, // the other kind slows down as a file of many pages grows
	}
	var db *bolt.DB
	open := func() (err error) {
		db, err = bolt.Open(path, 0o600, options)
		return err
	}
	err := guarded(open)
	if errors.Is(err, syscall.ENOMEM) { // this process may not have so many addresses
		options.InitialMmapSize = 0
		err = guarded(open)
	}
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%s: another claimlens has this store open: %w", path, err)
	}
	if errors.Is(err, bolterrors.ErrInvalid) || errors.Is(err, bolterrors.ErrChecksum) {
		err = fmt.Errorf("%w (%w)", errDamaged, err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	r := &record{bolt: db}
	if err = r.checkLength(); err == nil {
		err = r.update(prepare)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), r.close())
	}
	return r, nil
}

// prepare makes what Cayley needs in an empty file, all of it in one transaction.
func prepare(tx *bolt.Tx) error {
	err := cayleykv.Init(&transaction{bolt: tx, buckets: map[string]*bolt.Bucket{}}, nil)
	if errors.Is(err, cayleygraph.ErrDatabaseExists) {
		return nil
	}
	return err
}

// add adds quads in one transaction and returns when they are durable. Quads that the record has already are ignored.
// The hook, unless it is nil, runs in the same transaction after the quads, right before it is committed; what it
// writes is kept exactly if the quads are. It must not call the record. On an error nothing is kept.
//
// ErrInvalid: a quad is not one that the record can keep; see checkQuad.
func (r *record) add(ctx context.Context, quads []quad.Quad, hook func(tx *bolt.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	deltas := make([]cayleygraph.Delta, len(quads))
	for i, q := range quads {
		if err := checkQuad(q); err != nil {
			return err
		}
		deltas[i] = cayleygraph.Delta{Quad: q, Action: cayleygraph.Add}
	}
	return r.update(func(tx *bolt.Tx) error {
		store, err := quadStore(tx)
		if err != nil {
			return err
		}
		if err := store.ApplyDeltas(deltas, cayleygraph.IgnoreOpts{IgnoreDup: true}); err != nil {
			return err
		}
		if hook != nil {
			if err := hook(tx); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
}

// view gives do a view of the record as it is now. The view ends when do returns; do must not begin another one inside,
// nor add.
func (r *record) view(ctx context.Context, do func(*view) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return guarded(func() error {
		return r.bolt.View(func(tx *bolt.Tx) error {
			store, err := quadStore(tx)
			if err != nil {
				return err
			}
			return do(&view{tx: tx, store: store})
		})
	})
}

// checkQuad says whether the record can keep a quad and give it back as it was: an IRI or a blank node as its subject,
// an IRI as its predicate, no label, and text that is valid UTF-8 without NUL. A quad.Time is refused because Cayley
// takes two times in the same second for one value.
func checkQuad(q quad.Quad) error {
	var p annotate.Problems
	switch q.Subject.(type) {
	case quad.IRI, quad.BNode:
		checkValue(&p, "subject", q.Subject)
	default:
		p.Add("subject", "%T is neither an IRI nor a blank node", q.Subject)
	}
	if _, ok := q.Predicate.(quad.IRI); !ok {
		p.Add("predicate", "%T is not an IRI", q.Predicate)
	}
	checkValue(&p, "predicate", q.Predicate)
	checkValue(&p, "object", q.Object)
	if q.Label != nil {
		p.Add("label", "is not kept")
	}
	if err := p.Err(); err != nil {
		return fmt.Errorf("quad %q: %w", annotate.Shorten(q.NQuad(), 200), err)
	}
	return nil
}

func checkValue(p *annotate.Problems, field string, v quad.Value) {
	switch v := v.(type) {
	case quad.IRI:
		checkName(p, field, string(v))
	case quad.BNode:
		checkName(p, field, string(v))
	case quad.String:
		checkText(p, field, string(v))
	case quad.LangString:
		checkText(p, field, string(v.Value))
		checkName(p, field+" language", v.Lang)
	case quad.TypedString:
		checkText(p, field, string(v.Value))
		checkName(p, field+" type", string(v.Type))
	case quad.Int, quad.Float, quad.Bool:
	default:
		p.Add(field, "%T is not a kind of value that the record keeps", v)
	}
}

func checkName(p *annotate.Problems, field, s string) {
	if s == "" {
		p.Add(field, "is empty")
	}
	checkText(p, field, s)
}

func checkText(p *annotate.Problems, field, s string) {
	if !utf8.ValidString(s) {
		p.Add(field, "is not valid UTF-8")
	}
	if strings.ContainsRune(s, 0) {
		p.Add(field, "contains a NUL character")
	}
}
