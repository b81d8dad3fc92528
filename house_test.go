package plumbline_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"testing"
)

// floors is the house from bottom to top. A package imports only packages of
// lower floors; see doc/architecture.md. A new package gets its line here
// before its first file.
var floors = map[string]int{
	"data":               1,
	"doc":                1,
	"internal/text":      1,
	"internal/seed":      1,
	".":                  2,
	"internal/token":     2,
	"internal/grammar":   3,
	"internal/mention":   3,
	"internal/standard":  3,
	"internal/history":   3,
	"internal/wording":   3,
	"internal/view":      3,
	"internal/chart":     3,
	"internal/pdf":       3,
	"internal/ingest":    4,
	"internal/segment":   4,
	"internal/extract":   4,
	"internal/assess":    4,
	"internal/editorial": 4,
	"internal/store":     4,
	"internal/page":      4,
	"internal/encode":    4,
	"internal/plain":     4,
	"internal/compare":   4,
	"internal/lint":      4,
	"internal/fetch":     4,
	"internal/ocr":       4,
	"internal/pipeline":  5,
	"internal/record":    5,
	"internal/reply":     5,
	"internal/web":       6,
	"internal/api":       6,
	"internal/mcp":       6,
	"internal/publish":   6,
	"internal/eval":      6,
	"internal/backtest":  6,
	"internal/work":      6,
	"cmd/plumbline":      7,
}

const modulePath = "plumbline"

// goFile is one Go file of the tree.
type goFile struct {
	path  string // slashed, from the root
	dir   string // "." for the root
	test  bool
	lines int
	ast   *ast.File
	fset  *token.FileSet
}

// at says where a node stands, as path:line.
func (f *goFile) at(n ast.Node) string {
	return fmt.Sprintf("%s:%d", f.path, f.fset.Position(n.Pos()).Line)
}

// imports returns the paths that the file imports, with the local name that
// each one bears.
func (f *goFile) imports() map[string]string {
	names := map[string]string{}
	for _, spec := range f.ast.Imports {
		p := strings.Trim(spec.Path.Value, `"`)
		names[p] = path.Base(p)
		if spec.Name != nil {
			names[p] = spec.Name.Name
		}
	}
	return names
}

// readTree parses every Go file of the tree.
func readTree(fsys fs.FS) ([]*goFile, error) {
	var files []*goFile
	fset := token.NewFileSet()
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			base := d.Name()
			if name != "." && (base[0] == '.' || base == "testdata" || base == "build" || base == "node_modules") {
				return fs.SkipDir
			}
			if _, err := fs.Stat(fsys, path.Join(name, "go.mod")); err == nil && name != "." {
				return fs.SkipDir // a module of its own: bench/
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(fset, name, src, parser.ParseComments)
		if err != nil {
			return err
		}
		files = append(files, &goFile{
			path: name, dir: path.Dir(name), test: strings.HasSuffix(name, "_test.go"),
			lines: bytes.Count(src, []byte("\n")), ast: tree, fset: fset,
		})
		return nil
	})
	return files, err
}

// rule is one rule of the house. It returns what is wrong, one fault a line.
type rule struct {
	name  string
	check func(fsys fs.FS, files []*goFile) []string
}

var houseRules = []rule{
	{"a package imports only lower floors", checkFloors},
	{"folder names say what is inside", checkFolders},
	{"there is one main", checkMain},
	{"a file has at most 600 lines and a function at most 80", checkSizes},
	{"the root stays a vocabulary", checkRoot},
	{"every package says what it is", checkPackageComments},
	{"every exported name has its contract", checkExported},
	{"nothing runs before main", checkInit},
	{"only cmd reads the environment and the clock", checkAmbient},
	{"only the store speaks SQL", checkSQL},
	{"panic is for a broken program", checkPanics},
	{"every dependency has a reason", checkDependencies},
	{"the codebook is documented", checkCodebook},
}

func TestHouse(t *testing.T) {
	tree := os.DirFS(".")
	files, err := readTree(tree)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range houseRules {
		t.Run(r.name, func(t *testing.T) {
			faults := r.check(tree, files)
			sort.Strings(faults)
			for _, f := range faults {
				t.Error(f)
			}
		})
	}
}
