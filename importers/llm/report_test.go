package llm

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestReport(t *testing.T) {
	var r Report
	for _, reason := range []string{"a", "b", "a", "c", "d", "e", "f"} {
		r.Add(Report{Requests: 1, TokensIn: 1_000_000, TokensOut: 10_000, InventedQuotes: 1, Refused: 1, Reasons: []string{reason}})
	}
	if got := strings.Join(r.Notes(), "\n"); got != "7 quotes of the model are not in the text and were dropped\n7 claims of the model were dropped: a; b; c; d; e" {
		t.Errorf("got %s", got)
	}
	if cost, ok := (Prices{In: 2, Out: 10}).Cost(r); !ok || cost < 14.699 || cost > 14.701 {
		t.Errorf("got %v, %v", cost, ok)
	}
	if _, ok := (Prices{}).Cost(r); ok {
		t.Error("tokens without a price have a cost")
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC)
	for header, want := range map[string]time.Duration{
		"": 0, "soon": 0, "-5": 0, "7": 7 * time.Second, "99999999999999999999": 0, "99999999999": (1 << 20) * time.Second,
		now.Add(time.Minute).Format(http.TimeFormat): time.Minute, now.Add(-time.Minute).Format(http.TimeFormat): 0,
	} {
		if got := retryAfter(header, now); got != want {
			t.Errorf("%q: got %v, want %v", header, got, want)
		}
	}
}
