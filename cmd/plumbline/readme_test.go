package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"plumbline/data"
)

// TestReadme runs the tour of README.md, in an empty folder, and holds it to
// what the program prints. With -docs it writes the output anew.
func TestReadme(t *testing.T) {
	file, err := filepath.Abs("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	var b strings.Builder
	rest, commands := string(src), 0
	for {
		before, after, ok := strings.Cut(rest, "```console\n")
		b.WriteString(before)
		if !ok {
			break
		}
		block, tail, _ := strings.Cut(after, "```")
		b.WriteString("```console\n")
		for line := range strings.Lines(block) {
			if command, ok := strings.CutPrefix(line, "$ plumbline "); ok {
				commands++
				b.WriteString(line + tour(t, strings.TrimSpace(command)))
			}
		}
		b.WriteString("```")
		rest = tail
	}
	if commands == 0 {
		t.Fatal("README.md: no command that begins with \"$ plumbline\" in a console block")
	}
	if *writeDocs {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if b.String() != string(src) {
		t.Error("README.md shows what the program does not print; run: go test ./cmd/plumbline -run TestReadme -docs")
	}
}

// tour runs one command and returns what it prints, or its first lines where
// "| head -N" follows.
func tour(t *testing.T, command string) string {
	t.Helper()
	command, head, cut := strings.Cut(command, " | head -")
	var out, faults bytes.Buffer
	m := Main{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &faults, Args: words(command),
		Env:  func(string) (string, bool) { return "", false },
		Now:  func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) },
		Data: data.FS,
	}
	if code := m.Run(context.Background()); code != exitDone {
		t.Errorf("plumbline %s: exit code %d\n%s", command, code, faults.String())
	}
	lines := strings.SplitAfter(out.String(), "\n")
	if cut {
		n, err := strconv.Atoi(head)
		if err != nil {
			t.Fatalf("plumbline %s | head -%s: %v", command, head, err)
		}
		lines = lines[:min(n, len(lines))]
	}
	return strings.TrimRight(strings.Join(lines, ""), "\n") + "\n"
}

// words splits a command at spaces that no double quotes hold.
func words(command string) (list []string) {
	for i, part := range strings.Split(command, `"`) {
		if i%2 == 1 {
			list = append(list, part)
		} else {
			list = append(list, strings.Fields(part)...)
		}
	}
	return list
}
