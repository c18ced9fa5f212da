package ui

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// errorPage says what happened, what was kept and what to do.
type errorPage struct {
	page
	Status   int
	Happened string
	Kept     string
	Do       string
}

// told is an error that its page tells in its own words.
type told struct {
	error
	happened, do string
}

// Unwrap is the error of the domain beneath.
func (t told) Unwrap() error { return t.error }

// statusOf maps the domain's four kinds of error, and echo's own errors, to statuses.
func statusOf(err error) int {
	var he *echo.HTTPError
	switch {
	case errors.Is(err, annotate.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, annotate.ErrInvalid):
		return http.StatusUnprocessableEntity
	case errors.Is(err, annotate.ErrConflict):
		return http.StatusConflict
	case errors.Is(err, annotate.ErrForbidden):
		return http.StatusForbidden
	case errors.As(err, &he):
		return he.Code
	}
	return http.StatusInternalServerError
}

// fail is the one error handler.
func (s *Server) fail(err error, c echo.Context) {
	if c.Response().Committed || errors.Is(err, context.Canceled) && c.Request().Context().Err() != nil {
		return // the reader has the answer already, or went away
	}
	status := statusOf(err)
	p := describe(status, err)
	if strings.HasPrefix(c.Request().URL.Path, "/api/") {
		err = c.JSON(status, map[string]string{"error": p.Happened})
	} else {
		err = s.show(c, status, "error", p)
	}
	if err != nil {
		s.log.Error("error page", "err", err)
		http.Error(c.Response(), http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
	}
}

// describe is an error in the reader's words. What caused a fault of ours is for the log alone.
func describe(status int, err error) *errorPage {
	p := &errorPage{Status: status, Kept: "Nothing was changed."}
	switch status {
	case http.StatusNotFound:
		p.Happened = "There is nothing at this address."
		p.Do = "Check the address for a typing error, or look for it from the first page."
	case http.StatusMethodNotAllowed:
		p.Happened = "This address does not take that kind of request."
		p.Do = "Go back and use the form or the link on the page."
	case http.StatusRequestEntityTooLarge:
		p.Happened = "What you sent is larger than this server takes."
		p.Do = "Send fewer or smaller files at a time; a folder goes in with “claimlens import DIR” at the command line."
	case http.StatusUnprocessableEntity:
		p.Happened = sentence(err, annotate.ErrInvalid)
		p.Do = "Go back, correct it, and send it again."
	case http.StatusConflict:
		p.Happened = "Somebody changed this since you opened it."
		p.Do = "Go back, read what is new, and decide again."
	case http.StatusForbidden:
		p.Happened = sentence(err, annotate.ErrForbidden)
		p.Do = "Go back. If you came from a form that was open for a long time, load its page again first."
	case http.StatusMisdirectedRequest:
		p.Happened = "This server is not known by the host name in the address."
		p.Do = "Use the address that “claimlens serve” printed when it started."
	case http.StatusServiceUnavailable:
		p.Happened = "This took too long, so it was given up."
		p.Do = "Try again in a moment."
	case http.StatusBadRequest:
		p.Happened = "The request was not complete."
		p.Do = "Go back, load the page again, and send the form once more."
	default:
		p.Status = http.StatusInternalServerError
		p.Happened = "Something went wrong on our side."
		p.Kept = "What was saved before is safe; this last step may not have been done."
		p.Do = "Try again. If it happens again, the log of “claimlens serve” says why."
	}
	var own told
	if errors.As(err, &own) {
		p.Happened, p.Do = own.happened, own.do
	}
	p.Title = p.Happened
	return p
}

// sentence is the message of a domain error without its kind, as a sentence.
func sentence(err error, kind error) string {
	if !errors.Is(err, kind) {
		return "You may not do this."
	}
	text := strings.TrimSuffix(strings.TrimSuffix(err.Error(), kind.Error()), ": ")
	if text == "" {
		return "This is not allowed: " + kind.Error() + "."
	}
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// identifier reads the UUID in an address; one that is none names nothing.
func identifier(c echo.Context, name string) (uuid.UUID, error) {
	id, err := uuid.Parse(c.Param(name))
	if err != nil || id == uuid.Nil {
		return uuid.Nil, fmt.Errorf("%s %q: %w", name, c.Param(name), annotate.ErrNotFound)
	}
	return id, nil
}

// fields are the problems of a form by their field.
func fields(err error) map[string]string {
	var problems annotate.Problems
	if !errors.As(err, &problems) {
		return nil
	}
	m := make(map[string]string, len(problems))
	for _, p := range problems {
		if m[p.Field] == "" {
			m[p.Field] = p.Text
		}
	}
	return m
}
