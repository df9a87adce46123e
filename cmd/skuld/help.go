package main

import (
	"bytes"
	"fmt"
	"strings"
)

// helpWidth is the number of columns of the help.
const helpWidth = 100

// help writes the usage of all commands, or of one.
func help(out *bytes.Buffer, args []string) error {
	switch {
	case len(args) > 1:
		return &usageError{message: fmt.Sprintf("%d commands after help, want at most one", len(args))}
	case len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h":
		helpAll(out)
		return nil
	}
	cmd, err := find(args[0])
	if err != nil {
		return err
	}
	cmd.help(out)
	return nil
}

func helpAll(out *bytes.Buffer) {
	out.WriteString("skuld says what is owed on a debt, and why.\n\n")
	for _, cmd := range commands() {
		cmd.help(out)
		out.WriteByte('\n')
	}
	out.WriteString(`FILE is a case in the native form, for plan a plan request and for dunning a dunning
file, or with --from a document of another system, which JSON then answers in that
system's shape; - is standard input. DATE is YYYY-MM-DD.
Exit: 0 done; 1 the input is invalid or the case cannot be worked out, one line
for each problem on standard error; 2 wrong usage, or not in this version.
`)
}

func (cmd command) help(out *bytes.Buffer) {
	flags := cmd.flagSet(&call{})
	words := []string{"skuld", cmd.name}
	if flags.HasFlags() {
		words = append(words, "[flags]")
	}
	if cmd.args != "" {
		words = append(words, cmd.args)
	}
	fmt.Fprintf(out, "%s\n  %s\n%s", strings.Join(words, " "), cmd.about, flags.FlagUsagesWrapped(helpWidth))
}
