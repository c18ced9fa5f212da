package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// The exit codes, as doc.go lists them.
const (
	exitDone = iota
	exitFailed
	exitUsage
	exitPart
)

func main() { os.Exit(run()) }

// run is main with an exit code, so that test scripts can call it too.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	io := streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	return execute(ctx, io, os.Args[1:], os.Getenv)
}

// streams is where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// execute runs one command line and says how it went on s.err.
func execute(ctx context.Context, s streams, args []string, getenv func(string) string) int {
	cmd := newRoot(s, getenv)
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	var coded *exitError
	if !errors.As(err, &coded) {
		coded = &exitError{code: exitFailed, err: err}
	}
	if ctx.Err() != nil && coded.code == exitFailed {
		coded = &exitError{code: exitFailed, err: errors.New("interrupted; what was done stays done")}
	}
	if coded.err != nil {
		fmt.Fprintf(s.err, "claimlens: %v\n", coded.err)
	}
	return coded.code
}

// exitError is an error with an exit code; without err everything has been said already.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage is an error of wrong usage.
func usage(format string, args ...any) error {
	return &exitError{code: exitUsage, err: fmt.Errorf(format, args...)}
}
