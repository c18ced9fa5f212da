package llm

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"claimlens/annotate"
)

// Config says which model is asked, and how.
type Config struct {
	URL   string // the address below which /chat/completions is, as in https://api.example/v1
	Model string // its name
	Key   string // sent to URL's host alone; "" sends none

	Cache string // the folder in which answers are kept; "" keeps none

	// Describe says what can be told from a claim's text. It fills in what the model left out, and what it is not asked for:
	// worth, population, species. Nil leaves that at its default, and drops a claim without kind, polarity or wording.
	Describe func(text string) annotate.Draft

	Timeout     time.Duration                                    // of one request; 0 is two minutes
	Concurrency int                                              // requests at the same time, of all articles together; 0 is 4
	Transport   http.RoundTripper                                // nil is the default one
	Pause       func(ctx context.Context, d time.Duration) error // waits between attempts; nil really does
}

// Extractor finds claims with a language model. It is an annotate.Extractor, and safe for concurrent use.
type Extractor struct {
	config Config
	client *client
	cache  *cache
	total  ledger
}

var _ annotate.Extractor = (*Extractor)(nil)

// New checks the configuration and makes an extractor. It sends nothing.
func New(c Config) (*Extractor, error) {
	address, err := checkURL(c.URL, c.Key)
	if err != nil {
		return nil, err
	}
	c.URL = address
	if strings.TrimSpace(c.Model) == "" || len(c.Model) > 200 || !utf8.ValidString(c.Model) || strings.ContainsFunc(c.Model, unicode.IsControl) {
		return nil, fmt.Errorf("the model needs a name of one line, up to 200 characters: %w", annotate.ErrInvalid)
	}
	if strings.ContainsFunc(c.Key, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return nil, fmt.Errorf("the key has characters that no key has: %w", annotate.ErrInvalid)
	}
	if c.Timeout < 0 || c.Concurrency < 0 {
		return nil, fmt.Errorf("timeout and concurrency are not below zero: %w", annotate.ErrInvalid)
	}
	if c.Timeout == 0 {
		c.Timeout = 2 * time.Minute
	}
	if c.Concurrency == 0 {
		c.Concurrency = 4
	}
	if c.Transport == nil {
		c.Transport = http.DefaultTransport
	}
	if c.Pause == nil {
		c.Pause = pause
	}
	asking, err := newClient(c)
	if err != nil {
		return nil, err
	}
	return &Extractor{config: c, client: asking, cache: newCache(c.Cache, maxKept)}, nil
}

// Host is where the text of articles is sent.
func (x *Extractor) Host() string {
	u, err := url.Parse(x.config.URL)
	if err != nil {
		return x.config.URL // New has parsed it
	}
	return u.Host
}

// Model is the name of the model.
func (x *Extractor) Model() string { return x.config.Model }

// Total is what all reading took so far, of articles that failed too.
func (x *Extractor) Total() Report { return x.total.read() }

// Extract finds the claims of an article in the order of its text. Its error is a Failure, unless ctx ended.
func (x *Extractor) Extract(ctx context.Context, a annotate.Article) ([]annotate.Draft, error) {
	drafts, _, err := x.Claims(ctx, a)
	return drafts, err
}

// Claims is Extract with a report of what it took and what was dropped.
func (x *Extractor) Claims(ctx context.Context, a annotate.Article) ([]annotate.Draft, Report, error) {
	var l ledger
	drafts, err := x.claims(ctx, a, &l)
	report := l.read()
	x.total.add(report)
	var f *Failure
	if err != nil && ctx.Err() == nil && !errors.As(err, &f) {
		err = failureOf(err)
	}
	return drafts, report, err
}

func (x *Extractor) claims(ctx context.Context, a annotate.Article, l *ledger) ([]annotate.Draft, error) {
	if err := a.Check(); err != nil {
		return nil, err
	}
	if n := tokensOf(a.Text); n > maxTokens {
		return nil, fail(final, "its text has about %d tokens, more than the %d that are sent to a model", n, maxTokens)
	}
	chunks := chunksOf(a, annotate.NewText(a.Text))
	found := make([][]annotate.Draft, len(chunks))
	group, working := errgroup.WithContext(ctx)
	group.SetLimit(x.config.Concurrency)
	read := x.reading(a, l)
	for i, c := range chunks {
		group.Go(func() (err error) {
			found[i], err = read.chunk(working, c)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, err
	}
	drafts, repeated := merged(slices.Concat(found...))
	l.add(Report{Repeated: repeated})
	return drafts, nil
}
