package literature

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"claimlens/annotate"
	"claimlens/importers"
	"claimlens/importers/answers"
	"claimlens/importers/patience"
)

const (
	maxHeader = 256 << 10
	maxSaid   = 2000 // bytes that are remembered of an answer that is none
)

// Config is how services are asked. All of its fields have defaults.
type Config struct {
	UserAgent string         // empty: "claimlens"
	Named     []string       // HOST:PORT that a person named, and so may be anywhere
	Answers   *answers.Store // nil: no answer is kept
	Fresh     bool           // no kept answer is used, though new ones are kept
	Offline   bool           // nothing is asked: only what is kept is used

	Timeout   time.Duration     // for one attempt; 0: a minute
	Transport http.RoundTripper // nil: the network, guarded

	Now   func() time.Time                                 // nil: the clock
	Pause func(ctx context.Context, d time.Duration) error // nil: waits
}

// Client asks services, from any number of goroutines. A process needs one, so that it counts all that a host is asked.
type Client struct {
	config Config
	http   *http.Client
	hosts  hosts
}

// New makes a client.
func New(c Config) *Client {
	if c.UserAgent == "" {
		c.UserAgent = "claimlens"
	}
	if c.Answers == nil {
		c.Answers = answers.New(answers.Config{})
	}
	if c.Timeout == 0 {
		c.Timeout = time.Minute
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Pause == nil {
		c.Pause = patience.Wait
	}
	if c.Transport == nil {
		c.Transport = transport(c)
	}
	return &Client{
		config: c,
		http:   &http.Client{Transport: c.Transport, CheckRedirect: sameSite},
		hosts:  hosts{known: map[string]*host{}, now: c.Now, pause: c.Pause},
	}
}

// transport dials public addresses, what a person named, and the proxy that the environment names.
func transport(c Config) *http.Transport {
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            importers.Dial(append(proxies(), c.Named...)...),
		TLSHandshakeTimeout:    10 * time.Second,
		MaxResponseHeaderBytes: maxHeader,
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           10,
		IdleConnTimeout:        30 * time.Second,
	}
}

// proxies are the HOST:PORT through which the environment has addresses asked for.
func proxies() []string {
	var out []string
	for _, scheme := range []string{"http", "https"} {
		u, err := http.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: scheme, Host: "proxied.invalid"}})
		if err == nil && u != nil {
			out = append(out, hostPort(u))
		}
	}
	return out
}

// hostPort is where an address is dialled, as HOST:PORT.
func hostPort(u *url.URL) string {
	if u.Port() != "" {
		return u.Host
	}
	ports := map[string]string{"http": "80", "https": "443", "socks5": "1080"}
	return u.Host + ":" + ports[u.Scheme]
}

// Request is one question.
type Request struct {
	URL   string
	Query url.Values // what is asked; it decides the answer
	Who   url.Values // who asks, key and all; it is sent, and no part of what is kept
	Post  bool       // as a form, for questions too long for an address

	Interval time.Duration // between two requests to this host
	Age      time.Duration // how old a kept answer may be; 0: it is not kept
	Kept     []string      // what the answer is kept by; nil: URL and Query
	Limit    int64         // bytes of an answer

	// Accept reads the answer. What it returns is the error of Ask; a Garbled one is tried again.
	Accept func(answer []byte) error
}

func (r Request) key() string {
	if r.Kept != nil {
		return answers.Key(append([]string{r.URL}, r.Kept...)...)
	}
	return answers.Key(r.URL, r.Query.Encode())
}

// Ask asks until there is an answer that Accept accepts, or another attempt would not help. Its error is a Failure, unless
// ctx ended or Accept said otherwise.
func (c *Client) Ask(ctx context.Context, r Request) error {
	u, err := url.Parse(r.URL)
	if err != nil {
		return Refused("%s is no address that can be asked", oneLine(r.URL))
	}
	if r.Age > 0 && !c.config.Fresh {
		if kept, ok := c.config.Answers.Get(r.key(), r.Age); ok && r.Accept(kept) == nil {
			return nil
		}
	}
	if c.config.Offline {
		f := unavailable(final, "%s is not asked, because claimlens was started with --offline", u.Host)
		f.Offline = true
		return f
	}
	for n := 1; ; n++ {
		answer, err := c.once(ctx, u, r)
		if err == nil {
			if err = r.Accept(answer); err == nil {
				if r.Age > 0 {
					c.config.Answers.Put(r.key(), answer)
				}
				return nil
			}
		}
		if ctx.Err() != nil {
			return ended(ctx, u)
		}
		var f *Failure
		if !errors.As(err, &f) {
			return err
		}
		if err := c.again(ctx, u, f, n); err != nil {
			return withoutSecrets(err, r.Who)
		}
	}
}

// again waits before the next attempt after n that failed, or returns the failure when there is none.
func (c *Client) again(ctx context.Context, u *url.URL, f *Failure, n int) error {
	switch {
	case n >= f.fault.attempts():
		if n > 1 {
			f.Reason = fmt.Sprintf("%s (asked %d times)", f.Reason, n)
		}
		return f
	case f.wait > patience.Most:
		f.Reason = fmt.Sprintf("%s, and asks to wait %s: try again later", f.Reason, f.wait)
		return f
	}
	d := max(f.wait, patience.Before(n+1))
	if f.fault == limited {
		c.hosts.at(u.Host).hold(d)
	}
	if err := c.config.Pause(ctx, d); err != nil {
		return ended(ctx, u)
	}
	return nil
}

// ended is how a context ended: a deadline is the host's fault, for whoever waits wants to know for whom.
func ended(ctx context.Context, u *url.URL) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return unavailable(late, "%s did not answer in time", u.Host)
	}
	return ctx.Err()
}

// once asks once, when it is this question's turn.
func (c *Client) once(ctx context.Context, u *url.URL, r Request) ([]byte, error) {
	if err := c.hosts.at(u.Host).wait(ctx, r.Interval); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.config.Timeout)
	defer cancel()
	req, err := c.request(ctx, u, r)
	if err != nil {
		return nil, Refused("%s is no address that can be asked", oneLine(u.Host))
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, networkFailure(err, u)
	}
	defer res.Body.Close()
	c.hosts.at(u.Host).heed(res.Header)
	answer, err := io.ReadAll(io.LimitReader(res.Body, r.Limit+1))
	switch {
	case res.StatusCode != http.StatusOK:
		f := statusFailure(u.Host, res.StatusCode, retryAfter(res.Header.Get("Retry-After"), c.config.Now()))
		f.Said = string(answer[:min(len(answer), maxSaid)])
		return nil, f
	case int64(len(answer)) > r.Limit:
		return nil, unavailable(final, "the answer of %s is longer than %d MB, the most that is read", u.Host, r.Limit>>20)
	case err != nil:
		return nil, networkFailure(err, u)
	}
	return answer, nil
}

func (c *Client) request(ctx context.Context, u *url.URL, r Request) (*http.Request, error) {
	all := url.Values{}
	for _, values := range []url.Values{r.Query, r.Who} {
		for name, v := range values {
			all[name] = v
		}
	}
	to, method, body := *u, http.MethodGet, io.Reader(nil)
	if r.Post {
		method, body = http.MethodPost, strings.NewReader(all.Encode())
	} else {
		to.RawQuery = all.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, method, to.String(), body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.config.UserAgent)
	if r.Post {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return req, nil
}

// retryAfter is how long the header asks to wait: a number of seconds or a date, anything else is nothing.
func retryAfter(header string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(header); err == nil {
		return time.Duration(min(max(n, 0), 1<<20)) * time.Second
	}
	if t, err := http.ParseTime(header); err == nil {
		return max(0, t.Sub(now)).Round(time.Second)
	}
	return 0
}

// withoutSecrets takes out of a failure what says who asked: servers repeat a key that they refuse, and errors of the
// network repeat the address.
func withoutSecrets(err error, who url.Values) error {
	var f *Failure
	if !errors.As(err, &f) {
		return err
	}
	for _, values := range who {
		for _, v := range values {
			if len(v) > 3 {
				f.Reason = strings.ReplaceAll(strings.ReplaceAll(f.Reason, v, "…"), url.QueryEscape(v), "…")
				f.Said = strings.ReplaceAll(f.Said, v, "…")
			}
		}
	}
	f.Said = oneLine(f.Said)
	return f
}

// IsOffline says whether an error means that a service could not be reached at all, so that asking it for something else
// is of no use.
func IsOffline(err error) bool {
	var f *Failure
	return errors.As(err, &f) && f.Offline && errors.Is(err, annotate.ErrUnavailable)
}
