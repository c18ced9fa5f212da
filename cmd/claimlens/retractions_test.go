package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"claimlens/importers/crossref/crossreftest"
	"claimlens/importers/literature/literaturetest"
)

// fillsDemo makes a store in a folder and fills it with the demo: filldemo DIR.
func fillsDemo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: filldemo dir")
	}
	ctx := context.Background()
	store, err := openAt(ctx, ts.MkAbs(args[0]), os.Stderr)
	ts.Check(err)
	defer store.Close()
	ts.Check(fillDemo(ctx, store))
}

// startsSources starts a server in the shapes of Crossref and of PubMed, and puts its address in $SOURCES: sources DIR|gone.
// It answers with what is in the folder: DOI.json is Crossref's answer about a paper, PMID.xml is PubMed's record. One that
// is gone is not there.
func startsSources(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: sources dir|gone")
	}
	works := crossreftest.New()
	var papers []literaturetest.Paper
	if args[0] != "gone" {
		files, err := os.ReadDir(ts.MkAbs(args[0]))
		ts.Check(err)
		for _, f := range files {
			data, err := os.ReadFile(filepath.Join(ts.MkAbs(args[0]), f.Name()))
			ts.Check(err)
			if pmid, ok := strings.CutSuffix(f.Name(), ".xml"); ok {
				papers = append(papers, literaturetest.Paper{PMID: pmid, XML: string(data)})
			} else {
				works.Add(data)
			}
		}
	}
	pubmed := literaturetest.New(papers...)
	ts.Defer(pubmed.Close)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/works") {
			works.ServeHTTP(w, r)
		} else {
			pubmed.Config.Handler.ServeHTTP(w, r)
		}
	}))
	ts.Defer(server.Close)
	if args[0] == "gone" {
		server.Close()
	}
	ts.Setenv("SOURCES", server.URL)
}
