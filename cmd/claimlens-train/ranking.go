package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"claimlens/annotate"
	"claimlens/annotate/finding/training"
	"claimlens/graph"
)

// ranking makes the weights by which papers are ranked for a claim.
func ranking(args []string) error {
	flags := flag.NewFlagSet("claimlens-train ranking", flag.ExitOnError)
	scifact := flags.String("scifact", "", "learn from SciFact in `DIR`")
	nfcorpus := flags.String("nfcorpus", "", "say how good it is on NFCorpus's dev queries in `DIR`")
	out := flags.String("out", "", "write the weights to `FILE`")
	_ = flags.Parse(args) // it exits on an error
	if *scifact == "" || *out == "" || flags.NArg() > 0 {
		flags.Usage()
		os.Exit(2)
	}
	ctx, say := context.Background(), sayer()
	papers, examples, err := training.SciFact(*scifact)
	if err != nil {
		return err
	}
	var weights []float64
	err = shelved(ctx, papers, func(s *graph.Store) (err error) {
		weights, err = training.Learn(ctx, s, examples, say)
		return err
	})
	if err != nil {
		return err
	}
	if *nfcorpus != "" {
		if papers, examples, err = training.NFCorpus(*nfcorpus); err != nil {
			return err
		}
		err = shelved(ctx, papers, func(s *graph.Store) error { return training.Score(ctx, s, weights, examples, say) })
		if err != nil {
			return err
		}
	}
	return os.WriteFile(*out, training.Write(weights), 0o600)
}

// shelved does something with a store that has these papers, which goes away afterwards.
func shelved(ctx context.Context, papers []annotate.Citation, do func(*graph.Store) error) (err error) {
	dir, err := os.MkdirTemp("", "claimlens-train-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	store, err := graph.Open(ctx, graph.Config{Dir: dir})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	for from := 0; from < len(papers); from += 1000 {
		change := annotate.Change{Actor: "training", Kind: annotate.CitationsImported, Time: time.Unix(0, 0).UTC()}
		change.Citations = papers[from:min(len(papers), from+1000)]
		if _, err := store.Record(ctx, change); err != nil {
			return fmt.Errorf("papers: %w", err)
		}
	}
	if err := store.WaitIndexed(ctx); err != nil {
		return err
	}
	return do(store)
}
