package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// A line that is too long is passed over, and the next one is read.
func TestNextLine(t *testing.T) {
	long := strings.Repeat("x", 100)
	in := bufio.NewReaderSize(strings.NewReader("a\n"+long+"\n  b\r\n\n"+long+"\n"+long[:40]+"\nc"), 16)
	var got []string
	for {
		line, err := nextLine(in, 40)
		if err == io.EOF {
			break
		}
		if err != nil {
			line = fmt.Append(nil, errors.Is(err, errLongLine))
		}
		got = append(got, string(line))
	}
	if got, want := strings.Join(got, "|"), "a|true|b||true|true|c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
