package retractionwatch

import (
	"context"
	"errors"
	"fmt"
	"io"

	"claimlens/annotate"
)

// Row is one row of the file: what it tells of which paper, or the reason why it is refused.
type Row struct {
	Line    int // where the row begins
	PMID    string
	DOI     string // in lower case
	Title   string
	Notices []annotate.Notice
	Err     error // of kind annotate.ErrInvalid, or nil
}

// fault is a reason for refusal, in words. It is of kind annotate.ErrInvalid.
type fault string

func faultf(format string, args ...any) error { return fault(fmt.Sprintf(format, args...)) }

// Error is the reason.
func (f fault) Error() string { return string(f) }

// Is makes errors.Is(f, annotate.ErrInvalid) true.
func (f fault) Is(target error) bool { return target == annotate.ErrInvalid }

// Read reads the rows of r in their order and hands each to yield until yield says false. A row that is refused is handed
// over too, with its reason.
//
// The error is one of the file as a whole: it is no Retraction Watch file (which is of kind annotate.ErrInvalid), or it
// can't be read on. What was handed over before stays good.
func Read(ctx context.Context, r io.Reader, yield func(Row) bool) error {
	in := newLines(r)
	_, cells, err := in.record(func([]string) bool { return true })
	if errors.Is(err, io.EOF) {
		return faultf("is empty")
	}
	var columns columns
	if err == nil {
		columns, err = columnsOf(cells)
	}
	if err != nil {
		return err
	}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, cells, err := in.record(columns.fit)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, annotate.ErrInvalid):
			if !yield(Row{Line: line, Err: err}) {
				return nil
			}
			continue
		case err != nil:
			return err
		}
		row := columns.row(cells)
		row.Line = line
		if !yield(row) {
			return nil
		}
	}
}
