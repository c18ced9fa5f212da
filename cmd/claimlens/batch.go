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
	in := bufio.NewReaderSize(a.in, 64<<10)
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	not := refusals{tell: func(r refusalLine) { a.say("%s: %s", r.Source, r.Reason) }}
	done := 0
	for n := 1; ; n++ {
		line, err := nextLine(in, longestLine)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == io.EOF {
			return not.exit(done, "no line could be read")
		}
		if err == nil && len(line) == 0 {
			continue
		}
		var reply any
		if err == nil {
			reply, err = answerLine(line, answer)
		} else if !errors.Is(err, errLongLine) {
			return fmt.Errorf("standard input: %w", cause(err))
		}
		if err != nil {
			not.refuse(fmt.Sprintf("line %d", n), err.Error())
			continue
		}
		done++
		if err := out.Encode(reply); err != nil {
			return err
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
