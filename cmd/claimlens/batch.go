package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// longestLine bounds one line of a batch input: a text of MaxText code points of four bytes, escaped.
const longestLine = 64 << 20

// batchLines reads one JSON object a line from standard input and prints what answer makes of each, in order. A malformed
// line is refused by its number, and the rest goes on.
func batchLines[T any](ctx context.Context, a *app, answer func(T) any) error {
	lines := bufio.NewScanner(a.in)
	lines.Buffer(nil, longestLine)
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	refused, done := 0, 0
	for n := 1; lines.Scan() && ctx.Err() == nil; n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var x T
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			refused++
			fmt.Fprintf(a.err, "claimlens: line %d: %v\n", n, err)
			continue
		}
		done++
		if err := out.Encode(answer(x)); err != nil {
			return err
		}
	}
	switch {
	case lines.Err() != nil:
		return lines.Err()
	case ctx.Err() != nil:
		return ctx.Err()
	case refused > 0 && done == 0:
		return &exitError{code: exitFailed, err: errors.New("no line could be read")}
	case refused > 0:
		return &exitError{code: exitPart}
	}
	return nil
}
