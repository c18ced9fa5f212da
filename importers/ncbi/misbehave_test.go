package ncbi

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"claimlens/annotate"
	"claimlens/importers/literature"
	"claimlens/importers/literature/literaturetest"
)

type (
	writer  = http.ResponseWriter
	request = *http.Request
)

// status answers requests whose path contains part with a status.
func status(part string, code int) func(int, writer, request) bool {
	return func(_ int, w writer, r request) bool {
		if !strings.Contains(r.URL.Path, part) {
			return false
		}
		w.WriteHeader(code)
		return true
	}
}

// body answers with status 200 and a text, whatever it was that was asked.
func body(mediaType, text string) func(int, writer, request) bool {
	return func(_ int, w writer, _ request) bool {
		w.Header().Set("Content-Type", mediaType)
		io.WriteString(w, text)
		return true
	}
}

// times misbehaves for the first n requests.
func times(n int, wrong func(int, writer, request) bool) func(int, writer, request) bool {
	return func(i int, w writer, r request) bool { return i <= n && wrong(i, w, r) }
}

func cutOff(_ int, w writer, _ request) bool {
	w.Header().Set("Content-Length", "100000")
	io.WriteString(w, literaturetest.Set(literaturetest.Papers(1)...)[:300])
	panic(http.ErrAbortHandler)
}

func reset(int, writer, request) bool { panic(http.ErrAbortHandler) }

// A server that misbehaves and then comes to its senses: the paper is there, and how long was waited is bounded.
func TestRecovers(t *testing.T) {
	whole := literaturetest.Set(literaturetest.Papers(1)...)
	for name, tt := range map[string]struct {
		wrong    func(int, writer, request) bool
		requests int
		waits    time.Duration // at least
	}{
		"429": {times(3, status("", 429)), 4, 5 * time.Second},
		"429 with Retry-After": {times(1, func(n int, w writer, r request) bool {
			w.Header().Set("Retry-After", "17")
			return status("", 429)(n, w, r)
		}), 2, 17 * time.Second},
		"500":                  {times(2, status("", 500)), 3, 2 * time.Second},
		"502":                  {times(1, status("", 502)), 2, time.Second / 2},
		"cut off":              {times(2, cutOff), 3, 2 * time.Second},
		"reset":                {times(3, reset), 4, 4 * time.Second},
		"ends early":           {times(1, body("text/xml", whole[:len(whole)-40])), 2, time.Second / 2},
		"ends between records": {times(1, body("text/xml", strings.TrimSuffix(whole, "</PubmedArticleSet>"))), 2, time.Second / 2},
		"a page of excuses":    {times(1, body("text/html", "<!DOCTYPE html><html><body>NCBI is down</body></html>")), 2, time.Second / 2},
		"an empty answer":      {times(1, body("text/xml", "")), 2, time.Second / 2},
		"a limit with 200":     {times(1, body("application/json", `{"error":"API rate limit exceeded","count":"4","limit":"3"}`)), 2, time.Second / 2},
		"a failing backend":    {times(1, body("text/xml", `<?xml version="1.0" ?><eFetchResult><ERROR>Search Backend failed: try again</ERROR></eFetchResult>`)), 2, time.Second / 2},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, literaturetest.Papers(1))
			s.Wrong = tt.wrong
			got, err := s.fetch(t, "99000001")
			if err != nil || got[0] != "PMID 99000001 = 99000001" || len(s.Asked()) != tt.requests {
				t.Errorf("got %v after %d requests, want %d: %v", got, len(s.Asked()), tt.requests, err)
			}
			if w := s.clock.Waited(); w < tt.waits || w > 2*time.Minute {
				t.Errorf("waited %s, want at least %s", w, tt.waits)
			}
		})
	}
}

// A server that never comes to its senses is given up, with a word and a kind, and what it said is not kept.
func TestGivesUp(t *testing.T) {
	for name, tt := range map[string]struct {
		wrong    func(int, writer, request) bool
		requests int
		kind     error
		says     string
	}{
		"429": {status("", 429), 6, annotate.ErrUnavailable, "is asked too often (429 Too Many Requests) (asked 6 times)"},
		"429 for an hour": {func(n int, w writer, r request) bool {
			w.Header().Set("Retry-After", "3600")
			return status("", 429)(n, w, r)
		}, 1, annotate.ErrUnavailable, "and asks to wait 1h0m0s: try again later"},
		"503":     {status("", 503), 4, annotate.ErrUnavailable, "answers 503 Service Unavailable (asked 4 times)"},
		"404":     {status("", 404), 1, annotate.ErrNotFound, "answers 404 Not Found"},
		"403":     {status("", 403), 1, annotate.ErrForbidden, "answers 403 Forbidden"},
		"cut off": {cutOff, 4, annotate.ErrUnavailable, "was cut (asked 4 times)"},
		"reset":   {reset, 4, annotate.ErrUnavailable, "was cut (asked 4 times)"},
		"a page":  {body("text/html", "<html>x</html>"), 4, annotate.ErrUnavailable, "can't be read: it is XML, but not PubMed's"},
		"another encoding": {body("text/xml; charset=iso-8859-1", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><PubmedArticleSet></PubmedArticleSet>"), 4,
			annotate.ErrUnavailable, `its encoding is "iso-8859-1": only UTF-8 is read`},
		"another type": {body("image/png", "\x89PNG"), 4, annotate.ErrUnavailable, "neither PubMed XML nor MEDLINE text"},
		"entities":     {body("text/xml", `<!DOCTYPE PubmedArticleSet [<!ENTITY x "y">]><PubmedArticleSet></PubmedArticleSet>`), 4, annotate.ErrUnavailable, "can't be read"},
		"a wrong key": {func(_ int, w writer, _ request) bool {
			w.WriteHeader(400)
			io.WriteString(w, `{"error":"API key invalid","api-key":"sk-secret","type":"api key"}`)
			return true
		}, 1, annotate.ErrInvalid, "answers 400 Bad Request: API key invalid"},
		"an error": {body("text/xml", `<eFetchResult><ERROR>Cannot open database: sk-secret`), 1, annotate.ErrInvalid, "NCBI says: Cannot open database: …"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, literaturetest.Papers(1), func(c *Config, _ *literature.Config) { c.Key = "sk-secret" })
			var sensible atomic.Bool
			s.Wrong = func(n int, w writer, r request) bool { return !sensible.Load() && tt.wrong(n, w, r) }
			got, err := s.fetch(t, "99000001")
			if !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.says) || len(got) != 0 || len(s.Asked()) != tt.requests {
				t.Errorf("got %v, %v after %d requests, want %q after %d", got, err, len(s.Asked()), tt.says, tt.requests)
			}
			if strings.Contains(fmt.Sprintf("%+v", err), "sk-secret") {
				t.Errorf("the key is told: %v", err)
			}
			sensible.Store(true)
			if got, err := s.fetch(t, "99000001"); err != nil || got[0] != "PMID 99000001 = 99000001" {
				t.Errorf("afterwards: got %v, %v", got, err)
			}
		})
	}
}

func TestNoneOfThem(t *testing.T) {
	s := start(t, nil)
	s.Wrong = func(_ int, w writer, _ request) bool {
		w.WriteHeader(400)
		io.WriteString(w, "ID list is empty! Possibly it has no correct IDs.")
		return true
	}
	got, err := s.fetch(t, "99000001")
	if err != nil || got[0] != "PMID 99000001: PubMed has no record of it" {
		t.Errorf("got %v, %v", got, err)
	}
}

// Records that nobody asked for are left out, of two the later counts, and one that can't be read has its reason.
func TestStrangeRecords(t *testing.T) {
	papers := literaturetest.Papers(4)
	later := papers[0]
	later.Title = "The later one"
	broken := literaturetest.Paper{XML: strings.Replace(papers[1].Record(), "<ArticleTitle>", "<ArticleTitle>\xff", 1)}
	s := start(t, nil)
	s.Wrong = body("text/xml", literaturetest.Set(papers[0], papers[3], broken, later))
	var got []literature.Found
	err := s.Fetch(t.Context(), identifiers(t, "99000001", "99000002", "99000003"), func(f literature.Found) error {
		got = append(got, f)
		return nil
	})
	if err != nil || len(got) != 3 {
		t.Fatalf("got %d, %v", len(got), err)
	}
	if got[0].Citation.Title != "The later one" {
		t.Errorf("got %q", got[0].Citation.Title)
	}
	if !errors.Is(got[1].Err, annotate.ErrInvalid) || !strings.Contains(got[1].Err.Error(), "0xff") {
		t.Errorf("a broken record: got %v", got[1].Err)
	}
	if !errors.Is(got[2].Err, annotate.ErrNotFound) {
		t.Errorf("a missing record: got %v", got[2].Err)
	}
}

func TestPacked(t *testing.T) {
	whole := literaturetest.Set(literaturetest.Papers(1)...)
	for name, says := range map[string]bool{"said": true, "not said": false} {
		s := start(t, nil)
		s.Wrong = func(_ int, w writer, _ request) bool {
			if says {
				w.Header().Set("Content-Encoding", "gzip")
			}
			z := gzip.NewWriter(w)
			io.WriteString(z, whole)
			z.Close()
			return true
		}
		if got, err := s.fetch(t, "99000001"); err != nil || got[0] != "PMID 99000001 = 99000001" {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
}

// An answer without an end is read up to the bound, packed or not.
func TestEndless(t *testing.T) {
	for _, packed := range []bool{false, true} {
		s := start(t, nil)
		s.Wrong = func(_ int, w writer, r request) bool {
			out := io.Writer(w)
			if packed {
				w.Header().Set("Content-Encoding", "gzip")
				z := gzip.NewWriter(w)
				defer z.Close()
				out = z
			}
			spaces := []byte(strings.Repeat(" ", 1<<16))
			for r.Context().Err() == nil {
				if _, err := out.Write(spaces); err != nil {
					return true
				}
			}
			return true
		}
		_, err := s.esearch(t.Context(), "tea", 1, false)
		if !errors.Is(err, annotate.ErrUnavailable) || !strings.Contains(err.Error(), "is longer than 4 MB") || len(s.Asked()) != 1 {
			t.Errorf("packed %v: got %v after %d requests", packed, err, len(s.Asked()))
		}
	}
}

// A server that drips is given up after a while; so is everything when ctx ends.
func TestSlow(t *testing.T) {
	drip := func(_ int, w writer, r request) bool {
		for r.Context().Err() == nil {
			io.WriteString(w, " ")
			w.(http.Flusher).Flush()
			select {
			case <-time.After(5 * time.Millisecond):
			case <-r.Context().Done():
			}
		}
		return true
	}
	s := start(t, nil, func(_ *Config, how *literature.Config) { how.Timeout = 50 * time.Millisecond })
	s.Wrong = drip
	_, err := s.fetch(t, "99000001")
	if !errors.Is(err, annotate.ErrUnavailable) || !strings.Contains(err.Error(), "did not answer in time (asked 2 times)") {
		t.Errorf("got %v", err)
	}
	s = start(t, nil)
	s.Wrong = drip
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	err = s.Fetch(ctx, identifiers(t, "99000001"), nil)
	if !errors.Is(err, annotate.ErrUnavailable) || !strings.Contains(err.Error(), "did not answer in time") {
		t.Errorf("a deadline: got %v", err)
	}
	s = start(t, nil)
	ctx, cancel = context.WithCancel(t.Context())
	s.Wrong = func(n int, w writer, r request) bool { cancel(); return drip(n, w, r) }
	if err := s.Fetch(ctx, identifiers(t, "99000001"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("an interruption: got %v", err)
	}
}

// Redirects are followed within the same host, a few times, and nowhere else.
func TestRedirects(t *testing.T) {
	elsewhere := 0
	other := httptest.NewServer(http.HandlerFunc(func(writer, request) { elsewhere++ }))
	defer other.Close()
	to := func(address string) func(int, writer, request) bool {
		return func(_ int, w writer, r request) bool {
			http.Redirect(w, r, address, http.StatusFound)
			return true
		}
	}
	for name, tt := range map[string]struct {
		wrong func(int, writer, request) bool
		kind  error
		says  string
	}{
		"another port":      {to(other.URL), annotate.ErrForbidden, "which is not followed"},
		"a private address": {to("http://10.0.0.1/"), annotate.ErrForbidden, "redirects to http://10.0.0.1, which is not followed"},
		"a file":            {to("file:///etc/passwd"), annotate.ErrForbidden, "which is not followed"},
		"in circles": {func(n int, w writer, r request) bool { return to(r.URL.String())(n, w, r) }, annotate.ErrUnavailable,
			"redirects more than 3 times"},
	} {
		s := start(t, literaturetest.Papers(1), func(c *Config, _ *literature.Config) { c.Key = "sk-secret" })
		s.Wrong = tt.wrong
		if _, err := s.fetch(t, "99000001"); !errors.Is(err, tt.kind) || !strings.Contains(err.Error(), tt.says) || strings.Contains(err.Error(), "sk-secret") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if elsewhere > 0 {
		t.Error("another host was asked")
	}
	s := start(t, literaturetest.Papers(1))
	s.Wrong = times(2, func(n int, w writer, r request) bool { return to(r.URL.String())(n, w, r) })
	if got, err := s.fetch(t, "99000001"); err != nil || len(got) != 1 {
		t.Errorf("twice to the same host: got %v, %v", got, err)
	}
}

// NCBI's own names are dialled past the guard: what they lead to must be public.
func TestGuard(t *testing.T) {
	s := start(t, literaturetest.Papers(1), func(_ *Config, how *literature.Config) { how.Named = nil })
	if _, err := s.fetch(t, "99000001"); !errors.Is(err, annotate.ErrForbidden) || !strings.Contains(err.Error(), "is not a public address") {
		t.Errorf("got %v", err)
	}
	if len(s.Asked()) > 0 {
		t.Error("an address of this machine was asked")
	}
}

func TestOffline(t *testing.T) {
	s := start(t, literaturetest.Papers(1))
	if _, err := s.fetch(t, "99000001"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if got, err := s.fetch(t, "99000001"); err != nil || len(got) != 1 {
		t.Errorf("what is kept: got %v, %v", got, err)
	}
	got, err := s.fetch(t, "99000002")
	if !literature.IsOffline(err) || !errors.Is(err, annotate.ErrUnavailable) || !strings.Contains(err.Error(), "what is here stays usable") || len(got) > 0 || s.clock.Waited() > time.Second {
		t.Errorf("got %v, %v after %s", got, err, s.clock.Waited())
	}
	if _, err = s.fetch(t, "10.99999/examples.1"); !literature.IsOffline(err) {
		t.Errorf("the converter: got %v", err)
	}
	s = start(t, literaturetest.Papers(1), func(_ *Config, how *literature.Config) { how.Offline = true })
	if _, err := s.fetch(t, "99000001"); !literature.IsOffline(err) || !strings.Contains(err.Error(), "--offline") || len(s.Asked()) > 0 {
		t.Errorf("by --offline: got %v", err)
	}
}
