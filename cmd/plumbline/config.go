package main

import (
	"fmt"

	"github.com/alecthomas/kong"
)

// environment gives flags that have a setting tag their value from the
// environment variable of that name. One that is set to nothing is as if it were
// not set, unless the flag has a blank tag.
func (a *app) environment() kong.Resolver {
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		if v, set := a.setting(flag); set {
			return v, nil
		}
		return nil, nil
	})
}

func (a *app) setting(flag *kong.Flag) (string, bool) {
	name := flag.Tag.Get("setting")
	if name == "" {
		return "", false
	}
	v, set := a.Env(name)
	return v, set && (v != "" || flag.Tag.Has("blank"))
}

type configCommand struct {
	Format string `help:"table, json or csv." placeholder:"FORMAT" enum:"table,json,csv" default:"table"`
}

// Help is shown below the usage.
func (configCommand) Help() string {
	return `A flag goes before its environment variable, which goes before the default.

Examples:

    plumbline config
    PLUMBLINE_DB=/data/tip.db plumbline config --format json`
}

// Run prints the settings.
func (c *configCommand) Run(a *app) error {
	given := map[*kong.Flag]bool{}
	for _, p := range a.parsed.Path {
		if p.Flag != nil && !p.Resolved {
			given[p.Flag] = true
		}
	}
	settings := list{columns: []string{"setting", "value", "from", "variable"}}
	for _, flag := range a.kong.Model.Flags {
		variable := flag.Tag.Get("setting")
		if variable == "" {
			continue
		}
		from := "default"
		if given[flag] {
			from = "flag"
		} else if _, set := a.setting(flag); set {
			from = "environment"
		}
		settings.add(flag.Name, fmt.Sprint(flag.Target.Interface()), from, variable)
	}
	return settings.write(a, c.Format)
}
