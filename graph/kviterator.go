package graph

import (
	"bytes"
	"context"

	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// An iterator walks over the keys of one bucket that begin with a prefix. It holds nothing that would have to be
// released; it ends with its transaction. When ctx ends, Next says false and Err says why.
type iterator struct {
	cursor  *bolt.Cursor // nil when there is nothing to walk over, or no more
	bucket  []byte
	prefix  []byte
	key     []byte
	value   []byte
	started bool
	err     error
}

var _ kv.Iterator = (*iterator)(nil)

// Next goes on to the next key.
func (it *iterator) Next(ctx context.Context) bool {
	if it.cursor == nil {
		return false
	}
	if it.err = ctx.Err(); it.err != nil {
		it.cursor = nil
		return false
	}
	if it.started {
		it.key, it.value = it.cursor.Next()
	} else {
		it.started = true
		it.key, it.value = it.cursor.Seek(it.prefix)
	}
	if it.key == nil || !bytes.HasPrefix(it.key, it.prefix) {
		it.cursor = nil
		return false
	}
	return true
}

// Key is the current key, valid until Next.
func (it *iterator) Key() kv.Key { return kv.Key{it.bucket, it.key} }

// Val is the current value, valid until Next.
func (it *iterator) Val() kv.Value { return it.value }

// Err says what ended the walk early.
func (it *iterator) Err() error { return it.err }

// Close ends the walk.
func (it *iterator) Close() error {
	it.cursor = nil
	return nil
}
