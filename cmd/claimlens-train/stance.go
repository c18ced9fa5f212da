package main

import (
	"flag"
	"os"
	"path/filepath"

	"claimlens/annotate/stance/training"
)

// stances makes the model of stances.
func stances(args []string) error {
	flags := flag.NewFlagSet("claimlens-train stance", flag.ExitOnError)
	var c training.Config
	folder := flags.String("scifact", "", "learn from SciFact in `DIR`")
	flags.StringVar(&c.PubMedQA, "pubmedqa", "", "learn from PubMedQA's questions in `FILE`")
	flags.StringVar(&c.EvidenceInference, "inference", "", "learn from Evidence Inference's trials in `FILE`")
	flags.Func("measure", "say how good it is on the questions in `FILE`; may be given again", func(name string) error {
		c.Measure = append(c.Measure, name)
		return nil
	})
	out := flags.String("out", "", "write the model to `FILE`")
	_ = flags.Parse(args) // it exits on an error
	if *folder == "" || *out == "" || flags.NArg() > 0 {
		flags.Usage()
		os.Exit(2)
	}
	c.SciFactClaims, c.SciFactCorpus = filepath.Join(*folder, "claims_train.jsonl"), filepath.Join(*folder, "corpus.jsonl.gz")
	c.Say = sayer()
	file, err := training.Train(c)
	if err != nil {
		return err
	}
	return os.WriteFile(*out, file, 0o600)
}
