package main

import (
	"fmt"

	"claimlens/importers/llm"
)

// spending is what asking a model took, for a summary.
type spending struct {
	Model string `json:"model"`
	Host  string `json:"host"`
	llm.Report
	Cost *float64 `json:"cost,omitempty"` // where prices are given
}

// spent is what a report of the model that is asked says.
func spent(asked interface {
	Model() string
	Host() string
}, r llm.Report, prices llm.Prices) *spending {
	s := &spending{Model: asked.Model(), Host: asked.Host(), Report: r}
	if cost, known := prices.Cost(r); known {
		s.Cost = &cost
	}
	return s
}

// total is what all reading took so far, nil for the grammar.
func (m *model) total() *spending {
	if m == nil {
		return nil
	}
	return spent(m, m.Total(), m.prices)
}

// dropped says what of the model's answers was dropped.
func (s *spending) dropped() []string {
	if s == nil {
		return nil
	}
	return s.Notes()
}

// String says it in words.
func (s *spending) String() string {
	about := ""
	if s.Estimated {
		about = "about "
	}
	out := fmt.Sprintf("%s%d tokens in, %d out", about, s.TokensIn, s.TokensOut)
	if s.Cached > 0 {
		out += fmt.Sprintf(", %s known already", count(s.Cached, "answer"))
	}
	if s.Cost != nil {
		out += fmt.Sprintf(", cost %.4f", *s.Cost)
	}
	return out
}
