package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"claimlens/importers"
)

func (a *app) importCommand() *cobra.Command {
	var format string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "import SOURCE…",
		Short: "Read articles and keep them with their claims",
		Long: "Reads articles and keeps them with the claims that they make. A SOURCE is an address, a file, a folder (all files in\n" +
			"it) or - for standard input. The format is found out: HTML, Markdown or plain text. Importing the same thing twice\n" +
			"changes nothing; a page whose text changed becomes the article's next revision. After an interruption the same\n" +
			"command goes on where it stopped.",
		Example: "  echo 'Green tea lowers blood pressure in adults.' | claimlens import -\n  claimlens import https://www.example.org/health/article\n" +
			"  claimlens import articles/",
		Args: atLeast(1, "a SOURCE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.importArticles(cmd, args, format, asJSON)
		},
	}
	a.dataFlag(cmd)
	a.asFlag(cmd)
	a.loopbackFlag(cmd)
	a.extractorFlags(cmd)
	cmd.Flags().StringVar(&format, "format", "", "read everything as this `FORMAT`: html, markdown or text")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the summary as JSON")
	return cmd
}

func (a *app) importArticles(cmd *cobra.Command, args []string, format string, asJSON bool) error {
	ctx, start := cmd.Context(), time.Now()
	reader, err := a.reader(format)
	if err != nil {
		return err
	}
	m, err := a.modelWithData(cmd)
	if err != nil {
		return err
	}
	store, desk, err := a.openDesk(ctx, m.extractor())
	if err != nil {
		return err
	}
	defer store.Close()
	sources, refused := reader.Sources(ctx, args)
	bar := newProgress(a.err, len(sources), "articles")
	t := &tally{refusals: a.telling(bar, asJSON)}
	for _, r := range refused {
		t.refuse(r.Source, reason(r))
	}
	in := &intake{reader: reader, desk: desk, actor: a.actor(), model: m}
	failed := in.run(ctx, sources, func(o outcome) {
		t.add(o)
		bar.clear()
		for _, note := range o.spent.dropped() {
			a.say("%s: %s", o.source.Name, note)
		}
		bar.add()
		if m != nil {
			bar.tell("articles, " + m.total().String())
		}
	})
	bar.done()
	if failed == nil {
		failed = store.WaitIndexed(ctx)
	}
	a.sayImported(t, m.total(), time.Since(start), asJSON)
	if failed != nil {
		return failed
	}
	return t.exit(t.Read, "nothing was imported")
}

func (a *app) reader(format string) (*importers.Reader, error) {
	if format != "" {
		if _, err := importers.FormatNamed(format); err != nil {
			return nil, usage("%v", err)
		}
	}
	return importers.New(importers.Config{Format: format, Stdin: a.in, UserAgent: "claimlens/" + version(), AllowLoopback: a.loopback}), nil
}

func (a *app) sayImported(t *tally, model *spending, took time.Duration, asJSON bool) {
	if asJSON {
		_ = a.print(struct { // what goes wrong with standard output is said at the end
			*tally
			Model      *spending `json:"model,omitempty"`
			Seconds    float64   `json:"seconds"`
			PeakMemory int64     `json:"peakMemoryBytes,omitempty"`
		}{t, model, took.Seconds(), peakMemory()}, false)
		return
	}
	fmt.Fprintf(a.out, "%s read: %d new, %d changed, %d unchanged, %d refused\n", count(t.Read, "article"), t.New, t.Changed, t.Unchanged, t.Count)
	fmt.Fprintf(a.out, "%s, %d of them new, at %s\n", count(t.Claims, "claim"), t.NewClaims, count(t.Mentions, "place"))
	if t.Carried+t.Lost > 0 {
		fmt.Fprintf(a.out, "%s of editors kept in changed texts, %d no longer there\n", count(t.Carried, "claim"), t.Lost)
	}
	if model != nil {
		fmt.Fprintf(a.out, "%s at %s: %s; %s\n", visible(model.Model), model.Host, count(model.Requests, "answer"), model)
	}
	fmt.Fprintf(a.out, "%s", seconds(took))
	if m := peakMemory(); m > 0 {
		fmt.Fprintf(a.out, ", at most %d MB of memory", m>>20)
	}
	fmt.Fprintln(a.out)
}

// count says a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
