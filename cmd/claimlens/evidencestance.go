package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/stance"
	"claimlens/annotate/syntax"
)

func (a *app) evidenceStanceCommand() *cobra.Command {
	var asJSONL bool
	var claim string
	cmd := &cobra.Command{
		Use:   "stance --jsonl | stance --claim TEXT FILE|-",
		Short: "Suggest whether passages support a claim, dispute it or do neither",
		Long: "With --jsonl, reads {\"id\",\"claim\",\"title\",\"passages\":[…]} a line from standard input and prints\n" +
			"{\"id\",\"stance\",\"confidence\",\"passages\":[…]} a line: supports, disputes or neutral, how often such an answer is right, and the\n" +
			"numbers, from 0, of the passages that carry it. With --claim, reads one text, whose sentences are the passages, and says it in\n" +
			"words. It is a suggestion: no evidence before a person has accepted it. A language model has the confidence 0, for nobody has\n" +
			"measured it, and is named as \"judge\".",
		Example: `  claimlens evidence stance --claim "Coffee causes headaches." abstract.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case asJSONL && (claim != "" || len(args) > 0):
				return usage("--jsonl reads claims and passages from standard input, and takes neither --claim nor a file")
			case !asJSONL && (strings.TrimSpace(claim) == "" || len(args) != 1):
				return usage("%s needs --jsonl, or --claim TEXT and one file (- is standard input)", cmd.CommandPath())
			}
			m, err := a.newJudge(cmd, cachedAnswers())
			if err != nil {
				return err
			}
			defer a.sayJudged(m)
			if asJSONL {
				return a.stanceLines(cmd.Context(), m)
			}
			return a.stanceOf(cmd.Context(), m, claim, args[0])
		},
	}
	a.judgeFlags(cmd)
	cmd.Flags().BoolVar(&asJSONL, "jsonl", false, "read and print one JSON object a line")
	cmd.Flags().StringVar(&claim, "claim", "", "judge the file's sentences towards the claim `TEXT`")
	return cmd
}

type stanceLine struct {
	ID       json.RawMessage `json:"id"`
	Claim    *string         `json:"claim"`
	Title    string          `json:"title"`
	Passages []string        `json:"passages"`
}

type judged struct {
	ID         json.RawMessage `json:"id"`
	Stance     annotate.Stance `json:"stance"`
	Confidence float64         `json:"confidence"`
	Passages   []int           `json:"passages"`
	Judge      string          `json:"judge,omitempty"` // the language model, if it was one
}

// stanceLines judges a question a line.
func (a *app) stanceLines(ctx context.Context, m *modelJudge) error {
	j := m.judge()
	name, _ := m.signs()
	return batchLinesAtOnce(ctx, a, runtime.GOMAXPROCS(0), func(x stanceLine) (any, error) {
		if x.Claim == nil || strings.TrimSpace(*x.Claim) == "" {
			return nil, errors.New(`there is no "claim"`)
		}
		if x.Passages == nil {
			return nil, errors.New(`there are no "passages"`)
		}
		answer, err := j.Judge(ctx, stance.Question{Claim: *x.Claim, Title: x.Title, Passages: x.Passages})
		if err != nil {
			return nil, err
		}
		if answer.Passages == nil {
			answer.Passages = []int{}
		}
		return judged{x.ID, answer.Stance, twoPlaces(answer.Confidence), answer.Passages, name}, nil
	})
}

// twoPlaces is a share as exactly as it is known.
func twoPlaces(x float64) float64 { return float64(int(x*100+0.5)) / 100 }

// longestText bounds a text that is judged from the command line.
const longestText = 16 << 20

// stanceOf judges the sentences of one text and says it in words.
func (a *app) stanceOf(ctx context.Context, m *modelJudge, claim, name string) error {
	text, err := a.textOf(name)
	if err != nil {
		return err
	}
	var passages []string
	for _, s := range syntax.Sentences(text) {
		passages = append(passages, strings.Join(strings.Fields(text[s.Start:s.End]), " "))
	}
	if len(passages) == 0 {
		return fmt.Errorf("%s: there is no text in it", called(name))
	}
	answer, err := m.judge().Judge(ctx, stance.Question{Claim: claim, Passages: passages})
	if err != nil {
		return err
	}
	var b strings.Builder
	often := "nobody has measured how often such answers are right"
	if answer.Confidence > 0 {
		often = fmt.Sprintf("right in about %.0f of 100 such answers", 100*answer.Confidence)
	}
	fmt.Fprintf(&b, "%s, %s (a suggestion)\n", answer.Stance, often)
	for _, i := range answer.Passages {
		fmt.Fprintf(&b, "  “%s”\n", visible(passages[i]))
	}
	if len(answer.Passages) == 0 && answer.Best >= 0 {
		fmt.Fprintf(&b, "  nearest: “%s”\n", visible(passages[answer.Best]))
	}
	for _, r := range answer.Reasons {
		fmt.Fprintf(&b, "  - %s\n", visible(r))
	}
	_, err = io.WriteString(a.out, b.String())
	return err
}

// called is what people call a file, or standard input for "-".
func called(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// textOf reads a text: a file, or standard input for "-".
func (a *app) textOf(name string) (string, error) {
	in := a.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, cause(err))
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, longestText+1))
	if err != nil {
		return "", fmt.Errorf("%s: %w", called(name), cause(err))
	}
	if len(data) > longestText {
		return "", fmt.Errorf("%s: is longer than %d MB", called(name), longestText>>20)
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), nil
}
