package plumbline_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// rows returns the tables of a Markdown file: each row's first cell, its
// backticks taken off, and the rest of the row.
func rows(fsys fs.FS, name string) (map[string]string, error) {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	cells := map[string]string{}
	for line := range strings.Lines(string(src)) {
		cell, rest, ok := strings.Cut(strings.TrimPrefix(line, "|"), "|")
		cell = strings.TrimSpace(cell)
		if !ok || line[0] != '|' || len(cell) < 3 || cell[0] != '`' {
			continue
		}
		cells[strings.Trim(cell, "`")] = strings.Trim(rest, " |\r\n")
	}
	return cells, nil
}

// modules returns the modules that go.mod requires.
func modules(fsys fs.FS) ([]string, error) {
	src, err := fs.ReadFile(fsys, "go.mod")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	block := false
	for line := range strings.Lines(string(src)) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case words[0] == "require" && len(words) > 1 && words[1] == "(":
			block = true
		case words[0] == ")":
			block = false
		case words[0] == "require" && len(words) > 2:
			names = append(names, words[1])
		case block:
			names = append(names, words[0])
		}
	}
	return names, err
}

func checkDependencies(fsys fs.FS, _ []*goFile) (faults []string) {
	const doc = "doc/dependencies.md"
	names, err := modules(fsys)
	if err != nil {
		return []string{err.Error()}
	}
	reasons, err := rows(fsys, doc)
	if err != nil && len(names) > 0 {
		return []string{err.Error()}
	}
	for _, name := range names {
		if reasons[name] == "" {
			faults = append(faults, fmt.Sprintf("go.mod: %s has no row with a reason in %s (H14)", name, doc))
		}
	}
	for name := range reasons {
		if !slices.Contains(names, name) {
			faults = append(faults, fmt.Sprintf("%s: %s is not in go.mod any more (H14)", doc, name))
		}
	}
	return faults
}

// checkCodebook holds doc/codebook.md to codebook.go: each value of a closed
// list has a row, and no row names a value that is not there.
func checkCodebook(fsys fs.FS, files []*goFile) (faults []string) {
	const doc = "doc/codebook.md"
	values := map[string]string{} // to where they are declared
	for _, f := range files {
		if f.path != "codebook.go" && f.path != "placement.go" && f.path != "section.go" && f.path != "citation.go" {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if _, ok := n.(*ast.FuncDecl); ok {
				return false
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, _ := strconv.Unquote(lit.Value); s != "" && !strings.Contains(s, "/") {
					values[s] = f.at(lit)
				}
			}
			return true
		})
	}
	if len(values) == 0 {
		return nil
	}
	meanings, err := rows(fsys, doc)
	if err != nil {
		return []string{err.Error()}
	}
	for v, at := range values {
		if meanings[v] == "" {
			faults = append(faults, fmt.Sprintf("%s: %q has no row with its meaning in %s (H9)", at, v, doc))
		}
	}
	for v := range meanings {
		if values[v] == "" {
			faults = append(faults, fmt.Sprintf("%s: %q is no value of the codebook (H9)", doc, v))
		}
	}
	return faults
}

// TestHouseCatches breaks each rule once, in a small tree of its own.
func TestHouseCatches(t *testing.T) {
	long := strings.Repeat("\n", 601)
	tests := []struct {
		name, file, src, want string
		check                 func(fs.FS, []*goFile) []string
	}{
		{"an import upward", "internal/token/scan.go", "package token\nimport _ \"plumbline/internal/store\"\n",
			"internal/token/scan.go:2: internal/token on floor 2 imports internal/store on floor 4 above it; a package imports only lower floors (H2)", checkFloors},
		{"an import sideways", "internal/extract/bind.go", "package extract\nimport \"plumbline/internal/segment\"\n",
			"internal/extract/bind.go:2: internal/extract imports its neighbour internal/segment on floor 4; declare what it needs as an interface of its own (H2, H6)", checkFloors},
		{"a neighbour of the root", "internal/token/a.go", "package token\nimport \"plumbline\"\n",
			"internal/token/a.go:2: internal/token imports its neighbour . on floor 2; declare what it needs as an interface of its own (H2, H6)", checkFloors},
		{"a package without a floor", "internal/new/a.go", "package new\n",
			"internal/new/a.go: package internal/new has no floor; add it to floors in house_test.go and to doc/architecture.md (H2)", checkFloors},
		{"the embedded files below cmd", "internal/eval/a.go", "package eval\nimport \"plumbline/data\"\n",
			"internal/eval/a.go:2: internal/eval imports data; take an fs.FS, only cmd hands out the embedded files (H12)", checkFloors},
		{"a subpackage may import its parent", "internal/store/storetest/a.go", "package storetest\nimport \"plumbline/internal/store\"\n", "", checkFloors},
		{"a folder that says nothing", "internal/util/a.go", "package util\n", `internal/util: a folder named "util" says nothing of what is inside (H2)`, checkFolders},
		{"a second main", "cmd/other/main.go", "package main\n", "cmd/other/main.go: a second main; there is one, cmd/plumbline (H15)", checkMain},
		{"a long file", "claim.go", "package plumbline" + long, "claim.go: 601 lines; a file has at most 600, split it by noun (H5)", checkSizes},
		{"a long function", "claim.go", "package plumbline\nfunc F() {" + long[:80] + "}\n", "claim.go:2: F has 81 lines; a function has at most 80 (H5)", checkSizes},
		{"a package without doc.go", "internal/text/span.go", "// Package text is.\npackage text\n",
			"internal/text: no doc.go with a package comment: what it is, what goes in, what comes out, what it does not do (H10)", checkPackageComments},
		{"a name without a contract", "claim.go", "package plumbline\nfunc F() {}\n",
			"claim.go:2: F has no doc comment; an exported name has its contract beside it (H10)", checkExported},
		{"a group has one comment", "claim.go", "package plumbline\n// The tiers.\nconst (\nA = 1\nB = 2\n)\n", "", checkExported},
		{"an init", "claim.go", "package plumbline\nfunc init() {}\n", "claim.go:2: init runs before main; write a table that main or a loader reads (H7)", checkInit},
		{"the clock under another name", "internal/pipeline/a.go", "package pipeline\nimport clock \"time\"\nvar now = clock.Now\n",
			"internal/pipeline/a.go:3: time.Now outside cmd; make it a field that main fills (H7, H15)", checkAmbient},
		{"a test may read the clock", "internal/pipeline/a_test.go", "package pipeline\nimport \"time\"\nvar now = time.Now\n", "", checkAmbient},
		{"SQL in a page", "internal/web/a.go", "package web\nvar q = `\n\tSELECT id FROM claims`\n",
			`internal/web/a.go:2: a statement that begins "SELECT "; SQL lives in internal/store (H15)`, checkSQL},
		{"a bare panic", "claim.go", "package plumbline\nfunc f(err error) { panic(err) }\n",
			`claim.go:2: panic whose message does not begin with "BUG:"; return an error, or name the broken invariant (H8)`, checkPanics},
		{"a panic that names the bug", "claim.go", "package plumbline\nfunc f() { panic(\"BUG: span outside text\") }\n", "", checkPanics},
		{"a dependency without a reason", "go.mod", "module plumbline\nrequire example.org/a v1.0.0\n", "open doc/dependencies.md: file does not exist", checkDependencies},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tree := fstest.MapFS{test.file: {Data: []byte(test.src)}}
			files, err := readTree(tree)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(test.check(tree, files), "\n"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
