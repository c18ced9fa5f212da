package llm

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Report says what asking took, and what was wrong with what the model said.
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

	Stances          int `json:"stances,omitempty"`          // that the model gave
	RefusedStances   int `json:"refusedStances,omitempty"`   // stances taken for neutral, because no passage that is there carries them
	InventedPassages int `json:"inventedPassages,omitempty"` // passages dropped because they are not among those that were sent
	InventedReasons  int `json:"inventedReasons,omitempty"`  // reasons dropped because of a number that the paper does not have
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
	r.Stances += o.Stances
	r.RefusedStances += o.RefusedStances
	r.InventedPassages += o.InventedPassages
	r.InventedReasons += o.InventedReasons
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
	for _, dropped := range []struct {
		n         int
		one, many string
	}{
		{r.InventedQuotes, "1 quote of the model is not in the text and was dropped", "%d quotes of the model are not in the text and were dropped"},
		{r.Refused, "1 claim of the model was dropped" + because(r.Reasons), "%d claims of the model were dropped" + strings.ReplaceAll(because(r.Reasons), "%", "%%")},
		{r.InventedPassages, "1 passage that the model names is not in the paper and was dropped", "%d passages that the model names are not in the papers and were dropped"},
		{r.RefusedStances, "1 stance of the model was taken for neutral: it names no passage that is there", "%d stances of the model were taken for neutral: they name no passage that is there"},
		{r.InventedReasons, "1 reason of the model has a number that the paper does not, and was dropped", "%d reasons of the model have numbers that the papers do not, and were dropped"},
	} {
		switch {
		case dropped.n == 1:
			notes = append(notes, dropped.one)
		case dropped.n > 1:
			notes = append(notes, fmt.Sprintf(dropped.many, dropped.n))
		}
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
