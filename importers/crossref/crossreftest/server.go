// Package crossreftest answers as Crossref does, with what is said of invented papers, for tests. Each file in works is what
// Crossref answers about one paper.
package crossreftest

import (
	"embed"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

//go:embed works
var works embed.FS

// message is what an answer says of one paper.
type message map[string]any

func (m message) doi() string { return strings.ToLower(m["DOI"].(string)) }

// Crossref knows papers by their DOIs. It is safe for concurrent use once it serves.
type Crossref struct {
	papers map[string]message
}

// New knows the papers in the folder works.
func New() *Crossref {
	c := &Crossref{papers: map[string]message{}}
	files, err := works.ReadDir("works")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		data, err := works.ReadFile("works/" + f.Name())
		if err != nil {
			panic(err)
		}
		c.Add(data)
	}
	return c
}

// Add adds what is answered about one paper.
func (c *Crossref) Add(answer []byte) {
	var a struct{ Message message }
	if err := json.Unmarshal(answer, &a); err != nil {
		panic(err)
	}
	c.papers[a.Message.doi()] = a.Message
}

// ServeHTTP answers about one paper at /works/DOI, and about those of a filter at /works.
func (c *Crossref) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Rate-Limit-Limit", "10")
	w.Header().Set("X-Rate-Limit-Interval", "1s")
	doi, one := strings.CutPrefix(r.URL.Path, "/works/")
	switch {
	case one && c.papers[strings.ToLower(doi)] == nil:
		w.Header().Set("Content-Type", "text/plain")
		http.Error(w, "Resource not found.", http.StatusNotFound)
	case one:
		answer(w, "work", c.papers[strings.ToLower(doi)])
	default:
		c.list(w, r)
	}
}

func (c *Crossref) list(w http.ResponseWriter, r *http.Request) {
	fields := strings.Split(r.FormValue("select"), ",")
	rows, err := strconv.Atoi(r.FormValue("rows"))
	items := []message{}
	for _, f := range strings.Split(r.FormValue("filter"), ",") {
		doi, ok := strings.CutPrefix(f, "doi:")
		if !ok || err != nil || !strings.HasPrefix(doi, "10.") {
			w.WriteHeader(http.StatusBadRequest)
			answer(w, "validation-failure", []map[string]string{{"type": "parameter-not-allowed", "value": f, "message": "This filter is not understood."}})
			return
		}
		m, ok := c.papers[strings.ToLower(doi)]
		if !ok || len(items) == rows {
			continue
		}
		item := message{}
		for k, v := range m {
			if slices.Contains(fields, k) {
				item[k] = v
			}
		}
		items = append(items, item)
	}
	slices.Reverse(items) // Crossref's order is its own
	answer(w, "work-list", map[string]any{"facets": map[string]any{}, "total-results": len(items), "items": items, "items-per-page": rows})
}

func answer(w http.ResponseWriter, kind string, message any) {
	if err := json.NewEncoder(w).Encode(map[string]any{"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}); err != nil {
		panic(err)
	}
}
