package importers

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestParseRobots(t *testing.T) {
	for _, tt := range []struct {
		name   string
		status int
		body   string
		path   string
		want   bool
	}{
		{"nothing said", 200, "", "/x", true},
		{"all denied", 200, "User-agent: *\nDisallow: /", "/x", false},
		{"empty rule", 200, "User-agent: *\nDisallow:", "/x", true},
		{"others denied", 200, "User-agent: other\nDisallow: /", "/x", true},
		{"our own group", 200, "User-agent: *\nDisallow: /\n\nUser-agent: ClaimLens\nAllow: /", "/x", true},
		{"our own group denies", 200, "User-agent: claimlens\nDisallow: /x\n\nUser-agent: *\nAllow: /", "/x", false},
		{"two agents, one group", 200, "User-agent: a\nUser-agent: claimlens\nDisallow: /x", "/x", false},
		{"longest match", 200, "User-agent: *\nDisallow: /x\nAllow: /x/y", "/x/y/z", true},
		{"wildcard", 200, "User-agent: *\nDisallow: /*.php", "/a/b.php?c", false},
		{"end", 200, "User-agent: *\nDisallow: /*.php$", "/a/b.php?c", true},
		{"query", 200, "User-agent: *\nDisallow: /x?print", "/x?print=1", false},
		{"not there", 404, "User-agent: *\nDisallow: /", "/x", true},
		{"not for us", 403, "User-agent: *\nDisallow: /", "/x", true},
		{"server error", 503, "", "/x", false},
		{"too many requests", 429, "", "/x", false},
		{"a page instead", 200, "<!DOCTYPE html><html><body>Not found: /</body></html>", "/x", true},
		{"rule before any agent", 200, "Disallow: /y\nUser-agent: *\nDisallow: /x", "/x", false},
		{"unknown lines", 200, "User-agent: *\nNoindex: /\nDisallow: /x\nSitemap: https://e.example/s.xml", "/x", false},
		{"bad delay", 200, "User-agent: *\nCrawl-delay: soon\nDisallow: /x", "/x", false},
		{"byte order mark, old line ends, comments", 200, "\ufeffUser-agent: * # all\rDisallow: /x # this", "/x", false},
		{"no colon", 200, "User-agent: *\nDisallow /x", "/x", true},
		{"too many rules", 200, "User-agent: *\n" + strings.Repeat("Allow: /a\n", maxRules+1), "/x", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := parseRobots(tt.status, []byte(tt.body), "claimlens", "e.example")
			u, err := url.Parse("https://e.example" + tt.path)
			if err != nil {
				t.Fatal(err)
			}
			if err := r.allows(u); (err == nil) != tt.want {
				t.Errorf("got %v, want allowed %v", err, tt.want)
			}
		})
	}
}

func TestRobotsWords(t *testing.T) {
	u, _ := url.Parse("https://e.example/x")
	r := parseRobots(200, []byte("User-agent: *\nDisallow: /"), "claimlens", u.Host)
	if err := r.allows(u); err == nil || err.Error() != "robots.txt of e.example asks not to read this page" {
		t.Errorf("got %v", err)
	}
	r = parseRobots(503, nil, "claimlens", u.Host)
	if err := r.allows(u); err == nil || !strings.Contains(err.Error(), "503 Service Unavailable") {
		t.Errorf("got %v", err)
	}
	if got := parseRobots(200, []byte("User-agent: *\nCrawl-delay: 2.5"), "claimlens", u.Host).delay; got != 2500*time.Millisecond {
		t.Errorf("got delay %v", got)
	}
}

func TestAgentName(t *testing.T) {
	for in, want := range map[string]string{"claimlens/1.2 (+https://x)": "claimlens", "claimlens": "claimlens", "a b/1": "a"} {
		if got := agentName(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// The hosts that are remembered are bounded; the one that was not asked for the longest time goes.
func TestHostsBound(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	h := &hosts{known: map[string]*host{}, interval: time.Second, now: func() time.Time { now = now.Add(time.Second); return now }}
	first := h.at("first")
	for i := range maxHosts - 1 {
		h.at(strings.Repeat("x", i+1))
	}
	if h.at("first") != first {
		t.Error("the first was forgotten too soon")
	}
	h.at("one more")
	if len(h.known) != maxHosts || h.known["x"] != nil || h.known["first"] == nil {
		t.Errorf("got %d hosts; the oldest is there: %v", len(h.known), h.known["x"] != nil)
	}
}
