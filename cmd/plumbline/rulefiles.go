package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/pipeline"
	"plumbline/internal/text"
)

// ruleFiles are the data files with another folder for the rules.
type ruleFiles struct {
	fs.FS
	rules fs.FS
}

// grammarFolder is where rule files lie among the data files.
const grammarFolder = "grammar"

// ownRules is how the program names the folder of its own rule files.
const ownRules = "data/" + grammarFolder

// Open opens a data file.
func (f ruleFiles) Open(name string) (fs.File, error) {
	if name == grammarFolder {
		return f.rules.Open(".")
	}
	if rest, ok := strings.CutPrefix(name, grammarFolder+"/"); ok {
		return f.rules.Open(rest)
	}
	return f.FS.Open(name)
}

// compiledFrom gives the Reader with the rule files of folder dir, or with the
// program's own where dir is empty.
func (a *app) compiledFrom(dir string) (*pipeline.Reader, error) {
	if dir == "" {
		return a.compiled()
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, pathFault(dir, err)
	} else if !info.IsDir() {
		return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: dir + ": no folder", Hint: "name the folder that the rule files lie in"}
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*.rule")); len(names) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: dir + ": no rule files in this folder",
			Hint: "name the folder that they lie in; they end in .rule"}
	}
	r, err := pipeline.Compile(ruleFiles{a.Data, os.DirFS(dir)})
	var faults text.Diagnostics
	if errors.As(err, &faults) {
		for i := range faults {
			rename(faults[i].Source, dir)
			faults[i].Hint = strings.ReplaceAll(faults[i].Hint, ownRules+"/", filepath.ToSlash(filepath.Clean(dir))+"/")
		}
	}
	if err != nil {
		return nil, err
	}
	for _, rule := range r.Extractor.Rules().Rules {
		rename(rule.Source, dir)
	}
	return r, nil
}

// rename gives a rule file the name that the user knows it by.
func rename(s *text.Source, dir string) {
	if rest, ok := strings.CutPrefix(s.Name, ownRules); ok {
		s.Name = filepath.ToSlash(filepath.Clean(dir)) + rest
	}
}

// check reads every example of the rules and says which do not come out.
func (c *rulesCommand) check(a *app, r *pipeline.Reader, g *grammar.Grammar) error {
	if faults := r.Extractor.CheckExamples(); len(faults) > 0 {
		a.say("%s", faults)
		a.say("%s of %s", count(len(faults), "fault"), count(len(g.Rules), "rule"))
		return errTold
	}
	examples := 0
	for _, rule := range g.Rules {
		examples += len(rule.Examples)
	}
	_, err := fmt.Fprintf(a.Stdout, "%s, %s and counterexamples: no fault\n", count(len(g.Rules), "rule"), count(examples, "example"))
	return err
}
