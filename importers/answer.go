package importers

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"syscall"

	"claimlens/annotate"
)

// redirection is where an answer sends on to, nil if it does not.
func redirection(res *http.Response, u *url.URL) (*url.URL, error) {
	switch res.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, nil
	}
	to, err := u.Parse(res.Header.Get("Location"))
	if err != nil || res.Header.Get("Location") == "" {
		return nil, refuse("is redirected to nowhere")
	}
	next, err := parseAddress(to.String())
	if err != nil {
		return nil, refuse("is redirected to %s, which can't be read", annotate.Shorten(to.String(), 200))
	}
	return next, nil
}

// welcome are the media types that may hold an article. Servers that do not know what they send say nothing, or that it is
// bytes.
var welcome = map[string]bool{
	"": true, "text/html": true, "application/xhtml+xml": true, "text/plain": true, "text/markdown": true, "text/x-markdown": true,
	"application/octet-stream": true,
}

// received reads an answer's page.
func received(res *http.Response, u *url.URL) (Document, error) {
	mediaType := res.Header.Get("Content-Type")
	switch {
	case res.StatusCode == http.StatusNotFound || res.StatusCode == http.StatusGone:
		return Document{}, Refusal{Reason: fmt.Sprintf("is not there: %s answers %s", u.Host, statusWords(res.StatusCode)), kind: annotate.ErrNotFound}
	case res.StatusCode == http.StatusUnauthorized || res.StatusCode == http.StatusForbidden || res.StatusCode == http.StatusPaymentRequired:
		return Document{}, forbidden("may not be read without signing in, or not by programs: %s answers %s", u.Host, statusWords(res.StatusCode))
	case res.StatusCode != http.StatusOK:
		return Document{}, refuse("can't be had: %s answers %s", u.Host, statusWords(res.StatusCode))
	case res.Header.Get("Content-Encoding") != "":
		return Document{}, refuse("comes in an encoding that was not asked for (%s)", annotate.Shorten(res.Header.Get("Content-Encoding"), 40))
	case !welcome[mediaBase(mediaType)]:
		if words, ok := foreignMedia[mediaBase(mediaType)]; ok {
			return Document{}, refuse("is %s", words)
		}
		return Document{}, refuse("is %s, not a web page or text", annotate.Shorten(mediaBase(mediaType), 80))
	case res.ContentLength > MaxBytes:
		return Document{}, tooLong
	}
	data, err := readUpTo(res.Body, MaxBytes+1)
	switch {
	case len(data) > MaxBytes:
		return Document{}, tooLong
	case errors.Is(err, io.ErrUnexpectedEOF):
		return Document{}, refuse("broke off before it was complete; try again")
	case err != nil:
		return Document{}, networkError(err, u)
	}
	return Document{Name: path.Base(u.Path), URL: u.String(), MediaType: mediaType, Data: data}, nil
}

// mediaBase is a media type without its parameters.
func mediaBase(mediaType string) string {
	base, _, _ := strings.Cut(mediaType, ";")
	return strings.ToLower(strings.TrimSpace(base))
}

// statusWords is a status as in "404 Not Found".
func statusWords(status int) string {
	return strings.TrimSpace(strconv.Itoa(status) + " " + http.StatusText(status))
}

// readUpTo reads at most limit bytes; what was read before an error is returned with it.
func readUpTo(r io.Reader, limit int64) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, limit))
}

// networkError says in words why a host could not be asked, or did not answer to the end.
func networkError(err error, u *url.URL) error {
	var refusal Refusal
	var dns *net.DNSError
	var network net.Error
	var certificate *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	switch {
	case errors.As(err, &refusal):
		return refusal
	case errors.As(err, &certificate), errors.As(err, &unknown):
		return refuse("can't be read safely: the certificate of %s can't be trusted", u.Host)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return refuse("took too long: %s did not answer in time", u.Host)
	case errors.As(err, &dns):
		return refuse("can't be reached: no host is called %s", u.Hostname())
	case errors.Is(err, syscall.ECONNREFUSED):
		return refuse("can't be reached: %s does not accept connections", u.Host)
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	return refuse("can't be had from %s: %v", u.Host, err)
}
