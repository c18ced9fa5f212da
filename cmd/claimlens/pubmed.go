package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"claimlens/annotate"
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
	cmd.AddCommand(a.pubmedImportCommand())
	return cmd
}

func (a *app) pubmedImportCommand() *cobra.Command {
	var dry, asJSON, asJSONL bool
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Keep the papers of PubMed XML or MEDLINE/nbib files",
		Long: "Reads PubMed XML (as PubMed saves it, E-utilities return it or the yearly baseline holds it, also .gz) and MEDLINE/nbib\n" +
			"files, - for standard input. A record that can't be read is named and skipped. Importing a file twice changes nothing.",
		Example: "  claimlens pubmed import papers.xml\n  claimlens pubmed import --dry-run --jsonl pubmed26n0001.xml.gz",
		Args:    atLeast(1, "a FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if dry {
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
	Read      int           `json:"read"`
	New       int           `json:"new"`
	Changed   int           `json:"changed"`
	Unchanged int           `json:"unchanged"`
	Refused   []refusalLine `json:"refused"`
}

func (p *papers) err() error {
	switch {
	case len(p.Refused) == 0:
		return nil
	case p.Read == 0:
		return &exitError{code: exitFailed, err: errors.New("nothing was imported")}
	}
	return &exitError{code: exitPart}
}

func (a *app) pubmedImport(ctx context.Context, files []string, asJSON bool) error {
	store, err := a.openStore(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	desk, err := newDesk(store)
	if err != nil {
		return err
	}
	p := &papers{Refused: []refusalLine{}}
	bar := newProgress(a.err, -1, "papers")
	for _, name := range files {
		if err = a.citeFile(ctx, desk, name, p, bar); err != nil {
			break
		}
	}
	bar.done()
	for _, r := range p.Refused {
		fmt.Fprintf(a.err, "claimlens: %s: %s\n", r.Source, r.Reason)
	}
	if asJSON {
		if err := a.print(p, false); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(a.out, "%s read: %d new, %d changed, %d unchanged, %d refused\n", count(p.Read, "paper"), p.New, p.Changed, p.Unchanged, len(p.Refused))
	}
	if err != nil {
		return err
	}
	return p.err()
}

func (a *app) citeFile(ctx context.Context, desk *annotate.Desk, name string, p *papers, bar *progress) error {
	in, err := a.open(name)
	if err != nil {
		p.Refused = append(p.Refused, refusalLine{name, err.Error()})
		return nil
	}
	defer in.Close()
	return cite(ctx, desk, a.actor(), name, in, p, bar.add)
}

// open opens a file to read, or standard input for "-".
func (a *app) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(a.in), nil
	}
	f, err := os.Open(name)
	var path *os.PathError
	if errors.As(err, &path) {
		return nil, path.Err
	}
	return f, err
}

// batch is how many citations share one event: enough that a baseline file of 30,000 costs 60 commits, few enough that a
// kill loses little work.
const batch = 500

// cite keeps the papers of one file, a batch at a time. The error is one of the store or of ctx; what the file itself
// gets wrong is refused in p.
func cite(ctx context.Context, desk *annotate.Desk, actor, name string, in io.Reader, p *papers, step func()) error {
	var waiting []annotate.Citation
	var failed error
	flush := func() bool {
		if failed = ctx.Err(); failed != nil || len(waiting) == 0 {
			return failed == nil
		}
		added, changed, err := desk.Cite(ctx, actor, name, waiting)
		p.New, p.Changed, p.Unchanged = p.New+added, p.Changed+changed, p.Unchanged+len(waiting)-added-changed
		waiting, failed = waiting[:0], err
		return err == nil
	}
	err := pubmed.Read(ctx, name, in, func(r pubmed.Record) bool {
		if r.Err != nil {
			p.Refused = append(p.Refused, refusalLine{name, r.Err.Error()})
			return true
		}
		p.Read++
		step()
		waiting = append(waiting, r.Citation)
		return len(waiting) < batch || flush()
	})
	if failed == nil {
		flush()
	}
	if failed != nil {
		return failed
	}
	if err != nil {
		p.Refused = append(p.Refused, refusalLine{name, err.Error()})
	}
	return nil
}

// pubmedDry prints the citations of the files, one a line, in the order of the files.
func (a *app) pubmedDry(ctx context.Context, files []string) error {
	p := &papers{}
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	for _, name := range files {
		in, err := a.open(name)
		if err != nil {
			p.Refused = append(p.Refused, refusalLine{name, err.Error()})
			continue
		}
		var failed error
		err = pubmed.Read(ctx, name, in, func(r pubmed.Record) bool {
			if r.Err != nil {
				p.Refused = append(p.Refused, refusalLine{name, r.Err.Error()})
				return true
			}
			p.Read++
			failed = out.Encode(dryCitation(r.Citation))
			return failed == nil
		})
		in.Close()
		if failed != nil {
			return failed
		}
		if err != nil {
			p.Refused = append(p.Refused, refusalLine{name, err.Error()})
		}
	}
	for _, r := range p.Refused {
		fmt.Fprintf(a.err, "claimlens: %s: %s\n", r.Source, r.Reason)
	}
	return p.err()
}

// dryLine is what pubmed import --dry-run prints: a stable form that other programs depend on.
type dryLine struct {
	PMID     string             `json:"pmid"`
	DOI      string             `json:"doi,omitempty"`
	PMCID    string             `json:"pmcid,omitempty"`
	Title    string             `json:"title,omitempty"`
	Authors  []annotate.Author  `json:"authors,omitempty"`
	Journal  string             `json:"journal,omitempty"`
	Year     int                `json:"year,omitempty"`
	Types    []string           `json:"types,omitempty"`
	Mesh     []string           `json:"mesh,omitempty"`
	Notices  []dryNotice        `json:"notices,omitempty"`
	Abstract []annotate.Section `json:"abstract,omitempty"`
}

type dryNotice struct {
	Kind string `json:"kind"`
	PMID string `json:"pmid,omitempty"`
	DOI  string `json:"doi,omitempty"`
}

func dryCitation(c annotate.Citation) dryLine {
	line := dryLine{PMID: c.PMID, DOI: c.DOI, PMCID: c.PMCID, Title: c.Title, Authors: c.Authors, Journal: c.Journal, Year: c.Year, Abstract: c.Abstract}
	for _, t := range c.Types {
		line.Types = append(line.Types, t.Name)
	}
	for _, t := range c.Mesh {
		line.Mesh = append(line.Mesh, t.Name)
	}
	for _, n := range c.Notices {
		line.Notices = append(line.Notices, dryNotice{n.Kind, n.PMID, n.DOI})
	}
	return line
}
