package main

import "github.com/spf13/cobra"

func (a *app) evidenceCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "evidence",
		Short: "From claims to the papers that speak to them",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("there is no command %q; see claimlens evidence --help", args[0])
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(a.evidenceFindCommand(), a.evidenceStanceCommand())
	return cmd
}
