package importers

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	"claimlens/annotate"
)

// Config is how a Reader reads. The zero value is complete.
type Config struct {
	// UserAgent is how the fetcher names itself to hosts: "claimlens/1.2 (+https://…)"; "" is "claimlens". The part before
	// the slash is the name that a robots.txt knows it by.
	UserAgent string
	// Format is the name of the format that everything is read as; "" is the one that each source seems to have.
	Format string
	// Stdin is what the source "-" reads; nil is nothing.
	Stdin io.Reader
	// Timeout is what one page may take, its redirects included but not the wait for its turn; 0 is 30 seconds.
	Timeout time.Duration
	// Interval is the least time between two pages of one host, a second if 0. A host's robots.txt may ask for more.
	Interval time.Duration
	// AllowLoopback lets addresses name this machine, on any port. It is for tests and for a mirror of one's own; with it
	// whoever names an address can reach what listens here.
	AllowLoopback bool
	// Now is the clock; nil is the real one.
	Now func() time.Time
}

// Reader reads articles. It is safe for concurrent use, but for standard input.
type Reader struct {
	config  Config
	fetcher *fetcher
}

// New makes a reader.
func New(c Config) *Reader {
	if c.UserAgent == "" {
		c.UserAgent = "claimlens"
	}
	if c.Timeout == 0 {
		c.Timeout = 30 * time.Second
	}
	if c.Interval == 0 {
		c.Interval = time.Second
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &Reader{config: c, fetcher: newFetcher(c)}
}

// Read reads the article of a source. Its error is a Refusal, unless ctx ended.
func (r *Reader) Read(ctx context.Context, s Source) (annotate.Article, error) {
	a, err := r.read(ctx, s)
	if err != nil {
		if ctx.Err() != nil {
			return annotate.Article{}, ctx.Err()
		}
		return annotate.Article{}, of(s.Name, err)
	}
	return a, nil
}

func (r *Reader) read(ctx context.Context, s Source) (annotate.Article, error) {
	d, err := r.document(ctx, s)
	if err != nil {
		return annotate.Article{}, err
	}
	format, err := r.formatOf(d)
	if err != nil {
		return annotate.Article{}, err
	}
	a, err := format.Read(d)
	if err != nil {
		return annotate.Article{}, err
	}
	a.Format, a.URL, a.Read = format.Name, d.URL, r.config.Now()
	if title := plain(s.Title, 300); title != "" {
		a.Title = title
	}
	a = a.Complete()
	return a, a.Check()
}

func (r *Reader) formatOf(d Document) (Format, error) {
	if r.config.Format == "" {
		return Detect(d)
	}
	if len(d.Data) == 0 {
		return Format{}, refuse("is empty")
	}
	return FormatNamed(r.config.Format)
}

// document gets a source's bytes.
func (r *Reader) document(ctx context.Context, s Source) (Document, error) {
	switch {
	case s.Data != nil:
		if len(s.Data) > MaxBytes {
			return Document{}, tooLong
		}
		if s.URL != "" {
			if _, err := parseAddress(s.URL); err != nil {
				return Document{}, err
			}
		}
		return Document{Name: baseName(s.Name), URL: s.URL, Data: s.Data}, nil
	case s.URL != "":
		return r.fetcher.fetch(ctx, s.URL)
	case s.Path == stdin:
		if r.config.Stdin == nil {
			return Document{}, refuse("is empty")
		}
		data, err := readAll(r.config.Stdin)
		return Document{Data: data}, err
	}
	f, err := os.Open(s.Path)
	if err != nil {
		return Document{}, fileError(err)
	}
	defer f.Close()
	data, err := readAll(f)
	return Document{Name: baseName(s.Path), Data: data}, err
}

// tooLong is the refusal of what is longer than MaxBytes.
var tooLong = refuse("is longer than %d MB, the most that is read", MaxBytes>>20)

// readAll reads what is left of r, up to MaxBytes.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, fileError(err)
	case len(data) > MaxBytes:
		return nil, tooLong
	}
	return data, nil
}

// fileError is an error of the file system in words.
func fileError(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Refusal{Reason: "does not exist; an address begins with http:// or https://", kind: annotate.ErrNotFound}
	case errors.Is(err, fs.ErrPermission):
		return Refusal{Reason: "may not be read (permission denied)", kind: annotate.ErrForbidden}
	case errors.As(err, &path):
		return refuse("can't be read: %v", path.Err)
	}
	return refuse("can't be read: %v", err)
}
