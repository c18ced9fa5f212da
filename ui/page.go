package ui

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"
)

// page is what every page holds, for the frame around it.
type page struct {
	Title    string // of the window, without the product's name
	Section  string // the entry of the navigation that it belongs to
	Query    string // in the search field
	Reviewer string
	Notice   string
	Model    string // that imported articles are sent to; empty: none
	Judge    string // that claims and abstracts are sent to; empty: none
	Online   bool   // PubMed is asked when somebody asks for it
	Version  string
	CSRF     string
	Refresh  int // seconds after which the page reads itself again where there is no JavaScript; 0: never
}

func (p *page) base() *page { return p }

// framed is a page's struct: it embeds page.
type framed interface{ base() *page }

// templates are the pages by name, each with the frame and the parts that they share.
type templates map[string]*template.Template

func parseTemplates(funcs template.FuncMap) (templates, error) {
	shared, err := template.New("frame").Funcs(funcs).ParseFS(embedded, "templates/shared/*.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	names, err := embedded.ReadDir("templates")
	if err != nil {
		return nil, err
	}
	all := templates{}
	for _, entry := range names {
		if entry.IsDir() {
			continue
		}
		t, err := shared.Clone()
		if err == nil {
			t, err = t.ParseFS(embedded, path.Join("templates", entry.Name()))
		}
		if err != nil {
			return nil, fmt.Errorf("templates: %w", err)
		}
		all[strings.TrimSuffix(entry.Name(), ".html")] = t
	}
	return all, nil
}

// show sends a page. The template is executed whole before the first byte leaves, so that a page is there or is not.
func (s *Server) show(c echo.Context, status int, name string, p framed) error {
	b := p.base()
	b.Reviewer, b.Notice, b.Model, b.Version = s.config.Reviewer, s.config.Notice, s.config.Model, s.config.Version
	b.Judge, b.Online = s.judge(), s.config.Literature != nil
	b.CSRF, _ = c.Get("csrf").(string) // none where the middleware did not run: on some error pages, which hold no form
	t, ok := s.pages[name]
	if !ok {
		return fmt.Errorf("no template %q", name)
	}
	var out bytes.Buffer
	if err := t.ExecuteTemplate(&out, "frame", p); err != nil {
		return fmt.Errorf("template %s: %w", name, err)
	}
	c.Response().Header().Set("Cache-Control", "private, no-cache")
	return c.HTMLBlob(status, out.Bytes())
}

// back is where a form leads when it is done: the address that the page with the form gave, if it is one of ours, else
// the other. An address of another site, in any spelling of one, is not ours.
func back(c echo.Context, otherwise string) string {
	to := c.FormValue("back")
	if len(to) < 2 || to[0] != '/' || to[1] == '/' || strings.ContainsAny(to, "\\\r\n\t") || len(to) > 500 {
		return otherwise
	}
	return to
}

// seeOther sends the browser on after a form did its work.
func seeOther(c echo.Context, to string) error { return c.Redirect(http.StatusSeeOther, to) }
