package literaturetest

import (
	"context"
	"sync"
	"time"
)

// Clock is a clock that stands still, but for those who wait: their waiting takes no time, and is added up.
type Clock struct {
	mu     sync.Mutex
	now    time.Time
	pauses []time.Duration
}

// NewClock is a clock that begins on an invented day.
func NewClock() *Clock { return &Clock{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)} }

// Now is what the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Pause moves the clock, unless ctx ended.
func (c *Clock) Pause(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.pauses = append(c.pauses, d)
	return ctx.Err()
}

// Waited is how long everybody waited in all.
func (c *Clock) Waited() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	total := time.Duration(0)
	for _, d := range c.pauses {
		total += d
	}
	return total
}
