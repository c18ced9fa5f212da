package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/importers/literature"
)

// maxFound is the most papers of one search that are asked for.
const maxFound = 10_000

// paperSearchFlags are those of pubmed search.
type paperSearchFlags struct {
	from        string
	limit       int
	keep, jsonl bool
}

func (a *app) pubmedSearchCommand() *cobra.Command {
	var f paperSearchFlags
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search PubMed, or Europe PMC, for papers",
		Long: "Searches over the network, in the syntax of the library that is asked, and prints the first papers in its order of\n" +
			"relevance: PMID, year, journal and title with tabs between them. --keep keeps them, too.",
		Example: "  claimlens pubmed search 'vitamin D AND fractures AND randomized controlled trial[pt]'\n" +
			"  claimlens pubmed search --limit 200 --keep 'green tea AND blood pressure'\n  claimlens pubmed search --from europepmc --jsonl 'TITLE:\"green tea\"'",
		Args: atLeast(1, "a QUERY"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.pubmedSearch(cmd.Context(), strings.Join(args, " "), f)
		},
	}
	a.dataFlag(cmd)
	a.asFlag(cmd)
	a.literatureFlags(cmd, "base-url")
	flags := cmd.Flags()
	flags.BoolVar(&a.library.fresh, "fresh", false, "ask anew for what was found in the last hour, too")
	flags.StringVar(&f.from, "from", fromPubMed, "the `LIBRARY` that is searched: pubmed or europepmc; what Europe PMC says never takes the place of a paper that is here")
	flags.IntVar(&f.limit, "limit", 20, "the first `N` papers, up to 10000; PubMed names 9999 at most")
	flags.BoolVar(&f.keep, "keep", false, "keep the papers in the store")
	flags.BoolVar(&f.jsonl, "jsonl", false, "print one citation a line as JSON, as pubmed import --dry-run does")
	return cmd
}

func (a *app) pubmedSearch(ctx context.Context, query string, f paperSearchFlags) error {
	if f.limit < 1 || f.limit > maxFound {
		return usage("--limit %d is not from 1 to %d", f.limit, maxFound)
	}
	from, err := a.libraryWithData(f.from, f.keep)
	if err != nil {
		return err
	}
	bar := newProgress(a.err, -1, "papers")
	p := &papers{refusals: a.telling(bar, false)}
	hits, err := from.Search(ctx, query, f.limit)
	if err != nil {
		return unreached(err)
	}
	a.sayFound(hits, libraryNames[f.from])
	if !f.keep {
		return a.found(ctx, hits, p, bar, func(c annotate.Citation) error { return a.printPaper(c, f.jsonl) })
	}
	store, desk, err := a.openDesk(ctx, claims.New(claims.Config{}))
	if err != nil {
		return err
	}
	defer store.Close()
	k := &keeper{desk: desk, actor: a.actor(), note: annotate.Shorten("found in "+libraryNames[f.from]+" by "+query, 200), papers: p}
	if f.from == fromEuropePMC {
		k.held = store
	}
	err = a.found(ctx, hits, p, bar, func(c annotate.Citation) error {
		if err := k.keep(ctx, c); err != nil {
			return err
		}
		return a.printPaper(c, f.jsonl)
	})
	if flushed := k.flush(ctx); flushed != nil {
		return flushed
	}
	a.say("%s kept: %d new, %d changed, %d unchanged", count(p.Read, "paper"), p.New, p.Changed, p.Unchanged)
	return err
}

// sayFound says how many papers a search found, how many of them follow, and what the library said of the query.
func (a *app) sayFound(hits literature.Hits, where string) {
	switch {
	case hits.Total == 0:
		a.say("%s finds no paper", where)
	case hits.First < hits.Total:
		a.say("%s: the first %d of %s", where, hits.First, count(hits.Total, "paper"))
	default:
		a.say("%s: %s", where, count(hits.Total, "paper"))
	}
	for _, note := range hits.Notes {
		a.say("%s", note)
	}
}

// found does something with each paper of a search, and names those that can't be read.
func (a *app) found(ctx context.Context, hits literature.Hits, p *papers, bar *progress, do func(annotate.Citation) error) error {
	if hits.Total == 0 {
		return nil
	}
	err := p.takeEach(ctx, bar, hits.First, do, func(take func(literature.Found) error) error { return hits.Each(ctx, take) },
		func(left int) string { return fmt.Sprintf("%d of the papers are missing", left) })
	if err != nil {
		return err
	}
	return p.exit(p.Read, "none of the papers could be read")
}

// printPaper prints a paper in one line.
func (a *app) printPaper(c annotate.Citation, asJSON bool) error {
	if asJSON {
		return a.print(dryCitation(c), true)
	}
	year := ""
	if c.Year != 0 {
		year = fmt.Sprint(c.Year)
	}
	_, err := fmt.Fprintf(a.out, "%s\t%s\t%s\t%s\n", c.PMID, year, visible(c.Journal), visible(c.Title))
	return err
}
