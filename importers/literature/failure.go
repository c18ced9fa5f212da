package literature

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
	"strings"
	"syscall"
	"time"
	"unicode"

	"claimlens/annotate"
)

// Failure says in a sentence why a service gave no answer. It is an error of one of the domain's kinds.
type Failure struct {
	Reason  string
	Status  int    // the answer's, 0 if there was none
	Said    string // how the answer begins that came instead
	Offline bool   // the service could not be reached at all

	kind  error
	fault fault
	wait  time.Duration // what the server asked for before the next attempt
}

// Error is the reason.
func (f *Failure) Error() string { return f.Reason }

// Unwrap is the kind: annotate.ErrUnavailable, ErrNotFound, ErrInvalid or ErrForbidden.
func (f *Failure) Unwrap() error { return f.kind }

// fault is what sort of failure one request met with, which decides whether it is tried again.
type fault int

const (
	final   fault = iota // asking again would not help
	limited              // too many requests
	broken               // the server's own fault, or a connection that was cut
	late                 // no answer in time
	garbled              // an answer that can't be read, or not to its end
)

// attempts is how often a request is made in all, by what it met with last.
func (f fault) attempts() int {
	switch f {
	case final:
		return 1
	case limited:
		return 6
	case broken, garbled:
		return 4
	case late:
		return 2
	}
	return 1
}

// Garbled is an answer's fault: it can't be read, or it broke off, so that it is worth asking again.
func Garbled(format string, args ...any) *Failure {
	return &Failure{Reason: fmt.Sprintf(format, args...), kind: annotate.ErrUnavailable, fault: garbled}
}

// Refused is a service's refusal of what it was asked: annotate.ErrInvalid.
func Refused(format string, args ...any) *Failure {
	return &Failure{Reason: fmt.Sprintf(format, args...), kind: annotate.ErrInvalid}
}

func forbidden(format string, args ...any) *Failure {
	return &Failure{Reason: fmt.Sprintf(format, args...), kind: annotate.ErrForbidden}
}

func unavailable(f fault, format string, args ...any) *Failure {
	return &Failure{Reason: fmt.Sprintf(format, args...), kind: annotate.ErrUnavailable, fault: f}
}

// statusFailure is what a status other than 200 says.
func statusFailure(host string, status int, wait time.Duration) *Failure {
	words := strings.TrimSpace(fmt.Sprintf("%d %s", status, http.StatusText(status)))
	f := unavailable(broken, "%s answers %s", host, words)
	switch {
	case status == http.StatusTooManyRequests:
		f.fault = limited
		f.Reason = fmt.Sprintf("%s is asked too often (%s)", host, words)
	case status == http.StatusRequestTimeout || status >= 500:
	case status == http.StatusNotFound || status == http.StatusGone:
		f.fault, f.kind = final, annotate.ErrNotFound
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		f.fault, f.kind = final, annotate.ErrForbidden
	default:
		f.fault, f.kind = final, annotate.ErrInvalid
	}
	f.Status, f.wait = status, wait
	return f
}

// networkFailure says why a host could not be asked, or did not answer to the end. A name that can't be resolved and a
// network that leads nowhere mean that this machine is offline.
func networkFailure(err error, u *url.URL) *Failure {
	var own *Failure
	var dns *net.DNSError
	var network net.Error
	var certificate *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	switch {
	case errors.As(err, &own):
		return own
	case errors.Is(err, annotate.ErrForbidden): // the guard's
		return forbidden("%s %v", u.Host, guardWords(err))
	case errors.As(err, &certificate), errors.As(err, &unknown):
		return forbidden("the certificate of %s can't be trusted, so it is not asked", u.Host)
	case errors.As(err, &dns), errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETDOWN):
		f := unavailable(final, "can't reach %s: this machine seems to be offline; what is here stays usable", u.Host)
		f.Offline = true
		return f
	case errors.Is(err, syscall.ECONNREFUSED):
		f := unavailable(final, "can't reach %s: it does not accept connections; what is here stays usable", u.Host)
		f.Offline = true
		return f
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return unavailable(late, "%s did not answer in time", u.Host)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return unavailable(broken, "the connection to %s was cut", u.Host)
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	return unavailable(broken, "no answer of %s can be read: %s", u.Host, oneLine(err.Error()))
}

// guardWords is what the guard says, without the operation that it interrupted.
func guardWords(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil || inner == annotate.ErrForbidden {
			return err
		}
		err = inner
	}
}

// oneLine is what a stranger says, for a message of ours: short, and without control characters.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return annotate.Shorten(s, 200)
}
