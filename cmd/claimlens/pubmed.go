package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/annotate/claims"
	"claimlens/importers/pubmed"
)

func (a *app) pubmedCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pubmed",
		Short: "Papers: PubMed records into the store",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("there is no command %q; see claimlens pubmed --help", args[0])
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(a.pubmedImportCommand(), a.pubmedFetchCommand(), a.pubmedSearchCommand())
	return cmd
}

func (a *app) pubmedImportCommand() *cobra.Command {
	var dry, asJSON, asJSONL bool
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Keep the papers of PubMed XML, MEDLINE/nbib or RIS files",
		Long: "Reads PubMed XML (as PubMed saves it, E-utilities return it or the yearly baseline holds it, also .gz), MEDLINE/nbib and RIS\n" +
			"files, - for standard input. A record that can't be read is named and skipped. Importing a file twice changes nothing; after\n" +
			"an interruption the same command goes on where it was. Files of the baseline and its updates are read in the order of their\n" +
			"numbers, and checked against the .md5 beside them. Of two records of a paper, the one that PubMed revised later counts, and\n" +
			"of one day the one that is read later. RIS, which says less than PubMed does, never takes the place of a PubMed record.",
		Example: `  printf 'PMID- 99000001\nTI  - An invented paper\n' | claimlens pubmed import --dry-run -
  claimlens pubmed import papers.xml library.ris
  claimlens pubmed import baseline/*.xml.gz updatefiles/*.xml.gz
  claimlens pubmed import --dry-run --jsonl pubmed26n0001.xml.gz > papers.jsonl`,
		Args: atLeast(1, "a FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case asJSONL && !dry:
				return usage("--jsonl is the form of --dry-run; a summary is --json")
			case asJSON && dry:
				return usage("--dry-run prints one citation a line (--jsonl) and has no summary")
			case dry:
				return a.pubmedDry(cmd.Context(), args)
			}
			return a.pubmedImport(cmd.Context(), args, asJSON)
		},
	}
	a.dataFlag(cmd)
	a.asFlag(cmd)
	cmd.Flags().BoolVar(&dry, "dry-run", false, "store nothing and print one citation a line as JSON")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the summary as JSON")
	cmd.Flags().BoolVar(&asJSONL, "jsonl", false, "with --dry-run: its form, which is the only one")
	return cmd
}

// papers counts what pubmed import did.
type papers struct {
	Read      int      `json:"read"`
	New       int      `json:"new"`
	Changed   int      `json:"changed"`
	Unchanged int      `json:"unchanged"`
	Stopped   *stopped `json:"stopped,omitempty"`
	refusals
}

// stopped is where an import was stopped: the record of the file up to which everything is kept.
type stopped struct {
	File   string `json:"file"`
	Record int    `json:"record"`
}

func (a *app) pubmedImport(ctx context.Context, files []string, asJSON bool) error {
	store, desk, err := a.openDesk(ctx, claims.New(claims.Config{}))
	if err != nil {
		return err
	}
	defer store.Close()
	dir, err := a.dataDir()
	if err != nil {
		return err
	}
	marks, err := openBookmarks(ctx, dir, store)
	if err != nil {
		return err
	}
	files = pubmed.InOrder(files)
	bar := newByteProgress(a.err, sizeOf(files), "papers")
	p := &papers{refusals: a.telling(bar, asJSON)}
	in := &paperImport{app: a, marks: marks, bar: bar, citer: citer{desk: desk, held: store, actor: a.actor(), papers: p, step: bar.count}}
	for _, name := range files {
		if err = in.file(ctx, name); err != nil {
			break
		}
	}
	bar.done()
	if err := a.sumUp(p, asJSON); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	return p.exit(p.Read, "nothing was imported")
}

func (a *app) sumUp(p *papers, asJSON bool) error {
	if asJSON {
		return a.print(p, false)
	}
	switch s := p.Stopped; {
	case s == nil:
	case s.Record == 0:
		a.say("stopped in %s before anything of it was kept; the same command begins it anew", s.File)
	default:
		a.say("stopped in %s; the same command goes on behind its record %d", s.File, s.Record)
	}
	_, err := fmt.Fprintf(a.out, "%s read: %d new, %d changed, %d unchanged, %d refused\n", count(p.Read, "paper"), p.New, p.Changed, p.Unchanged, p.Count)
	return err
}

// paperImport is one run of pubmed import.
type paperImport struct {
	*app
	citer
	marks *bookmarks
	bar   *progress
}

// file keeps the papers of one file, as far as no earlier run did.
func (i *paperImport) file(ctx context.Context, name string) error {
	f, err := i.openPapers(ctx, name)
	switch {
	case err != nil && ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		i.papers.refuse(strings.ToValidUTF8(name, "\uFFFD"), err.Error())
		return nil
	}
	defer f.Close()
	mark := i.marks.of(f)
	i.papers.Read, i.papers.Unchanged = i.papers.Read+mark.Done, i.papers.Unchanged+mark.Done
	if mark.Whole {
		i.bar.pass(f.size)
		return nil
	}
	if mark.Done > 0 {
		i.bar.clear()
		i.say("%s: going on behind record %d", f.name, mark.Done)
	}
	at, refused := mark.Done, i.papers.Count
	i.mark = func(ctx context.Context, number int) error {
		at = number
		return i.marks.put(ctx, f, number, false)
	}
	if err := i.cite(ctx, f.name, i.bar.reading(f), mark.Done); err != nil {
		p := i.papers
		p.Stopped = &stopped{f.name, at}
		p.Read = p.New + p.Changed + p.Unchanged // what was read but not kept will be read again
		return err
	}
	if i.papers.Count > refused { // whoever runs it again is told again
		at = 0
	}
	return i.marks.put(ctx, f, at, true)
}

// sizeOf is how many bytes files have, or -1 if that can't be said.
func sizeOf(files []string) int64 {
	var sum int64
	for _, name := range files {
		info, err := os.Stat(name)
		if name == "-" || err == nil && !info.Mode().IsRegular() {
			return -1
		}
		if err == nil {
			sum += info.Size()
		}
	}
	return sum
}
