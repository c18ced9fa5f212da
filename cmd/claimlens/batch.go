package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// longestLine bounds one line of a batch input: a text of MaxText code points of four bytes, escaped.
const longestLine = 64 << 20

// batchLines reads one JSON object a line from standard input and prints what answer makes of each, in order. A malformed
// line is refused by its number, and the rest goes on.
func batchLines[T any](ctx context.Context, a *app, answer func(T) (any, error)) error {
	return batchLinesAtOnce(ctx, a, 1, answer)
}

// reply is what became of a line of a batch.
type reply struct {
	line int
	said any
	err  error // why the line was refused
	end  error // why there are no more lines
}

// batchLinesAtOnce is batchLines that answers so many lines at the same time; answer must be safe for that. Each reply is
// printed as soon as those before it are.
func batchLinesAtOnce[T any](ctx context.Context, a *app, atOnce int, answer func(T) (any, error)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	replies := make(chan chan reply, atOnce-1)
	go func() {
		defer close(replies)
		answerLines(ctx, bufio.NewReaderSize(a.in, 64<<10), replies, answer)
	}()
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	not := refusals{tell: func(r refusalLine) { a.say("%s: %s", r.Source, r.Reason) }}
	done := 0
	for next := range replies {
		r := <-next
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case r.end == io.EOF:
			return not.exit(done, "no line could be read")
		case r.end != nil:
			return fmt.Errorf("standard input: %w", cause(r.end))
		case r.err != nil:
			not.refuse(fmt.Sprintf("line %d", r.line), r.err.Error())
			continue
		}
		done++
		if err := out.Encode(r.said); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// answerLines queues a place for the reply to each line that it reads, and answers the lines in the queue all at once. The
// last reply says why there are no more.
func answerLines[T any](ctx context.Context, in *bufio.Reader, replies chan<- chan reply, answer func(T) (any, error)) {
	for n := 1; ; n++ {
		line, err := nextLine(in, longestLine)
		if err == nil && len(line) == 0 {
			continue
		}
		place := make(chan reply, 1)
		select {
		case replies <- place:
		case <-ctx.Done():
			return
		}
		switch {
		case err == nil:
			go func() {
				said, err := answerLine(line, answer)
				place <- reply{line: n, said: said, err: err}
			}()
		case errors.Is(err, errLongLine):
			place <- reply{line: n, err: err}
		default:
			place <- reply{end: err}
			return
		}
	}
}

var errLongLine = fmt.Errorf("is longer than %d MB", longestLine>>20)

// nextLine is the next line without the white space around it, of at most limit bytes. A longer one is passed over and
// is errLongLine. At the end the error is io.EOF.
func nextLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for long := false; ; {
		part, err := r.ReadSlice('\n')
		if long = long || len(line)+len(part) > limit; !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
		case long && (err == nil || err == io.EOF):
			return nil, errLongLine
		case err == io.EOF && len(line) > 0, err == nil:
			return bytes.TrimSpace(line), nil
		default:
			return nil, err
		}
	}
}

// answerLine is the answer to one line, or what is wrong with it.
func answerLine[T any](line []byte, answer func(T) (any, error)) (any, error) {
	var x T
	err := json.Unmarshal(line, &x)
	var wrong *json.UnmarshalTypeError
	switch {
	case line[0] != '{':
		return nil, errors.New("is no JSON object")
	case errors.As(err, &wrong):
		return nil, fmt.Errorf("%q is of the wrong kind: %s", wrong.Field, wrong.Value)
	case err != nil:
		return nil, fmt.Errorf("is no JSON object: %w", err)
	}
	return answer(x)
}
