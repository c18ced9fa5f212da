package main

import (
	"encoding/json"
	"errors"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/syntax"
	"claimlens/annotate/wording"
)

func (a *app) wordingCommand() *cobra.Command {
	var asJSONL bool
	cmd := &cobra.Command{
		Use:   "wording --jsonl",
		Short: "Say how strongly sentences claim, and whether they give advice",
		Long: "Reads {\"id\",\"text\"} a line from standard input and prints {\"id\",\"wording\",\"advice\"} a line: wording is none, correlational,\n" +
			"conditional or causal, advice is none, weak or strong.",
		Example: `  echo '{"id":1,"text":"Coffee may reduce headaches."}' | claimlens wording --jsonl`,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return batchLines(cmd.Context(), a, func(x wordingLine) (any, error) {
				if x.Text == nil {
					return nil, errors.New(`there is no "text"`)
				}
				strength, advice := wording.Of(syntax.Parse(*x.Text))
				return worded{x.ID, strength, advice}, nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSONL, "jsonl", true, "one JSON object a line, which is the only form")
	return cmd
}

type wordingLine struct {
	ID   json.RawMessage `json:"id"`
	Text *string         `json:"text"`
}

type worded struct {
	ID      json.RawMessage  `json:"id"`
	Wording annotate.Wording `json:"wording"`
	Advice  wording.Advice   `json:"advice"`
}
