package llm

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"

	"claimlens/importers/patience"
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
	Concurrency int                                              // requests at the same time, of all questions together; 0 is 4
	Transport   http.RoundTripper                                // nil is the default one
	Pause       func(ctx context.Context, d time.Duration) error // waits between attempts; nil really does
}

// checked is the configuration with its defaults, or what is wrong with it.
func (c Config) checked() (Config, error) {
	address, err := checkURL(c.URL, c.Key)
	if err != nil {
		return c, err
	}
	c.URL = address
	if strings.TrimSpace(c.Model) == "" || len(c.Model) > 200 || !utf8.ValidString(c.Model) || strings.ContainsFunc(c.Model, unicode.IsControl) {
		return c, fmt.Errorf("the model needs a name of one line, up to 200 characters: %w", annotate.ErrInvalid)
	}
	if strings.ContainsFunc(c.Key, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return c, fmt.Errorf("the key has characters that no key has: %w", annotate.ErrInvalid)
	}
	if c.Timeout < 0 || c.Concurrency < 0 {
		return c, fmt.Errorf("timeout and concurrency are not below zero: %w", annotate.ErrInvalid)
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
		c.Pause = patience.Wait
	}
	return c, nil
}
