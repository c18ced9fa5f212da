package main

import (
	"errors"
)

// refusals is what a command refused: told at once, and kept only for whoever wants the list, since a file can hold
// millions of broken records.
type refusals struct {
	tell func(refusalLine) // unless nil
	keep bool

	Count   int           `json:"-"`
	Refused []refusalLine `json:"refused"` // if they are kept
}

type refusalLine struct {
	Source string `json:"source"`
	Reason string `json:"reason"`
}

func (r *refusals) refuse(source, reason string) {
	r.Count++
	line := refusalLine{source, reason}
	if r.tell != nil {
		r.tell(line)
	}
	if r.keep {
		r.Refused = append(r.Refused, line)
	}
}

// exit is the exit that they ask for: in part when something was refused, failed when nothing was done.
func (r *refusals) exit(done int, nothing string) error {
	switch {
	case r.Count == 0:
		return nil
	case done == 0:
		return &exitError{code: exitFailed, err: errors.New(nothing)}
	}
	return &exitError{code: exitPart}
}

// telling is refusals that are said on standard error, above the bar if there is one, and kept for a summary in JSON.
func (a *app) telling(bar *progress, asJSON bool) refusals {
	return refusals{keep: asJSON, Refused: []refusalLine{}, tell: func(r refusalLine) {
		bar.clear()
		a.refused(r)
	}}
}
