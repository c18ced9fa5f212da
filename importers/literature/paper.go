package literature

import (
	"context"

	"claimlens/annotate"
)

// Found is what a service says of one paper that was asked for: the paper, or why there is none.
type Found struct {
	ID       annotate.Identifier // as it was asked for
	Citation annotate.Citation
	Err      error // of kind annotate.ErrNotFound or ErrInvalid, or nil
}

// Distinct is each of some papers once, where it is named first.
func Distinct(ids []annotate.Identifier) []annotate.Identifier {
	met := make(map[annotate.Identifier]bool, len(ids))
	var out []annotate.Identifier
	for _, id := range ids {
		if !met[id] {
			met[id] = true
			out = append(out, id)
		}
	}
	return out
}

// Hits is what a search found.
type Hits struct {
	Total int      // how many papers there are
	First int      // how many of them, the first ones, Each hands over
	Query string   // as the service was asked
	Notes []string // what the service said of the query, as sentences

	// Each hands the papers over, best first. Its error is one after which no further paper would come, or yield's.
	Each func(ctx context.Context, yield func(Found) error) error
}

// nothing is what a paper that is not there is told with.
type nothing string

// NotFound says why there is no paper, of kind annotate.ErrNotFound.
func NotFound(reason string) error { return nothing(reason) }

// Error is the reason.
func (n nothing) Error() string { return string(n) }

// Unwrap is annotate.ErrNotFound.
func (n nothing) Unwrap() error { return annotate.ErrNotFound }
