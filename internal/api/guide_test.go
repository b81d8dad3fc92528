package api

import (
	"io/fs"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"plumbline/doc"
)

// The programs of the guide are run as they stand there, on a server of our own.
func TestProgramsOfTheGuideRun(t *testing.T) {
	guide, err := fs.ReadFile(doc.FS, "api.md")
	if err != nil {
		t.Fatal(err)
	}
	h, _ := open(t)
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	cases := []struct {
		language, file string
		run            []string
	}{
		{"sh", "ask.sh", []string{"sh"}},
		{"go", "main.go", []string{"go", "run"}},
		{"python", "ask.py", []string{"python3"}},
		{"r", "ask.r", []string{"Rscript"}},
	}
	for _, c := range cases {
		t.Run(c.language, func(t *testing.T) {
			t.Parallel()
			code := regexp.MustCompile("(?s)```" + c.language + "\n(.*?)```").FindSubmatch(guide)
			if code == nil {
				t.Fatal("the guide has no such program")
			}
			for _, need := range append(c.run[:1:1], map[string]string{"sh": "curl"}[c.language]) {
				if _, err := exec.LookPath(need); need != "" && err != nil {
					t.Skipf("%s is not on this machine", need)
				}
			}
			file := filepath.Join(t.TempDir(), c.file)
			words := strings.ReplaceAll(string(code[1]), "http://localhost:8080", server.URL)
			words = strings.ReplaceAll(words, "country=MDA", "country=AND")
			if err := os.WriteFile(file, []byte(words), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(c.run[0], append(c.run[1:], file)...).CombinedOutput()
			if err != nil || !strings.Contains(string(out), "onvict") {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
