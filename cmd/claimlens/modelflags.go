package main

import (
	"time"

	"github.com/spf13/cobra"

	"claimlens/importers/llm"
)

// The extractors that --extractor names.
const (
	byGrammar = "grammar"
	byModel   = "openai"
)

// modelFlags say who finds the claims and, if it is a language model, which one. The key comes from the environment alone:
// a command line can be read by others.
type modelFlags struct {
	extractor  string
	url, model string
	timeout    time.Duration
	prices     llm.Prices
}

const keyVariable = "CLAIMLENS_LLM_KEY"

// extractorFlags gives cmd the flags that say who finds the claims.
func (a *app) extractorFlags(cmd *cobra.Command) {
	f := &a.llm
	flags := cmd.Flags()
	flags.StringVar(&f.extractor, "extractor", byGrammar, "who finds the claims: grammar, on this machine, or openai, a language `MODEL` at --llm-url")
	flags.StringVar(&f.url, "llm-url", "", "`ADDRESS` of a server that speaks OpenAI's protocol, to which the articles are sent; its key is $"+keyVariable)
	flags.StringVar(&f.model, "llm-model", "", "`NAME` of the language model")
	flags.DurationVar(&f.timeout, "llm-timeout", 2*time.Minute, "the longest `TIME` for one answer")
	flags.Float64Var(&f.prices.In, "llm-price-in", 0, "what a million tokens of question cost, for the sum to be shown in `MONEY`")
	flags.Float64Var(&f.prices.Out, "llm-price-out", 0, "what a million tokens of answer cost, in `MONEY`")
}

// checkModel refuses flags that contradict one another.
func (a *app) checkModel(cmd *cobra.Command) error {
	f := a.llm
	switch f.extractor {
	case byModel:
		switch {
		case f.url == "" || f.model == "":
			return usage("--extractor openai needs --llm-url ADDRESS and --llm-model NAME")
		case f.timeout <= 0:
			return usage("--llm-timeout is longer than nothing, not %s", f.timeout)
		case f.prices.In < 0 || f.prices.Out < 0:
			return usage("--llm-price-in and --llm-price-out are not below zero")
		}
		return nil
	case byGrammar:
		for _, name := range []string{"llm-url", "llm-model", "llm-timeout", "llm-price-in", "llm-price-out"} {
			if cmd.Flags().Changed(name) {
				return usage("--%s is for --extractor openai, and nothing is sent anywhere without that", name)
			}
		}
		return nil
	}
	return usage("--extractor %q is neither grammar nor openai", f.extractor)
}
