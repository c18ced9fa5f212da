package training

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// open opens a file, which may be packed by gzip.
func open(name string) (io.Reader, func() error, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	if !strings.HasSuffix(name, ".gz") {
		return bufio.NewReader(f), f.Close, nil
	}
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		_ = f.Close() // nothing was written
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return z, f.Close, nil
}

// eachLine gives the JSON values of a file one by one to do.
func eachLine[T any](name string, do func(T)) error {
	r, done, err := open(name)
	if err != nil {
		return err
	}
	defer func() { _ = done() }() // it was only read
	d := json.NewDecoder(r)
	for n := 1; ; n++ {
		var x T
		switch err := d.Decode(&x); err {
		case nil:
			do(x)
		case io.EOF:
			return nil
		default:
			return fmt.Errorf("%s, value %d: %w", name, n, err)
		}
	}
}
