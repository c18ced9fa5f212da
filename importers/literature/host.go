package literature

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"claimlens/importers/patience"
)

// host is one that is asked: when it may be asked next.
type host struct {
	hosts *hosts
	pace  *rate.Limiter

	mu    sync.Mutex
	until time.Time     // it said that it is asked too often, and is left alone until then
	apart time.Duration // how far it said that requests should lie apart
}

// hosts is all that are asked. There are as many as there are services.
type hosts struct {
	mu    sync.Mutex
	known map[string]*host
	now   func() time.Time
	pause func(ctx context.Context, d time.Duration) error
}

func (h *hosts) at(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	x := h.known[name]
	if x == nil {
		x = &host{hosts: h, pace: rate.NewLimiter(rate.Inf, 1)}
		h.known[name] = x
	}
	return x
}

// wait returns when it is a request's turn, which is an interval after the one before.
func (x *host) wait(ctx context.Context, interval time.Duration) error {
	now := x.hosts.now()
	x.mu.Lock()
	interval = max(interval, x.apart)
	x.mu.Unlock()
	if limit := rate.Every(interval); x.pace.Limit() != limit {
		x.pace.SetLimitAt(now, limit)
	}
	turn := x.pace.ReserveN(now, 1)
	x.mu.Lock()
	d := max(turn.DelayFrom(now), x.until.Sub(now))
	x.mu.Unlock()
	if d <= 0 {
		return ctx.Err()
	}
	if err := x.hosts.pause(ctx, d); err != nil {
		turn.CancelAt(now)
		return err
	}
	return nil
}

// heed remembers how many requests in which time a server says that it wants, as Crossref's does with every answer.
func (x *host) heed(h http.Header) {
	limit, err := strconv.Atoi(h.Get("X-Rate-Limit-Limit"))
	interval, err2 := time.ParseDuration(h.Get("X-Rate-Limit-Interval"))
	if err != nil || err2 != nil || limit <= 0 || interval < 0 {
		return
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.apart = min(interval/time.Duration(limit), patience.Most)
}

// hold keeps everybody from asking for d.
func (x *host) hold(d time.Duration) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if until := x.hosts.now().Add(d); until.After(x.until) {
		x.until = until
	}
}
