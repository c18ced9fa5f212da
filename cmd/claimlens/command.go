package main

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"claimlens/annotate"
)

// app is what the commands share.
type app struct {
	streams
	getenv func(string) string
	data   string // --data
	as     string // --as

	loopback bool // --allow-loopback
	llm      modelFlags
	library  literatureFlags
}

func newRoot(s streams, getenv func(string) string) *cobra.Command {
	a := &app{streams: s, getenv: getenv}
	root := &cobra.Command{
		Use:   "claimlens",
		Short: "Break health articles into claims, link them to the papers behind them, grade them",
		Long: "Breaks health articles into individual claims, keeps them in a graph linked to the PubMed papers that support or dispute\n" +
			"them, and lets reviewers grade each claim. The demo is a look around on a throw-away store. Exit codes: 0 done, 1 something\n" +
			"failed, 2 wrong usage, 3 done in part.",
		Example:       "  claimlens demo",
		Version:       version(),
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
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(strings.Replace(root.UsageTemplate(), "{{if .HasExample}}", "{{if false}}", 1))
	root.SetVersionTemplate("claimlens {{.Version}}\n")
	root.AddCommand(a.serveCommand(), a.demoCommand(), a.importCommand(), a.extractCommand(), a.anchorCommand(), a.wordingCommand(), a.parseCommand(), a.pubmedCommand(), a.evidenceCommand(), a.retractionsCommand(),
		a.exportCommand(), a.verifyCommand(), a.versionCommand())
	return root
}

// helpTemplate is how help is laid out: what works when it is pasted comes first.
const helpTemplate = `{{with .Example}}{{. | trimTrailingWhitespaces}}

{{end}}{{with or .Long .Short}}{{. | trimTrailingWhitespaces}}

{{end}}{{if or .Runnable .HasSubCommands}}{{.UsageString}}{{end}}`

// dataFlag gives cmd the flag that says where the data is.
func (a *app) dataFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.data, "data", "", "`DIR` of the data (default: $CLAIMLENS_DATA, else the user's data directory)")
}

// asFlag gives cmd the flag that says who is at work.
func (a *app) asFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.as, "as", "", "`NAME` that signs what is done (default: the name of the account)")
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if a.as != visible(a.as) || !utf8.ValidString(a.as) || utf8.RuneCountInString(a.as) > annotate.MaxName {
			return usage("--as %q is no name: it is one line of up to %d characters", annotate.Shorten(a.as, 60), annotate.MaxName)
		}
		return nil
	}
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
