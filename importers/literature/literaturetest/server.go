// Package literaturetest is a server in the shapes of NCBI's E-utilities, of PMC's ID converter and of Europe PMC, with
// invented papers, for tests. It can be told to misbehave.
package literaturetest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Server answers for all services at once, at their own paths.
type Server struct {
	*httptest.Server

	// Wrong may answer in the place of the service; n counts the requests, from 1. It says whether it did.
	Wrong func(n int, w http.ResponseWriter, r *http.Request) bool
	// Forgets makes NCBI's memory of searches fail, as it does after some hours.
	Forgets bool

	papers []Paper
	mu     sync.Mutex
	asked  []Asked
	memory [][]Paper
}

// Asked is one request that came.
type Asked struct {
	Method, Path string
	Values       url.Values
	Agent        string
}

// New starts a server that knows papers. Whoever calls it closes it.
func New(papers ...Paper) *Server {
	s := &Server{papers: papers}
	mux := http.NewServeMux()
	mux.HandleFunc("/entrez/eutils/esearch.fcgi", s.esearch)
	mux.HandleFunc("/entrez/eutils/efetch.fcgi", s.efetch)
	mux.HandleFunc("/tools/idconv/api/v1/articles/", s.convert)
	mux.HandleFunc("/europepmc/webservices/rest/search", s.europe)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		s.mu.Lock()
		s.asked = append(s.asked, Asked{r.Method, r.URL.Path, r.Form, r.UserAgent()})
		n, wrong := len(s.asked), s.Wrong
		s.mu.Unlock()
		if wrong == nil || !wrong(n, w, r) {
			mux.ServeHTTP(w, r)
		}
	}))
	return s
}

// Misbehave sets Wrong, also while requests come: whoever still asks a server that is gone may meet the next at its port.
func (s *Server) Misbehave(wrong func(n int, w http.ResponseWriter, r *http.Request) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Wrong = wrong
}

// Asked is what came so far, in its order.
func (s *Server) Asked() []Asked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.asked)
}

// find is the papers of a query: identifiers joined by OR, or words that a title must have.
func (s *Server) find(query string) (found []Paper, unknown []string) {
	if strings.Contains(query, "[AID]") || strings.Contains(query, "[PMCID]") || strings.Contains(query, "EXT_ID:") || strings.Contains(query, "DOI:") || strings.Contains(query, "PMCID:") {
		for _, p := range s.papers {
			if p.DOI != "" && strings.Contains(query, `"`+p.DOI+`"`) || p.PMCID != "" && !p.NotByPMCID && strings.Contains(query, p.PMCID) || strings.Contains(query, "EXT_ID:"+p.PMID) {
				found = append(found, p)
			}
		}
		return found, nil
	}
	words := strings.Fields(strings.NewReplacer("(", " ", ")", " ", " AND ", " ", "SRC:MED", " ").Replace(strings.ToLower(query)))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "and" || w == "src:med" })
	for _, w := range words {
		if !slices.ContainsFunc(s.papers, func(p Paper) bool { return strings.Contains(strings.ToLower(p.Title), w) }) {
			unknown = append(unknown, w)
		}
	}
	for _, p := range s.papers {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(strings.ToLower(p.Title), w) }) {
			found = append(found, p)
		}
	}
	return found, unknown
}

func (s *Server) esearch(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	term := r.Form.Get("term")
	if strings.TrimSpace(term) == "" {
		fmt.Fprint(w, `{"header":{"type":"esearch","version":"0.3"},"esearchresult":{"ERROR":"Empty term and query_key - nothing todo"}}`)
		return
	}
	found, unknown := s.find(term)
	most, _ := strconv.Atoi(r.Form.Get("retmax"))
	first := found[:min(len(found), most, 9999)]
	memory := ""
	if r.Form.Get("usehistory") == "y" {
		s.mu.Lock()
		s.memory = append(s.memory, found)
		memory = fmt.Sprintf(`"querykey":"1","webenv":"MCID_%d",`, len(s.memory))
		s.mu.Unlock()
	}
	lists := ""
	if len(unknown) > 0 {
		lists = `,"errorlist":{"phrasesnotfound":["` + strings.Join(unknown, `","`) + `"],"fieldsnotfound":[]},"warninglist":{"phrasesignored":[],"quotedphrasesnotfound":[],"outputmessages":["No items found."]}`
	}
	ids := make([]string, len(first))
	for i, p := range first {
		ids[i] = `"` + p.PMID + `"`
	}
	fmt.Fprintf(w, `{"header":{"type":"esearch","version":"0.3"},"esearchresult":{"count":"%d","retmax":"%d","retstart":"0",%s"idlist":[%s],"translationset":[],"querytranslation":%q%s}}`,
		len(found), len(first), memory, strings.Join(ids, ","), term, lists)
}

func (s *Server) efetch(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/xml; charset=UTF-8")
	var papers []Paper
	if env := r.Form.Get("WebEnv"); env != "" {
		n, _ := strconv.Atoi(strings.TrimPrefix(env, "MCID_"))
		start, _ := strconv.Atoi(r.Form.Get("retstart"))
		most, _ := strconv.Atoi(r.Form.Get("retmax"))
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.Forgets || n < 1 || n > len(s.memory) || start > len(s.memory[n-1]) {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `<?xml version="1.0" ?><eFetchResult><ERROR>Unable to obtain query #1</ERROR></eFetchResult>`)
			return
		}
		papers = s.memory[n-1][start:min(start+most, len(s.memory[n-1]))]
	} else {
		for _, id := range strings.Split(r.Form.Get("id"), ",") {
			if i := slices.IndexFunc(s.papers, func(p Paper) bool { return p.PMID == id }); i >= 0 {
				papers = append(papers, s.papers[i])
			}
		}
	}
	fmt.Fprint(w, Set(papers...))
}

func (s *Server) convert(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	ids := strings.Split(r.Form.Get("ids"), ",")
	if len(ids) > 200 {
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprint(w, `{"status":"error","message":"Too many ids"}`)
		return
	}
	records := make([]string, len(ids))
	for i, id := range ids {
		records[i] = fmt.Sprintf(`{"requested-id":%q,"status":"error","errmsg":"Identifier not found in PMC"}`, id)
		for _, p := range s.papers {
			if p.PMCID != "" && (strings.EqualFold(p.PMCID, id) || strings.EqualFold(p.DOI, id)) {
				records[i] = fmt.Sprintf(`{"doi":%q,"pmcid":%q,"pmid":%s,"requested-id":%q}`, p.DOI, p.PMCID, p.PMID, id)
			}
		}
	}
	fmt.Fprintf(w, `{"status":"ok","response-date":"2026-01-01 00:00:00","request":{"format":"json"},"records":[%s]}`, strings.Join(records, ","))
}

func (s *Server) europe(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json;charset=UTF-8")
	found, _ := s.find(r.Form.Get("query"))
	size, _ := strconv.Atoi(r.Form.Get("pageSize"))
	begin, _ := strconv.Atoi(strings.TrimPrefix(r.Form.Get("cursorMark"), "*"))
	begin = min(begin, len(found))
	some := found[begin:min(begin+size, len(found))]
	results := make([]string, len(some))
	for i, p := range some {
		results[i] = p.europe()
	}
	fmt.Fprintf(w, `{"version":"6.9","hitCount":%d,"nextCursorMark":"%d","request":{"resultType":"core"},"resultList":{"result":[%s]}}`,
		len(found), begin+len(some), strings.Join(results, ","))
}
