package main

import (
	"context"
	"io"

	"claimlens/annotate"
	"claimlens/importers/pubmed"
)

// batch is how many citations share one event: enough that a baseline file of 30,000 costs 60 commits, few enough that a
// kill loses little work.
const batch = 500

// cite keeps the papers of one file, a batch at a time. The error is one of the store or of ctx; what the file itself
// gets wrong is refused in p.
func cite(ctx context.Context, desk *annotate.Desk, actor, name string, in io.Reader, p *papers, step func()) error {
	var waiting []annotate.Citation
	flush := func() error {
		if err := ctx.Err(); err != nil || len(waiting) == 0 {
			return err
		}
		added, changed, err := desk.Cite(ctx, actor, name, waiting)
		p.New, p.Changed, p.Unchanged = p.New+added, p.Changed+changed, p.Unchanged+len(waiting)-added-changed
		waiting = waiting[:0]
		return err
	}
	err := p.eachOf(ctx, name, in, func(c annotate.Citation) error {
		step()
		if waiting = append(waiting, c); len(waiting) < batch {
			return nil
		}
		return flush()
	})
	if err != nil {
		return err
	}
	return flush()
}

// eachOf does something with each paper of one file, in its order, until that fails, which is the error. What the file
// itself gets wrong is refused.
func (p *papers) eachOf(ctx context.Context, name string, in io.Reader, do func(annotate.Citation) error) error {
	var failed error
	err := pubmed.Read(ctx, name, in, func(r pubmed.Record) bool {
		if r.Err != nil {
			p.refuse(name, r.Err.Error())
			return true
		}
		p.Read++
		failed = do(r.Citation)
		return failed == nil
	})
	switch {
	case failed != nil:
		return failed
	case err != nil && ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		p.refuse(name, err.Error())
	}
	return nil
}
