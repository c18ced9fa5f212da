package main

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"claimlens/ui"
)

// helpCommand prints a command's help or a topic of the manual, which is the one that the web UI serves at /help.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [TOPIC or COMMAND]",
		Short: "Print the manual: a topic, or how a command is used",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.topics(cmd)
			}
			if text, err := fs.ReadFile(ui.Help(), args[0]+".md"); len(args) == 1 && err == nil {
				_, err := a.out.Write(text)
				return err
			}
			about, rest, err := cmd.Root().Find(args)
			if err != nil || about == cmd.Root() || len(rest) > 0 {
				return usage("there is no topic or command %q; claimlens help lists them", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

func (a *app) topics(cmd *cobra.Command) error {
	if err := cmd.Root().Help(); err != nil {
		return err
	}
	names, err := fs.Glob(ui.Help(), "*.md")
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, "\nTopics of the manual (claimlens help TOPIC):")
	for _, name := range names {
		text, err := fs.ReadFile(ui.Help(), name)
		if err != nil {
			return err
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(string(text), "# "), "\n")
		fmt.Fprintf(a.out, "  %-12s %s\n", strings.TrimSuffix(name, ".md"), title)
	}
	return nil
}
