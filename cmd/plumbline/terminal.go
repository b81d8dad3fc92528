package main

import (
	"os"
	"strconv"

	"github.com/mattn/go-isatty"

	"plumbline/internal/plain"
)

// terminal reports whether w is a terminal.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// columns gives the width of the terminal that standard output is, or 0 where
// it is none and lines may be as long as they are.
func (a *app) columns() int {
	if !terminal(a.Stdout) {
		return 0
	}
	if v, ok := a.Env("COLUMNS"); ok {
		if n, err := strconv.Atoi(v); err == nil && n > 0 {
			return n
		}
	}
	return widthOf(a.Stdout.(*os.File))
}

// style says how a page is to look on standard output.
func (a *app) style() plain.Style {
	return plain.Style{Width: a.columns(), Color: a.colored(a.Stdout)}
}

// colored reports whether to use color on w.
func (a *app) colored(w any) bool {
	switch a.commands.Color {
	case "always":
		return true
	case "never":
		return false
	}
	if v, _ := a.Env("NO_COLOR"); v != "" {
		return false
	}
	if v, _ := a.Env("TERM"); v == "dumb" {
		return false
	}
	return terminal(w)
}
