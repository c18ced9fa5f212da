package annotate

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestProblems(t *testing.T) {
	var p Problems
	if err := p.Err(); err != nil {
		t.Errorf("no problems: got %v, want nil", err)
	}
	p.Add("title", "is missing")
	p.Add("year", "%d is too far", 3000)
	err := fmt.Errorf("PMID 11: %w", p.Err())
	if want := "PMID 11: title: is missing; year: 3000 is too far"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if !errors.Is(err, ErrInvalid) || errors.Is(err, ErrConflict) {
		t.Errorf("%v is not of kind %q, or of another too", err, ErrInvalid)
	}
	var got Problems
	if !errors.As(err, &got) || len(got) != 2 || got[1].Field != "year" {
		t.Errorf("got %v, want both problems", got)
	}
}

func TestProblemsText(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		required   bool
		want       string
	}{
		{"fits", "äöüäö", true, ""},
		{"empty", "", false, ""},
		{"blank, and that may be", " \n ", false, ""},
		{"missing", "", true, "is missing"},
		{"blank", " \u00a0\n", true, "is missing"},
		{"too long", "äöüäöü", false, "is longer than 5 characters"},
		{"not UTF-8", "a\xffb", false, "is not valid UTF-8"},
		{"NUL", "a\x00b", false, "contains a NUL character"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var p Problems
			p.text("field", tt.text, 5, tt.required)
			got := strings.TrimPrefix(p.Error(), "field: ")
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
