package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"claimlens/annotate"
)

// stepper is an importer that does one source for each value that it is sent.
type stepper struct {
	step   chan ImportProgress
	got    chan ImportSource
	refuse error
}

func newStepper() *stepper {
	return &stepper{step: make(chan ImportProgress), got: make(chan ImportSource, 20)}
}

func (s *stepper) Import(ctx context.Context, source ImportSource, report func(ImportProgress)) error {
	s.got <- source
	for {
		select {
		case p, ok := <-s.step:
			if !ok {
				return s.refuse
			}
			if p.Source == "panic" {
				panic("an importer’s own fault")
			}
			report(p)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (s *site) waitFor(address, want string) string {
	s.Helper()
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if _, body := s.get(address); strings.Contains(body, want) {
			return body
		}
	}
	s.Fatalf("%s never said %q", address, want)
	return ""
}

func (s *site) startImport(form url.Values) string {
	s.Helper()
	resp, _ := s.post("/import", form)
	at := resp.Header.Get("Location")
	if resp.StatusCode != http.StatusSeeOther || !strings.HasPrefix(at, "/imports/") {
		s.Fatalf("got %d to %q, want 303 to the import", resp.StatusCode, at)
	}
	return at
}

func TestImport(t *testing.T) {
	importer := newStepper()
	s := newSite(t, func(c *Config) { c.Imports = importer })
	at := s.startImport(url.Values{"address": {"example.org/a  http://example.org/b"}, "text": {"Coffee\r\n\r\nhelps."}, "texturl": {"https://example.org/c"}, "title": {"Coffee"}})
	source := <-importer.got
	if got := fmt.Sprint(source); got != "{[https://example.org/a http://example.org/b] Coffee\n\nhelps. https://example.org/c Coffee []}" {
		t.Errorf("got %s", got)
	}

	_, body := s.get(at)
	if !strings.Contains(body, `http-equiv="refresh"`) || !strings.Contains(body, "0 of 3") {
		t.Error("a running import does not read itself again without JavaScript, or does not say how far it is")
	}
	article := uuid.New()
	importer.step <- ImportProgress{Done: 1, Total: 3, Source: "https://example.org/a", Refused: "robots.txt does not allow it"}
	importer.step <- ImportProgress{Done: 2, Total: 3, Source: "http://example.org/b", Article: article, Title: "B", Claims: 3, NewClaims: 2}
	s.waitFor(at, "2 of 3")

	watched := make(chan string)
	go func() {
		resp, err := s.client.Get(s.web.URL + at + "/progress")
		if err != nil {
			watched <- err.Error()
			return
		}
		defer resp.Body.Close()
		all, err := io.ReadAll(resp.Body)
		watched <- fmt.Sprint(resp.Header.Get("Content-Type"), string(all), err)
	}()
	close(importer.step)
	body = s.waitFor(at, "1 article, 2 new claims")
	for _, want := range []string{"robots.txt does not allow it", "/articles/" + article.String(), "1 source was refused"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(body, `http-equiv="refresh"`) {
		t.Error("an import that ended still reads itself again")
	}
	if got := <-watched; !strings.HasPrefix(got, "text/event-stream") || !strings.Contains(got, `"ended":true`) {
		t.Errorf("the progress was %q", got)
	}
}

func TestImportStops(t *testing.T) {
	importer := newStepper()
	s := newSite(t, func(c *Config) { c.Imports = importer })
	at := s.startImport(url.Values{"address": {"https://example.org/"}})
	s.post(at+"/cancel", url.Values{})
	s.waitFor(at, "The import was stopped")

	importer.refuse = errors.New("the store is full")
	at = s.startImport(url.Values{"address": {"https://example.org/"}})
	importer.step <- ImportProgress{Done: 1, Total: 1, Source: "https://example.org/", Article: uuid.New(), Title: "Kept"}
	close(importer.step)
	if body := s.waitFor(at, "The import ended early"); strings.Contains(body, "the store is full") || !strings.Contains(body, "Kept") {
		t.Error("the page shows the log’s words, or not what was kept")
	}
}

func TestImportPanics(t *testing.T) {
	importer := newStepper()
	s := newSite(t, func(c *Config) { c.Imports = importer })
	at := s.startImport(url.Values{"address": {"https://example.org/"}})
	importer.step <- ImportProgress{Source: "panic"}
	s.waitFor(at, "The import ended early")
}

func TestImportForm(t *testing.T) {
	importer := newStepper()
	s := newSite(t, func(c *Config) { c.Imports = importer })
	for _, tt := range []struct {
		name string
		form url.Values
		want string
	}{
		{"nothing", url.Values{}, "Give an address, a text or a file."},
		{"blank", url.Values{"address": {"  "}, "text": {"\n"}}, "Give an address, a text or a file."},
		{"too many", url.Values{"address": {strings.Repeat("example.org/x ", maxAddresses+1)}}, "more than the 100"},
		{"no address of a page", url.Values{"text": {"Kept as typed."}, "texturl": {"javascript:x"}}, "Kept as typed."},
	} {
		if resp, body := s.post("/import", tt.form); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, tt.want) {
			t.Errorf("%s: got %d, want 422 and %q", tt.name, resp.StatusCode, tt.want)
		}
	}
}

// However many people press the button, a bounded number of imports waits, and the others are told to wait themselves.
func TestImportsAreBounded(t *testing.T) {
	importer := newStepper()
	s := newSite(t, func(c *Config) { c.Imports = importer })
	for range maxWaiting {
		s.startImport(url.Values{"address": {"https://example.org/"}})
	}
	resp, body := s.post("/import", url.Values{"address": {"https://example.org/kept"}})
	if resp.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "https://example.org/kept") {
		t.Errorf("got %d, want 503 with the address kept", resp.StatusCode)
	}
	s.server.Close()
	if n := len(s.server.jobs.all); n != maxWaiting {
		t.Errorf("%d imports are held, want %d", n, maxWaiting)
	}
	for range maxJobs {
		s.server.jobs.makeRoom()
	}
	if resp, _ := s.post("/import", url.Values{"address": {"https://example.org/"}}); resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("after the end: got %d, want 503", resp.StatusCode)
	}
}

func (s *site) upload(address, field string, files map[string][]byte) (*http.Response, string) {
	s.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := w.WriteField("csrf", s.token()); err != nil {
		s.Fatal(err)
	}
	for name, data := range files {
		part, err := w.CreateFormFile(field, name)
		if err == nil {
			_, err = part.Write(data)
		}
		if err != nil {
			s.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		s.Fatal(err)
	}
	resp, err := s.client.Post(s.web.URL+address, w.FormDataContentType(), &b)
	if err != nil {
		s.Fatal(err)
	}
	return resp, read(s.TB, resp)
}

func TestImportFiles(t *testing.T) {
	importer := newStepper()
	s := newSite(t, func(c *Config) { c.Imports = importer })
	if resp, _ := s.upload("/import", "files", map[string][]byte{"a.txt": []byte("One."), "empty.txt": nil}); resp.StatusCode != http.StatusSeeOther {
		t.Fatalf("got %d, want 303", resp.StatusCode)
	}
	if got := <-importer.got; len(got.Files) != 1 || got.Files[0].Name != "a.txt" || string(got.Files[0].Data) != "One." {
		t.Errorf("got %+v", got.Files)
	}
	if resp, body := s.upload("/import", "files", map[string][]byte{"big.txt": make([]byte, maxUpload+1)}); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "big.txt is larger than 20 MB") {
		t.Errorf("a file that is too large: got %d", resp.StatusCode)
	}
	many := map[string][]byte{}
	for i := range maxUploads + 1 {
		many[fmt.Sprint(i, ".txt")] = []byte("x")
	}
	if resp, _ := s.upload("/import", "files", many); resp.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("too many files: got %d, want 422", resp.StatusCode)
	}
}

// papers counts the bytes of a file, and refuses an empty name.
type papers struct{}

func (papers) ImportCitations(_ context.Context, name string, r io.Reader) (CitationSummary, error) {
	data, err := io.ReadAll(r)
	if strings.HasSuffix(name, ".exe") {
		return CitationSummary{}, fmt.Errorf("%s is neither PubMed XML nor nbib: %w", name, annotate.ErrInvalid)
	}
	return CitationSummary{Read: len(data), Added: 1, Refused: []string{"record 2: no PMID"}}, err
}

func TestImportCitations(t *testing.T) {
	s := newSite(t, func(c *Config) { c.Citations = papers{} })
	for _, tt := range []struct {
		name   string
		status int
		want   string
	}{
		{"a.nbib", 200, "4 records read, 1 new, 0 changed, 1 refused"},
		{"a.exe", 422, "neither PubMed XML nor nbib"},
	} {
		if resp, body := s.upload("/citations", "file", map[string][]byte{tt.name: []byte("data")}); resp.StatusCode != tt.status || !strings.Contains(body, tt.want) {
			t.Errorf("%s: got %d, want %d and %q", tt.name, resp.StatusCode, tt.status, tt.want)
		}
	}
	if resp, body := s.upload("/citations", "other", nil); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, "Choose a file first.") {
		t.Errorf("no file: got %d, want 422", resp.StatusCode)
	}
}

// Who imports is told when a language model reads, and where the text goes; and what of its answer was dropped.
func TestImportByModel(t *testing.T) {
	importer := newStepper()
	s := newSite(t, func(c *Config) { c.Imports, c.Model = importer, "test-model at model.example" })
	if _, body := s.get("/articles"); !strings.Contains(body, "The text of articles that you import goes to test-model at model.example") || strings.Contains(body, "Everything stays") {
		t.Error("a page says that everything stays on this machine")
	}
	for _, address := range []string{"/", "/import"} {
		if _, body := s.get(address); !strings.Contains(body, "test-model at model.example") || !strings.Contains(body, `href="/help/model"`) {
			t.Errorf("%s does not say which model reads", address)
		}
	}
	at := s.startImport(url.Values{"text": {"Coffee helps."}})
	<-importer.got
	importer.step <- ImportProgress{Done: 1, Total: 1, Source: "pasted text", Article: uuid.New(), Title: "Coffee", Claims: 1, NewClaims: 1,
		Notes: []string{"2 quotes of the model are not in the text and were dropped"}}
	close(importer.step)
	s.waitFor(at, "2 quotes of the model are not in the text and were dropped.")

	plain := newSite(t, func(c *Config) { c.Imports = newStepper() })
	if _, body := plain.get("/import"); strings.Contains(body, "language model") || !strings.Contains(body, "Everything stays on this machine.") {
		t.Error("the form speaks of a model although there is none")
	}
}
