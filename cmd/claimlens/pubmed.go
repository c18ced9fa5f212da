package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/claims"
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
	store, desk, err := a.openDesk(ctx, claims.New(claims.Config{}))
	if err != nil {
		return err
	}
	defer store.Close()
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
