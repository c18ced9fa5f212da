package importers

import (
	"errors"
	"fmt"

	"claimlens/annotate"
)

// Refusal says which source was not read and why, in words that a reader of the page understands. It is an error of one of
// the domain's kinds.
type Refusal struct {
	Source   string `json:"source"`             // the address or file as it was given
	Position string `json:"position,omitempty"` // where in the source, if one place is to blame: "line 3"
	Reason   string `json:"reason"`             // the end of a sentence that begins with the source: "is empty"
	kind     error  // what Unwrap gives; nil for ErrInvalid
}

// Error is the refusal in one line.
func (r Refusal) Error() string {
	where := r.Source
	switch {
	case where == "":
		where = r.Position
	case r.Position != "":
		where += ", " + r.Position
	}
	if where == "" {
		return r.Reason
	}
	return where + ": " + r.Reason
}

// Unwrap is the refusal's kind: annotate.ErrInvalid, ErrNotFound or ErrForbidden.
func (r Refusal) Unwrap() error {
	if r.kind == nil {
		return annotate.ErrInvalid
	}
	return r.kind
}

// refuse makes a refusal of kind annotate.ErrInvalid without its source, which whoever knows it adds with of.
func refuse(format string, args ...any) Refusal {
	return Refusal{Reason: fmt.Sprintf(format, args...)}
}

// of is the refusal of source that err amounts to.
func of(source string, err error) Refusal {
	var r Refusal
	if !errors.As(err, &r) {
		r = Refusal{Reason: err.Error()}
		for _, kind := range []error{annotate.ErrNotFound, annotate.ErrForbidden} {
			if errors.Is(err, kind) {
				r.kind = kind
			}
		}
	}
	r.Source = source
	return r
}
