// Claimlens-train makes the model that claimlens reads sentences with.
//
//	claimlens-train -treebank DIR… [-text FILE]… [-dictionary DIR] -out MODEL
//
// The treebanks are in CoNLL-U, named NAME-train.conllu or NAME-train.conllu.gz; those whose NAME is the same up to a
// hyphen are of one register of English. The texts show which words have the same neighbours: they are text, or JSON of
// which all strings are read, and may be packed by gzip. The dictionary is a folder with the indexes of WordNet 3.0. The
// same data give the same model to the byte. Progress goes to standard error.
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
	start := time.Now()
	c.Say = func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	file, err := training.Train(c)
	if err != nil {
		return err
	}
	return os.WriteFile(*out, file, 0o600)
}
