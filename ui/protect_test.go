package ui

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

func TestHosts(t *testing.T) {
	s := newSite(t)
	for host, want := range map[string]int{
		"localhost": 200, "127.0.0.1:8650": 200, "[::1]:8650": 200, "[::1]": 200, "LOCALHOST:1": 200,
		"evil.example": 421, "127.0.0.1.evil.example": 421, "": 421, "localhost.evil.example:8650": 421,
	} {
		r := httptest.NewRequest(http.MethodGet, "/about", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.server.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: got %d, want %d", host, w.Code, want)
		}
	}
}

func TestHeaders(t *testing.T) {
	s := newSite(t)
	for _, address := range []string{"/", "/nothing", "/help/keys"} {
		resp, err := s.client.Get(s.web.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		read(t, resp)
		for name, want := range map[string]string{
			"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
		} {
			if got := resp.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", address, name, got, want)
			}
		}
		for _, c := range resp.Cookies() {
			if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
				t.Errorf("%s: the cookie %s is open to scripts or to other sites", address, c.Name)
			}
		}
	}
}

// A form that was not read here is refused, however it is sent.
func TestForgedForms(t *testing.T) {
	s := newSite(t)
	s.fill()
	address := s.web.URL + "/claims/" + annotate.ClaimID(common).String() + "/grade"
	form := url.Values{"verdict": {"not-checkable"}, "rationale": {"Forged."}}
	for name, change := range map[string]func(*http.Request){
		"no token":          func(*http.Request) {},
		"a wrong token":     func(r *http.Request) { r.Header.Set("X-CSRF-Token", "guessed") },
		"from another site": func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"from a neighbour":  func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") },
	} {
		r, err := http.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		change(r)
		resp, err := s.client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		if read(t, resp); resp.StatusCode != http.StatusForbidden && resp.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: got %d, want 403 or 400", name, resp.StatusCode)
		}
	}
	if _, body := s.get("/claims/" + annotate.ClaimID(common).String()); strings.Contains(body, "Forged.") {
		t.Error("a forged grade was signed")
	}
}

func TestErrorPages(t *testing.T) {
	s := newSite(t)
	s.server.echo.GET("/panic", func(echo.Context) error { panic("secret of the machine") })
	s.server.echo.GET("/fault", func(echo.Context) error { return errors.New("secret of the machine") })
	s.server.echo.GET("/slow", func(c echo.Context) error {
		ctx, cancel := context.WithTimeoutCause(c.Request().Context(), 0, errTooSlow)
		defer cancel()
		<-ctx.Done()
		return echo.NewHTTPError(http.StatusServiceUnavailable).SetInternal(ctx.Err())
	})
	for _, tt := range []struct {
		method, address string
		status          int
		want            string
	}{
		{"GET", "/nothing", 404, "There is nothing at this address."},
		{"GET", "/claims/not-an-id", 404, "There is nothing at this address."},
		{"GET", "/claims/00000000-0000-0000-0000-000000000000", 404, "There is nothing at this address."},
		{"GET", "/claims?state=odd", 404, "There is nothing at this address."},
		{"GET", "/claims?after=odd", 422, "send it again"},
		{"GET", "/articles/" + annotate.ArticleID("x").String(), 404, "There is nothing at this address."},
		{"GET", "/help/odd", 404, "There is nothing at this address."},
		{"GET", "/imports/" + annotate.ArticleID("x").String(), 404, "There is nothing at this address."},
		{"GET", "/citations/99999999", 404, "claimlens pubmed import FILE"},
		{"GET", "/citations/0x", 404, "There is nothing at this address."},
		{"DELETE", "/about", 405, "does not take that kind of request"},
		{"GET", "/panic", 500, "Something went wrong on our side."},
		{"GET", "/fault", 500, "What was saved before is safe"},
		{"GET", "/slow", 503, "This took too long"},
		{"GET", "/api/v1/overlay", 422, `"error"`},
		{"GET", "/api/v1/overlay?url=https://nowhere.example/", 404, `"error"`},
	} {
		r, err := http.NewRequest(tt.method, s.web.URL+tt.address, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		resp, err := s.client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body := read(t, resp)
		if resp.StatusCode != tt.status || !strings.Contains(body, tt.want) {
			t.Errorf("%s %s: got %d, want %d and %q", tt.method, tt.address, resp.StatusCode, tt.status, tt.want)
		}
		if strings.Contains(body, "secret") {
			t.Errorf("%s shows what only the log may know", tt.address)
		}
	}
}

func TestTooLarge(t *testing.T) {
	s := newSite(t)
	resp, body := s.post("/claims/"+annotate.ClaimID(common).String()+"/grade", url.Values{"rationale": {strings.Repeat("x", 1<<20)}})
	if resp.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(body, "larger than this server takes") {
		t.Errorf("got %d, want 413 with its page", resp.StatusCode)
	}
}

func TestBack(t *testing.T) {
	s := newSite(t)
	for to, want := range map[string]string{
		"/claims/x?y#z": "/claims/x?y#z", "": "/else", "/": "/else", "//evil.example": "/else", `/\evil.example`: "/else",
		"https://evil.example": "/else", "javascript:alert(1)": "/else", "/x\r\nSet-Cookie: a": "/else", "/" + strings.Repeat("x", 600): "/else",
	} {
		r := httptest.NewRequest(http.MethodGet, "/?"+url.Values{"back": {to}}.Encode(), nil)
		if got := back(s.server.echo.NewContext(r, httptest.NewRecorder()), "/else"); got != want {
			t.Errorf("%q: got %q, want %q", to, got, want)
		}
	}
}

func TestFiles(t *testing.T) {
	s := newSite(t)
	address, err := s.server.files.address("site.css")
	if err != nil {
		t.Fatal(err)
	}
	get := func(address string, header ...string) *http.Response {
		t.Helper()
		r, err := http.NewRequest(http.MethodGet, s.web.URL+address, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		resp, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		read(t, resp)
		return resp
	}
	plain, zipped := get(address, "Accept-Encoding", "identity"), get(address, "Accept-Encoding", "gzip")
	if got := plain.Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("its own version: Cache-Control is %q, want immutable", got)
	}
	if zipped.Header.Get("Content-Encoding") != "gzip" || zipped.ContentLength >= plain.ContentLength {
		t.Errorf("gzip: %q, %d of %d bytes", zipped.Header.Get("Content-Encoding"), zipped.ContentLength, plain.ContentLength)
	}
	if zipped.Header.Get("ETag") == plain.Header.Get("ETag") {
		t.Error("zipped and plain share an ETag")
	}
	if got := get(address, "Accept-Encoding", "identity", "If-None-Match", plain.Header.Get("ETag")).StatusCode; got != http.StatusNotModified {
		t.Errorf("known to the browser: got %d, want 304", got)
	}
	if got := get("/web/another/site.css").Header.Get("Cache-Control"); got != "no-cache" {
		t.Errorf("another version: Cache-Control is %q, want no-cache", got)
	}
	if got := get("/web/" + s.server.files.version + "/../templates/home.html").StatusCode; got != http.StatusNotFound {
		t.Errorf("a file that is none of web: got %d, want 404", got)
	}
	if _, err := s.server.files.address("missing.js"); err == nil {
		t.Error("a file that is not there has an address")
	}
}
