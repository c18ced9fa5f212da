package llm

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"
	"golang.org/x/sync/errgroup"

	"claimlens/annotate"
)

// Extractor finds claims with a language model. It is an annotate.Extractor, and safe for concurrent use.
type Extractor struct {
	*asker
	form *jsonschema.Resolved // of one claim
}

var _ annotate.Extractor = (*Extractor)(nil)

// New checks the configuration and makes an extractor. It sends nothing.
func New(c Config) (*Extractor, error) {
	forms, err := newForms()
	if err != nil {
		return nil, fmt.Errorf("schema of claims: %w", err)
	}
	asking, err := newAsker(c, shape{name: "claims", divided: true, schema: forms.strict, parts: claimsIn})
	if err != nil {
		return nil, err
	}
	return &Extractor{asking, forms.claim}, nil
}

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
