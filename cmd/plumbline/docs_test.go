package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

var writeDocs = flag.Bool("docs", false, "write doc/cli.md and the tour of README.md anew")

const docsFile = "../../doc/cli.md"

// someCache stands for a folder that is another one for each user.
var someCache = kong.Vars{"cache": "plumbline, in the user's folder for caches"}

// TestDocs holds doc/cli.md to the subcommands and flags that there are.
func TestDocs(t *testing.T) {
	k, err := kong.New(&commands{}, kong.Name("plumbline"), kong.Description(description), kong.NoDefaultHelp(), someCache)
	if err != nil {
		t.Fatal(err)
	}
	want := documentation(k.Model)
	if *writeDocs {
		if err := os.WriteFile(docsFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(docsFile)
	if err != nil || string(got) != want {
		t.Errorf("doc/cli.md does not say what plumbline takes; run: make docs")
	}
}

// TestEveryFlagHasWords refuses a subcommand, argument or flag without help,
// and a subcommand without examples.
func TestEveryFlagHasWords(t *testing.T) {
	k, err := kong.New(&commands{}, kong.Name("plumbline"), kong.NoDefaultHelp(), someCache)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range nodes(k.Model.Node) {
		if n.Help == "" && n.Parent != nil {
			t.Errorf("%s: no help", n.FullPath())
		}
		if len(n.Children) == 0 && !strings.Contains(n.Detail, "Examples:\n\n    ") {
			t.Errorf("%s: no examples", n.FullPath())
		}
		for _, f := range n.Flags {
			if f.Help == "" {
				t.Errorf("%s --%s: no help", n.FullPath(), f.Name)
			}
		}
		for _, arg := range n.Positional {
			if arg.Help == "" {
				t.Errorf("%s %s: no help", n.FullPath(), arg.Name)
			}
		}
	}
}

// nodes lists the program and its subcommands, parents first.
func nodes(n *kong.Node) []*kong.Node {
	all := []*kong.Node{n}
	for _, child := range n.Children {
		all = append(all, nodes(child)...)
	}
	return all
}

// documentation is the text of doc/cli.md.
func documentation(app *kong.Application) string {
	var b strings.Builder
	b.WriteString("# Command line\n\n")
	b.WriteString("Every subcommand and flag, written from the program by `make docs`.\n\n")
	b.WriteString("Exit codes: 0 done; 1 some inputs failed, each named on standard error, the\nothers done; 2 wrong usage; 3 the database cannot be used.\n\n")
	b.WriteString("## plumbline\n\n" + app.Help + ".\n\n")
	b.WriteString("What every subcommand takes; a flag goes before its environment variable, which\ngoes before the default:\n\n")
	describeFlags(&b, app.Flags)
	for _, n := range nodes(app.Node)[1:] {
		if len(n.Children) == 0 {
			describe(&b, n)
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func describe(b *strings.Builder, n *kong.Node) {
	fmt.Fprintf(b, "## %s\n\n%s\n\n", n.FullPath(), n.Help)
	line := n.FullPath()
	if len(n.Flags) > 0 {
		line += " [flags]"
	}
	for _, arg := range n.Positional {
		line += " " + arg.Summary()
	}
	fmt.Fprintf(b, "    %s\n\n", line)
	if len(n.Positional) > 0 {
		b.WriteString("| argument | meaning |\n|---|---|\n")
		for _, arg := range n.Positional {
			fmt.Fprintf(b, "| `%s` | %s |\n", arg.Summary(), cell(arg.Help))
		}
		b.WriteString("\n")
	}
	describeFlags(b, n.Flags)
	if n.Detail != "" {
		b.WriteString(strings.TrimSpace(n.Detail) + "\n\n")
	}
}

func describeFlags(b *strings.Builder, flags []*kong.Flag) {
	if len(flags) == 0 {
		return
	}
	b.WriteString("| flag | meaning | default | variable |\n|---|---|---|---|\n")
	for _, f := range flags {
		name := "`--" + f.Name
		if !f.IsBool() {
			name += " " + f.FormatPlaceHolder()
		}
		name += "`"
		if f.Short != 0 {
			name += fmt.Sprintf(", `-%c`", f.Short)
		}
		standard, variable := "", ""
		if f.HasDefault && f.Default != "" {
			standard = "`" + f.Default + "`"
		}
		if v := f.Tag.Get("setting"); v != "" {
			variable = "`" + v + "`"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", name, cell(f.Help), standard, variable)
	}
	b.WriteString("\n")
}

// cell keeps text inside its cell.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }
