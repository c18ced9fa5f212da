package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/finding"
)

func (a *app) evidenceFindCommand() *cobra.Command {
	var find findFlags
	cmd := &cobra.Command{
		Use:   "find CLAIM-ID | find --claim TEXT | find --jsonl",
		Short: "Find the papers here that may speak to a claim",
		Long: "Prints the papers of the store that may speak to a claim, the most relevant first and of those alike the strongest design, each with the design of its study, the\n" +
			"stance that it seems to take and the sentence that speaks to the claim. With --jsonl, reads {\"id\",\"claim\"} a line from standard\n" +
			"input and prints {\"id\",\"hits\":[{\"pmid\",\"score\",\"stance\",\"confidence\",\"passage\",\"design\",\"notice\"}]} a line. Only the first ten\n" +
			"papers are judged; the stance of the others is neutral, with the confidence 0. A language model has that confidence too, for\n" +
			"nobody has measured it, and is named as \"judge\" of what it judged.",
		Example: `  claimlens evidence find --claim "Coffee causes headaches."`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := find.check(cmd, args); err != nil {
				return err
			}
			m, err := a.judgeWithData(cmd)
			if err != nil {
				return err
			}
			defer a.sayJudged(m)
			return a.evidenceFind(cmd.Context(), find, m, args)
		},
	}
	a.dataFlag(cmd)
	a.judgeFlags(cmd)
	cmd.Flags().StringVar(&find.claim, "claim", "", "find papers for the claim `TEXT`, which need not be in the store")
	cmd.Flags().IntVar(&find.top, "top", 10, "print at most `N` papers a claim")
	cmd.Flags().BoolVar(&find.asJSON, "json", false, "print one JSON document")
	cmd.Flags().BoolVar(&find.asJSONL, "jsonl", false, "read and print one JSON object a line")
	return cmd
}

// findFlags is what evidence find is asked.
type findFlags struct {
	claim           string
	top             int
	asJSON, asJSONL bool
}

// mostFound bounds --top.
const mostFound = 1000

func (f findFlags) check(cmd *cobra.Command, args []string) error {
	switch {
	case f.top < 1 || f.top > mostFound:
		return usage("--top is a number from 1 to %d", mostFound)
	case f.asJSONL && (f.claim != "" || len(args) > 0 || f.asJSON):
		return usage("--jsonl reads claims from standard input, and takes neither --claim, --json nor a claim's identifier")
	case !f.asJSONL && (f.claim != "") == (len(args) > 0) || len(args) > 1:
		return usage("%s needs one claim: its identifier, or --claim TEXT; or --jsonl", cmd.CommandPath())
	}
	return nil
}

func (a *app) evidenceFind(ctx context.Context, f findFlags, m *modelJudge, args []string) error {
	store, err := a.openExisting(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := store.WaitIndexed(ctx); err != nil {
		return err
	}
	finder := finding.New(finding.Config{Papers: store, Judge: m.judge()})
	name, _ := m.signs()
	if f.asJSONL {
		return a.findLines(ctx, finder, name, f.top)
	}
	question := finding.Question{Claim: f.claim, Top: f.top}
	if len(args) > 0 {
		if question, err = questionOf(ctx, store, args[0]); err != nil {
			return err
		}
		question.Top = f.top
	}
	answer, err := finder.Find(ctx, question)
	if err != nil {
		return err
	}
	a.sayUnjudged(answer)
	if f.asJSON {
		return a.print(foundJSON{question.Claim, answer.Query, answer.Asked, hitsOf(answer, name), m.total()}, false)
	}
	return a.printFound(answer)
}

// questionOf asks for the papers that may speak to a claim of the store, with the abbreviations of the article that made
// it last.
func questionOf(ctx context.Context, store annotate.Reader, id string) (finding.Question, error) {
	var q finding.Question
	claim, err := uuid.Parse(id)
	if err != nil {
		return q, usage("%q is not the identifier of a claim", annotate.Shorten(id, 60))
	}
	row, err := store.Claim(ctx, claim)
	if err != nil {
		return q, err
	}
	q.Claim = row.Claim.Text
	made, err := store.ClaimMentions(ctx, claim, annotate.Page{Limit: 1})
	if err != nil || len(made.Items) == 0 {
		return q, err
	}
	m := made.Items[0].Mention
	article, err := store.Article(ctx, m.Article, m.Revision)
	q.Abbreviations = finding.Abbreviations(article.Text)
	return q, err
}

type findLine struct {
	ID    json.RawMessage `json:"id"`
	Claim *string         `json:"claim"`
}

type foundLine struct {
	ID   json.RawMessage `json:"id"`
	Hits []hit           `json:"hits"`
}

type foundJSON struct {
	Claim  string    `json:"claim"`
	Query  string    `json:"query"`
	Ranked int       `json:"ranked"`
	Hits   []hit     `json:"hits"`
	Model  *spending `json:"model,omitempty"`
}

type hit struct {
	PMID       string          `json:"pmid"`
	Score      float64         `json:"score"`
	Stance     annotate.Stance `json:"stance"`
	Confidence float64         `json:"confidence"`
	Passage    string          `json:"passage,omitempty"`
	Design     string          `json:"design,omitempty"`
	Notice     string          `json:"notice,omitempty"`
	Judge      string          `json:"judge,omitempty"`     // the language model that judged it, if one did
	NotJudged  string          `json:"notJudged,omitempty"` // why, where the judge failed
}

func (a *app) findLines(ctx context.Context, finder *finding.Finder, judge string, top int) error {
	return batchLinesAtOnce(ctx, a, runtime.GOMAXPROCS(0), func(x findLine) (any, error) {
		if x.Claim == nil || strings.TrimSpace(*x.Claim) == "" {
			return nil, errors.New(`there is no "claim"`)
		}
		answer, err := finder.Find(ctx, finding.Question{Claim: *x.Claim, Top: top})
		return foundLine{x.ID, hitsOf(answer, judge)}, err
	})
}

// sayUnjudged names the papers on which the judge failed.
func (a *app) sayUnjudged(answer finding.Answer) {
	for _, c := range answer.Candidates {
		if !c.Judged && len(c.Reasons) > 0 {
			a.say("PMID %s: %s", c.Citation.PMID, c.Reasons[0])
		}
	}
}

// hitsOf are the candidates, with the language model that judged them.
func hitsOf(answer finding.Answer, judge string) []hit {
	hits := make([]hit, len(answer.Candidates))
	for i, c := range answer.Candidates {
		hits[i] = hit{PMID: c.Citation.PMID, Score: c.Score, Stance: c.Stance, Confidence: twoPlaces(c.Confidence), Passage: c.Passage,
			Design: string(c.Study.Design), Notice: noticeOf(c.Citation)}
		switch {
		case c.Judged:
			hits[i].Judge = judge
		case len(c.Reasons) > 0:
			hits[i].NotJudged = c.Reasons[0]
		}
	}
	return hits
}

// noticeOf is the kind of the gravest notice of a paper, whoever says so; empty for none that takes its weight away.
func noticeOf(c annotate.Citation) string {
	n, s := c.Worst()
	if !s.Weightless() {
		return ""
	}
	return n.Kind
}

// printFound prints candidates for people.
func (a *app) printFound(answer finding.Answer) error {
	for i, c := range answer.Candidates {
		head := append([]string{"PMID " + c.Citation.PMID}, c.Study.Tags()...)
		if c.Citation.Year != 0 {
			head = append(head, strconv.Itoa(c.Citation.Year))
		}
		if c.Judged {
			head = append(head, string(c.Stance))
		} else {
			head = append(head, "not judged")
		}
		if n := noticeOf(c.Citation); n != "" {
			head = append(head, n)
		}
		fmt.Fprintf(a.out, "%2d. %s\n    %s\n", i+1, strings.Join(head, " · "), visible(c.Citation.Title))
		if c.Passage != "" && c.Where != annotate.InTitle {
			fmt.Fprintf(a.out, "    “%s”\n", visible(c.Passage))
		}
	}
	if len(answer.Candidates) == 0 {
		fmt.Fprintln(a.out, "No paper here holds the claim's words.")
	}
	if answer.Query != "" {
		fmt.Fprintf(a.out, "PubMed: %s\n", answer.Query)
	}
	return nil
}
