package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

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
		Example: `  printf 'PMID- 99000001\nTI  - An invented paper\n' | claimlens pubmed import --dry-run -
  claimlens pubmed import papers.xml
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
	Read      int `json:"read"`
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	refusals
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
	bar := newProgress(a.err, -1, "papers")
	p := &papers{refusals: a.telling(bar, asJSON)}
	for _, name := range files {
		if err = a.citeFile(ctx, desk, name, p, bar); err != nil {
			break
		}
	}
	bar.done()
	if asJSON {
		if err := a.print(p, false); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(a.out, "%s read: %d new, %d changed, %d unchanged, %d refused\n", count(p.Read, "paper"), p.New, p.Changed, p.Unchanged, p.Count)
	}
	if err != nil {
		return err
	}
	return p.exit(p.Read, "nothing was imported")
}

func (a *app) citeFile(ctx context.Context, desk *annotate.Desk, name string, p *papers, bar *progress) error {
	in, name, err := a.open(name)
	if err != nil {
		p.refuse(name, err.Error())
		return nil
	}
	defer in.Close()
	return cite(ctx, desk, a.actor(), name, in, p, bar.add)
}

// open opens a file to read, or standard input for "-", and says what people call it.
func (a *app) open(file string) (in io.ReadCloser, name string, err error) {
	if file == "-" {
		return io.NopCloser(a.in), "standard input", nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, file, cause(err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, file, errors.New("is a folder; name the files in it: " + filepath.Join(file, "*.xml.gz"))
	}
	return f, strings.ToValidUTF8(file, "\uFFFD"), nil
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
			p.refuse(name, r.Err.Error())
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
		p.refuse(name, err.Error())
	}
	return nil
}

// pubmedDry prints the citations of the files, one a line, in the order of the files.
func (a *app) pubmedDry(ctx context.Context, files []string) error {
	p := &papers{refusals: refusals{tell: a.refused}}
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	for _, name := range files {
		in, name, err := a.open(name)
		if err != nil {
			p.refuse(name, err.Error())
			continue
		}
		var failed error
		err = pubmed.Read(ctx, name, in, func(r pubmed.Record) bool {
			if r.Err != nil {
				p.refuse(name, r.Err.Error())
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
			p.refuse(name, err.Error())
		}
	}
	return p.exit(p.Read, "nothing was read")
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
