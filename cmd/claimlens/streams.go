package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"unicode"
)

// streams is where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// say writes a message to standard error. Names and addresses come from strangers, and standard error is read on a
// terminal: control characters are written out, so that they neither move the cursor nor pass for a line of ours.
func (s streams) say(format string, args ...any) {
	fmt.Fprintf(s.err, "claimlens: %s\n", visible(fmt.Sprintf(format, args...)))
}

// refused says that a source, or a part of it, was refused.
func (s streams) refused(r refusalLine) {
	name := r.Source
	if name == "" {
		name = `""`
	}
	s.say("%s: %s", name, r.Reason)
}

// visible is s with its control characters, line ends included, written as in Go's strings.
func visible(s string) string {
	if !strings.ContainsFunc(s, unicode.IsControl) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unicode.IsControl(r) {
			b.WriteString(strings.Trim(fmt.Sprintf("%q", r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// results is standard output. It remembers what went wrong with it: a result that nobody got is no success.
type results struct {
	w   io.Writer
	err error
}

// Write writes, unless that went wrong before.
func (r *results) Write(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.w.Write(p)
	if err != nil {
		r.err = fmt.Errorf("standard output: %w", cause(err))
	}
	return n, r.err
}

// cause is what an error of a file says beside the operation and the name.
func cause(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// readFunc is a function that is an io.Reader.
type readFunc func(p []byte) (int, error)

// Read calls the function.
func (f readFunc) Read(p []byte) (int, error) { return f(p) }

// untilDone is r until ctx ends: whoever waits for what is never typed must not wait for ever. Nothing is read before
// the first call.
func untilDone(ctx context.Context, r io.Reader) io.Reader {
	begin := sync.OnceValue(func() io.Reader {
		out, in := io.Pipe()
		go func() {
			_, err := io.Copy(in, r)
			in.CloseWithError(err)
		}()
		context.AfterFunc(ctx, func() { out.CloseWithError(ctx.Err()) })
		return out
	})
	return readFunc(func(p []byte) (int, error) {
		n, err := begin().Read(p)
		if ctx.Err() != nil {
			return 0, ctx.Err()
		}
		return n, err
	})
}
