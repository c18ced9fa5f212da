package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/importers/literature"
)

// fetchFlags are those of pubmed fetch.
type fetchFlags struct {
	file, from       string
	dry, json, jsonl bool
}

func (a *app) pubmedFetchCommand() *cobra.Command {
	var f fetchFlags
	cmd := &cobra.Command{
		Use:   "fetch ID…",
		Short: "Get papers from PubMed by PMID, DOI or PMCID, and keep them",
		Long: "Gets papers over the network. An ID is a PMID, a DOI or a PMCID, by itself, as an address or in a whole reference; - reads\n" +
			"them from standard input, one a line. A paper that is not there is named, and the rest is kept. What was fetched in the\n" +
			"last day is not asked for again, so the same command goes on where it was interrupted; --fresh asks anew. NCBI is asked\n" +
			"three times a second at most, ten with a key of your own in $" + ncbiKeyVariable + ".",
		Example: "  claimlens pubmed fetch 32356626 10.1056/NEJMoa2007621 PMC7206931\n" +
			"  claimlens pubmed fetch --file list.txt\n  claimlens pubmed fetch --dry-run 32356626 > paper.jsonl",
		Args: func(cmd *cobra.Command, args []string) error {
			if f.file != "" {
				return nil
			}
			return atLeast(1, "an ID or --file FILE")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.pubmedFetch(cmd.Context(), args, f) },
	}
	a.dataFlag(cmd)
	a.asFlag(cmd)
	a.literatureFlags(cmd, "base-url")
	flags := cmd.Flags()
	flags.BoolVar(&a.library.fresh, "fresh", false, "ask anew for what was fetched in the last day, too")
	flags.StringVar(&f.file, "file", "", "read identifiers from `FILE`, one a line")
	flags.StringVar(&f.from, "from", fromPubMed, "the `LIBRARY` that is asked: pubmed or europepmc; what Europe PMC says never takes the place of a paper that is here")
	flags.BoolVar(&f.dry, "dry-run", false, "store nothing and print one citation a line as JSON")
	flags.BoolVar(&f.json, "json", false, "print the summary as JSON")
	flags.BoolVar(&f.jsonl, "jsonl", false, "with --dry-run: its form, which is the only one")
	return cmd
}

func (a *app) pubmedFetch(ctx context.Context, args []string, f fetchFlags) error {
	switch {
	case f.jsonl && !f.dry:
		return usage("--jsonl is the form of --dry-run; a summary is --json")
	case f.json && f.dry:
		return usage("--dry-run prints one citation a line (--jsonl) and has no summary")
	}
	from, err := a.libraryWithData(f.from, !f.dry)
	if err != nil {
		return err
	}
	bar := newProgress(a.err, -1, "papers")
	p := &papers{refusals: a.telling(bar, f.json)}
	ids, err := a.identifiers(ctx, args, f.file, p)
	if err != nil {
		return err
	}
	if f.dry {
		return a.fetched(ctx, from, ids, p, bar, func(c annotate.Citation) error { return a.print(dryCitation(c), true) })
	}
	store, desk, err := a.openDesk(ctx, claims.New(claims.Config{}))
	if err != nil {
		return err
	}
	defer store.Close()
	k := &keeper{desk: desk, actor: a.actor(), note: "fetched from " + libraryNames[f.from], papers: p}
	if f.from == fromEuropePMC {
		k.held = store
	}
	err = a.fetched(ctx, from, ids, p, bar, func(c annotate.Citation) error { return k.keep(ctx, c) })
	if flushed := k.flush(ctx); flushed != nil {
		return flushed
	}
	if f.json {
		if err := a.print(p, false); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(a.out, "%s fetched: %d new, %d changed, %d unchanged, %d refused\n", count(p.Read, "paper"), p.New, p.Changed, p.Unchanged, p.Count)
	}
	return err
}

// fetched does something with each paper that a library has of those that are asked for, and names the others. The error is
// the exit that the command asks for.
func (a *app) fetched(ctx context.Context, from library, ids []annotate.Identifier, p *papers, bar *progress, do func(annotate.Citation) error) error {
	err := p.takeEach(ctx, bar, len(ids), do, func(take func(literature.Found) error) error { return from.Fetch(ctx, ids, take) },
		func(left int) string {
			return fmt.Sprintf("%d of %s were not asked for", left, count(len(ids), "paper"))
		})
	if err != nil {
		return err
	}
	return p.exit(p.Read, "nothing was fetched")
}

// takeEach does something with each of so many papers that each hands over. The error is the exit that the command asks for:
// one that is cut short after some came says, in the words of missing, how many did not.
func (p *papers) takeEach(ctx context.Context, bar *progress, total int, do func(annotate.Citation) error,
	each func(take func(literature.Found) error) error, missing func(left int) string) error {
	done := 0
	var failed error
	err := each(func(f literature.Found) error {
		done++
		bar.to(done, total)
		failed = p.take(f, do)
		return failed
	})
	bar.done()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case failed != nil:
		return failed
	case err != nil && p.Read > 0:
		return &exitError{code: exitPart, err: fmt.Errorf("%w; %s: the same command goes on there", unreached(err), missing(total-done))}
	case err != nil:
		return unreached(err)
	}
	return nil
}

// take does something with a paper that a library gave, or names the one that it could not give.
func (p *papers) take(f literature.Found, do func(annotate.Citation) error) error {
	switch {
	case f.Err == nil:
		p.Read++
		return do(f.Citation)
	case f.ID.Value == "":
		p.refuse("a paper that was found", f.Err.Error())
	default:
		p.refuse(f.ID.String(), f.Err.Error())
	}
	return nil
}

// keeper keeps papers that come one by one, a batch at a time.
type keeper struct {
	desk        *annotate.Desk
	actor, note string
	papers      *papers
	held        annotate.Reader // unless nil: papers that are here are left as they are

	waiting []annotate.Citation
}

func (k *keeper) keep(ctx context.Context, c annotate.Citation) error {
	if k.held != nil {
		held, err := k.held.Citation(ctx, c.PMID)
		if err == nil && !held.Deleted {
			k.papers.Unchanged++
			return nil
		}
		if err != nil && !errors.Is(err, annotate.ErrNotFound) {
			return err
		}
	}
	if k.waiting = append(k.waiting, c); len(k.waiting) < batch {
		return nil
	}
	return k.flush(ctx)
}

func (k *keeper) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil || len(k.waiting) == 0 {
		return err
	}
	added, changed, err := k.desk.Cite(ctx, k.actor, k.note, k.waiting)
	p := k.papers
	p.New, p.Changed, p.Unchanged = p.New+added, p.Changed+changed, p.Unchanged+len(k.waiting)-added-changed
	k.waiting = k.waiting[:0]
	return err
}
