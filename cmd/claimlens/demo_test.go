package main

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
)

// The demo shows every kind of thing, needs nothing, and leaves nothing behind.
func TestDemo(t *testing.T) {
	s := startSite(t, "demo", "--as", "Ada Brandt")
	for path, want := range map[string]string{
		"/":                     "A demonstration",
		"/articles":             "Five things people get wrong about dialysis",
		"/claims?state=open":    "An underactive thyroid can cause muscle pain.",
		"/claims?state=agreed":  "claim-row",
		"/citations/99000011":   "RETRACTED",
		"/search?q=vitamin":     "claim-row",
		"/events":               "edited claims of the article",
		"/claims?state=nothing": "",
	} {
		status, body := get(t, s.url+path)
		if want == "" {
			if status != http.StatusNotFound && status != http.StatusUnprocessableEntity {
				t.Errorf("%s: got status %d", path, status)
			}
			continue
		}
		if status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: got status %d, want a page with %q", path, status, want)
		}
	}
	s.stop()
	left, err := os.ReadDir(s.temp)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range left {
		t.Errorf("the demo left %s", e.Name())
	}
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	res, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(body)
}
