// Claimlens-train makes the model that claimlens reads sentences with.
//
//	claimlens-train -treebank DIR -out MODEL
//
// DIR holds treebanks in CoNLL-U, named *-train.conllu or *-train.conllu.gz. The same data give the same model to the
// byte. Progress goes to standard error.
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
	treebank := flags.String("treebank", "", "learn from the treebanks in `DIR`")
	out := flags.String("out", "", "write the model to `FILE`")
	epochs := flags.Int("epochs", 0, "read the treebank `N` times (default 8)")
	seeds := flags.Int("seeds", 0, "average `N` parsers (default 2)")
	_ = flags.Parse(args) // it exits on an error
	if *treebank == "" || *out == "" || flags.NArg() > 0 {
		flags.Usage()
		os.Exit(2)
	}
	start := time.Now()
	file, err := training.Train(training.Config{
		Treebank: *treebank,
		Epochs:   *epochs,
		Seeds:    *seeds,
		Say: func(format string, args ...any) {
			fmt.Fprintf(os.Stderr, "%6.1fs %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
		},
	})
	if err != nil {
		return err
	}
	return os.WriteFile(*out, file, 0o644)
}
