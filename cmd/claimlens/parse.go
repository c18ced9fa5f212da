package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
	"claimlens/annotate/syntax/conllu"
	"claimlens/importers"
)

func (a *app) parseCommand() *cobra.Command {
	var format string
	var asConllu bool
	cmd := &cobra.Command{
		Use:   "parse [--conllu | SOURCE…]",
		Short: "Print the grammar of sentences: words, parts of speech and trees",
		Long: "Reads articles as import does and prints each sentence as a tree by Universal Dependencies: every word with its part of\n" +
			"speech, under the word that it depends on.\n" +
			"--conllu reads CoNLL-U from standard input instead, with its sentences and words as given, and prints it with UPOS, HEAD\n" +
			"and DEPREL filled in; comments and the other columns stay as they were. A sentence with a malformed line is left out, the\n" +
			"line is named by its number, and the rest goes on.",
		Example: "  echo 'Green tea lowers blood pressure.' | claimlens parse -\n  claimlens parse --conllu < words.conllu > trees.conllu",
		Args: func(cmd *cobra.Command, args []string) error {
			if asConllu {
				return noArguments(cmd, args)
			}
			return atLeast(1, "a SOURCE")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if asConllu {
				return a.parseConllu(cmd)
			}
			return a.parse(cmd, args, format)
		},
	}
	a.loopbackFlag(cmd)
	cmd.Flags().BoolVar(&asConllu, "conllu", false, "read and print CoNLL-U")
	cmd.Flags().StringVar(&format, "format", "", "read everything as this `FORMAT`: html, markdown or text")
	cmd.MarkFlagsMutuallyExclusive("conllu", "format")
	return cmd
}

// parseConllu fills in the grammar of the sentences on standard input, one at a time.
func (a *app) parseConllu(cmd *cobra.Command) error {
	out := bufio.NewWriter(a.out)
	not := refusals{tell: func(r refusalLine) { a.say("%s: %s", r.Source, r.Reason) }}
	done := 0
	for in := conllu.NewReader(a.in); ; {
		sentence, err := in.Read()
		var line *conllu.LineError
		switch {
		case cmd.Context().Err() != nil:
			return cmd.Context().Err()
		case err == io.EOF:
			if err := out.Flush(); err != nil {
				return err
			}
			return not.exit(done, "no sentence could be read")
		case errors.As(err, &line):
			not.refuse(fmt.Sprintf("line %d", line.Number), line.Reason)
			continue
		case err != nil:
			return fmt.Errorf("standard input: %w", cause(err))
		}
		done++
		fillIn(sentence)
		if err := sentence.Write(out); err != nil {
			return err
		}
	}
}

// fillIn writes the parts of speech and the tree of a sentence into its rows.
func fillIn(sentence *conllu.Sentence) {
	rows := sentence.Words()
	words := make([]syntax.Word, len(rows))
	for i, row := range rows {
		words[i].Form = row[conllu.Form]
	}
	syntax.Annotate(words)
	for i, w := range words {
		rows[i][conllu.UPOS] = w.Tag
		rows[i][conllu.Head] = strconv.Itoa(w.Head + 1)
		rows[i][conllu.Relation] = w.Rel
	}
}

// parse prints the trees of articles for people.
func (a *app) parse(cmd *cobra.Command, args []string, format string) error {
	ctx := cmd.Context()
	reader, err := a.reader(format)
	if err != nil {
		return err
	}
	sources, refused := reader.Sources(ctx, args)
	return a.eachArticle(ctx, reader, sources, refused, func(_ importers.Source, article annotate.Article) error {
		return a.printTrees(article)
	})
}

func (a *app) printTrees(article annotate.Article) error {
	text := annotate.NewText(article.Text)
	for _, block := range article.Blocks {
		part, _ := text.Slice(block.Start, block.End)
		for _, s := range syntax.Sentences(part) {
			if err := printTree(a.out, part[s.Start:s.End]); err != nil {
				return err
			}
		}
	}
	return nil
}
