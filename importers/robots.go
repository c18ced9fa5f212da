package importers

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

// Bounds on robots.txt: how long what it says is believed, how soon one that could not be had is asked for again, how much
// of it is read (as RFC 9309 asks), and how many rules are kept.
const (
	robotsAge   = time.Hour
	robotsAgain = time.Minute
	maxRobots   = 512 << 10
	maxRules    = 5000
)

// robots is what a host's robots.txt says to one agent.
type robots struct {
	rules *robotstxt.Group
	deny  string // why no page may be read at all, "" if rules decide
	delay time.Duration
	until time.Time // when it is to be read again
}

// allows says whether a page may be read, and if not why.
func (r *robots) allows(u *url.URL) error {
	if r.deny != "" {
		return forbidden("%s", r.deny)
	}
	target := u.EscapedPath()
	if target == "" {
		target = "/"
	}
	if u.RawQuery != "" {
		target += "?" + u.RawQuery
	}
	if !r.rules.Test(target) {
		return forbidden("robots.txt of %s asks not to read this page", u.Host)
	}
	return nil
}

// robotsFor is what the robots.txt at a page's host says, read again after an hour. No such file allows everything; a host
// that fails to say, or can't be reached, allows nothing for now.
func (f *fetcher) robotsFor(ctx context.Context, u *url.URL, x *host) (*robots, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.robots != nil && f.config.Now().Before(x.robots.until) {
		return x.robots, nil
	}
	ctx, cancel := context.WithTimeout(ctx, f.config.Timeout)
	defer cancel()
	status, body, err := f.robotsText(ctx, u)
	if err != nil {
		return nil, err
	}
	r := parseRobots(status, body, agentName(f.config.UserAgent), u.Host)
	r.until = f.config.Now().Add(robotsAge)
	if r.deny != "" {
		r.until = f.config.Now().Add(robotsAgain)
	}
	x.robots = r
	return r, nil
}

// robotsText gets robots.txt, over redirects to any host.
func (f *fetcher) robotsText(ctx context.Context, u *url.URL) (status int, body []byte, err error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range maxRedirects + 1 {
		res, err := f.get(ctx, at)
		if err != nil {
			return 0, nil, err
		}
		next, err := redirection(res, at)
		if err != nil || next == nil {
			body, _ := readUpTo(res.Body, maxRobots) // what came of it counts, as RFC 9309 asks
			res.Body.Close()
			return res.StatusCode, body, nil //nolint:nilerr // a redirection that can't be followed is an answer like another
		}
		res.Body.Close()
		if err := f.guard.port(next); err != nil {
			return 0, nil, err
		}
		at = next
	}
	return http.StatusNotFound, nil, nil // too many redirects count as no file
}

// parseRobots reads a robots.txt as answered with status.
func parseRobots(status int, body []byte, agent, name string) *robots {
	switch {
	case status >= 500 || status == http.StatusTooManyRequests:
		return &robots{deny: "robots.txt of " + name + " can't be had now (" + statusWords(status) + "), so its pages are not read; try again later"}
	case status >= 300:
		body = nil
	}
	sound, ok := soundRobots(body)
	data, err := robotstxt.FromBytes(sound)
	if err != nil || !ok {
		return &robots{deny: "robots.txt of " + name + " can't be understood, so its pages are not read"}
	}
	group := data.FindGroup(agent)
	return &robots{rules: group, delay: group.CrawlDelay}
}

// soundRobots leaves of a robots.txt the lines that the parser knows, and rules only after the agent they are for: it
// refuses all of a file in which one line is not as it should be. It is not ok if there are more than maxRules.
func soundRobots(body []byte) (sound []byte, ok bool) {
	var out bytes.Buffer
	inGroup := false
	rules := 0
	for l := range bytes.Lines(bytes.ReplaceAll(bytes.TrimPrefix(body, []byte(byteOrderMark)), []byte("\r"), []byte("\n"))) {
		l, _, _ = bytes.Cut(l, []byte("#"))
		key, value, ok := strings.Cut(strings.ToValidUTF8(string(l), ""), ":")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.Join(strings.Fields(value), "%20")
		switch {
		case !ok:
			continue
		case key == "user-agent" || key == "useragent":
			inGroup = true
			key = "user-agent"
		case !inGroup || key != "allow" && key != "disallow" && key != "crawl-delay":
			continue
		case key == "crawl-delay":
			if d, err := strconv.ParseFloat(value, 64); err != nil || !(d >= 0 && d < 1e6) {
				continue
			}
		}
		if rules++; rules > maxRules {
			return nil, false
		}
		out.WriteString(key + ": " + value + "\n")
	}
	return out.Bytes(), true
}

// agentName is the name by which a robots.txt knows a user agent: the part before the slash.
func agentName(userAgent string) string {
	name, _, _ := strings.Cut(userAgent, "/")
	name, _, _ = strings.Cut(name, " ")
	return name
}
