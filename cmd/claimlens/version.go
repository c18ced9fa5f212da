package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"claimlens/annotate/stance"
	"claimlens/annotate/syntax"
)

func (a *app) versionCommand() *cobra.Command {
	var model bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			if model {
				_, err := io.WriteString(a.out, syntax.Card()+"\n"+stance.Card())
				return err
			}
			_, err := fmt.Fprintf(a.out, "claimlens %s\n", version())
			return err
		},
	}
	cmd.Flags().BoolVar(&model, "model", false, "print what the models of English and of stances were learned from instead, with licences and figures")
	return cmd
}

// version is the module's version, else the commit that it was built from, else "devel".
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel-" + s.Value[:12]
		}
	}
	return "devel"
}
