package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"

	"claimlens/annotate"
)

// listing is an ordered list: the rows of a bucket whose keys begin with prefix, as far as they lie between from and to.
type listing struct {
	bucket string
	prefix []byte
	from   []byte // the first key, nil for the first with the prefix
	to     []byte // the first key that is no longer in the list, nil for none
	total  int
	grows  end // where new items come in
}

// end is one of the two ends of a list. Items that come in while somebody leafs through the list must not change the
// numbers of those that were there, seen from the other end.
type end int

const (
	atEnd end = iota
	atHead
)

// readPage reads one page of a list.
func readPage[T any](r rows, l listing, p annotate.Page, item func(k, v []byte) (T, error)) (annotate.List[T], error) {
	out := annotate.List[T]{Total: l.total}
	start, err := l.start(p.After)
	if err != nil {
		return out, err
	}
	c := r.buckets[l.bucket].Cursor()
	k, v := c.Seek(start.key)
	if start.passed && bytes.Equal(k, start.key) {
		k, v = c.Next()
	}
	var last []byte
	for ; l.has(k) && len(out.Items) < p.Size(); k, v = c.Next() {
		x, err := item(k, v)
		if err != nil {
			return out, err
		}
		out.Items = append(out.Items, x)
		last = append(last[:0], k...)
	}
	out.First = l.first(start, len(out.Items), l.has(k))
	if l.has(k) {
		out.Next = l.cursor(last, out.First+len(out.Items)-1)
	}
	return out, nil
}

func (l listing) has(k []byte) bool {
	return k != nil && bytes.HasPrefix(k, l.prefix) && (l.to == nil || bytes.Compare(k, l.to) < 0)
}

// start is where a page begins.
type start struct {
	key    []byte
	passed bool // the key itself was on the page before
	count  int  // what the cursor counted: see cursor
}

// sumLength is how many bytes of a cursor are its checksum.
const sumLength = 8

// sum is the checksum of a cursor of this list: it tells it from those of other lists, and from what nobody gave out.
func (l listing) sum(body []byte) []byte {
	h := sha256.New()
	fmt.Fprintf(h, "cursor %q %q %q", l.bucket, l.prefix, body)
	return h.Sum(nil)[:sumLength]
}

// maxCursor is more than any cursor is long.
const maxCursor = 200

// cursor asks for what comes after the item with this key, which is the number-th of the list: the checksum, a count,
// and the key without the prefix. The count is that of the items up to this one, or, in a list that grows at its head,
// of those after it.
func (l listing) cursor(k []byte, number int) string {
	count := number
	if l.grows == atHead {
		count = l.total - number
	}
	return l.encode(append(binary.AppendUvarint(nil, uint64(max(0, count))), k[len(l.prefix):]...))
}

func (l listing) encode(body []byte) string {
	return base64.RawURLEncoding.EncodeToString(append(l.sum(body), body...))
}

// decode is the body of a cursor of this list. Whatever else a stranger makes up is ErrInvalid.
func (l listing) decode(cursor string) (count int, rest []byte, err error) {
	bad := fmt.Errorf("%q is not the place of a page in this list: %w", annotate.Shorten(cursor, 80), annotate.ErrInvalid)
	if len(cursor) > maxCursor {
		return 0, nil, bad
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(b) < sumLength || !bytes.Equal(b[:sumLength], l.sum(b[sumLength:])) {
		return 0, nil, bad
	}
	n, size := binary.Uvarint(b[sumLength:])
	if size <= 0 || n > 1<<40 {
		return 0, nil, bad
	}
	return int(n), b[sumLength+size:], nil
}

// start is where the page after a cursor begins, the list's beginning for none.
func (l listing) start(cursor string) (start, error) {
	if cursor == "" {
		return start{key: laterOf(l.prefix, l.from)}, nil
	}
	count, rest, err := l.decode(cursor)
	if err != nil {
		return start{}, err
	}
	after := append(bytes.Clone(l.prefix), rest...)
	return start{key: laterOf(after, l.from), passed: true, count: count}, nil
}

func laterOf(a, b []byte) []byte {
	if bytes.Compare(a, b) < 0 {
		return b
	}
	return a
}

// first is the number of the first of n items on a page that begins at s. It is exact where the list did not change
// between two pages, or only grew; else it is as near as can be told without counting.
func (l listing) first(s start, n int, more bool) int {
	first := s.count + 1
	switch {
	case n == 0:
		return 0
	case !s.passed:
		first = 1
	case !more:
		first = l.total - n + 1
	case l.grows == atHead:
		first = l.total - s.count + 1
	}
	return max(1, min(first, l.total-n+1))
}

// walk yields all items of a list.
func (r rows) walk(l listing, yield func(k, v []byte) error) error {
	c := r.buckets[l.bucket].Cursor()
	for k, v := c.Seek(laterOf(l.prefix, l.from)); l.has(k); k, v = c.Next() {
		if err := yield(k, v); err != nil {
			return err
		}
	}
	return nil
}

// length counts the items of a list, one by one: for lists of which no total is kept.
func (r rows) length(l listing) int {
	n := 0
	c := r.buckets[l.bucket].Cursor()
	for k, _ := c.Seek(laterOf(l.prefix, l.from)); l.has(k); k, _ = c.Next() {
		n++
	}
	return n
}

// unlessMissing is err, unless it says that what a list is of is not there: then the list is empty.
func unlessMissing(err error) error {
	if errors.Is(err, annotate.ErrNotFound) {
		return nil
	}
	return err
}
