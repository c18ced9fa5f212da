package ncbi

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"claimlens/annotate"
	"claimlens/importers/literature"
	"claimlens/importers/pubmed"
)

// records are PubMed's records by their PMIDs, also those that can't be read, each with its reason.
type records map[string]pubmed.Record

// of is what PubMed says of a paper.
func (r records) of(pmid string) literature.Found {
	x, ok := r[pmid]
	switch {
	case !ok:
		return literature.Found{Err: literature.NotFound("PubMed has no record of it")}
	case x.Err != nil:
		return literature.Found{Err: x.Err}
	}
	return literature.Found{Citation: x.Citation}
}

// remembered gets the records of some papers of a search, those from begin on, by NCBI's memory of it if it has one. NCBI
// forgets, and its order is its own: what did not come that way is asked for by name.
func (c *Client) remembered(ctx context.Context, pmids []string, h history, begin int) (records, error) {
	out := records{}
	if h != (history{}) && len(pmids) > longList {
		err := c.efetch(ctx, url.Values{
			"WebEnv": {h.webEnv}, "query_key": {h.queryKey}, "retstart": {strconv.Itoa(begin)}, "retmax": {strconv.Itoa(len(pmids))},
		}, pmids, out)
		if ctx.Err() != nil || literature.IsOffline(err) {
			return nil, err
		}
	}
	var left []string
	for _, pmid := range pmids {
		if _, ok := out[pmid]; !ok {
			left = append(left, pmid)
		}
	}
	return out, c.named(ctx, left, out)
}

// named adds the records of papers, a batch of which is asked for at once.
func (c *Client) named(ctx context.Context, pmids []string, out records) error {
	for some := range slices.Chunk(pmids, batch) {
		if err := c.efetch(ctx, url.Values{"id": {strings.Join(some, ",")}}, some, out); err != nil {
			return err
		}
	}
	return nil
}

// efetch asks for the records of a batch of papers in one request and adds those that come. None of them need come.
func (c *Client) efetch(ctx context.Context, which url.Values, pmids []string, out records) error {
	which.Set("db", "pubmed")
	which.Set("retmode", "xml")
	r := c.utility("efetch.fcgi", which)
	r.Post, r.Age, r.Limit = len(pmids) > longList, recordAge, maxRecords
	r.Kept = append([]string{"records"}, pmids...)
	var got records
	r.Accept = func(answer []byte) (err error) {
		got, err = readRecords(ctx, host(r), answer, pmids)
		return err
	}
	err := c.config.Client.Ask(ctx, r)
	if none(err) {
		return nil
	}
	if err != nil {
		return explained(err)
	}
	for pmid, x := range got {
		out[pmid] = x
	}
	return nil
}

// none says whether EFetch means that it has none of the records; it says so by a status.
func none(err error) bool {
	var f *literature.Failure
	return errors.As(err, &f) && f.Status == 400 && strings.Contains(strings.ToLower(f.Said), "id list is empty")
}

// readRecords reads EFetch's answer. What nobody asked for is left out; of two records of one paper the later counts, as
// in a file.
func readRecords(ctx context.Context, host string, answer []byte, pmids []string) (records, error) {
	asked := make(map[string]bool, len(pmids))
	for _, pmid := range pmids {
		asked[pmid] = true
	}
	got := records{}
	err := pubmed.Read(ctx, host, bytes.NewReader(answer), func(r pubmed.Record) bool {
		if asked[r.PMID] {
			got[r.PMID] = r
		}
		return true
	})
	if err == nil || ctx.Err() != nil {
		return got, ctx.Err()
	}
	head := answer[:min(len(answer), 4096)]
	for _, pattern := range []interface{ FindSubmatch([]byte) [][]byte }{xmlError, jsonError} {
		if m := pattern.FindSubmatch(head); m != nil {
			return nil, told(string(m[1]))
		}
	}
	if errors.Is(err, annotate.ErrInvalid) {
		return nil, literature.Garbled("the answer of %s can't be read: %s", host, oneLine(err.Error()))
	}
	return nil, literature.Garbled("the answer of %s broke off: %s", host, oneLine(err.Error()))
}
