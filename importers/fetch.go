package importers

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// Bounds on one fetch, beside Config.Timeout and MaxBytes.
const (
	maxRedirects  = 5
	maxHeader     = 256 << 10
	dialTimeout   = 10 * time.Second
	headerTimeout = 20 * time.Second
)

// fetcher gets pages from public hosts: politely, so that no host is asked often or for what it asks not to be, and
// guarded, so that no address leads to this machine's own network.
type fetcher struct {
	config Config
	guard  guard
	client *http.Client
	hosts  *hosts
}

func newFetcher(c Config) *fetcher {
	g := guard{allowLoopback: c.AllowLoopback}
	transport := &http.Transport{
		Proxy:                  nil, // a proxy would dial for us, past the guard
		DialContext:            g.dialer().DialContext,
		TLSHandshakeTimeout:    dialTimeout,
		ResponseHeaderTimeout:  min(headerTimeout, c.Timeout),
		MaxResponseHeaderBytes: maxHeader,
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           10,
		IdleConnTimeout:        10 * time.Second,
	}
	return &fetcher{
		config: c,
		guard:  g,
		client: &http.Client{
			Transport:     transport,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // followed by hand
		},
		hosts: &hosts{known: map[string]*host{}, interval: c.Interval, now: c.Now},
	}
}

// fetch gets the page at an address. The address of the document is the one that redirects led to.
func (f *fetcher) fetch(ctx context.Context, address string) (Document, error) {
	u, err := parseAddress(address)
	if err != nil {
		return Document{}, err
	}
	left := f.config.Timeout
	for range maxRedirects + 1 {
		if err := f.turn(ctx, u); err != nil {
			return Document{}, err
		}
		begin := time.Now()
		d, next, err := f.ask(ctx, u, left)
		if err != nil || next == nil {
			return d, err
		}
		left -= time.Since(begin)
		u = next
	}
	return Document{}, refuse("is redirected more than %d times", maxRedirects)
}

// turn returns when a page may be asked for: at once, later, or with an error never.
func (f *fetcher) turn(ctx context.Context, u *url.URL) error {
	if err := f.guard.port(u); err != nil {
		return err
	}
	x := f.hosts.at(u.Scheme + "://" + u.Host)
	r, err := f.robotsFor(ctx, u, x)
	if err != nil {
		return err
	}
	if err := r.allows(u); err != nil {
		return err
	}
	return x.wait(ctx, max(f.config.Interval, min(r.delay, maxDelay)))
}

// ask asks for a page, which takes no longer than timeout: it gives the page, or the address that it is to be found at.
func (f *fetcher) ask(ctx context.Context, u *url.URL, timeout time.Duration) (d Document, next *url.URL, err error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	res, err := f.get(ctx, u)
	if err != nil {
		return Document{}, nil, err
	}
	defer res.Body.Close()
	if next, err = redirection(res, u); err != nil || next != nil {
		return Document{}, next, err
	}
	d, err = received(res, u)
	return d, nil, err
}

// get sends one request.
func (f *fetcher) get(ctx context.Context, u *url.URL) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, refuse("is no address that can be asked for")
	}
	req.Header.Set("User-Agent", f.config.UserAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1")
	res, err := f.client.Do(req)
	if err != nil {
		return nil, networkError(err, u)
	}
	return res, nil
}
