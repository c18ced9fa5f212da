package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/importers"
)

func (a *app) anchorCommand() *cobra.Command {
	var asJSONL bool
	cmd := &cobra.Command{
		Use:   "anchor --jsonl",
		Short: "Say where quotes stand in texts today, or that they don't",
		Long: "Reads {\"id\",\"text\"|\"file\",\"quote\",\"prefix\",\"suffix\"} a line from standard input and prints {\"id\",\"start\",\"end\",\"exact\"} a\n" +
			"line, in Unicode code points of the text (of a file: of the article's text). exact is false where white space, punctuation,\n" +
			"hyphens, quotation marks or entities differ. Prefix and suffix choose between several places. A quote that is not there\n" +
			"gets {\"id\",\"error\"}, and a malformed line is refused by its number.",
		Example: `  echo '{"id":1,"text":"Green tea lowers blood pressure.","quote":"lowers"}' | claimlens anchor --jsonl`,
		Args:    noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.anchor(cmd.Context()) },
	}
	cmd.Flags().BoolVar(&asJSONL, "jsonl", true, "one JSON object a line, which is the only form")
	return cmd
}

type anchorLine struct {
	ID     json.RawMessage `json:"id"`
	Text   *string         `json:"text"`
	File   string          `json:"file"`
	Quote  string          `json:"quote"`
	Prefix string          `json:"prefix"`
	Suffix string          `json:"suffix"`
}

type anchored struct {
	ID    json.RawMessage `json:"id"`
	Start *int            `json:"start,omitempty"`
	End   *int            `json:"end,omitempty"`
	Exact *bool           `json:"exact,omitempty"`
	Error string          `json:"error,omitempty"`
}

func (a *app) anchor(ctx context.Context) error {
	reader, err := a.reader("")
	if err != nil {
		return err
	}
	var texts recentTexts
	return batchLines(ctx, a, func(x anchorLine) (any, error) { return texts.place(ctx, reader, x), nil })
}

// recentTexts keeps the last few texts, since many quotes of the same texts tend to follow one another.
type recentTexts []namedText

type namedText struct {
	file string // empty for a text that a line gave itself
	text *annotate.Text
}

// keptTexts is how many texts are kept.
const keptTexts = 4

func (r *recentTexts) place(ctx context.Context, reader *importers.Reader, x anchorLine) anchored {
	text, err := r.text(ctx, reader, x)
	if err != nil {
		return anchored{ID: x.ID, Error: err.Error()}
	}
	p, err := text.Find(annotate.Anchor{Exact: x.Quote, Prefix: x.Prefix, Suffix: x.Suffix})
	if err != nil {
		return anchored{ID: x.ID, Error: err.Error()}
	}
	return anchored{ID: x.ID, Start: &p.Start, End: &p.End, Exact: &p.Exact}
}

func (r *recentTexts) text(ctx context.Context, reader *importers.Reader, x anchorLine) (*annotate.Text, error) {
	if x.Text == nil && x.File == "" {
		return nil, errors.New("there is neither a text nor a file")
	}
	for _, kept := range *r {
		if x.Text == nil && kept.file == x.File || x.Text != nil && kept.file == "" && kept.text.String() == *x.Text {
			return kept.text, nil
		}
	}
	if x.Text == nil && x.File == "-" {
		return nil, errors.New("standard input holds the lines; - can't be a file in one of them")
	}
	kept := namedText{file: x.File}
	if x.Text != nil {
		kept = namedText{text: annotate.NewText(*x.Text)}
	} else {
		article, err := readOne(ctx, reader, x.File)
		if err != nil {
			return nil, err
		}
		kept.text = annotate.NewText(article.Text)
	}
	if len(*r) == keptTexts {
		*r = (*r)[1:]
	}
	*r = append(*r, kept)
	return kept.text, nil
}

func readOne(ctx context.Context, reader *importers.Reader, file string) (annotate.Article, error) {
	sources, refusals := reader.Sources(ctx, []string{file})
	if len(refusals) > 0 {
		return annotate.Article{}, refusals[0]
	}
	if len(sources) != 1 {
		return annotate.Article{}, fmt.Errorf("%s is not one file", file)
	}
	return reader.Read(ctx, sources[0])
}
