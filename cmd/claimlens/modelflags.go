package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"claimlens/importers/llm"
)

// Who finds the claims, by --extractor, and who judges what papers say of them, by --judge.
const (
	byGrammar = "grammar"
	byModel   = "openai"
)

// modelFlags say who finds the claims, who judges and, if it is a language model, which one. The key comes from the environment
// alone: a command line can be read by others.
type modelFlags struct {
	extractor, judge string // a command may have but one of these flags
	url, model       string
	timeout          time.Duration
	prices           llm.Prices
}

const keyVariable = "CLAIMLENS_LLM_KEY"

// extractorFlags gives cmd the flags that say who finds the claims.
func (a *app) extractorFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.llm.extractor, "extractor", byGrammar, "who finds the claims: grammar, on this machine, or openai, a language `MODEL` at --llm-url, to which articles are sent")
	a.serverFlags(cmd)
}

// judgeFlags gives cmd the flags that say who judges what papers say of claims.
func (a *app) judgeFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.llm.judge, "judge", byGrammar, "who judges stances: grammar, on this machine, or openai, a language `MODEL` at --llm-url, to which claims and abstracts are sent")
	a.serverFlags(cmd)
}

// serverFlags gives cmd, once, the flags that say which language model is asked.
func (a *app) serverFlags(cmd *cobra.Command) {
	f, flags := &a.llm, cmd.Flags()
	if flags.Lookup("llm-url") != nil {
		return
	}
	flags.StringVar(&f.url, "llm-url", "", "`ADDRESS` of a server that speaks OpenAI's protocol; its key is $"+keyVariable)
	flags.StringVar(&f.model, "llm-model", "", "`NAME` of the language model")
	flags.DurationVar(&f.timeout, "llm-timeout", 2*time.Minute, "the longest `TIME` for one answer")
	flags.Float64Var(&f.prices.In, "llm-price-in", 0, "what a million tokens of question cost, for the sum to be shown in `MONEY`")
	flags.Float64Var(&f.prices.Out, "llm-price-out", 0, "what a million tokens of answer cost, in `MONEY`")
}

// checkModel refuses flags that contradict one another.
func (a *app) checkModel(cmd *cobra.Command) error {
	f := a.llm
	var could, asked []string // the flags that can ask for a model, and that do
	for _, flag := range []struct{ name, value string }{{"--extractor", f.extractor}, {"--judge", f.judge}} {
		if flag.value != byModel && cmd.Flags().Lookup(flag.name[2:]) == nil {
			continue
		}
		switch flag.value {
		case byGrammar:
		case byModel:
			asked = append(asked, flag.name+" openai")
		default:
			return usage("%s %q is neither grammar nor openai", flag.name, flag.value)
		}
		could = append(could, flag.name+" openai")
	}
	if len(asked) > 0 {
		switch {
		case f.url == "" || f.model == "":
			return usage("%s needs --llm-url ADDRESS and --llm-model NAME", asked[0])
		case f.timeout <= 0:
			return usage("--llm-timeout is longer than nothing, not %s", f.timeout)
		case f.prices.In < 0 || f.prices.Out < 0:
			return usage("--llm-price-in and --llm-price-out are not below zero")
		}
		return nil
	}
	for _, name := range []string{"llm-url", "llm-model", "llm-timeout", "llm-price-in", "llm-price-out"} {
		if cmd.Flags().Changed(name) {
			return usage("--%s is for %s, and nothing is sent anywhere without that", name, strings.Join(could, " or "))
		}
	}
	return nil
}
