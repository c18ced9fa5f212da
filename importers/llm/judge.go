package llm

import (
	"context"
	_ "embed" // the instructions
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"claimlens/annotate"
	"claimlens/annotate/stance"
)

// stanceInstructions say what a stance is.
//
//go:embed stance.md
var stanceInstructions string

// Judge suggests stances with a language model. It is safe for concurrent use. It gives no confidence: nobody has measured how
// often its answers are right, and what a model says of its own is no measure.
type Judge struct{ *asker }

// NewJudge checks the configuration and makes a judge. It sends nothing.
func NewJudge(c Config) (*Judge, error) {
	s, err := stanceShape()
	if err != nil {
		return nil, fmt.Errorf("schema of stances: %w", err)
	}
	asking, err := newAsker(c, s)
	if err != nil {
		return nil, err
	}
	return &Judge{asking}, nil
}

// Bounds on what one question sends. What is longer is cut, and the answer says so; a claim that is longer is not judged.
const (
	maxClaim         = 2000 // code points
	maxTitle         = 500
	maxPassage       = 2000
	maxPassageTokens = 8000 // of all passages: an abstract has a twentieth of it
)

// stanceQuestion is what is asked about: a claim and a paper, as data.
type stanceQuestion struct {
	Claim    string            `json:"claim"`
	Title    string            `json:"title,omitempty"`
	Passages []questionPassage `json:"passages"`
}

type questionPassage struct {
	Passage int    `json:"passage"` // from 1
	Text    string `json:"text"`
}

// Judge suggests a stance. Its error is a Failure, unless ctx ended. A question without a claim or passages is neutral, and is not
// sent.
func (j *Judge) Judge(ctx context.Context, q stance.Question) (stance.Answer, error) {
	var l ledger
	a, err := j.judge(ctx, q, &l)
	j.total.add(l.read())
	var f *Failure
	if err != nil && ctx.Err() == nil && !errors.As(err, &f) {
		err = failureOf(err)
	}
	return a, err
}

func (j *Judge) judge(ctx context.Context, q stance.Question, l *ledger) (stance.Answer, error) {
	if err := ctx.Err(); err != nil {
		return stance.Answer{}, err
	}
	if utf8.RuneCountInString(q.Claim) > maxClaim {
		return stance.Answer{}, fail(final, "the claim is longer than the %d characters that are sent to a model", maxClaim)
	}
	asked, whole := asking(q)
	if strings.TrimSpace(asked.Claim) == "" || len(asked.Passages) == 0 {
		return stance.Answer{Stance: annotate.Neutral, Best: -1, Reasons: []string{"there is nothing to judge"}}, nil
	}
	ask, err := messages(stanceInstructions, asked)
	if err != nil {
		return stance.Answer{}, err
	}
	said, err := j.answer(ctx, ask, l)
	if err != nil {
		return stance.Answer{}, err
	}
	var v verdict
	if err := json.Unmarshal(said.parts[0], &v); err != nil {
		return stance.Answer{}, fail(final, "the model's answer %v", errNoJSON)
	}
	a, report := j.weigh(v, asked)
	l.add(report)
	if !whole {
		a.Reasons = append(a.Reasons, "the paper was too long to be sent whole")
	}
	return a, nil
}

// asking is what is asked, and whether that is all of the paper.
func asking(q stance.Question) (asked stanceQuestion, whole bool) {
	asked = stanceQuestion{Claim: valid(q.Claim), Title: annotate.Shorten(valid(q.Title), maxTitle)}
	size := 0
	for i, p := range q.Passages {
		text := annotate.Shorten(valid(p), maxPassage)
		if !strings.ContainsFunc(text, unicode.IsLetter) {
			continue
		}
		if size += tokensOf(text); size > maxPassageTokens {
			return asked, false
		}
		asked.Passages = append(asked.Passages, questionPassage{i + 1, text})
	}
	return asked, true
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// maxCarrying is how many passages carry a stance at most.
const maxCarrying = 3

// weigh keeps of a verdict what can be: passages that were sent, a stance that one of them carries, a reason that gives no number
// of its own.
func (j *Judge) weigh(v verdict, q stanceQuestion) (stance.Answer, Report) {
	a, r := stance.Answer{Stance: v.Stance, Best: -1}, Report{Stances: 1}
	there, numbers := map[int]bool{}, map[string]bool{}
	know := func(s string) {
		for _, n := range number.FindAllString(s, -1) {
			numbers[n] = true
		}
	}
	know(q.Claim)
	know(q.Title)
	for _, p := range q.Passages {
		there[p.Passage] = true
		know(p.Text)
	}
	for _, n := range v.Passages {
		switch {
		case !there[n]:
			r.InventedPassages++
		case len(a.Passages) < maxCarrying && !slices.Contains(a.Passages, n-1):
			a.Passages = append(a.Passages, n-1)
		}
	}
	if len(a.Passages) > 0 {
		a.Best = a.Passages[0]
	}
	a.Reasons = []string{"judged by " + j.config.Model}
	switch {
	case a.Stance == annotate.Neutral:
		a.Passages = nil
	case len(a.Passages) == 0:
		r.RefusedStances++
		a.Stance = annotate.Neutral
		a.Reasons = append(a.Reasons, fmt.Sprintf("it says %s, and names no passage that is there", v.Stance))
		return a, r
	}
	reason := j.client.said(v.Reason)
	for _, n := range number.FindAllString(reason, -1) {
		if !numbers[n] {
			r.InventedReasons++
			return a, r
		}
	}
	if reason != "" {
		a.Reasons = append(a.Reasons, "it says: “"+reason+"”")
	}
	return a, r
}
