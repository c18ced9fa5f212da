package llm

import (
	"fmt"
	"slices"
	"sync"
)

// Report says what reading took, and what was wrong with what the model said.
type Report struct {
	Requests  int   `json:"requests"`  // answered ones, those that were of no use included
	Cached    int   `json:"cached"`    // answers that were known already
	TokensIn  int64 `json:"tokensIn"`  // as the server counts them, or estimated
	TokensOut int64 `json:"tokensOut"` // likewise
	Estimated bool  `json:"estimated,omitempty"`

	Claims         int      `json:"claims"`         // that the model gave
	InventedQuotes int      `json:"inventedQuotes"` // claims dropped because their quote is not in the text
	Refused        int      `json:"refusedClaims"`  // claims dropped for another reason
	Reasons        []string `json:"reasons,omitempty"`
	Repeated       int      `json:"repeatedClaims"` // claims given more than once, beyond the first
}

// maxReasons is how many different reasons a report keeps: the first ones.
const maxReasons = 5

// Add adds another report to this one.
func (r *Report) Add(o Report) {
	r.Requests += o.Requests
	r.Cached += o.Cached
	r.TokensIn += o.TokensIn
	r.TokensOut += o.TokensOut
	r.Estimated = r.Estimated || o.Estimated
	r.Claims += o.Claims
	r.InventedQuotes += o.InventedQuotes
	r.Refused += o.Refused
	r.Repeated += o.Repeated
	for _, reason := range o.Reasons {
		r.because(reason)
	}
}

func (r *Report) because(reason string) {
	if len(r.Reasons) < maxReasons && !slices.Contains(r.Reasons, reason) {
		r.Reasons = append(r.Reasons, reason)
	}
}

// Notes says in words what of the model's answer was dropped; nothing if nothing was.
func (r Report) Notes() []string {
	var notes []string
	switch {
	case r.InventedQuotes == 1:
		notes = append(notes, "1 quote of the model is not in the text and was dropped")
	case r.InventedQuotes > 1:
		notes = append(notes, fmt.Sprintf("%d quotes of the model are not in the text and were dropped", r.InventedQuotes))
	}
	switch {
	case r.Refused == 1:
		notes = append(notes, "1 claim of the model was dropped"+because(r.Reasons))
	case r.Refused > 1:
		notes = append(notes, fmt.Sprintf("%d claims of the model were dropped%s", r.Refused, because(r.Reasons)))
	}
	return notes
}

func because(reasons []string) string {
	s := ""
	for i, r := range reasons {
		if i == 0 {
			s = ": " + r
		} else {
			s += "; " + r
		}
	}
	return s
}

// Prices are what a million tokens cost, in whatever money the server's bill is in. Zero prices are none.
type Prices struct{ In, Out float64 }

// Cost is what the tokens of a report cost, and whether prices are known.
func (p Prices) Cost(r Report) (float64, bool) {
	return (float64(r.TokensIn)*p.In + float64(r.TokensOut)*p.Out) / 1e6, p.In > 0 || p.Out > 0
}

// ledger is a report that several goroutines write.
type ledger struct {
	mu     sync.Mutex
	report Report
}

func (l *ledger) add(r Report) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.report.Add(r)
}

func (l *ledger) read() Report {
	l.mu.Lock()
	defer l.mu.Unlock()
	r := l.report
	r.Reasons = slices.Clone(r.Reasons)
	return r
}
