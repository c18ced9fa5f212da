package annotate

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Problem is one thing that is wrong with a value: the field, in the words of the form that it came from, and what to
// do about it.
type Problem struct {
	Field string `json:"field"`
	Text  string `json:"text"`
}

// Problems is everything that is wrong with a value, in the order of its fields. It is an error of kind ErrInvalid; a
// check returns it through Err, so that an empty list is no error.
type Problems []Problem

// Add appends a problem of field.
func (p *Problems) Add(field, format string, args ...any) {
	*p = append(*p, Problem{Field: field, Text: fmt.Sprintf(format, args...)})
}

// Err returns the problems as an error, or nil when there are none.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Error lists all problems on one line.
func (p Problems) Error() string {
	parts := make([]string, len(p))
	for i, x := range p {
		parts[i] = x.Field + ": " + x.Text
	}
	return strings.Join(parts, "; ")
}

// Unwrap makes errors.Is(p, ErrInvalid) true.
func (p Problems) Unwrap() error { return ErrInvalid }

// text checks a string that a stranger wrote: valid UTF-8, no NUL (engines refuse it), at most limit code points, and
// not blank when it is required.
func (p *Problems) text(field, s string, limit int, required bool) {
	switch {
	case !utf8.ValidString(s):
		p.Add(field, "is not valid UTF-8")
	case strings.ContainsRune(s, 0):
		p.Add(field, "contains a NUL character")
	case required && strings.TrimSpace(s) == "":
		p.Add(field, "is missing")
	case utf8.RuneCountInString(s) > limit:
		p.Add(field, "is longer than %d characters", limit)
	}
}
