package ncbi

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

const (
	// maxHits is how many papers PubMed names of a search, however many it finds.
	maxHits = 9999
	// longQuery is how long, in bytes, a query in an address may be.
	longQuery = 1500
)

// found is what a search of PubMed says.
type found struct {
	count   int
	pmids   []string
	history history
	notes   []string
}

// history is a search that NCBI remembers, so that its records can be asked for without naming them.
type history struct {
	webEnv, queryKey string
}

// Search finds the papers of a query in PubMed's syntax: the first limit of them in PubMed's order of relevance.
func (c *Client) Search(ctx context.Context, query string, limit int) (literature.Hits, error) {
	first := min(limit, maxHits)
	x, err := c.esearch(ctx, query, first, first > longList)
	if err != nil {
		return literature.Hits{}, err
	}
	if limit > maxHits && x.count > maxHits {
		x.notes = append(x.notes, fmt.Sprintf("PubMed names no more than the first %d papers of a search", maxHits))
	}
	return literature.Hits{Total: x.count, First: len(x.pmids), Query: query, Notes: x.notes, Each: func(ctx context.Context, yield func(literature.Found) error) error {
		return c.each(ctx, x, yield)
	}}, nil
}

// each hands over the papers that a search found.
func (c *Client) each(ctx context.Context, x found, yield func(literature.Found) error) error {
	for begin := 0; begin < len(x.pmids); begin += batch {
		pmids := x.pmids[begin:min(begin+batch, len(x.pmids))]
		records, err := c.remembered(ctx, pmids, x.history, begin)
		if err != nil {
			return err
		}
		for _, pmid := range pmids {
			f := records.of(pmid)
			f.ID = annotate.Identifier{Kind: annotate.PMID, Value: pmid}
			if err := yield(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// esearch names the first papers that a query finds.
func (c *Client) esearch(ctx context.Context, query string, first int, remember bool) (found, error) {
	if strings.TrimSpace(query) == "" {
		return found{}, literature.Refused("there is nothing to search for")
	}
	values := url.Values{"db": {"pubmed"}, "term": {query}, "retmode": {"json"}, "retmax": {strconv.Itoa(first)}, "sort": {"relevance"}}
	if remember {
		values.Set("usehistory", "y")
	}
	r := c.utility("esearch.fcgi", values)
	r.Post, r.Age, r.Limit = len(query) > longQuery, searchAge, maxList
	var x found
	r.Accept = func(answer []byte) (err error) {
		x, err = readSearch(host(r), answer, first)
		return err
	}
	return x, explained(c.config.Client.Ask(ctx, r))
}

// searchAnswer is ESearch's answer as JSON.
type searchAnswer struct {
	Error  string `json:"error"`
	Result *struct {
		Error     string   `json:"ERROR"`
		Count     number   `json:"count"`
		IDs       []string `json:"idlist"`
		WebEnv    string   `json:"webenv"`
		QueryKey  number   `json:"querykey"`
		ErrorList struct {
			Phrases []string `json:"phrasesnotfound"`
			Fields  []string `json:"fieldsnotfound"`
		} `json:"errorlist"`
		WarningList struct {
			Ignored  []string `json:"phrasesignored"`
			Quoted   []string `json:"quotedphrasesnotfound"`
			Messages []string `json:"outputmessages"`
		} `json:"warninglist"`
	} `json:"esearchresult"`
}

// number is a number that NCBI writes as a number or as a string.
type number string

// UnmarshalJSON reads either.
func (n *number) UnmarshalJSON(b []byte) error {
	b = bytes.Trim(b, `"`)
	if len(b) > 20 || strings.Trim(string(b), "0123456789") != "" && string(b) != "null" {
		return fmt.Errorf("%.20q is no number", b)
	}
	if *n = number(b); *n == "null" {
		*n = ""
	}
	return nil
}

var _ json.Unmarshaler = (*number)(nil)

// readSearch reads ESearch's answer, of which first papers at most are wanted.
func readSearch(host string, answer []byte, first int) (found, error) {
	var a searchAnswer
	if err := literature.JSON(host, answer, &a); err != nil {
		return found{}, err
	}
	switch {
	case a.Error != "":
		return found{}, told(a.Error)
	case a.Result == nil:
		return found{}, literature.Garbled("the answer of %s is none to a search", host)
	case a.Result.Error != "":
		return found{}, told(a.Result.Error)
	}
	x := found{notes: notesOf(a)}
	x.count, _ = strconv.Atoi(string(a.Result.Count)) // one that is too large for an int is none
	x.history = history{a.Result.WebEnv, string(a.Result.QueryKey)}
	met := map[string]bool{}
	for _, pmid := range a.Result.IDs {
		if annotate.ValidPMID(pmid) && !met[pmid] && len(x.pmids) < first {
			met[pmid] = true
			x.pmids = append(x.pmids, pmid)
		}
	}
	if x.count > 0 && len(x.pmids) == 0 && first > 0 {
		return found{}, literature.Garbled("%s finds %d papers and names none", host, x.count)
	}
	x.count = max(x.count, len(x.pmids))
	return x, nil
}

// notesOf is what PubMed says of a query, as sentences.
func notesOf(a searchAnswer) []string {
	var notes []string
	for _, list := range []struct {
		of   []string
		says string
	}{
		{a.Result.ErrorList.Phrases, "PubMed does not know “%s” and finds nothing by it"},
		{a.Result.ErrorList.Fields, "PubMed has no field “%s”"},
		{a.Result.WarningList.Ignored, "PubMed leaves out “%s”"},
		{a.Result.WarningList.Quoted, "PubMed does not have “%s” as a phrase"},
	} {
		met := map[string]bool{}
		for _, words := range list.of {
			if !met[words] && len(notes) < 20 {
				met[words] = true
				notes = append(notes, fmt.Sprintf(list.says, oneLine(words)))
			}
		}
	}
	return notes
}

// oneLine is a stranger's words in a message of ours.
func oneLine(s string) string { return annotate.Shorten(visible(s), 200) }

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
