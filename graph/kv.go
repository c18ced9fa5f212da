package graph

import (
	"bytes"
	"context"
	"errors"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// A transaction is the key-value store that Cayley is given: one bolt transaction, and nothing outside it. Every
// transaction that Cayley begins is this one, and its commits and closes do nothing; the record that began the bolt
// transaction ends it.
//
// That a Cayley handle lives exactly as long as one bolt transaction is what keeps Cayley v0.7.7 safe. A handle keeps
// the identifiers that it met and index entries that it has yet to write: after a transaction that failed they are
// wrong, and the next one would write them. And a handle that begins read transactions of its own while another is
// open waits for ever as soon as a writer has to enlarge the memory map. Neither can happen to a handle that knows one
// transaction only. Making one costs a few microseconds.
//
// A transaction is handed to Cayley as it is, so nothing is registered by name.
//
// Cayley's buckets are meta, log, sp and ops, and v for its values, which Cayley would spread over 65,536 buckets by the
// first two bytes of keys that begin with them anyway. Two things are not as Cayley asks. Nothing is ever deleted. And
// the counts of how often each value is used (its bucket n) are not written: they serve deletes only, and are nearly half
// of the bytes of an add (42 to 45 % measured at a million quads, and a third of the time).
type transaction struct {
	bolt    *bolt.Tx
	buckets map[string]*bolt.Bucket
}

var (
	_ kv.KV = (*transaction)(nil)
	_ kv.Tx = (*transaction)(nil)
)

var (
	// errKey says that Cayley used a key of another shape than bucket and name, which v0.7.7 never does.
	errKey = errors.New("key-value store: a key is a bucket and a name")
	// errDelete says that Cayley would delete.
	errDelete = errors.New("key-value store: the record only grows")
)

// quadStore is a Cayley handle over the bolt transaction tx. Its filter of what exists, which would be read from the
// whole store, is off.
func quadStore(tx *bolt.Tx) (*cayleykv.QuadStore, error) {
	t := &transaction{bolt: tx, buckets: make(map[string]*bolt.Bucket, 5)}
	quads, err := cayleykv.New(t, map[string]any{cayleykv.OptNoBloom: true})
	if err != nil {
		return nil, err
	}
	return quads.(*cayleykv.QuadStore), nil
}

// Tx is the transaction itself.
func (t *transaction) Tx(write bool) (kv.Tx, error) {
	if write && !t.bolt.Writable() {
		return nil, kv.ErrReadOnly
	}
	return t, nil
}

// Get is the value at a key, valid until the transaction ends.
func (t *transaction) Get(ctx context.Context, key kv.Key) (kv.Value, error) {
	values, err := t.GetBatch(ctx, []kv.Key{key})
	if err != nil {
		return nil, err
	}
	if values[0] == nil {
		return nil, kv.ErrNotFound
	}
	return values[0], nil
}

// GetBatch is the values at keys, nil for a key that is not there.
func (t *transaction) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	values := make([]kv.Value, len(keys))
	for i, key := range keys {
		if len(key) != 2 {
			return nil, errKey
		}
		if b := t.bucket(key[0]); b != nil {
			values[i] = b.Get(key[1])
		}
	}
	return values, nil
}

// Put writes a value, which must not change until the transaction ends. A key without a name only makes its bucket.
func (t *transaction) Put(key kv.Key, value kv.Value) error {
	if len(key) != 2 {
		return errKey
	}
	if isCount(key[0]) {
		return nil
	}
	b := t.bucket(key[0])
	if b == nil {
		if _, err := t.bolt.CreateBucketIfNotExists(bucketName(key[0])); err != nil {
			return err
		}
		b = t.bucket(key[0])
	}
	if len(key[1]) == 0 {
		return nil
	}
	return b.Put(key[1], value)
}

// Del refuses: nothing is ever deleted.
func (t *transaction) Del(kv.Key) error { return errDelete }

// Scan iterates in the order of names over the keys of a bucket whose names begin with the key's.
func (t *transaction) Scan(prefix kv.Key) kv.Iterator {
	if len(prefix) < 1 || len(prefix) > 2 {
		return &iterator{err: errKey}
	}
	it := &iterator{bucket: prefix[0]}
	if len(prefix) == 2 {
		it.prefix = prefix[1]
	}
	if b := t.bucket(prefix[0]); b != nil {
		it.cursor = b.Cursor()
	}
	return it
}

// Commit does nothing: the record commits.
func (t *transaction) Commit(context.Context) error { return nil }

// Close does nothing: the record ends the transaction.
func (t *transaction) Close() error { return nil }

// fullPages is how full bolt leaves the pages of a bucket whose keys mostly come in ascending order, when it splits one.
// Half, which is bolt's own choice and right for keys in any order, takes 382 bytes a quad; this takes 244.
const fullPages = 0.9

// bucket is the bucket of that name, nil if there is none.
func (t *transaction) bucket(name []byte) *bolt.Bucket {
	if isCount(name) {
		return nil
	}
	name = bucketName(name)
	b, ok := t.buckets[string(name)]
	if ok {
		return b
	}
	if b = t.bolt.Bucket(name); b == nil {
		return nil
	}
	if !bytes.Equal(name, valueBucket) {
		b.FillPercent = fullPages
	}
	t.buckets[string(name)] = b
	return b
}

// valueBucket leads from the hash of a value to its number.
var valueBucket = []byte("v")

// bucketName is the bolt bucket that holds what Cayley keeps in a bucket of that name.
func bucketName(name []byte) []byte {
	if len(name) == 3 && name[0] == 'v' {
		return valueBucket
	}
	return name
}

// isCount says whether a bucket counts how often values are used.
func isCount(bucket []byte) bool { return len(bucket) == 3 && bucket[0] == 'n' }
