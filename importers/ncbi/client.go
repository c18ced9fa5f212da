// Package ncbi gets papers from PubMed through NCBI's E-utilities, by PMID, DOI or PMCID, and searches it.
//
// DOIs and PMCIDs are turned into PMIDs by PMC's ID converter, which knows what is in PMC, and for the others by a search
// of PubMed. Such a search may find what nobody asked for; so a paper counts as found only when its record says that it has
// the identifier that was asked for. Records are read by package pubmed.
//
// How NCBI wants to be asked is kept to: three requests a second, ten with a key, the name of the program and an address to
// write to, long lists by POST or by the history server.
package ncbi

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"time"

	"claimlens/importers/literature"
)

// Where NCBI's services are.
const (
	utilities = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/"
	converter = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
)

const (
	batch    = 500 // records that are asked for at once
	longList = 200 // more identifiers than this go by POST

	pace        = 350 * time.Millisecond // a little less than three a second, for clocks differ
	paceWithKey = 105 * time.Millisecond // and less than ten

	maxRecords = 128 << 20 // bytes of one answer with records: a batch of the largest that there are
	maxList    = 4 << 20   // bytes of one answer with identifiers

	recordAge = 24 * time.Hour // how old a kept record may be
	searchAge = time.Hour      // and a kept search
)

// Config is how NCBI is asked.
type Config struct {
	Client *literature.Client
	Root   literature.Root // empty: NCBI's own hosts
	Tool   string          // empty: claimlens
	Email  string          // of whoever runs this program, for NCBI to write to before it locks it out; may be empty
	Key    string          // NCBI's API key; may be empty
}

// Client asks NCBI.
type Client struct {
	config Config
	pace   time.Duration
}

// New makes a client.
func New(c Config) *Client {
	if c.Tool == "" {
		c.Tool = "claimlens"
	}
	x := &Client{config: c, pace: pace}
	if c.Key != "" {
		x.pace = paceWithKey
	}
	return x
}

// who says who asks.
func (c *Client) who() url.Values {
	v := url.Values{"tool": {c.config.Tool}}
	if c.config.Email != "" {
		v.Set("email", c.config.Email)
	}
	return v
}

// utility is a request to one of the E-utilities.
func (c *Client) utility(name string, query url.Values) literature.Request {
	who := c.who()
	if c.config.Key != "" {
		who.Set("api_key", c.config.Key)
	}
	return literature.Request{URL: c.config.Root.Of(utilities + name), Query: query, Who: who, Interval: c.pace}
}

// host is the name of the host that is asked, for messages.
func host(r literature.Request) string {
	u, err := url.Parse(r.URL)
	if err != nil {
		return "NCBI"
	}
	return u.Host
}

// told is what one of NCBI's services says went wrong: it is tried again if it says that it is the service's own fault.
func told(what string) *literature.Failure {
	for _, words := range []string{"backend failed", "backend error", "try again", "temporar", "timed out", "timeout", "unavailable", "rate limit"} {
		if strings.Contains(strings.ToLower(what), words) {
			return literature.Garbled("NCBI says: %s", oneLine(what))
		}
	}
	return literature.Refused("NCBI says: %s", oneLine(what))
}

var (
	jsonError = regexp.MustCompile(`"error"\s*:\s*"([^"]{1,300})"`)
	xmlError  = regexp.MustCompile(`<ERROR>\s*([^<]{1,300})`)
)

// explained adds to a failure what the answer said that came with it.
func explained(err error) error {
	var f *literature.Failure
	if !errors.As(err, &f) || f.Said == "" {
		return err
	}
	for _, pattern := range []*regexp.Regexp{jsonError, xmlError} {
		if m := pattern.FindStringSubmatch(f.Said); m != nil {
			f.Reason += ": " + oneLine(m[1])
			break
		}
	}
	return f
}
