package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"claimlens/annotate"
	"claimlens/importers"
	"claimlens/importers/llm"
)

// intake reads articles and keeps them with their claims: for the command line, the demo and the web UI alike.
type intake struct {
	reader *importers.Reader
	desk   *annotate.Desk
	actor  string
	model  *model // that the desk asks, nil if it does not
}

// outcome is what became of one source: kept, or refused with a reason.
type outcome struct {
	source  importers.Source
	result  annotate.ImportResult
	spent   *spending // on a model, unless nil
	refused error
}

// run takes the sources in, several at a time so that they share commits, and reports each as it is done; report is
// never called twice at once. It ends early only when ctx ends or the store fails.
func (in *intake) run(ctx context.Context, sources []importers.Source, report func(outcome)) error {
	var mu sync.Mutex
	group, working := errgroup.WithContext(ctx)
	group.SetLimit(4 * runtime.GOMAXPROCS(0))
	for _, source := range sources {
		if working.Err() != nil {
			break
		}
		group.Go(func() error {
			o, err := in.take(working, source)
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			report(o)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// take reads and keeps one source. The error is one after which no other source would fare better.
func (in *intake) take(ctx context.Context, source importers.Source) (outcome, error) {
	o := outcome{source: source}
	article, err := in.reader.Read(ctx, source)
	if err == nil {
		o.result, err = in.desk.Import(ctx, in.actor, article)
		o.spent = in.model.report(article)
		var unread *llm.Failure
		if err != nil && !errors.Is(err, annotate.ErrInvalid) && !errors.As(err, &unread) {
			return o, fmt.Errorf("%s: %w", source.Name, err)
		}
	}
	if ctx.Err() != nil {
		return o, ctx.Err()
	}
	o.refused = err
	return o, nil
}

// tally counts outcomes.
type tally struct {
	Read      int `json:"read"`
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Claims    int `json:"claims"`
	NewClaims int `json:"newClaims"`
	Mentions  int `json:"mentions"`
	Carried   int `json:"carried,omitempty"` // claims of editors that a changed text still makes
	Lost      int `json:"lost,omitempty"`    // and those of which the words are gone
	refusals
}

func (t *tally) add(o outcome) {
	if o.refused != nil {
		t.refuse(o.source.Name, reason(o.refused))
		return
	}
	t.Read++
	switch {
	case o.result.Unchanged:
		t.Unchanged++
	case o.result.Article.Revision > 1:
		t.Changed++
	default:
		t.New++
	}
	t.Claims += o.result.Claims
	t.NewClaims += o.result.NewClaims
	t.Mentions += o.result.Mentions
	t.Carried += o.result.Carried
	t.Lost += o.result.Lost
}

// reason is why a source was refused, without the source's name.
func reason(err error) string {
	var r importers.Refusal
	if errors.As(err, &r) {
		r.Source = ""
		return r.Error()
	}
	var unread *llm.Failure
	if errors.As(err, &unread) {
		return unread.Reason
	}
	return err.Error()
}
