package ui

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"claimlens/annotate"
)

// Help is the manual: one Markdown file for each topic, the first line its title. The command line prints the same.
func Help() fs.FS {
	sub, err := fs.Sub(embedded, "help")
	if err != nil {
		panic(err) // the folder is embedded; only a wrong name could fail
	}
	return sub
}

// Topics are the manual's topics in the order in which they are listed.
func Topics() []string {
	return []string{"start", "editing", "grading", "evidence", "studies", "importing", "papers", "model", "keys", "words", "data"}
}

// topic is one page of the manual.
type topic struct {
	Name, Title string
	Body        template.HTML // of our own Markdown, which is embedded
}

func readHelp(fsys fs.FS) (map[string]topic, error) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.DefinitionList))
	all := map[string]topic{}
	for _, name := range Topics() {
		data, err := fs.ReadFile(fsys, name+".md")
		if err != nil {
			return nil, err
		}
		title, body, _ := bytes.Cut(data, []byte("\n"))
		var b bytes.Buffer
		if err := md.Convert(body, &b); err != nil {
			return nil, fmt.Errorf("%s: %w", path.Join("help", name), err)
		}
		all[name] = topic{Name: name, Title: strings.TrimPrefix(string(title), "# "), Body: template.HTML(b.String())} //nolint:gosec // our own pages
	}
	return all, nil
}

// helpPage is one topic with the list of all.
type helpPage struct {
	page
	Topics []topic
	Topic  topic
}

func (s *Server) helpIndex(c echo.Context) error { return s.showHelp(c, Topics()[0]) }

func (s *Server) helpTopic(c echo.Context) error { return s.showHelp(c, c.Param("topic")) }

func (s *Server) showHelp(c echo.Context, name string) error {
	t, ok := s.help[name]
	if !ok {
		return fmt.Errorf("help on %q: %w", name, annotate.ErrNotFound)
	}
	p := &helpPage{Topic: t}
	for _, n := range Topics() {
		p.Topics = append(p.Topics, s.help[n])
	}
	p.Title, p.Section = t.Title, "help"
	return s.show(c, http.StatusOK, "help", p)
}
