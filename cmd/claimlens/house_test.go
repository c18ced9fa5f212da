package main

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
)

const root = "../.."

// allowed says which of the project's own folders each folder may import: everything may know annotate, annotate
// knows nobody, and graph, importers and ui never meet but in cmd.
var allowed = map[string][]string{
	"annotate":  {"annotate"},
	"graph":     {"annotate", "graph"},
	"importers": {"annotate", "importers"},
	"ui":        {"annotate", "ui"},
	"fixtures":  {},
	"cmd":       {"annotate", "graph", "importers", "ui", "fixtures", "cmd"},
}

// keepers says in which folder alone a library may be imported, tests aside.
var keepers = map[string]string{
	"github.com/cayleygraph/":                "graph",
	"github.com/hidal-go/":                   "graph",
	"go.etcd.io/bbolt":                       "graph",
	"github.com/blevesearch/bleve/":          "graph",
	"github.com/blevesearch/snowballstem":    "annotate",
	"github.com/labstack/echo/":              "ui",
	"html/template":                          "ui",
	"github.com/PuerkitoBio/goquery":         "importers",
	"codeberg.org/readeck/go-readability/v2": "importers",
	"github.com/spf13/cobra":                 "cmd",
	"github.com/sashabaranov/go-openai":      "importers",
	"github.com/google/jsonschema-go":        "importers",
	"github.com/schollz/progressbar/":        "cmd",
}

// reasons lists every direct dependency with why it is there. A new one needs its line here.
var reasons = map[string]string{
	"codeberg.org/readeck/go-readability/v2": "finds the article in a web page and keeps our attributes, so that its text leads back to the page",
	"github.com/PuerkitoBio/goquery":         "reads a page's metadata by CSS selectors",
	"github.com/abadojack/whatlanggo":        "guesses the language of a text that does not say it",
	"github.com/blevesearch/snowballstem":    "finds the stems of English words, so that reduces and reduced are one word",
	"github.com/blevesearch/bleve/v2":        "searches claims with stemming and phrases, incrementally, in an index on disk",
	"github.com/cayleygraph/cayley":          "is the graph that the record is kept in",
	"github.com/cayleygraph/quad":            "is the graph's values, and reads and writes N-Quads; 1.3.0 and later do not build with cayley",
	"github.com/chromedp/cdproto":            "names what the browser test asks of Chromium",
	"github.com/chromedp/chromedp":           "drives Chromium in the browser test",
	"github.com/google/go-cmp":               "says in tests how two values differ",
	"github.com/google/jsonschema-go":        "makes the schema of a language model's answer from our structs, and checks answers against it",
	"github.com/google/uuid":                 "makes identifiers of versions 5 and 7",
	"github.com/hidal-go/hidalgo":            "is the key-value interface that cayley asks of a backend",
	"github.com/labstack/echo/v4":            "routes requests, with the middleware that a safe site needs",
	"github.com/orisano/gosax":               "streams PubMed XML ten times as fast as encoding/xml",
	"github.com/rogpeppe/go-internal":        "runs the command line's test scripts",
	"github.com/sashabaranov/go-openai":      "speaks the protocol of language models, where one is asked for",
	"github.com/schollz/progressbar/v3":      "draws progress on a terminal",
	"github.com/spf13/cobra":                 "is the command line: subcommands, help, completion",
	"github.com/temoto/robotstxt":            "reads robots.txt",
	"github.com/yuin/goldmark":               "reads Markdown, of articles and of the help pages",
	"go.etcd.io/bbolt":                       "keeps the embedded store in one file, safely against crashes and under the race detector",
	"golang.org/x/net":                       "parses HTML as browsers do, with its character sets, and knows the public suffixes",
	"golang.org/x/sync":                      "runs bounded groups of goroutines",
	"golang.org/x/term":                      "tells whether the output is a terminal",
	"golang.org/x/text":                      "normalises Unicode",
	"golang.org/x/time":                      "limits how fast a host is asked",
	"pgregory.net/rapid":                     "draws random values for property tests, and shrinks them",
}

type listed struct {
	ImportPath, Dir           string
	GoFiles, Imports          []string
	TestImports, XTestImports []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

// folder is the top folder of one of the project's own packages, or "" for another's.
func folder(path string) string {
	rest, own := strings.CutPrefix(path, "claimlens/")
	if !own {
		return ""
	}
	top, _, _ := strings.Cut(rest, "/")
	return top
}

func TestLayers(t *testing.T) {
	for _, p := range packages(t) {
		may, known := allowed[folder(p.ImportPath)]
		if !known {
			t.Errorf("%s is in none of the six folders", p.ImportPath)
		}
		for _, path := range p.Imports {
			if top := folder(path); top != "" && !slices.Contains(may, top) {
				t.Errorf("%s imports %s: %s may know only %v", p.ImportPath, path, folder(p.ImportPath), may)
			}
			for library, keeper := range keepers {
				if strings.HasPrefix(path, library) && folder(p.ImportPath) != keeper {
					t.Errorf("%s imports %s, which belongs to %s alone", p.ImportPath, path, keeper)
				}
			}
		}
	}
}

func TestFixturesImportNothing(t *testing.T) {
	for _, p := range packages(t) {
		for _, path := range p.Imports {
			if folder(p.ImportPath) == "fixtures" && strings.Contains(path, ".") {
				t.Errorf("%s imports %s", p.ImportPath, path)
			}
		}
	}
}

type required struct {
	Path, Version string
	Indirect      bool
}

func requirements(t *testing.T) []required {
	t.Helper()
	cmd := exec.Command("go", "mod", "edit", "-json")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var mod struct {
		Require []required
		Replace []any
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	if len(mod.Replace) > 0 {
		t.Error("go.mod replaces a module; go install would not")
	}
	return mod.Require
}

func TestDependencies(t *testing.T) {
	direct := map[string]bool{}
	for _, r := range requirements(t) {
		if !r.Indirect {
			direct[r.Path] = true
			if reasons[r.Path] == "" {
				t.Errorf("%s is a direct dependency without a reason", r.Path)
			}
		}
		if r.Path == "github.com/cayleygraph/quad" && r.Version >= "v1.3" {
			t.Errorf("quad %s does not build with cayley v0.7.7", r.Version)
		}
	}
	for path := range reasons {
		if !direct[path] {
			t.Errorf("%s has a reason but is no direct dependency", path)
		}
	}
}

// goFiles calls f for every Go file of the project.
func goFiles(t *testing.T, f func(path string, file *ast.File, set *token.FileSet)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && d.Name() != "..") {
			if path == root {
				return nil
			}
			return fs.SkipDir
		}
		if filepath.Ext(path) != ".go" {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		f(path, file, set)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPackageComments(t *testing.T) {
	comments := map[string]int{}
	goFiles(t, func(path string, file *ast.File, _ *token.FileSet) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		dir := filepath.Dir(path)
		comments[dir] += 0
		if file.Doc != nil {
			comments[dir]++
			if want := "Package " + file.Name.Name; file.Name.Name != "main" && !strings.HasPrefix(file.Doc.Text(), want) {
				t.Errorf("%s: the package comment does not begin with %q", path, want)
			}
		}
	})
	for dir, n := range comments {
		if n != 1 {
			t.Errorf("%s has %d package comments, want 1", dir, n)
		}
	}
}

// The ceilings of STYLE: a file with a second noun, a function with a second thought.
const (
	longestFile     = 700
	longestFunction = 100
)

func TestSizes(t *testing.T) {
	goFiles(t, func(path string, file *ast.File, set *token.FileSet) {
		if n := set.Position(file.End()).Line; n > longestFile {
			t.Errorf("%s has %d lines, more than %d", path, n, longestFile)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1; n > longestFunction && !strings.HasSuffix(path, "_test.go") {
				t.Errorf("%s: %s has %d lines, more than %d", path, f.Name.Name, n, longestFunction)
			}
		}
	})
}

// Every exported name of the packages that others use is explained by a sentence that begins with it.
func TestExportedComments(t *testing.T) {
	goFiles(t, func(path string, file *ast.File, set *token.FileSet) {
		if strings.HasSuffix(path, "_test.go") || file.Name.Name == "main" {
			return
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && exportedReceiver(d) && !strings.HasPrefix(d.Doc.Text(), d.Name.Name) {
					t.Errorf("%s: %s has no comment that begins with its name", set.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok && s.Name.IsExported() && d.Doc.Text() == "" && s.Doc.Text() == "" {
						t.Errorf("%s: type %s has no comment", set.Position(s.Pos()), s.Name.Name)
					}
				}
			}
		}
	})
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return true
	}
	x := d.Recv.List[0].Type
	if star, ok := x.(*ast.StarExpr); ok {
		x = star.X
	}
	if index, ok := x.(*ast.IndexExpr); ok {
		x = index.X
	}
	name, ok := x.(*ast.Ident)
	return ok && name.IsExported()
}

func TestTopLevel(t *testing.T) {
	want := []string{".ci", ".git", ".gitignore", ".golangci.yml", "LICENSE", "README.md", "annotate", "cmd", "fixtures", "go.mod", "go.sum", "graph", "importers", "ui"}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	sort.Strings(got)
	for _, name := range got {
		if !slices.Contains(want, name) {
			t.Errorf("%s does not belong at the top", name)
		}
	}
}
