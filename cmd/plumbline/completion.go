package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Help is shown below the usage.
func (completionCommand) Help() string {
	return `Examples:

    source <(plumbline completion bash)
    plumbline completion zsh > "${fpath[1]}/_plumbline"
    plumbline completion fish > ~/.config/fish/completions/plumbline.fish`
}

// Run prints the completion script of a shell.
func (c *completionCommand) Run(a *app) error {
	verbs := verbsOf(a.kong.Model)
	switch c.Shell {
	case "bash":
		return completeBash(a.Stdout, verbs)
	case "zsh":
		return completeZsh(a.Stdout, verbs)
	}
	return completeFish(a.Stdout, verbs)
}

// verb is a subcommand as completion knows it.
type verb struct {
	path  []string // empty for the program itself
	help  string
	verbs []verb
	flags []*kong.Flag
	args  []*kong.Positional
}

// verbsOf gives the program and all its subcommands, parents first.
func verbsOf(app *kong.Application) []verb {
	var all []verb
	var walk func(n *kong.Node, path []string, flags []*kong.Flag) verb
	walk = func(n *kong.Node, path []string, flags []*kong.Flag) verb {
		v := verb{path: path, help: n.Help, flags: append(flags[:len(flags):len(flags)], n.Flags...), args: n.Positional}
		at := len(all)
		all = append(all, v)
		for _, child := range n.Children {
			v.verbs = append(v.verbs, walk(child, append(path[:len(path):len(path)], child.Name), v.flags))
		}
		all[at] = v
		return v
	}
	walk(app.Node, nil, nil)
	return all
}

// words are what may stand next: subcommands, flags, values of arguments.
func (v verb) words() []string {
	var words []string
	for _, child := range v.verbs {
		words = append(words, child.path[len(child.path)-1])
	}
	for _, arg := range v.args {
		if arg.Enum != "" {
			words = append(words, arg.EnumSlice()...)
		}
	}
	for _, f := range v.flags {
		words = append(words, "--"+f.Name)
	}
	return words
}

// completeBash prints a function that finds the subcommand among the words
// before the cursor and offers its words, the values of a flag, or files.
func completeBash(w io.Writer, verbs []verb) error {
	var b strings.Builder
	b.WriteString("# bash completion for plumbline\n_plumbline() {\n")
	b.WriteString("  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" path=\"\" words i\n")
	b.WriteString("  for ((i = 1; i < COMP_CWORD; i++)); do\n    case \"$path ${COMP_WORDS[i]}\" in\n")
	for _, v := range verbs[1:] {
		fmt.Fprintf(&b, "      %q) path=%q ;;\n", prefixed(v.path), prefixed(v.path))
	}
	b.WriteString("    esac\n  done\n  case \"$path:$before\" in\n")
	for _, v := range verbs {
		for _, f := range v.flags {
			if f.Enum != "" {
				fmt.Fprintf(&b, "    %q) words=%q ;;\n", prefixed(v.path)+":--"+f.Name, strings.Join(f.EnumSlice(), " "))
			}
		}
	}
	b.WriteString("    *) case \"$path\" in\n")
	for _, v := range verbs {
		fmt.Fprintf(&b, "      %q) words=%q ;;\n", prefixed(v.path), strings.Join(v.words(), " "))
	}
	b.WriteString("    esac ;;\n  esac\n")
	b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n")
	b.WriteString("complete -o default -o bashdefault -F _plumbline plumbline\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func prefixed(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return " " + strings.Join(path, " ")
}

// completeZsh prints a function of the same kind with help beside each word.
func completeZsh(w io.Writer, verbs []verb) error {
	var b strings.Builder
	b.WriteString("#compdef plumbline\n_plumbline() {\n  local verb=\"\" i\n  local -a items\n")
	b.WriteString("  for ((i = 2; i < CURRENT; i++)); do\n    case \"$verb ${words[i]}\" in\n")
	for _, v := range verbs[1:] {
		fmt.Fprintf(&b, "      %q) verb=%q ;;\n", prefixed(v.path), prefixed(v.path))
	}
	b.WriteString("    esac\n  done\n  case \"$verb:${words[CURRENT-1]}\" in\n")
	for _, v := range verbs {
		for _, f := range v.flags {
			if f.Enum != "" {
				fmt.Fprintf(&b, "    %q) compadd %s; return ;;\n", prefixed(v.path)+":--"+f.Name, strings.Join(f.EnumSlice(), " "))
			}
		}
	}
	b.WriteString("  esac\n  case \"$verb\" in\n")
	for _, v := range verbs {
		fmt.Fprintf(&b, "    %q) items=(\n", prefixed(v.path))
		for _, child := range v.verbs {
			fmt.Fprintf(&b, "      %s\n", single(child.path[len(child.path)-1]+":"+child.help))
		}
		for _, arg := range v.args {
			if arg.Enum != "" {
				for _, value := range arg.EnumSlice() {
					fmt.Fprintf(&b, "      %s\n", single(value))
				}
			}
		}
		for _, f := range v.flags {
			fmt.Fprintf(&b, "      %s\n", single("--"+f.Name+":"+f.Help))
		}
		b.WriteString("    ) ;;\n")
	}
	b.WriteString("  esac\n  _describe plumbline items\n  _files\n}\n")
	b.WriteString("if [ \"$funcstack[1]\" = _plumbline ]; then _plumbline \"$@\"; else compdef _plumbline plumbline; fi\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// completeFish prints one line for each subcommand and flag.
func completeFish(w io.Writer, verbs []verb) error {
	var b strings.Builder
	b.WriteString("# fish completion for plumbline\n")
	for _, v := range verbs {
		when := "__fish_use_subcommand"
		if len(v.path) > 0 {
			when = "__fish_seen_subcommand_from " + v.path[0]
			if len(v.path) > 1 {
				when += "; and __fish_seen_subcommand_from " + v.path[1]
			}
		}
		for _, child := range v.verbs {
			fmt.Fprintf(&b, "complete -c plumbline -n %s -a %s -d %s\n", single(when), child.path[len(child.path)-1], single(child.help))
		}
		for _, arg := range v.args {
			if arg.Enum != "" {
				fmt.Fprintf(&b, "complete -c plumbline -n %s -a %s\n", single(when), single(strings.Join(arg.EnumSlice(), " ")))
			}
		}
		for _, f := range v.flags {
			fmt.Fprintf(&b, "complete -c plumbline -n %s -l %s -d %s", single(when), f.Name, single(f.Help))
			switch {
			case f.Enum != "":
				fmt.Fprintf(&b, " -x -a %s", single(strings.Join(f.EnumSlice(), " ")))
			case !f.IsBool():
				b.WriteString(" -r")
			}
			b.WriteString("\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// single puts s in single quotes for any of the shells.
func single(s string) string { return "'" + strings.ReplaceAll(s, "'", "’") + "'" }
