// Package patience says how long to wait before a server that did not answer is asked again, and waits.
package patience

import (
	"context"
	"math/rand/v2"
	"time"
)

const (
	first = time.Second // before the second attempt; it doubles from there
	// Most is the longest that a server is waited for.
	Most = 60 * time.Second
)

// Before is how long to wait before the nth attempt: twice as long each time, give or take a quarter so that many who were
// sent away at once don't come back at once.
func Before(n int) time.Duration {
	d := min(first<<min(max(0, n-2), 10), Most)
	return d*3/4 + rand.N(d/2) //nolint:gosec // no secret hangs on it
}

// Wait waits for d, or until ctx ends, whose error it then returns.
func Wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
