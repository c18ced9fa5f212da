package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"claimlens/annotate"
	"claimlens/importers/pubmed"
)

// batch is how many citations share one event: enough that a baseline file of 30,000 costs 60 commits, few enough that a
// kill loses little work.
const batch = 500

// citer keeps the papers of files, a batch at a time.
type citer struct {
	desk   *annotate.Desk
	held   annotate.Reader // to find the papers of records that don't say which paper they are
	actor  string
	papers *papers
	step   func()                                      // after each record, unless nil
	mark   func(ctx context.Context, number int) error // when all records up to this one are kept, unless nil
}

// cite keeps the papers of one file, from the record behind number done on. The error is one of the store or of ctx; what
// the file itself gets wrong is refused.
func (c *citer) cite(ctx context.Context, name string, in io.Reader, done int) error {
	w := &waiting{citer: c, file: name}
	err := c.papers.eachOf(ctx, name, in, done, func(r pubmed.Record) error {
		if c.step != nil {
			c.step()
		}
		return w.take(ctx, r)
	})
	if err == nil {
		err = w.flush(ctx)
	}
	if settled := w.settle(ctx); err == nil {
		err = settled
	}
	return err
}

// waiting is the citations of a file that are not kept yet. While one batch of them is being kept, the next is read.
type waiting struct {
	*citer
	file      string
	citations []annotate.Citation
	number    int        // of the last record that was taken
	kept      chan cited // of the batch that is being kept, nil for none
}

// cited is what became of a batch.
type cited struct {
	added, changed, unchanged int
	number                    int // of the batch's last record
	err                       error
}

func (w *waiting) take(ctx context.Context, r pubmed.Record) error {
	w.number = r.Number
	switch known, err := w.known(ctx, r); {
	case err != nil:
		return err
	case known:
		w.papers.Unchanged++
		return nil
	case r.PMID == "":
		w.papers.Read--
		w.papers.refuse(w.file, unidentified(r))
		return nil
	}
	if w.citations = append(w.citations, r.Citation); len(w.citations) < batch {
		return nil
	}
	return w.flush(ctx)
}

// flush begins to keep what waits, once what is being kept is. A batch that was begun is finished and counted, even if ctx
// ends meanwhile: it takes a moment, and what is kept has to be said.
func (w *waiting) flush(ctx context.Context) error {
	if err := w.settle(ctx); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	citations, number, kept := w.citations, w.number, make(chan cited, 1)
	w.citations, w.kept = nil, kept
	go func() {
		added, changed, err := w.desk.Cite(context.WithoutCancel(ctx), w.actor, w.file, citations)
		kept <- cited{added, changed, len(citations) - added - changed, number, err}
	}()
	return nil
}

// settle waits for the batch that is being kept, and counts it.
func (w *waiting) settle(ctx context.Context) error {
	if w.kept == nil {
		return nil
	}
	c := <-w.kept
	w.kept = nil
	if c.err != nil {
		return c.err
	}
	p := w.papers
	p.New, p.Changed, p.Unchanged = p.New+c.added, p.Changed+c.changed, p.Unchanged+c.unchanged
	if w.mark == nil || c.number == 0 {
		return nil
	}
	return w.mark(context.WithoutCancel(ctx), c.number)
}

// known says whether a record that says less than PubMed's own is of a paper that is held: there is nothing in it then that
// would be news.
func (c *citer) known(ctx context.Context, r pubmed.Record) (bool, error) {
	identifier := r.PMID
	if identifier == "" {
		identifier = r.Citation.DOI
	}
	if !r.Partial || identifier == "" {
		return false, nil
	}
	held, err := c.held.CitationBy(ctx, identifier)
	if errors.Is(err, annotate.ErrNotFound) {
		return false, nil
	}
	return err == nil && !held.Deleted, err
}

// unidentified says why a record without a PMID is refused, and what to do.
func unidentified(r pubmed.Record) string {
	switch c := r.Citation; {
	case c.DOI != "":
		return fmt.Sprintf("record %d: it does not say its PMID, and no paper here has its DOI; claimlens pubmed fetch %s brings it in", r.Number, c.DOI)
	case c.Title != "":
		return fmt.Sprintf("record %d: it says neither its PMID nor its DOI; look for %q on PubMed, then: claimlens pubmed fetch PMID", r.Number, annotate.Shorten(c.Title, 80))
	}
	return fmt.Sprintf("record %d: it says neither its PMID nor its DOI nor its title", r.Number)
}

// eachOf does something with each paper of one file, in its order and from the record behind number done on, until that
// fails, which is the error. What the file itself gets wrong is refused.
func (p *papers) eachOf(ctx context.Context, name string, in io.Reader, done int, do func(pubmed.Record) error) error {
	var failed error
	err := pubmed.ReadAfter(ctx, name, in, done, func(r pubmed.Record) bool {
		if r.Err != nil {
			p.refuse(name, r.Err.Error())
			return true
		}
		p.Read++
		failed = do(r)
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
