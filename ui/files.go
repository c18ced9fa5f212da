package ui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"
)

//go:embed web templates help/*.md
var embedded embed.FS

// files are what browsers load beside the pages, held ready to be sent. All share one version, the hash of them all, as
// the first part of their path: a module imports its neighbour by a relative path and gets the same version.
type files struct {
	version string
	byName  map[string]file
}

type file struct {
	data, zipped []byte // zipped is nil when it would not be smaller
	kind, tag    string
}

func newFiles(web fs.FS) (*files, error) {
	f := &files{byName: map[string]file{}}
	all := sha256.New()
	err := fs.WalkDir(web, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(web, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(all, "%s %d\n", name, len(data))
		all.Write(data)
		f.byName[name], err = newFile(name, data)
		return err
	})
	f.version = hex.EncodeToString(all.Sum(nil))[:12]
	return f, err
}

func newFile(name string, data []byte) (file, error) {
	sum := sha256.Sum256(data)
	f := file{data: data, kind: contentType(name), tag: hex.EncodeToString(sum[:8])}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return file{}, err
	}
	if _, err := w.Write(data); err != nil {
		return file{}, err
	}
	if err := w.Close(); err != nil {
		return file{}, err
	}
	if b.Len() < len(data) {
		f.zipped = b.Bytes()
	}
	return f, nil
}

// contentType does not ask the machine's own table, in which a module may be anything.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return echo.MIMEOctetStream
}

// address is where a file is found. Naming one that is not there is a fault of a template, and is met when it runs.
func (f *files) address(name string) (string, error) {
	if _, ok := f.byName[name]; !ok {
		return "", fmt.Errorf("no file %q in web", name)
	}
	return "/web/" + f.version + "/" + name, nil
}

func (s *Server) file(c echo.Context) error {
	name := c.Param("*")
	cache := "public, max-age=31536000, immutable"
	if c.Param("version") != s.files.version {
		cache = "no-cache"
	}
	return s.send(c, name, cache)
}

func (s *Server) favicon(c echo.Context) error { return s.send(c, "icon.svg", "public, max-age=86400") }

func (s *Server) send(c echo.Context, name, cache string) error {
	f, ok := s.files.byName[name]
	if !ok {
		return echo.NewHTTPError(http.StatusNotFound)
	}
	h := c.Response().Header()
	h.Set("Cache-Control", cache)
	h.Set("Vary", "Accept-Encoding")
	data, tag := f.data, f.tag
	if f.zipped != nil && strings.Contains(c.Request().Header.Get("Accept-Encoding"), "gzip") {
		data, tag = f.zipped, f.tag+"-gzip"
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("ETag", `"`+tag+`"`)
	if c.Request().Header.Get("If-None-Match") == `"`+tag+`"` {
		return c.NoContent(http.StatusNotModified)
	}
	h.Set(echo.HeaderContentLength, strconv.Itoa(len(data)))
	return c.Blob(http.StatusOK, f.kind, data)
}
