package annotate

import "errors"

// The four kinds of error of the domain. Everything that fails in a way that a person can act on wraps one of them;
// any other error is a fault of the machine or of ours.
var (
	// ErrNotFound says that what was asked for by its key does not exist.
	ErrNotFound = errors.New("not found")
	// ErrInvalid says that what was given breaks a rule of form. Problems wraps it with the list of all that is wrong.
	ErrInvalid = errors.New("invalid")
	// ErrConflict says that the record moved on since the caller looked: read again, then decide again.
	ErrConflict = errors.New("conflict")
	// ErrForbidden says that this person may not do this, whatever the form.
	ErrForbidden = errors.New("forbidden")
)

// ErrUnavailable says that what is needed lies elsewhere and can't be reached now: this machine is offline, or the server
// is. It is no fault of what was asked, nor of ours; what is here stays usable.
var ErrUnavailable = errors.New("can't be reached now")
