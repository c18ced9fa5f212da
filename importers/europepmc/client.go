// Package europepmc gets papers from Europe PMC, which has PubMed's records in a form of its own: by PMID, DOI or PMCID, and
// by searches in its syntax. Only papers that have a PMID are asked for.
//
// What Europe PMC says of a paper is less than PubMed's own record: its headings have no identifiers, and an abstract's
// sections are known by their titles alone.
package europepmc

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

const service = "https://www.ebi.ac.uk/europepmc/webservices/rest/search"

const (
	pace      = 200 * time.Millisecond
	page      = 100 // results that are asked for at once
	terms     = 40  // identifiers in one search
	maxAnswer = 32 << 20
	age       = 24 * time.Hour // how old a kept record may be
	searchAge = time.Hour      // and a kept search
)

// Config is how Europe PMC is asked.
type Config struct {
	Client *literature.Client
	Root   literature.Root // empty: Europe PMC's own host
	Email  string          // of whoever runs this program; may be empty
}

// Client asks Europe PMC.
type Client struct {
	config Config
}

// New makes a client.
func New(c Config) *Client { return &Client{config: c} }

// Search finds the papers of a query in Europe PMC's syntax, the first limit of them in its order of relevance. They are
// those of PubMed: the query is sent with that condition.
func (c *Client) Search(ctx context.Context, query string, limit int) (literature.Hits, error) {
	if strings.TrimSpace(query) == "" {
		return literature.Hits{}, literature.Refused("there is nothing to search for")
	}
	query = "(" + query + ") AND SRC:MED"
	first, err := c.ask(ctx, query, "*", min(limit, page), searchAge)
	if err != nil {
		return literature.Hits{}, err
	}
	return literature.Hits{Total: first.count, First: min(limit, first.count), Query: query, Each: func(ctx context.Context, yield func(literature.Found) error) error {
		return c.each(ctx, query, first, limit, yield)
	}}, nil
}

// each hands over limit papers of a search that begins with an answer.
func (c *Client) each(ctx context.Context, query string, a answer, limit int, yield func(literature.Found) error) error {
	cursor, size := "*", min(limit, page)
	for done := 0; ; {
		for _, f := range a.found {
			if done == limit {
				return nil
			}
			if err := yield(f); err != nil {
				return err
			}
			done++
		}
		if done >= limit || len(a.found) == 0 || a.next == "" || a.next == cursor {
			return nil
		}
		var err error
		cursor = a.next
		if a, err = c.ask(ctx, query, cursor, size, searchAge); err != nil {
			return err
		}
	}
}

// Fetch hands over what Europe PMC says of papers, in their order, each once however often it is named. Its error is one
// after which no further paper would come, or yield's.
func (c *Client) Fetch(ctx context.Context, ids []annotate.Identifier, yield func(literature.Found) error) error {
	for some := range slices.Chunk(literature.Distinct(ids), terms) {
		if err := c.papers(ctx, some, yield); err != nil {
			return err
		}
	}
	return nil
}

// papers hands over what Europe PMC says of a few papers.
func (c *Client) papers(ctx context.Context, ids []annotate.Identifier, yield func(literature.Found) error) error {
	any := make([]string, len(ids))
	for i, id := range ids {
		any[i] = term(id)
	}
	a, err := c.ask(ctx, "("+strings.Join(any, " OR ")+") AND SRC:MED", "*", page, age)
	if err != nil {
		return err
	}
	of := map[annotate.Identifier]literature.Found{}
	for _, f := range a.found {
		of[f.ID] = f
		if x := f.Citation; f.Err == nil {
			of[annotate.Identifier{Kind: annotate.DOI, Value: x.DOI}] = f
			of[annotate.Identifier{Kind: annotate.PMCID, Value: x.PMCID}] = f
		}
	}
	for _, id := range ids {
		f, ok := of[id]
		if !ok {
			f.Err = literature.NotFound("no paper of PubMed with this " + string(id.Kind) + " is in Europe PMC")
		}
		f.ID = id
		if err := yield(f); err != nil {
			return err
		}
	}
	return nil
}

// term is an identifier in a query.
func term(id annotate.Identifier) string {
	value := `"` + strings.NewReplacer(`"`, "", `\`, "").Replace(id.Value) + `"`
	switch id.Kind {
	case annotate.PMID:
		return "EXT_ID:" + id.Value
	case annotate.DOI:
		return "DOI:" + value
	case annotate.PMCID:
		return "PMCID:" + id.Value
	}
	return value
}

// answer is what Europe PMC says to one request.
type answer struct {
	count int
	next  string // where the next page begins
	found []literature.Found
}

func (c *Client) ask(ctx context.Context, query, cursor string, size int, age time.Duration) (answer, error) {
	r := literature.Request{
		URL: c.config.Root.Of(service),
		Query: url.Values{"query": {query}, "format": {"json"}, "resultType": {"core"}, "pageSize": {strconv.Itoa(size)},
			"cursorMark": {cursor}, "synonym": {"true"}},
		Who: url.Values{}, Interval: pace, Age: age, Limit: maxAnswer,
	}
	if c.config.Email != "" {
		r.Who.Set("email", c.config.Email)
	}
	var a answer
	r.Accept = func(b []byte) (err error) {
		a, err = readAnswer("Europe PMC", b)
		return err
	}
	return a, c.config.Client.Ask(ctx, r)
}

// wire is the shape of an answer.
type wire struct {
	Count   *int   `json:"hitCount"`
	Next    string `json:"nextCursorMark"`
	Error   string `json:"errMsg"`
	Results struct {
		Results []json.RawMessage `json:"result"`
	} `json:"resultList"`
}

// readAnswer reads an answer. A paper that can't be read is one of the answer with its reason.
func readAnswer(host string, b []byte) (answer, error) {
	var w wire
	if err := literature.JSON(host, b, &w); err != nil {
		return answer{}, err
	}
	switch {
	case w.Error != "":
		return answer{}, literature.Refused("%s says: %s", host, annotate.Shorten(w.Error, 200))
	case w.Count == nil:
		return answer{}, literature.Garbled("the answer of %s is none to a search", host)
	}
	a := answer{count: max(0, *w.Count), next: w.Next}
	for i, raw := range w.Results.Results {
		var r record
		if err := json.Unmarshal(raw, &r); err != nil {
			a.found = append(a.found, literature.Found{Err: fmt.Errorf("result %d can't be understood: %w", i+1, annotate.ErrInvalid)})
			continue
		}
		c := r.citation()
		f := literature.Found{ID: annotate.Identifier{Kind: annotate.PMID, Value: c.PMID}, Citation: c}
		if err := c.Check(); err != nil {
			f.Citation, f.Err = annotate.Citation{}, err
		}
		a.found = append(a.found, f)
	}
	return a, nil
}
