package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"plumbline/data"
)

// TestReadme runs the tour of README.md, in an empty folder, and holds it to
// what the program prints. Numbers and ids may differ: they move with each
// change of a rule. With -docs it writes the output anew.
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
		for _, shown := range strings.Split(block, "$ plumbline ")[1:] {
			commands++
			command, shown, _ := strings.Cut(shown, "\n")
			b.WriteString("$ plumbline " + command + "\n" + elide(tour(t, command), shown))
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
	} else if line := differ(b.String(), string(src)); line > 0 {
		t.Errorf("README.md:%d: shows what the program does not print; run: make docs", line)
	}
}

var (
	numbers = regexp.MustCompile(`[0-9a-f]{16}|[0-9][0-9,]*`)
	filling = regexp.MustCompile(`[ ─]+`)
)

// differ returns the number of the first line in which have is not as want,
// numbers, ids and the width of columns aside, or 0.
func differ(want, have string) int {
	form := func(s string) []string {
		return strings.Split(filling.ReplaceAllString(numbers.ReplaceAllString(s, "#"), " "), "\n")
	}
	w, h := form(want), form(have)
	for i := range h {
		if i >= len(w) || w[i] != h[i] {
			return i + 1
		}
	}
	return 0
}

func TestDiffer(t *testing.T) {
	for _, test := range []struct {
		name, want, have string
		line             int
	}{
		{"the same", "a\nb\n", "a\nb\n", 0},
		{"numbers and ids", "4 claims\n3c06a9933ec43d50   [12]", "1,103 claims\n826ce0a3e3142749  [3]", 0},
		{"the width of a column", "quote\n─────", "quote\n───────", 0},
		{"other words", "a\nlaw", "a\nplan", 2},
		{"a line too many", "a", "a\nb", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := differ(test.want, test.have); got != test.line {
				t.Errorf("line %d, want %d", got, test.line)
			}
		})
	}
}

// elide leaves out of an output what "..." stands for in the one shown so far.
// What is shown between two of them begins at its first line and is as long as
// before. Where that line is no more, nothing is left out.
func elide(output, shown string) string {
	const dots = "...\n"
	parts := strings.Split(shown, dots)
	if len(parts) == 1 {
		return output
	}
	rest := slices.Collect(strings.Lines(output))
	var kept []string
	for i, part := range parts {
		first, _, _ := strings.Cut(part, "\n")
		at, n := 0, strings.Count(part, "\n")
		switch {
		case i == len(parts)-1:
			at = len(rest) - n
		case i > 0:
			at = slices.IndexFunc(rest, func(line string) bool { return strings.TrimSuffix(line, "\n") == first })
		}
		if at < 0 || at+n > len(rest) {
			return output
		}
		kept = append(kept, strings.Join(rest[at:at+n], ""))
		rest = rest[at+n:]
	}
	return strings.Join(kept, dots)
}

func TestElide(t *testing.T) {
	const output = "a 2\nb\nc\nd 5\ne\nf\n"
	for _, test := range []struct{ name, shown, want string }{
		{"all is shown", "a 1\nx\n", output},
		{"the beginning and the end", "a 1\nb\n...\nx\n", "a 2\nb\n...\nf\n"},
		{"a place between", "a 1\n...\nc\nd 4\n...\nf\n", "a 2\n...\nc\nd 5\n...\nf\n"},
		{"no end", "a 1\n...\n", "a 2\n...\n"},
		{"a place that is no more", "a 1\n...\nx\n...\n", output},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := elide(output, test.shown); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
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
