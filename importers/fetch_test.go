package importers

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"claimlens/annotate"
)

// site serves a page at /page and whatever else handlers say; robots.txt is not there unless they have one.
func site(t *testing.T, handlers map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
	if handlers["/page"] == nil {
		mux.HandleFunc("/page", servePage)
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func servePage(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, "<html><head><title>Salt</title></head><body><p>"+sentence+sentence+"</p></body></html>")
}

// reader reads from this machine, without waiting.
func reader(c Config) *Reader {
	c.AllowLoopback = true
	if c.Interval == 0 {
		c.Interval = time.Microsecond
	}
	return New(c)
}

func fetchArticle(t *testing.T, r *Reader, address string) (annotate.Article, error) {
	t.Helper()
	return r.Read(context.Background(), Source{Name: address, URL: address})
}

func TestFetch(t *testing.T) {
	var agent, referer atomic.Value
	s := site(t, map[string]http.HandlerFunc{
		"/page": func(w http.ResponseWriter, r *http.Request) {
			agent.Store(r.UserAgent())
			referer.Store(r.Referer())
			servePage(w, r)
		},
		"/old": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/older#x", http.StatusFound) },
		"/older": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/page", http.StatusMovedPermanently)
		},
	})
	a, err := fetchArticle(t, reader(Config{UserAgent: "claimlens/9 (+https://c.example)"}), s.URL+"/old")
	if err != nil {
		t.Fatal(err)
	}
	if a.URL != s.URL+"/page" || a.Title != "Salt" || a.Format != "html" {
		t.Errorf("got %s, %q, %s", a.URL, a.Title, a.Format)
	}
	if agent.Load() != "claimlens/9 (+https://c.example)" || referer.Load() != "" {
		t.Errorf("got agent %q, referer %q", agent.Load(), referer.Load())
	}
}

func TestFetchFormats(t *testing.T) {
	serve := func(mediaType, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			io.WriteString(w, body)
		}
	}
	s := site(t, map[string]http.HandlerFunc{
		"/text":       serve("text/plain; charset=iso-8859-1", "Häufig"[:1]+"\xe4ufig salzig"),
		"/markdown":   serve("text/markdown", "# Salt\n\nText."),
		"/bytes":      serve("application/octet-stream", "<!doctype html><p>"+sentence),
		"/wrong":      serve("text/html; charset=utf-8", "<p>H\xe4ufig "+sentence),
		"/pdf":        serve("application/pdf", "%PDF-1.7"),
		"/lying.html": serve("text/html", "%PDF-1.7"),
		"/image":      serve("image/png", "x"),
		"/feed":       serve("application/rss+xml", "<rss>"),
		"/empty":      serve("text/html", ""),
	})
	r := reader(Config{})
	for path, want := range map[string]string{"/text": "Häufig salzig", "/markdown": "Text.", "/bytes": "Dialysis takes", "/wrong": "H\uFFFDufig Dialysis"} {
		if a, err := fetchArticle(t, r, s.URL+path); err != nil || !strings.HasPrefix(a.Text, want) {
			t.Errorf("%s: got %.40q, %v", path, a.Text, err)
		}
	}
	for path, want := range map[string]string{
		"/pdf": "is a PDF, which can't be read yet", "/lying.html": "looks like a PDF", "/image": "is image/png, not a web page or text",
		"/feed": "is a news feed (RSS)", "/empty": "is empty",
	} {
		if _, err := fetchArticle(t, r, s.URL+path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", path, err, want)
		}
	}
}

// Servers that misbehave, each in its own way.
func TestFetchRefused(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{
		"/404":  func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(404) },
		"/403":  func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(403) },
		"/500":  func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) },
		"/204":  func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) },
		"/loop": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) },
		"/inside": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
		},
		"/meta": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://169.254.169.254/latest", http.StatusFound)
		},
		"/file": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		},
		"/nowhere": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(302) },
		"/endless": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for chunk := bytes.Repeat([]byte("salt "), 20_000); ; {
				if _, err := w.Write(chunk); err != nil {
					return
				}
			}
		},
		"/announced": func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "99999999") },
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", "text/html")
			z := gzip.NewWriter(w)
			for chunk := make([]byte, 1<<20); ; {
				if _, err := z.Write(chunk); err != nil {
					return
				}
			}
		},
		"/brotli": func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "br") },
		"/cut": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, "<p>Salt")
		},
		"/headers": func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 2*maxHeader)) },
		"/garbled": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			io.WriteString(w, "no gzip at all")
		},
	})
	r := reader(Config{Timeout: 20 * time.Second})
	for _, tt := range []struct {
		path, want string
		kind       error
	}{
		{"/404", "answers 404 Not Found", annotate.ErrNotFound},
		{"/403", "may not be read without signing in, or not by programs", annotate.ErrForbidden},
		{"/500", "answers 500 Internal Server Error", annotate.ErrInvalid},
		{"/204", "answers 204 No Content", annotate.ErrInvalid},
		{"/loop", "is redirected more than 5 times", annotate.ErrInvalid},
		{"/inside", "leads to 10.0.0.1, which is not a public address", annotate.ErrForbidden},
		{"/meta", "leads to 169.254.169.254, which is not a public address", annotate.ErrForbidden},
		{"/file", "is redirected to file:///etc/passwd, which can't be read", annotate.ErrInvalid},
		{"/nowhere", "is redirected to nowhere", annotate.ErrInvalid},
		{"/endless", "is longer than 20 MB", annotate.ErrInvalid},
		{"/announced", "is longer than 20 MB", annotate.ErrInvalid},
		{"/bomb", "is longer than 20 MB", annotate.ErrInvalid},
		{"/brotli", "in an encoding that was not asked for (br)", annotate.ErrInvalid},
		{"/cut", "broke off before it was complete", annotate.ErrInvalid},
		{"/headers", "can't be had", annotate.ErrInvalid},
		{"/garbled", "can't be had", annotate.ErrInvalid},
	} {
		_, err := fetchArticle(t, r, s.URL+tt.path)
		if err == nil || !strings.Contains(err.Error(), tt.want) || !errors.Is(err, tt.kind) {
			t.Errorf("%s: got %v, want %q", tt.path, err, tt.want)
		}
	}
}

// A server that sends a byte now and then does not hold the reader longer than its time.
func TestFetchSlow(t *testing.T) {
	drip := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for r.Context().Err() == nil {
			io.WriteString(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	}
	s := site(t, map[string]http.HandlerFunc{
		"/drip":   drip,
		"/silent": func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
	})
	r := reader(Config{Timeout: 300 * time.Millisecond})
	for _, path := range []string{"/drip", "/silent"} {
		begin := time.Now()
		_, err := fetchArticle(t, r, s.URL+path)
		if err == nil || !strings.Contains(err.Error(), "did not answer in time") || time.Since(begin) > 10*time.Second {
			t.Errorf("%s: got %v after %v", path, err, time.Since(begin))
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := reader(Config{}).Read(ctx, Source{URL: s.URL + "/silent"}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: got %v", err)
	}
}

func TestFetchUnreachable(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	secure := httptest.NewUnstartedServer(http.HandlerFunc(servePage))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	for address, want := range map[string]string{
		"http://" + l.Addr().String() + "/": "does not accept connections",
		"http://no-such-host.invalid/":      "no host is called no-such-host.invalid",
		secure.URL + "/":                    "the certificate of",
	} {
		if _, err := fetchArticle(t, reader(Config{}), address); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", address, err, want)
		}
	}
}

func TestFetchRobots(t *testing.T) {
	var asked atomic.Int32
	status := atomic.Int32{}
	status.Store(200)
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) {
			asked.Add(1)
			w.WriteHeader(int(status.Load()))
			io.WriteString(w, "User-agent: claimlens\nDisallow: /private\n")
		},
		"/private": servePage,
		"/to-private": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/private?x", http.StatusFound)
		},
	})
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	r := reader(Config{UserAgent: "claimlens/1", Now: func() time.Time { return now }})
	host := strings.TrimPrefix(s.URL, "http://")
	for path, want := range map[string]string{"/page": "", "/private": "robots.txt of " + host + " asks not to read this page", "/to-private": "asks not to read this page"} {
		_, err := fetchArticle(t, r, s.URL+path)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, annotate.ErrForbidden)) {
			t.Errorf("%s: got %v, want %q", path, err, want)
		}
	}
	if asked.Load() != 1 {
		t.Errorf("robots.txt was asked for %d times, want once", asked.Load())
	}
	now = now.Add(time.Hour)
	status.Store(503)
	if _, err := fetchArticle(t, r, s.URL+"/page"); err == nil || !strings.Contains(err.Error(), "can't be had now (503") {
		t.Errorf("after an hour: got %v", err)
	}
	now = now.Add(2 * time.Minute)
	status.Store(404)
	if _, err := fetchArticle(t, r, s.URL+"/private"); err != nil {
		t.Errorf("without robots.txt: got %v", err)
	}
}

// robots.txt over a redirect counts; one that never arrives counts as none.
func TestFetchRobotsRedirected(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/r", http.StatusFound) },
		"/r":          func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "User-agent: *\nDisallow: /") },
	})
	if _, err := fetchArticle(t, reader(Config{}), s.URL+"/page"); err == nil || !strings.Contains(err.Error(), "asks not to") {
		t.Errorf("got %v", err)
	}
	s = site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots.txt", http.StatusFound) },
	})
	if _, err := fetchArticle(t, reader(Config{}), s.URL+"/page"); err != nil {
		t.Errorf("got %v", err)
	}
	s = site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
		},
	})
	if _, err := fetchArticle(t, reader(Config{}), s.URL+"/page"); !errors.Is(err, annotate.ErrForbidden) {
		t.Errorf("got %v", err)
	}
}

// A host is not asked for pages faster than the interval, nor than its robots.txt asks.
func TestFetchPace(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "User-agent: *\nCrawl-delay: 0.2") },
	})
	r := reader(Config{Interval: 10 * time.Millisecond})
	begin := time.Now()
	for range 3 {
		if _, err := fetchArticle(t, r, s.URL+"/page"); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(begin); took < 390*time.Millisecond {
		t.Errorf("three pages took %v, want 0.2 s between them", took)
	}
	r = reader(Config{Interval: time.Hour, Timeout: time.Second})
	if _, err := fetchArticle(t, r, s.URL+"/page"); err != nil {
		t.Fatal(err)
	}
	if _, err := fetchArticle(t, r, s.URL+"/page"); err == nil || !strings.Contains(err.Error(), "would have to wait") {
		t.Errorf("got %v", err)
	}
}
