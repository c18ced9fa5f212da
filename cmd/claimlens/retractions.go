package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/annotate/claims"
	"claimlens/importers/crossref"
)

func (a *app) retractionsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "retractions",
		Short: "What happened to the papers since: retractions, concerns, corrections",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("there is no command %q; see claimlens retractions --help", args[0])
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(a.retractionsCheckCommand())
	return cmd
}

// fromCrossref is what --from calls Crossref.
const fromCrossref = "crossref"

// checkFlags are those of retractions check.
type checkFlags struct {
	from      []string
	file      string
	all, json bool
}

func (a *app) retractionsCheckCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Ask what happened to the cited papers, and say which claims that touches",
		Long: "Asks PubMed and Crossref what happened to the papers that evidence rests on, keeps what is new, and prints it with the\n" +
			"claims that are to be looked at again. Crossref carries the Retraction Watch database; the database itself, as a CSV file,\n" +
			"says more and needs no network: with --file alone nobody is asked. What was answered in the last day is not asked for\n" +
			"again, so the same command goes on where it was interrupted; --again asks anew.",
		Example: "  claimlens retractions check\n  claimlens retractions check --file retraction_watch.csv\n" +
			"  claimlens retractions check --from crossref,pubmed --file retraction_watch.csv --json",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.file != "" && !cmd.Flags().Changed("from") {
				f.from = nil
			}
			return a.retractionsCheck(cmd.Context(), f)
		},
	}
	a.dataFlag(cmd)
	a.asFlag(cmd)
	a.literatureFlags(cmd, "base-url")
	flags := cmd.Flags()
	flags.BoolVar(&a.library.fresh, "again", false, "ask anew about what was answered in the last day, too")
	flags.StringSliceVar(&f.from, "from", []string{fromPubMed, fromCrossref}, "`SOURCES` that are asked: pubmed, crossref")
	flags.StringVar(&f.file, "file", "", "read the Retraction Watch database from `FILE` (CSV)")
	flags.BoolVar(&f.all, "all", false, "check every paper that is held, cited or not")
	flags.BoolVar(&f.json, "json", false, "print what is new, and the summary, as JSON")
	return cmd
}

func (a *app) retractionsCheck(ctx context.Context, f checkFlags) error {
	sources, err := a.noticeSources(f)
	if err != nil {
		return err
	}
	store, err := a.openExisting(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	desk, err := newDesk(store, claims.New(claims.Config{}))
	if err != nil {
		return err
	}
	bar := newProgress(a.err, -1, "papers")
	r := &noticeRound{store: store, desk: desk, actor: a.actor(), bar: bar, refusals: a.telling(bar, f.json), Papers: []noticed{}}
	if !f.json {
		r.report = func(n noticed) error {
			bar.clear()
			return n.print(a.out)
		}
	}
	if err := r.choose(ctx, f.all); err != nil {
		return err
	}
	if len(r.pmids) == 0 && len(f.from) > 0 {
		a.say("no evidence rests on a paper here, so nobody is asked; --all checks every paper")
	}
	err = r.run(ctx, sources)
	bar.done()
	switch {
	case f.json:
		if err := a.print(r, false); err != nil {
			return err
		}
	case err == nil || r.told() > 0: // a sum of nothing would look like good news
		fmt.Fprintln(a.out, r.summary())
	}
	return err
}

// noticeSource is one that is asked what happened to papers: its name, and how it is asked.
type noticeSource struct {
	name string
	ask  func(ctx context.Context, r *noticeRound, s *sourceSum) error
}

// noticeSources are the sources that the flags name. PubMed comes first, since it says most of a notice.
func (a *app) noticeSources(f checkFlags) ([]noticeSource, error) {
	asks := map[string]bool{}
	for _, name := range f.from {
		if name != fromPubMed && name != fromCrossref {
			return nil, usage("--from %q is neither %s nor %s", name, fromPubMed, fromCrossref)
		}
		asks[name] = true
	}
	if len(asks) == 0 && f.file == "" {
		return nil, usage("--from names nobody to ask; see claimlens retractions check --help")
	}
	var out []noticeSource
	dir, err := a.dataDir()
	if err != nil {
		return nil, err
	}
	service, err := a.service(paperAnswersIn(dir))
	if err != nil {
		return nil, err
	}
	if asks[fromPubMed] {
		pubmed := service.libraries()[fromPubMed]
		out = append(out, noticeSource{"PubMed", func(ctx context.Context, r *noticeRound, s *sourceSum) error { return r.askPubMed(ctx, pubmed, s) }})
	}
	if asks[fromCrossref] {
		client := crossref.New(crossref.Config{Client: service.client, Root: service.root, Mailto: service.email})
		out = append(out, noticeSource{"Crossref", func(ctx context.Context, r *noticeRound, s *sourceSum) error { return r.askCrossref(ctx, client, s) }})
	}
	if f.file != "" {
		out = append(out, noticeSource{"Retraction Watch", func(ctx context.Context, r *noticeRound, s *sourceSum) error {
			return a.readRetractions(ctx, r, f.file, s)
		}})
	}
	return out, nil
}

// readRetractions reads the Retraction Watch database from a file, or from standard input for "-".
func (a *app) readRetractions(ctx context.Context, r *noticeRound, file string, s *sourceSum) error {
	if file == "-" {
		return r.readFile(ctx, "standard input", a.in, s)
	}
	in, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("%s: %w", file, cause(err))
	}
	defer in.Close()
	return r.readFile(ctx, strings.ToValidUTF8(file, "\uFFFD"), in, s)
}

// summary is what was done, in a line for each source and one for what came of it.
func (r *noticeRound) summary() string {
	var lines []string
	for _, s := range r.Sources {
		lines = append(lines, s.words())
	}
	claims := map[string]bool{}
	for _, p := range r.Papers {
		for _, c := range p.Claims {
			claims[c.ID.String()] = true
		}
	}
	return strings.Join(append(lines, fmt.Sprintf("%s with news, %s to look at again", count(len(r.Papers), "paper"), count(len(claims), "claim"))), "\n")
}

// told is how many papers were asked about and rows were read.
func (r *noticeRound) told() int {
	sum := 0
	for _, s := range r.Sources {
		sum += s.Asked + s.Rows
	}
	return sum
}

// exit is the exit that the sources' failures ask for: failed when none gave anything, else in part.
func (r *noticeRound) exit(failed []error) error {
	if len(failed) == 0 {
		return r.refusals.exit(r.told(), "nothing was checked")
	}
	code := exitPart
	if r.told() == 0 {
		code = exitFailed
	}
	return &exitError{code: code, err: errors.Join(failed...)}
}
