package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"claimlens/annotate"
	"claimlens/annotate/study"
)

// Config is what a Server needs.
type Config struct {
	Desk     *annotate.Desk  // where things are done
	Store    annotate.Reader // where they are read
	Reviewer string          // the name under which this server's user signs

	Imports   Importer         // nil: the import form says that it is switched off
	Citations CitationImporter // nil: papers come in by the command line only

	Finder     Finder     // nil: no papers are suggested
	Literature Literature // nil: nothing is fetched and nobody is asked, and pages say that the server is offline

	Judge     string // the language model that judges for the Finder, and signs what is suggested; empty: the grammar, as "claimlens"
	JudgeHost string // where that model is

	Model   string   // the language model that reads what is imported, and where it is; empty: the grammar, on this machine
	Version string   // shown on the about page; empty: "development"
	Notice  string   // one line above every page, such as what a demonstration is; empty: none
	Hosts   []string // host names by which the server may be called, without port; nil: localhost, 127.0.0.1 and [::1]

	Log *slog.Logger     // nil: nothing is logged
	Now func() time.Time // nil: the clock
}

// CitationImporter takes papers in from a file, in any format that it knows by its content or its name.
type CitationImporter interface {
	ImportCitations(ctx context.Context, name string, r io.Reader) (CitationSummary, error)
}

// CitationSummary says what came of a file of papers. Refused lists the records that were skipped, each with its place
// in the file and the reason, in words.
type CitationSummary struct {
	Read, Added, Changed int
	Refused              []string
}

// Server is the web UI as an http.Handler. Close ends the imports that still run.
type Server struct {
	config Config
	log    *slog.Logger
	echo   *echo.Echo
	files  *files
	pages  templates
	help   map[string]topic
	jobs   *jobs

	studies memo[study.Study]   // behind papers, by PMID and version
	groups  memo[[]study.Group] // of papers that report one study, by the same of all of them
}

// New checks the configuration, parses every template and builds the table of addresses.
func New(c Config) (*Server, error) {
	switch {
	case c.Desk == nil || c.Store == nil:
		return nil, errors.New("the web UI needs a desk and a store")
	case c.Reviewer == "":
		return nil, errors.New("the web UI needs the name of its reviewer")
	}
	if c.Version == "" {
		c.Version = "development"
	}
	if c.Judge == "" {
		c.Judge, c.JudgeHost = machine, ""
	}
	if c.Hosts == nil {
		c.Hosts = []string{"localhost", "127.0.0.1", "[::1]"}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	s := &Server{config: c, log: c.Log, jobs: newJobs(c.Imports, c.Log, c.Now)}
	return s, s.load()
}

func (s *Server) load() (err error) {
	web, err := fs.Sub(embedded, "web")
	if err != nil {
		return err
	}
	if s.files, err = newFiles(web); err != nil {
		return fmt.Errorf("web files: %w", err)
	}
	if s.pages, err = parseTemplates(s.funcs()); err != nil {
		return err
	}
	if s.help, err = readHelp(Help()); err != nil {
		return fmt.Errorf("help: %w", err)
	}
	s.echo = s.routes()
	return nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.echo.ServeHTTP(w, r) }

// Close cancels the imports that still run and waits for them to end.
func (s *Server) Close() error {
	s.jobs.close()
	return nil
}
