// Claimlens-train makes the models that claimlens reads with: of English, of stances, and of what makes a
// paper relevant to a claim.
//
//	claimlens-train -treebank DIR… [-text FILE]… [-dictionary DIR] -out MODEL
//
// The treebanks are in CoNLL-U, named NAME-train.conllu or NAME-train.conllu.gz; those whose NAME is the same up to a
// hyphen are of one register of English. The texts show which words have the same neighbours: they are text, or JSON of
// which all strings are read, and may be packed by gzip. The dictionary is a folder with the indexes of WordNet 3.0.
//
//	claimlens-train stance -scifact DIR [-pubmedqa FILE] [-inference FILE] [-measure FILE]… -out MODEL
//
// SciFact's folder has claims_train.jsonl and corpus.jsonl.gz; PubMedQA's file is an object of questions by PMID, Evidence
// Inference's an article a line. It prints how good the model and a baseline are on what was held out of these, and on the
// files to measure, from which nothing is learned: {"claim","title","passages","stance"} a line.
//
//	claimlens-train ranking -scifact DIR [-nfcorpus DIR] -out WEIGHTS
//
// Learns from SciFact's claims and the papers that they cite how papers are ranked for a claim, and prints how good that is
// on claims held out, and on NFCorpus's dev queries, from which nothing is learned.
//
// The same data give the same model to the byte. Progress goes to standard error.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"claimlens/annotate/syntax/training"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "claimlens-train: %v\n", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 0 {
		switch args[0] {
		case "stance":
			return stances(args[1:])
		case "ranking":
			return ranking(args[1:])
		}
	}
	flags := flag.NewFlagSet("claimlens-train", flag.ExitOnError)
	var c training.Config
	flags.Func("treebank", "learn from the treebanks in `DIR`; may be given again", func(name string) error {
		c.Treebanks = append(c.Treebanks, name)
		return nil
	})
	flags.Func("text", "cluster the words of `FILE`; may be given again", func(name string) error {
		c.Texts = append(c.Texts, name)
		return nil
	})
	flags.StringVar(&c.Dictionary, "dictionary", "", "look words up in the WordNet in `DIR`")
	out := flags.String("out", "", "write the model to `FILE`")
	_ = flags.Parse(args) // it exits on an error
	if len(c.Treebanks) == 0 || *out == "" || flags.NArg() > 0 {
		flags.Usage()
		os.Exit(2)
	}
	c.Say = sayer()
	file, err := training.Train(c)
	if err != nil {
		return err
	}
	return os.WriteFile(*out, file, 0o600)
}

// sayer says how far a training has come, and when.
func sayer() func(format string, args ...any) {
	start := time.Now()
	return func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
}
