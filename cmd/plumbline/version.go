package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is set by the linker in a release.
var version = ""

type versionCommand struct{}

// Help is shown below the usage.
func (versionCommand) Help() string {
	return `Rules is the hash of the data files that shape a reading: two programs with the same one read the same.

Examples:

    plumbline version`
}

// Run prints the version of the program and the hash of its rules.
func (c *versionCommand) Run(a *app) error {
	r, err := a.compiled()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.Stdout, "plumbline %s\nrules %s\n%s %s/%s\n",
		release(), r.Rules, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// release names the version, or the commit where there is none.
func release() string {
	if version != "" {
		return version
	}
	name := "development"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				name += " " + s.Value[:min(12, len(s.Value))]
			}
			if s.Key == "vcs.modified" && s.Value == "true" {
				name += " with changes"
			}
		}
	}
	return name
}
