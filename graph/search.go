package graph

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	bolterrors "go.etcd.io/bbolt/errors"

	"claimlens/annotate"
)

// A searcher finds claims by their words. It is derived from the record, knows up to which event it was derived, and
// can be thrown away. It is safe for concurrent use.
type searcher struct {
	dir     string
	mu      sync.RWMutex // held while words is read or written, or exchanged
	words   bleve.Index
	last    atomic.Uint64
	closing func() error // closes words once; bleve panics when it is closed again
}

// The two fields of a claim's text: by the stems of its English words, without the words that say nothing; and by its
// words as they are, for other languages, phrases, and words that are not yet typed to the end.
const (
	stemField  = "stem"
	plainField = "plain"
)

// seenKey holds the number of the last event that the index was derived from.
var seenKey = []byte("claimlens seen")

// openSearcher opens the index in the folder dir. One that is not there, is broken, or has another form is made anew,
// empty; whatever is in dir is deleted then.
func openSearcher(dir string) (*searcher, error) {
	index, err := openIndex(dir)
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%s: another claimlens has this search index open: %w", dir, err)
	}
	if err != nil { // whatever it is: nothing is lost that the record does not hold
		if index, err = newIndex(dir); err != nil {
			return nil, fmt.Errorf("search index %s: %w", dir, err)
		}
	}
	s := &searcher{dir: dir, words: index, closing: sync.OnceValue(index.Close)}
	seen, err := index.GetInternal(seenKey)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("search index %s: %w", dir, err), index.Close())
	}
	if len(seen) == 8 {
		s.last.Store(binary.BigEndian.Uint64(seen))
	}
	return s, nil
}

// greek spells the Greek letters that stand in the names of substances, so that “β-carotene” and “beta-carotene” are the
// same words.
var greek = strings.NewReplacer("α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "κ", "kappa", "μ", "mu", "ω", "omega")

// searchText is a text as it is indexed and asked for: in the normal form of claims, valid UTF-8 whatever comes.
func searchText(s string) string {
	return greek.Replace(annotate.NormalClaim(strings.ToValidUTF8(s, " ")))
}

// seen is the number of the last event that the index was derived from, 0 for a new one.
func (s *searcher) seen() uint64 { return s.last.Load() }

// index takes in claims, replacing those that it has, and remembers seq as the last event seen; both or neither.
func (s *searcher) index(ctx context.Context, claims []annotate.Claim, seq uint64) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	batch := s.words.NewBatch()
	for _, c := range claims {
		text := searchText(c.Text)
		if err := batch.Index(c.ID.String(), map[string]any{stemField: text, plainField: text}); err != nil {
			return fmt.Errorf("claim %s: %w", c.ID, err)
		}
	}
	batch.SetInternal(seenKey, binary.BigEndian.AppendUint64(nil, seq))
	if err := s.words.Batch(batch); err != nil {
		return fmt.Errorf("search index, event %d: %w", seq, err)
	}
	s.last.Store(seq)
	return nil
}

// clear puts an empty index in the place of the one that there is.
func (s *searcher) clear() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.closing(); err != nil {
		return err
	}
	index, err := newIndex(s.dir)
	if err != nil {
		return fmt.Errorf("search index %s: %w", s.dir, err)
	}
	s.words, s.closing = index, sync.OnceValue(index.Close)
	s.last.Store(0)
	return nil
}

// close ends the index and what runs in its background. Closing twice is closing once.
func (s *searcher) close() error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.closing()
}
