//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a user meets when the system itself stands in the way.

const narrative = `Trafficking in Persons Report of June %d

%s: TIER 2

The government does not fully meet the minimum standards. Officials identified %d victims in 2018.

PROSECUTION
The government investigated %d cases in 2018.
`

var countries = strings.Fields("ARMENIA JORDAN MONTENEGRO FRANCE PERU KENYA NEPAL JAPAN MALTA QATAR GHANA CHILE")

// folder makes a folder of as many files, all of them different.
func folder(t *testing.T, files int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range files {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), fmt.Appendf(nil, narrative, 2010+i%10, countries[i/10%len(countries)], i, i+1), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// result is how a command ended.
type result struct {
	code           int
	stdout, stderr string
}

func finish(t *testing.T, c *exec.Cmd) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{c.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

func (r result) wants(t *testing.T, code int, stderr string) {
	t.Helper()
	if r.code != code || !strings.Contains(r.stderr, stderr) {
		t.Errorf("exit code %d, want %d; standard error without %q:\n%s\nstandard output:\n%s", r.code, code, stderr, r.stderr, r.stdout)
	}
}

func TestInterruptLeavesNothingHalfWritten(t *testing.T) {
	plumbline, files := program(t), folder(t, 1000)
	db := filepath.Join(t.TempDir(), "p.db")
	c := exec.Command(plumbline, "read", "--db", db, "--progress", "always", files)
	shown, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	part := make([]byte, 4096)
	for interrupted := false; ; {
		n, err := shown.Read(part)
		said.Write(part[:n])
		if err != nil {
			break
		}
		if !interrupted { // the first sign of progress
			interrupted = true
			c.Process.Signal(os.Interrupt)
		}
	}
	c.Wait()
	stopped := result{c.ProcessState.ExitCode(), "", said.String()}
	stopped.wants(t, exitFailed, "interrupted after ")
	stopped.wants(t, exitFailed, "run the same command again to read the rest")
	finish(t, exec.Command(plumbline, "db", "check", "--db", db)).wants(t, exitDone, "")
	again := finish(t, exec.Command(plumbline, "read", "--db", db, files))
	again.wants(t, exitDone, "")
	if !strings.Contains(again.stdout, " unchanged") || strings.Contains(again.stdout, "1000 added") {
		t.Errorf("nothing was kept:\n%s", again.stdout)
	}
}

func TestLineOfHundredMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("writes a file of 100 MB")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "long.txt")
	if err := os.WriteFile(file, append([]byte("ARMENIA: TIER 2\n"), bytes.Repeat([]byte("word "), 20<<20)...), 0o644); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	c := exec.Command(program(t), "read", "--db", ":memory:", file)
	finish(t, c).wants(t, exitFailed, "long.txt: line 2, byte offset 16: a line of 104857600 bytes, more than the 16 MB that a line may have; break the file into lines")
	if took := time.Since(begun); took > time.Minute {
		t.Errorf("it took %s", took)
	}
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok && usage.Maxrss > 600<<10 && usage.Maxrss < 1<<30 {
		t.Errorf("it took %d MB", usage.Maxrss>>10)
	}
}

// another gives a command for a user who is not root, since root may write
// everywhere.
func another(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(name, args...)
	if os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		c.Dir = "/"
		for dir := filepath.Dir(name); dir != "/" && dir != os.TempDir(); dir = filepath.Dir(dir) {
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	return c
}

func TestDatabaseThatMayNotBeWritten(t *testing.T) {
	plumbline := program(t)
	files := folder(t, 2)
	db := filepath.Join(filepath.Dir(plumbline), "p.db")
	finish(t, exec.Command(plumbline, "read", "--db", db, files)).wants(t, exitDone, "")
	if err := os.Chmod(db, 0o444); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		for _, dir := range []string{files, filepath.Dir(files)} {
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	finish(t, another(t, plumbline, "read", "--db", db, "--year", "2010", files)).wants(t, exitDatabase, "p.db")
	info := finish(t, another(t, plumbline, "db", "info", "--db", db))
	info.wants(t, exitDone, "")
	if !strings.Contains(info.stdout, "2 documents") {
		t.Errorf("got %s", info.stdout)
	}
}

func TestDiskFull(t *testing.T) {
	plumbline, files := program(t), folder(t, 400)
	db := filepath.Join(t.TempDir(), "p.db")
	// A limit on the size of files stands for a full disk: 512 blocks.
	full := finish(t, exec.Command("sh", "-c", `ulimit -f 512 && exec "$0" read --db "$1" "$2"`, plumbline, db, files))
	full.wants(t, exitDatabase, "p.db")
	finish(t, exec.Command(plumbline, "db", "check", "--db", db)).wants(t, exitDone, "")
}

func TestOutputThatNobodyReads(t *testing.T) {
	plumbline, files := program(t), folder(t, 1000)
	c := exec.Command("sh", "-c", `"$0" read --db :memory: --format jsonl "$1" | head -n 1`, plumbline, files)
	got := finish(t, c)
	if got.code != 0 || got.stderr != "" || strings.Count(got.stdout, "\n") != 1 {
		t.Errorf("exit code %d, said %q", got.code, got.stderr)
	}
}
