package llm

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"claimlens/annotate"
)

// Failure says why a model did not answer, as a sentence that follows the name of what it was asked about. Another article or
// paper may fare better.
type Failure struct {
	Reason string
	fault  fault
	wait   time.Duration // what the server asked for before the next attempt
}

// Error is the reason.
func (f *Failure) Error() string { return f.Reason }

// fault is what sort of failure one request met with, which decides whether it is tried again.
type fault int

const (
	final   fault = iota // asking again would not help
	limited              // too many requests
	broken               // the server's own fault, or a connection that was cut
	late                 // no answer in time
	garbled              // an answer that can't be read
)

// attempts is how often a request is made in all, by what it met with last. A server that is slow or talks nonsense costs money
// or minutes each time, so it is asked once more and not oftener.
func (f fault) attempts() int {
	switch f {
	case final:
		return 1
	case limited:
		return 6
	case broken:
		return 4
	case late, garbled:
		return 2
	}
	return 1
}

func fail(f fault, format string, args ...any) *Failure {
	return &Failure{Reason: fmt.Sprintf(format, args...), fault: f}
}

// failureOf is err as a Failure.
func failureOf(err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	return fail(final, "%v", err)
}

// said is what a stranger says, for a message of ours: one short line without control characters and without the key, which a
// server may repeat when it refuses it.
func (c *client) said(s string) string {
	if c.config.Key != "" {
		s = strings.ReplaceAll(s, c.config.Key, "…")
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return annotate.Shorten(strings.Join(strings.Fields(s), " "), 200)
}
