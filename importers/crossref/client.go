package crossref

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"
	"time"

	"claimlens/annotate"
	"claimlens/importers/literature"
)

const works = "https://api.crossref.org/works"

const (
	batch     = 40             // papers that are asked about at once: about 2 kB of address
	maxAnswer = 16 << 20       // bytes; a batch of notices has some ten thousand
	answerAge = 24 * time.Hour // how old a kept answer may be
	fields    = "DOI,updated-by,update-to"

	// Crossref wants lists to be asked for once a second, and thrice by those who say who they are.
	pace           = 1050 * time.Millisecond
	paceWithMailto = 350 * time.Millisecond
)

// Config is how Crossref is asked.
type Config struct {
	Client *literature.Client
	Root   literature.Root // empty: Crossref's own host
	Mailto string          // an address to write to, of whoever runs this program; may be empty
}

// Client asks Crossref.
type Client struct {
	config Config
	pace   time.Duration
}

// New makes a client.
func New(c Config) *Client {
	x := &Client{config: c, pace: pace}
	if c.Mailto != "" {
		x.pace = paceWithMailto
	}
	return x
}

// Told is what Crossref says of one paper that was asked about: its notices, none when nothing happened to it, or why
// nothing is known.
type Told struct {
	DOI     string // as it was asked for
	Notices []annotate.Notice
	Err     error // of kind annotate.ErrNotFound or ErrInvalid, or nil
}

// Notices hands over what Crossref says of papers, in their order. Its error is one after which no further paper would
// come, or yield's.
func (c *Client) Notices(ctx context.Context, dois []string, yield func(Told) error) error {
	for begin := 0; begin < len(dois); begin += batch {
		some := dois[begin:min(begin+batch, len(dois))]
		got, err := c.batch(ctx, some)
		if err != nil {
			return err
		}
		for _, doi := range some {
			told, ok := got[strings.ToLower(doi)]
			if !ok {
				told.Err = literature.NotFound("Crossref does not have its DOI " + doi)
			}
			told.DOI = doi
			if err := yield(told); err != nil {
				return err
			}
		}
	}
	return nil
}

// batch asks about papers: about all at once that can be named in a list, and one by one about the others, as about all
// when Crossref can't read the list.
func (c *Client) batch(ctx context.Context, dois []string) (map[string]Told, error) {
	out := map[string]Told{}
	var list, single []string
	for _, doi := range dois {
		if strings.Contains(doi, ",") { // which ends a filter
			single = append(single, doi)
		} else {
			list = append(list, doi)
		}
	}
	err := c.list(ctx, list, out)
	switch {
	case errors.Is(err, annotate.ErrInvalid):
		single = dois
	case err != nil:
		return nil, err
	}
	for _, doi := range single {
		if err := c.one(ctx, doi, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// list asks about several papers in one request.
func (c *Client) list(ctx context.Context, dois []string, out map[string]Told) error {
	if len(dois) == 0 {
		return nil
	}
	filters := make([]string, len(dois))
	for i, doi := range dois {
		filters[i] = "doi:" + doi
	}
	r := c.request(works)
	r.Query = url.Values{"filter": {strings.Join(filters, ",")}, "select": {fields}, "rows": {strconv.Itoa(len(dois))}}
	r.Accept = func(answer []byte) error { return readList(host(r.URL), answer, dois, out) }
	return c.config.Client.Ask(ctx, r)
}

// one asks about one paper. That there is none is no error.
func (c *Client) one(ctx context.Context, doi string, out map[string]Told) error {
	r := c.request(works)
	r.URL += "/" + url.PathEscape(doi)
	r.Accept = func(answer []byte) error { return readOne(host(r.URL), answer, doi, out) }
	err := c.config.Client.Ask(ctx, r)
	if errors.Is(err, annotate.ErrNotFound) {
		return nil
	}
	if errors.Is(err, annotate.ErrInvalid) {
		out[strings.ToLower(doi)] = Told{Err: err}
		return nil
	}
	return err
}

func (c *Client) request(address string) literature.Request {
	r := literature.Request{URL: c.config.Root.Of(address), Interval: c.pace, Age: answerAge, Limit: maxAnswer}
	if c.config.Mailto != "" {
		r.Who = url.Values{"mailto": {c.config.Mailto}}
	}
	return r
}

// host is the name of the host that is asked, for messages.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "Crossref"
	}
	return u.Host
}
