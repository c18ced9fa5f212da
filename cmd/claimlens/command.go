package main

import (
	"github.com/spf13/cobra"
)

// app is what the commands share.
type app struct {
	streams
	getenv func(string) string
	data   string // --data
	as     string // --as

	loopback bool // --allow-loopback
}

func newRoot(s streams, getenv func(string) string) *cobra.Command {
	a := &app{streams: s, getenv: getenv}
	root := &cobra.Command{
		Use:   "claimlens",
		Short: "Break health articles into claims, link them to the papers behind them, grade them",
		Long: "claimlens breaks health articles into individual claims, keeps them in a graph linked to the PubMed papers that\n" +
			"support or dispute them, and lets reviewers grade each claim. To look around on a throw-away store:\n\n  claimlens demo",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("there is no command %q; see claimlens --help", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%v", err) })
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(a.serveCommand(), a.demoCommand(), a.importCommand(), a.extractCommand(), a.anchorCommand(), a.wordingCommand(), a.pubmedCommand(),
		a.exportCommand(), a.verifyCommand(), a.versionCommand())
	return root
}

// dataFlag gives cmd the flag that says where the data is.
func (a *app) dataFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.data, "data", "", "folder of the data (default: $CLAIMLENS_DATA, else the user's data directory)")
}

// asFlag gives cmd the flag that says who is at work.
func (a *app) asFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.as, "as", "", "name that signs what is done (default: the name of the account)")
}

// loopbackFlag gives cmd the flag that opens this machine's own addresses to reading.
func (a *app) loopbackFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.loopback, "allow-loopback", false, "read addresses of this machine too, such as a site under construction; whoever names one reaches what listens here")
}

// atLeast asks for n arguments or more, called what in the message.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usage("%s needs %s; see %s --help", cmd.CommandPath(), what, cmd.CommandPath())
		}
		return nil
	}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%s takes no arguments, got %q", cmd.CommandPath(), args[0])
	}
	return nil
}
