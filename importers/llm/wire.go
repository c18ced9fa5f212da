package llm

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

// wire carries one request. It reads the whole answer, up to maxAnswer, so that nobody decodes a stream without end, and remembers
// when the server wants to be asked again.
type wire struct {
	client *http.Client
	now    func() time.Time
	after  time.Duration // of the Retry-After header
}

// Do sends the request.
func (w *wire) Do(req *http.Request) (*http.Response, error) {
	w.after = 0
	res, err := w.client.Do(req) //nolint:gosec // the address is the one that was configured
	if err != nil {
		return nil, cut(err)
	}
	defer res.Body.Close()
	w.after = retryAfter(res.Header.Get("Retry-After"), w.now())
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	switch {
	case len(body) > maxAnswer:
		return nil, fail(final, "the model's answer is longer than %d MB, the most that is read", maxAnswer>>20)
	case err != nil:
		return nil, cut(err)
	}
	res.Body = io.NopCloser(bytes.NewReader(body))
	return res, nil
}

// cut is err, in words where it says that the connection ended too early: nothing that was read is to blame.
func cut(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fail(broken, "the connection to the model's server was cut")
	}
	return err
}

// retryAfter is how long the header asks to wait: a number of seconds or a date, anything else is nothing.
func retryAfter(header string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(header); err == nil {
		return time.Duration(min(max(n, 0), 1<<20)) * time.Second
	}
	if t, err := http.ParseTime(header); err == nil {
		return max(0, t.Sub(now))
	}
	return 0
}

// maxRedirects is how often one request is sent on by the host that it was meant for.
const maxRedirects = 3

// sameHost refuses to follow a redirect to another host, or out of https: the key and the article were meant for the address
// that was given.
func sameHost(req *http.Request, via []*http.Request) error {
	first := via[0].URL
	switch {
	case len(via) > maxRedirects:
		return fail(final, "the model's server redirects more than %d times", maxRedirects)
	case req.URL.Host != first.Host || req.URL.Scheme != first.Scheme:
		return fail(final, "the model's server redirects to %s://%s, which is not followed: neither the text nor the key is sent to another host",
			req.URL.Scheme, req.URL.Host)
	}
	return nil
}

// isLate says whether err is a deadline's.
func isLate(err error) bool {
	var timeout interface{ Timeout() bool }
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout()
}
