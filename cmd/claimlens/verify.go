package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"claimlens/graph"
)

func (a *app) verifyCommand() *cobra.Command {
	var rebuild, asJSON bool
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Check the record's hash chain and all that is derived from it",
		Long: "Reads the whole record: every event's content and hash, and every list and count derived from them. --rebuild makes\n" +
			"what is derived anew from the record. Exit code 1 when something is wrong.",
		Example: "  claimlens verify",
		Args:    noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.verify(cmd, rebuild, asJSON) },
	}
	a.dataFlag(cmd)
	cmd.Flags().BoolVar(&rebuild, "rebuild", false, "make the lists, counts and the search indexes anew from the record")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	return cmd
}

func (a *app) verify(cmd *cobra.Command, rebuild, asJSON bool) error {
	ctx := cmd.Context()
	store, err := a.openExisting(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	bar := newProgress(a.err, -1, "events")
	report, err := store.Verify(ctx, graph.VerifyOptions{Rebuild: rebuild, Progress: bar.to})
	bar.done()
	if err != nil {
		return err
	}
	if asJSON {
		if err := a.print(report, false); err != nil {
			return err
		}
	} else {
		for _, p := range report.Problems {
			fmt.Fprintf(a.out, "%s: %s\n", p.Where, p.What)
		}
		fmt.Fprintf(a.out, "%s, %s, %s\n", count(report.Events, "event"), count(report.Quads, "quad"), count(len(report.Problems)+report.More, "problem"))
	}
	if !report.OK() {
		return &exitError{code: exitFailed, err: errors.New("the record or what is derived from it is damaged")}
	}
	return nil
}
