package main

import (
	"bufio"

	"github.com/spf13/cobra"
)

func (a *app) exportCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "export --format nquads",
		Short: "Write the whole graph to standard output",
		Long: "Writes the record as N-Quads, one a line, in the order in which it was recorded: claimlens verify counts the same.\n" +
			"Nothing that is derived from it is in it.",
		Example: "  claimlens export --format nquads | gzip > claims.nq.gz",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "nquads" {
				return usage("--format is %q; there is nquads", format)
			}
			ctx := cmd.Context()
			store, err := a.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			bar := newProgress(a.err, -1, "quads")
			defer bar.done()
			out := bufio.NewWriterSize(a.out, 1<<16)
			if err := store.Export(ctx, out, bar.to); err != nil {
				return err
			}
			return out.Flush()
		},
	}
	a.dataFlag(cmd)
	cmd.Flags().StringVar(&format, "format", "nquads", "`FORMAT`, of which there is nquads")
	return cmd
}
