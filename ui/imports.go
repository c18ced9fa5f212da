package ui

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"claimlens/annotate"
)

// Importer brings articles in. It reports each source as it is done with, and what it refused as a report too; its
// error is for what ended the whole run.
type Importer interface {
	Import(ctx context.Context, source ImportSource, report func(ImportProgress)) error
}

// ImportSource is what a person gave to be imported.
type ImportSource struct {
	Addresses              []string
	Pasted                 string
	PastedURL, PastedTitle string
	Files                  []Upload
}

// Upload is a file that a browser sent.
type Upload struct {
	Name string
	Data []byte
}

// ImportProgress says how far an import is, and what came of the source that was done last: an article, or a refusal.
type ImportProgress struct {
	Done, Total       int
	Source            string
	Article           uuid.UUID
	Title             string
	Claims, NewClaims int
	Unchanged         bool
	Notes             []string // what was dropped on the way, in words
	Refused           string
}

// What bounds one import.
const (
	maxUploads    = 50
	maxUpload     = 20 << 20
	maxAddresses  = 100
	maxPasted     = 4 << 20
	progressPause = 15 * time.Second // after which a watcher hears that the import still runs
)

// importFields is the import form, as it was filled in.
type importFields struct {
	On          bool
	Model       string // that reads, if it isn't the grammar
	Addresses   string
	Pasted      string
	PastedURL   string
	PastedTitle string
	CSRF        string
	Problems    map[string]string
}

// importPage is the form by itself.
type importPage struct {
	page
	Import importFields
}

// jobPage is an import as it runs, or what came of it.
type jobPage struct {
	page
	Job jobView
}

func (s *Server) importFields(c echo.Context) importFields {
	return importFields{On: s.config.Imports != nil, Model: s.config.Model, CSRF: token(c)}
}

func (s *Server) importForm(c echo.Context) error {
	f := s.importFields(c)
	f.Addresses = c.QueryParam("url")
	return s.showImport(c, http.StatusOK, f)
}

func (s *Server) showImport(c echo.Context, status int, f importFields) error {
	p := &importPage{Import: f}
	p.Title, p.Section = "Import", "home"
	return s.show(c, status, "import", p)
}

// newlines takes back what a form does to a text's line ends, so that a text that was pasted is the text of its file.
var newlines = strings.NewReplacer("\r\n", "\n")

func (s *Server) importStart(c echo.Context) error {
	if s.config.Imports == nil {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	defer removeUploads(c)
	f := s.importFields(c)
	f.Addresses, f.Pasted = c.FormValue("address"), newlines.Replace(c.FormValue("text"))
	f.PastedURL, f.PastedTitle = strings.TrimSpace(c.FormValue("texturl")), strings.TrimSpace(c.FormValue("title"))
	source, err := readSource(c, f)
	if errors.Is(err, annotate.ErrInvalid) {
		f.Problems = fields(err)
		return s.showImport(c, http.StatusUnprocessableEntity, f)
	}
	if err != nil {
		return err
	}
	id, err := s.jobs.start(source)
	if errors.Is(err, errBusy) {
		f.Problems = map[string]string{"address": "other imports are running and more wait: try again when one of them is done"}
		return s.showImport(c, http.StatusServiceUnavailable, f)
	}
	if err != nil {
		return err
	}
	return seeOther(c, "/imports/"+id.String())
}

// readSource is what the form asks for, or everything that is wrong with it.
func readSource(c echo.Context, f importFields) (ImportSource, error) {
	var p annotate.Problems
	source := ImportSource{Addresses: strings.Fields(f.Addresses), Pasted: f.Pasted, PastedURL: f.PastedURL, PastedTitle: f.PastedTitle}
	for i, a := range source.Addresses {
		if !strings.Contains(a, "://") {
			source.Addresses[i] = "https://" + a
		}
	}
	if n := len(source.Addresses); n > maxAddresses {
		p.Add("address", "%d addresses are more than the %d that go in at a time", n, maxAddresses)
	}
	if len(source.Pasted) > maxPasted {
		p.Add("text", "is longer than four million bytes: send it as a file")
	}
	if strings.TrimSpace(source.Pasted) == "" {
		source.Pasted = ""
	}
	if source.PastedURL != "" && !annotate.PublicPage(source.PastedURL) {
		p.Add("texturl", "%q is not the address of a page: it begins with https://", source.PastedURL)
	}
	files, err := readUploads(c, &p)
	if err != nil {
		return source, err
	}
	source.Files = files
	if len(p) == 0 && len(source.Addresses)+len(source.Files) == 0 && source.Pasted == "" {
		p.Add("address", "give an address, a text or a file")
	}
	return source, p.Err()
}

func readUploads(c echo.Context, p *annotate.Problems) ([]Upload, error) {
	form, err := c.MultipartForm()
	if tooLarge(err) {
		return nil, echo.NewHTTPError(http.StatusRequestEntityTooLarge)
	}
	if err != nil {
		return nil, nil //nolint:nilerr // a form without files is not multipart
	}
	var files []Upload
	for _, header := range form.File["files"] {
		switch {
		case header.Filename == "" || header.Size == 0:
			continue
		case header.Size > maxUpload:
			p.Add("files", "%s is larger than 20 MB", header.Filename)
			continue
		case len(files) == maxUploads:
			p.Add("files", "more than %d files: a folder goes in with “claimlens import DIR”", maxUploads)
			return files, nil
		}
		data, err := readUpload(header)
		if err != nil {
			return nil, err
		}
		files = append(files, Upload{Name: header.Filename, Data: data})
	}
	return files, nil
}

func readUpload(header *multipart.FileHeader) ([]byte, error) {
	f, err := header.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxUpload+1))
}

// removeUploads deletes the temporary files of a form.
func removeUploads(c echo.Context) {
	if form := c.Request().MultipartForm; form != nil {
		_ = form.RemoveAll() // they are temporary; the system clears away what stays
	}
}

// tooLarge says whether reading a form failed because the body is over its limit.
func tooLarge(err error) bool {
	var he *echo.HTTPError
	return errors.As(err, &he) && he.Code == http.StatusRequestEntityTooLarge
}

func (s *Server) importJob(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	view, ok := s.jobs.view(id)
	if !ok {
		return fmt.Errorf("import %s: %w", id, annotate.ErrNotFound)
	}
	p := &jobPage{Job: view}
	p.Job.CSRF = token(c)
	p.Title, p.Section = "Import", "home"
	if !view.Ended {
		p.Refresh = 2
	}
	return s.show(c, http.StatusOK, "job", p)
}

func (s *Server) importCancel(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	if !s.jobs.cancel(id) {
		return fmt.Errorf("import %s: %w", id, annotate.ErrNotFound)
	}
	return seeOther(c, "/imports/"+id.String())
}

// importProgress sends how far an import is as server-sent events, until it ends or the watcher leaves.
func (s *Server) importProgress(c echo.Context) error {
	id, err := identifier(c, "id")
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, "text/event-stream")
	h.Set("Cache-Control", "no-store")
	for {
		view, ok := s.jobs.view(id)
		if !ok {
			return fmt.Errorf("import %s: %w", id, annotate.ErrNotFound)
		}
		data, err := json.Marshal(map[string]any{"done": view.Done, "total": view.Total, "source": view.Source, "ended": view.Ended})
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(c.Response(), "data: %s\n\n", data); err != nil {
			return err
		}
		c.Response().Flush()
		if view.Ended {
			return nil
		}
		select {
		case <-view.changed:
		case <-time.After(progressPause):
		case <-c.Request().Context().Done():
			return nil
		}
	}
}
