package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// The exit codes, as doc.go lists them.
const (
	exitDone = iota
	exitFailed
	exitUsage
	exitPart
)

func main() { os.Exit(run()) }

// grace is how long a command may take to end after it was told to.
const grace = 10 * time.Second

// run is main with an exit code, so that test scripts can call it too. A first signal asks the command to end; a second
// one ends it, and so does waiting: nothing that was recorded can be lost.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done := make(chan int, 1)
	go func() {
		s := streams{in: untilDone(ctx, os.Stdin), out: os.Stdout, err: os.Stderr}
		done <- execute(ctx, s, os.Args[1:], os.Getenv)
	}()
	select {
	case code := <-done:
		return code
	case <-ctx.Done():
		stop()
	}
	select {
	case code := <-done:
		return code
	case <-time.After(grace):
		fmt.Fprintln(os.Stderr, "claimlens: interrupted, and ended without waiting any longer; what was done stays done")
		return exitFailed
	}
}

// execute runs one command line and says how it went on s.err.
func execute(ctx context.Context, s streams, args []string, getenv func(string) string) int {
	out := &results{w: s.out}
	s.out = out
	cmd := newRoot(s, getenv)
	cmd.SetArgs(args)
	err := cmd.ExecuteContext(ctx)
	if err == nil && out.err != nil {
		err = out.err
	}
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
		for _, line := range strings.Split(coded.err.Error(), "\n") {
			s.say("%s", line)
		}
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
