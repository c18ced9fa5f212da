package main

import (
	"context"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"claimlens/annotate"
	"claimlens/annotate/claims"
	"claimlens/importers/llm"
)

// model is a language model that finds claims, with what it said of the articles it read. A nil one is the grammar.
type model struct {
	*llm.Extractor
	prices llm.Prices

	mu      sync.Mutex
	reports map[string]llm.Report // by the articles' digests, until they are asked for
}

var _ annotate.Describer = (*model)(nil)

// newModel makes the model that the flags name, nil if it is the grammar. Its answers are kept in folder cache.
func (a *app) newModel(cmd *cobra.Command, cache string) (*model, error) {
	if err := a.checkModel(cmd); err != nil || a.llm.extractor != byModel {
		return nil, err
	}
	config := a.modelConfig(cache)
	config.Describe = claims.New(claims.Config{}).Describe
	x, err := llm.New(config)
	if err != nil {
		return nil, modelError(err)
	}
	return &model{Extractor: x, prices: a.llm.prices, reports: map[string]llm.Report{}}, nil
}

// modelWithData is newModel with the answers beside the data.
func (a *app) modelWithData(cmd *cobra.Command) (*model, error) {
	dir, err := a.dataDir()
	if err != nil {
		return nil, err
	}
	return a.newModel(cmd, answersIn(dir))
}

// answersIn is the folder of a model's answers in the folder of the data.
func answersIn(dir string) string { return filepath.Join(dir, "model-answers") }

// cachedAnswers is the folder of a model's answers where there is no folder of data: among the user's caches, if there are any.
func cachedAnswers() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return answersIn(filepath.Join(dir, "claimlens"))
}

// extractor is the model, or the grammar if there is none.
func (m *model) extractor() annotate.Extractor {
	if m == nil {
		return claims.New(claims.Config{})
	}
	return m
}

// Extract finds the claims of an article, and remembers what the model said of it.
func (m *model) Extract(ctx context.Context, a annotate.Article) ([]annotate.Draft, error) {
	drafts, report, err := m.Claims(ctx, a)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.reports[a.Digest] = report
	return drafts, err
}

// Describe says of a claim that a person wrote what the grammar can tell: nobody pays a model for that.
func (m *model) Describe(text string) annotate.Draft {
	return claims.New(claims.Config{}).Describe(text)
}

// report says, once, what the model said of an article and what that took: nil if it was not asked.
func (m *model) report(a annotate.Article) *spending {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	r, asked := m.reports[a.Digest]
	delete(m.reports, a.Digest)
	if !asked {
		return nil
	}
	return spent(m, r, m.prices)
}

// name is the model and where it is, "" for the grammar.
func (m *model) name() string {
	if m == nil {
		return ""
	}
	return m.Model() + " at " + m.Host()
}
