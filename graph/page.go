package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
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

// tagLength is how many bytes of a cursor say to which list it belongs.
const tagLength = 4

// tag tells the list's cursors from those of other lists.
func (l listing) tag() []byte {
	sum := sha256.Sum256(append([]byte("cursor\x00"+l.bucket+"\x00"), l.prefix...))
	return sum[:tagLength]
}

// maxCursor is more than any cursor is long.
const maxCursor = 200

// cursor asks for what comes after the item with this key, which is the number-th of the list: the tag, a count, and
// the key without the prefix. The count is that of the items up to this one, or, in a list that grows at its head, of
// those after it.
func (l listing) cursor(k []byte, number int) string {
	count := number
	if l.grows == atHead {
		count = l.total - number
	}
	b := binary.AppendUvarint(l.tag(), uint64(max(0, count)))
	return base64.RawURLEncoding.EncodeToString(append(b, k[len(l.prefix):]...))
}

// start reads a cursor. Whatever a stranger makes up leads to ErrInvalid or to some place of this list.
func (l listing) start(cursor string) (start, error) {
	if cursor == "" {
		return start{key: laterOf(l.prefix, l.from)}, nil
	}
	bad := fmt.Errorf("%q is not the place of a page in this list: %w", annotate.Shorten(cursor, 80), annotate.ErrInvalid)
	if len(cursor) > maxCursor {
		return start{}, bad
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || !bytes.HasPrefix(b, l.tag()) {
		return start{}, bad
	}
	count, n := binary.Uvarint(b[tagLength:])
	if n <= 0 || count > 1<<40 {
		return start{}, bad
	}
	after := append(bytes.Clone(l.prefix), b[tagLength+n:]...)
	if len(after) == len(l.prefix) {
		return start{}, bad
	}
	if l.from != nil && bytes.Compare(after, l.from) < 0 {
		return start{}, bad
	}
	return start{key: after, passed: true, count: int(count)}, nil
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
