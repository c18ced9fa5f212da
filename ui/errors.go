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

// said is what a page says for a status: what happened, and what to do. Where happened is empty, the error's own words
// say it.
type said struct{ happened, do string }

var sayings = map[int]said{
	http.StatusNotFound: {"There is nothing at this address.",
		"Check the address for a typing error, or look for it from the first page."},
	http.StatusMethodNotAllowed: {"This address does not take that kind of request.",
		"Go back and use the form or the link on the page."},
	http.StatusRequestEntityTooLarge: {"What you sent is larger than this server takes.",
		"Send fewer or smaller files at a time; a folder goes in with “claimlens import DIR” at the command line."},
	http.StatusUnprocessableEntity: {"", "Go back, correct it, and send it again."},
	http.StatusConflict: {"Somebody changed this since you opened it.",
		"Go back, read what is new, and decide again."},
	http.StatusForbidden: {"", "Go back. If you came from a form that was open for a long time, load its page again first."},
	http.StatusMisdirectedRequest: {"This server is not known by the host name in the address.",
		"Use the address that “claimlens serve” printed when it started."},
	http.StatusServiceUnavailable: {"This took too long, so it was given up.", "Try again in a moment."},
	http.StatusBadRequest: {"The request was not complete.",
		"Go back, load the page again, and send the form once more."},
}

// describe is an error in the reader's words. What caused a fault of ours is for the log alone.
func describe(status int, err error) *errorPage {
	p := &errorPage{Status: status, Kept: "Nothing was changed."}
	words, ok := sayings[status]
	if !ok {
		p.Status = http.StatusInternalServerError
		p.Kept = "What was saved before is safe; this last step may not have been done."
		words = said{"Something went wrong on our side.", "Try again. If it happens again, the log of “claimlens serve” says why."}
	}
	p.Happened, p.Do = words.happened, words.do
	if p.Happened == "" {
		p.Happened = sentence(err)
	}
	var own told
	if errors.As(err, &own) {
		p.Happened, p.Do = own.happened, own.do
	}
	p.Title = p.Happened
	return p
}

// sentence is the message of an invalid or a forbidden act without its kind, as a sentence.
func sentence(err error) string {
	for _, kind := range []error{annotate.ErrInvalid, annotate.ErrForbidden} {
		text := strings.TrimSuffix(err.Error(), ": "+kind.Error())
		if errors.Is(err, kind) && text != kind.Error() && text != "" {
			return asSentence(text)
		}
	}
	return "You may not do this."
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
