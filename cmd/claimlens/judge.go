package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/stance"
	"claimlens/importers/llm"
)

// judge suggests what passages say of a claim: the grammar, or a language model.
type judge interface {
	Judge(ctx context.Context, q stance.Question) (stance.Answer, error)
}

// modelJudge is a language model that judges. A nil one is the grammar.
type modelJudge struct {
	model  *llm.Judge
	prices llm.Prices
}

// newJudge makes the model that the flags name for judging, nil if it is the grammar. Its answers are kept in folder cache.
func (a *app) newJudge(cmd *cobra.Command, cache string) (*modelJudge, error) {
	if err := a.checkModel(cmd); err != nil || a.llm.judge != byModel {
		return nil, err
	}
	j, err := llm.NewJudge(a.modelConfig(cache))
	if err != nil {
		return nil, modelError(err)
	}
	return &modelJudge{j, a.llm.prices}, nil
}

// judgeWithData is newJudge with the answers beside the data.
func (a *app) judgeWithData(cmd *cobra.Command) (*modelJudge, error) {
	dir, err := a.dataDir()
	if err != nil {
		return nil, err
	}
	return a.newJudge(cmd, answersIn(dir))
}

// modelConfig says which model the flags name.
func (a *app) modelConfig(cache string) llm.Config {
	return llm.Config{URL: a.llm.url, Model: a.llm.model, Key: strings.TrimSpace(a.getenv(keyVariable)), Timeout: a.llm.timeout, Cache: cache}
}

// modelError is err, as wrong usage where the flags or the key are to blame.
func modelError(err error) error {
	if errors.Is(err, annotate.ErrInvalid) {
		return usage("%s", strings.TrimSuffix(err.Error(), ": "+annotate.ErrInvalid.Error()))
	}
	return err
}

// judge is the model that judges, or the grammar if there is none.
func (m *modelJudge) judge() judge {
	if m == nil {
		return stance.New()
	}
	return m.model
}

// signs is the model's name, and where it is; both empty for the grammar.
func (m *modelJudge) signs() (name, host string) {
	if m == nil {
		return "", ""
	}
	return m.model.Model(), m.model.Host()
}

// total is what all judging took so far, nil for the grammar.
func (m *modelJudge) total() *spending {
	if m == nil {
		return nil
	}
	return spent(m.model, m.model.Total(), m.prices)
}

// sayJudged says what judging took, and what of the model's answers was dropped. The grammar costs nothing.
func (a *app) sayJudged(m *modelJudge) {
	s := m.total()
	if s == nil {
		return
	}
	for _, note := range s.dropped() {
		a.say("%s", note)
	}
	a.say("%s at %s: %s; %s", s.Model, s.Host, count(s.Requests, "answer"), s)
}
