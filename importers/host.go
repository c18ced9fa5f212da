package importers

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// host is what the fetcher knows of one host: what its robots.txt says, and when it may be asked again.
type host struct {
	mu     sync.Mutex // held while robots.txt is read, so that it is read once
	robots *robots    // nil until it is read
	pace   *rate.Limiter
	used   time.Time
}

// maxHosts bounds how many hosts are remembered. Past it the one that was not asked for the longest time is forgotten.
const maxHosts = 200

// hosts is the hosts that were asked lately, by scheme and host with port.
type hosts struct {
	mu       sync.Mutex
	known    map[string]*host
	interval time.Duration
	now      func() time.Time
}

func (h *hosts) at(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	x := h.known[name]
	if x == nil {
		if len(h.known) >= maxHosts {
			h.forget()
		}
		x = &host{pace: rate.NewLimiter(rate.Every(h.interval), 1)}
		h.known[name] = x
	}
	x.used = h.now()
	return x
}

func (h *hosts) forget() {
	oldest := ""
	for name, x := range h.known {
		if oldest == "" || x.used.Before(h.known[oldest].used) {
			oldest = name
		}
	}
	delete(h.known, oldest)
}

const (
	// maxDelay is the longest time between two pages that a robots.txt may ask for; a longer one counts as this.
	maxDelay = 30 * time.Second
	// maxWait is the longest time that a page waits for its turn.
	maxWait = 10 * time.Minute
)

// wait returns when the host may be asked for a page, which is an interval after the one before.
func (x *host) wait(ctx context.Context, interval time.Duration) error {
	x.pace.SetLimit(rate.Every(interval))
	turn := x.pace.Reserve()
	delay := turn.Delay()
	if delay > maxWait {
		turn.Cancel()
		return refuse("would have to wait for %v: its host is asked once in %v at most", delay.Round(time.Second), interval)
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		turn.Cancel()
		return ctx.Err()
	}
}
