package main

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"plumbline": main, "tesseract": tesseract})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": writeBytes, "code": exitCode, "hold": holdLock, "sqlite": runSQL, "query": querySQL, "same": sameBytes, "serve": serveFolder, "pack": packFiles, "setpdf": setPDF,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("PLUMBLINE_WAIT", "50ms")
			env.Setenv("PLUMBLINE_CACHE_DIR", filepath.Join(os.TempDir(), "plumbline-test-pdf"))
			return nil
		},
	})
}

// code N ARGS... runs plumbline and wants the exit code N.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: code N [args...]")
	}
	err := ts.Exec("plumbline", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// bytes FILE GO-STRING writes the bytes of a string written as in Go.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes file string")
	}
	r := strings.NewReplacer(`\x00`, "\x00", `\xff`, "\xff", `\xfe`, "\xfe", `\xf1`, "\xf1", `\xef`, "\xef", `\xbb`, "\xbb", `\xbf`, "\xbf", `\n`, "\n", `\r`, "\r")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(r.Replace(args[1])), 0o644))
}

// pack ARCHIVE NAME=FILE... packs files into a zip archive under these names.
func packFiles(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pack archive name=file...")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, arg := range args[1:] {
		name, file, _ := strings.Cut(arg, "=")
		f, err := z.Create(name)
		ts.Check(err)
		data, err := os.ReadFile(ts.MkAbs(file))
		ts.Check(err)
		_, err = f.Write(data)
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// same A B wants two files to have the same bytes.
func sameBytes(ts *testscript.TestScript, neg bool, args []string) {
	a, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	b, err := os.ReadFile(ts.MkAbs(args[1]))
	ts.Check(err)
	if bytes.Equal(a, b) == neg {
		ts.Fatalf("%s and %s: same is %t", args[0], args[1], !neg)
	}
}

// hold DATABASE locks a database until the script ends, as another program
// would.
func holdLock(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	db.SetMaxOpenConns(1)
	ts.Defer(func() { db.Close() })
	_, err = db.Exec("BEGIN IMMEDIATE")
	ts.Check(err)
}

// sqlite DATABASE STATEMENT changes a database behind the program's back.
func runSQL(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}

// query VAR DATABASE SELECT sets VAR to the one value that a query gives.
func querySQL(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[1]))
	ts.Check(err)
	defer db.Close()
	var value string
	ts.Check(db.QueryRow(args[2]).Scan(&value))
	ts.Setenv(args[0], value)
}

// program gives the path of a copy of this test binary that runs as plumbline
// for any user.
func program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "plumbline")
	if err := os.WriteFile(path, data, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}
