package plumbline_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// local returns the folder of an import path of this module.
func local(importPath string) (dir string, ok bool) {
	if importPath == modulePath {
		return ".", true
	}
	return strings.CutPrefix(importPath, modulePath+"/")
}

// floorOf returns the floor of a package, or of the nearest folder above it
// that has one, with that folder.
func floorOf(dir string) (floor int, home string, ok bool) {
	for d := dir; d != "." || dir == "."; d = path.Dir(d) {
		if n, ok := floors[d]; ok {
			return n, d, true
		}
		if d == "." {
			break
		}
	}
	return 0, "", false
}

// checkFloors holds H2. Tests may look sideways: they build worlds that no
// package may depend on.
func checkFloors(_ fs.FS, files []*goFile) (faults []string) {
	for _, f := range files {
		floor, home, ok := floorOf(f.dir)
		if !ok {
			faults = append(faults, fmt.Sprintf("%s: package %s has no floor; add it to floors in house_test.go and to doc/architecture.md (H2)", f.path, f.dir))
			continue
		}
		if f.test {
			continue
		}
		for _, spec := range f.ast.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			dir, ok := local(p)
			if !ok {
				continue
			}
			below, _, ok := floorOf(dir)
			switch {
			case !ok:
				faults = append(faults, fmt.Sprintf("%s: imports %s, which has no floor (H2)", f.at(spec), dir))
			case dir == home && dir != f.dir: // a package may import the one whose folder it lies in
			case below > floor:
				faults = append(faults, fmt.Sprintf("%s: %s on floor %d imports %s on floor %d above it; a package imports only lower floors (H2)", f.at(spec), f.dir, floor, dir, below))
			case below == floor:
				faults = append(faults, fmt.Sprintf("%s: %s imports its neighbour %s on floor %d; declare what it needs as an interface of its own (H2, H6)", f.at(spec), f.dir, dir, floor))
			case dir == "data" && f.dir != "cmd/plumbline":
				faults = append(faults, fmt.Sprintf("%s: %s imports data; take an fs.FS, only cmd hands out the embedded files (H12)", f.at(spec), f.dir))
			}
		}
	}
	return faults
}

var emptyNames = []string{"pkg", "src", "core", "common", "util", "utils", "helpers", "models", "types", "services"}

func checkFolders(fsys fs.FS, files []*goFile) (faults []string) {
	_ = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || name == "." {
			return err
		}
		if base := d.Name(); base[0] == '.' || base == "testdata" || base == "build" || base == "node_modules" {
			return fs.SkipDir
		} else if slices.Contains(emptyNames, base) {
			faults = append(faults, fmt.Sprintf("%s: a folder named %q says nothing of what is inside (H2)", name, base))
		}
		return nil
	})
	for _, f := range files {
		switch path.Base(f.path) {
		case "types.go", "interfaces.go", "errors.go", "consts.go", "utils.go", "helpers.go":
			faults = append(faults, fmt.Sprintf("%s: name a file after the noun in it (H4)", f.path))
		}
		if strings.HasPrefix(f.path, "data/") && f.path != "data/embed.go" {
			faults = append(faults, fmt.Sprintf("%s: data has one Go file, embed.go (H2)", f.path))
		}
	}
	return faults
}

func checkMain(_ fs.FS, files []*goFile) (faults []string) {
	for _, f := range files {
		if f.ast.Name.Name == "main" && f.dir != "cmd/plumbline" {
			faults = append(faults, fmt.Sprintf("%s: a second main; there is one, cmd/plumbline (H15)", f.path))
		}
	}
	return faults
}

const (
	fileLines = 600
	funcLines = 80
	rootFiles = 30
	rootLines = 2500
)

// checkSizes holds H5. The tables of a test may be as long as the facts need;
// generated files are nobody's to read.
func checkSizes(_ fs.FS, files []*goFile) (faults []string) {
	for _, f := range files {
		if strings.HasSuffix(f.path, "_gen.go") {
			continue
		}
		if f.lines > fileLines {
			faults = append(faults, fmt.Sprintf("%s: %d lines; a file has at most %d, split it by noun (H5)", f.path, f.lines, fileLines))
		}
		if f.test {
			continue
		}
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			lines := f.fset.Position(fn.End()).Line - f.fset.Position(fn.Pos()).Line + 1
			if lines > funcLines {
				faults = append(faults, fmt.Sprintf("%s: %s has %d lines; a function has at most %d (H5)", f.at(fn), fn.Name.Name, lines, funcLines))
			}
		}
	}
	return faults
}

func checkRoot(_ fs.FS, files []*goFile) (faults []string) {
	count, lines := 0, 0
	for _, f := range files {
		if f.dir == "." && !f.test {
			count++
			lines += f.lines
		}
	}
	if count > rootFiles || lines > rootLines {
		faults = append(faults, fmt.Sprintf("root: %d files with %d lines; it has at most %d with %d, it is a vocabulary (H5)", count, lines, rootFiles, rootLines))
	}
	return faults
}

func checkPackageComments(_ fs.FS, files []*goFile) (faults []string) {
	said := map[string]bool{}
	for _, f := range files {
		if f.test {
			continue
		}
		own := f.ast.Doc != nil && (path.Base(f.path) == "doc.go" || f.dir == "data" || f.dir == "cmd/plumbline")
		said[f.dir] = said[f.dir] || own
	}
	for dir, ok := range said {
		if !ok {
			faults = append(faults, fmt.Sprintf("%s: no doc.go with a package comment: what it is, what goes in, what comes out, what it does not do (H10)", dir))
		}
	}
	return faults
}

// plainMethods need no words: their contract is the interface they are of.
var plainMethods = []string{"String", "Error", "Unwrap", "Is", "Len", "Less", "Swap", "UnmarshalText", "MarshalText"}

func checkExported(_ fs.FS, files []*goFile) (faults []string) {
	for _, f := range files {
		if f.test || f.dir == "cmd/plumbline" {
			continue
		}
		bare := func(n ast.Node, name string) {
			faults = append(faults, fmt.Sprintf("%s: %s has no doc comment; an exported name has its contract beside it (H10)", f.at(n), name))
		}
		for _, d := range f.ast.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && !(d.Recv != nil && slices.Contains(plainMethods, d.Name.Name)) {
					bare(d, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					for _, name := range bareNames(d, s) {
						bare(s, name)
					}
				}
			}
		}
	}
	return faults
}

// bareNames returns the exported names of a declaration that neither it nor
// its group has a comment for.
func bareNames(d *ast.GenDecl, s ast.Spec) (names []string) {
	if d.Doc != nil {
		return nil
	}
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() && s.Doc == nil {
			names = append(names, s.Name.Name)
		}
	case *ast.ValueSpec:
		for _, n := range s.Names {
			if n.IsExported() && s.Doc == nil && s.Comment == nil {
				names = append(names, n.Name)
			}
		}
	}
	return names
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if index, ok := t.(*ast.IndexExpr); ok {
		t = index.X
	}
	id, ok := t.(*ast.Ident)
	return ok && id.IsExported()
}

func checkInit(_ fs.FS, files []*goFile) (faults []string) {
	for _, f := range files {
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				faults = append(faults, fmt.Sprintf("%s: init runs before main; write a table that main or a loader reads (H7)", f.at(fn)))
			}
		}
		for _, spec := range f.ast.Imports {
			p, _ := strconv.Unquote(spec.Path.Value)
			if spec.Name != nil && spec.Name.Name == "_" && p != "embed" && f.dir != "internal/store" && !f.test {
				faults = append(faults, fmt.Sprintf("%s: imports %s for its side effects; only the store does, for its drivers (H7)", f.at(spec), p))
			}
		}
	}
	return faults
}

var ambient = map[string][]string{
	"os":   {"Getenv", "LookupEnv", "Environ", "ExpandEnv"},
	"time": {"Now", "Since", "Until"},
}

func checkAmbient(_ fs.FS, files []*goFile) (faults []string) {
	for _, f := range files {
		if f.test || f.dir == "cmd/plumbline" {
			continue
		}
		imports := f.imports()
		ast.Inspect(f.ast, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			x, ok := sel.X.(*ast.Ident)
			if !ok {
				return true
			}
			for p, names := range ambient {
				if imports[p] == x.Name && slices.Contains(names, sel.Sel.Name) {
					faults = append(faults, fmt.Sprintf("%s: %s.%s outside cmd; make it a field that main fills (H7, H15)", f.at(sel), p, sel.Sel.Name))
				}
			}
			return true
		})
	}
	return faults
}

var statements = []string{"SELECT ", "INSERT ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA ", "ALTER TABLE "}

func checkSQL(_ fs.FS, files []*goFile) (faults []string) {
	for _, f := range files {
		if f.test || f.dir == "internal/store" || strings.HasPrefix(f.dir, "internal/store/") {
			continue
		}
		for p := range f.imports() {
			if p == "database/sql" || strings.HasPrefix(p, "modernc.org/sqlite") || strings.HasPrefix(p, "github.com/jackc/pgx") {
				faults = append(faults, fmt.Sprintf("%s: imports %s; SQL lives in internal/store (H15)", f.path, p))
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			s, _ := strconv.Unquote(lit.Value)
			for _, word := range statements {
				if strings.HasPrefix(strings.TrimLeft(s, " \t\n"), word) {
					faults = append(faults, fmt.Sprintf("%s: a statement that begins %q; SQL lives in internal/store (H15)", f.at(lit), word))
				}
			}
			return true
		})
	}
	return faults
}

func checkPanics(_ fs.FS, files []*goFile) (faults []string) {
	// What runs in the sandbox can be stopped in no other way, nor can an answer
	// be cut off so that its reader sees it is not whole.
	stops := []string{"internal/pdf/watch.go", "internal/reply/abort.go"}
	for _, f := range files {
		if f.test || slices.Contains(stops, f.path) {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" && !strings.HasPrefix(firstString(call.Args[0]), "BUG:") {
				faults = append(faults, fmt.Sprintf("%s: panic whose message does not begin with \"BUG:\"; return an error, or name the broken invariant (H8)", f.at(call)))
			}
			return true
		})
	}
	return faults
}

// firstString returns the leftmost string literal of an expression.
func firstString(e ast.Expr) (s string) {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && !found {
			s, _ = strconv.Unquote(lit.Value)
			found = true
		}
		return !found
	})
	return s
}
