package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/importers"
)

type extractFlags struct {
	format             string
	asJSON, asJSONL    bool
	all, sentencesOnly bool
	threshold          float64
}

func (a *app) extractCommand() *cobra.Command {
	var f extractFlags
	cmd := &cobra.Command{
		Use:   "extract SOURCE…",
		Short: "Print an article and its claims, without a store",
		Long: "Reads articles as import does, keeps nothing, and prints each with its claims: where each stands, its kind and its worth.\n" +
			"--json prints one article as a document, --jsonl one article a line in the order of the SOURCEs. Places are counted in\n" +
			"Unicode code points of the article's text. What is refused is named with its reason, and the rest goes on. The answers of\n" +
			"a language model are kept in the user's cache folder, so that the same text costs nothing twice.",
		Example: "  echo 'Green tea lowers blood pressure in adults.' | claimlens extract -\n  claimlens extract --json article.html\n" +
			"  claimlens extract --jsonl articles/ > claims.jsonl",
		Args: atLeast(1, "a SOURCE"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.extract(cmd, args, f) },
	}
	a.loopbackFlag(cmd)
	a.extractorFlags(cmd)
	cmd.Flags().StringVar(&f.format, "format", "", "read everything as this `FORMAT`: html, markdown or text")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "print one JSON document (for one SOURCE)")
	cmd.Flags().BoolVar(&f.asJSONL, "jsonl", false, "print one JSON object a line, each with its source")
	cmd.Flags().BoolVar(&f.all, "all", false, "keep the sentences below the threshold too, each with its worth")
	cmd.Flags().Float64Var(&f.threshold, "threshold", 0, "least `WORTH` of a claim, 0 to 1 (default: the extractor's own)")
	cmd.Flags().BoolVar(&f.sentencesOnly, "sentences", false, "print where the sentences stand instead of the claims")
	return cmd
}

func (a *app) extract(cmd *cobra.Command, args []string, f extractFlags) error {
	if f.threshold < 0 || f.threshold > 1 {
		return usage("--threshold is between 0 and 1, not %v", f.threshold)
	}
	if f.asJSON && f.asJSONL {
		return usage("--json prints one document, --jsonl one a line: choose one")
	}
	if f.all || f.threshold > 0 {
		if a.llm.extractor == byModel {
			return usage("--all and --threshold are for --extractor grammar: a model gives the claims that it finds")
		}
	}
	ctx := cmd.Context()
	m, err := a.newModel(cmd, cachedAnswers())
	if err != nil {
		return err
	}
	reader, err := a.reader(f.format)
	if err != nil {
		return err
	}
	sources, refused := reader.Sources(ctx, args)
	if f.asJSON && len(sources) > 1 {
		return usage("--json prints one article, and there are %d; use --jsonl", len(sources))
	}
	x := &extraction{grammar: claims.New(claims.Config{All: f.all, Threshold: f.threshold}), model: m}
	return a.eachArticle(ctx, reader, sources, refused, func(source importers.Source, article annotate.Article) error {
		found, err := x.read(ctx, article, f)
		if err != nil {
			return fmt.Errorf("%s: %w", source.Name, err)
		}
		for _, note := range found.notes {
			a.say("%s: %s", source.Name, note)
		}
		return a.printExtracted(source, article, found, f)
	})
}

func (a *app) printExtracted(source importers.Source, article annotate.Article, found finds, f extractFlags) error {
	name := ""
	if f.asJSONL {
		name = source.Name
	}
	switch {
	case f.sentencesOnly:
		return a.print(extractedSentences{name, sentencesOf(article)}, f.asJSONL)
	case f.asJSON || f.asJSONL:
		return a.print(extractedOf(name, article, found), f.asJSONL)
	}
	fmt.Fprintf(a.out, "%s\n", article.Title)
	for _, x := range found.drafts {
		fmt.Fprintf(a.out, "%6d  %-11s  %.2f  %s%s\n", x.Anchor.Start, x.Kind, x.Worth, x.Text, inWhom(x))
	}
	_, err := fmt.Fprintf(a.out, "%s\n", count(len(found.drafts), "claim"))
	if found.spent != nil {
		fmt.Fprintf(a.out, "%s at %s: %s\n", visible(found.spent.Model), found.spent.Host, found.spent)
	}
	return err
}

// inWhom is whom the claim speaks of and in what creature it holds, in brackets, as far as it says.
func inWhom(d annotate.Draft) string {
	switch {
	case d.Population == "" && d.Species == "":
		return ""
	case d.Population == "" || d.Species == "":
		return "  (" + d.Population + d.Species + ")"
	}
	return "  (" + d.Population + "; " + d.Species + ")"
}

// print writes v as JSON: on one line, or indented.
func (a *app) print(v any, oneLine bool) error {
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	if !oneLine {
		out.SetIndent("", "  ")
	}
	return out.Encode(v)
}
