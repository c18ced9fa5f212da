package annotate

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
)

// Extractor finds the claims of an article. The drafts come in the order of the text; their anchors are exact.
type Extractor interface {
	Extract(ctx context.Context, a Article) ([]Draft, error)
}

// DeskConfig is what a Desk needs.
type DeskConfig struct {
	Store     Store
	Extractor Extractor
	Now       func() time.Time // nil: the clock
	NewID     func() uuid.UUID // nil: version 7
}

// Desk is the one place where things are done: the command line, the web and the API all go through it, so that each
// rule exists once. It is safe for concurrent use.
type Desk struct {
	store     Store
	extractor Extractor
	now       func() time.Time
	newID     func() uuid.UUID
}

// NewDesk makes a desk.
func NewDesk(c DeskConfig) (*Desk, error) {
	if c.Store == nil || c.Extractor == nil {
		return nil, errors.New("a desk needs a store and an extractor")
	}
	d := &Desk{store: c.Store, extractor: c.Extractor, now: c.Now, newID: c.NewID}
	if d.now == nil {
		d.now = time.Now
	}
	if d.newID == nil {
		d.newID = func() uuid.UUID { return uuid.Must(uuid.NewV7()) }
	}
	return d, nil
}

// attempts is how often a mutation is tried again after it lost a race.
const attempts = 5

// again runs do until it ends otherwise than in a conflict, at most attempts times.
func again(do func() error) error {
	err := do()
	for n := 1; n < attempts && errors.Is(err, ErrConflict); n++ {
		err = do()
	}
	return err
}
