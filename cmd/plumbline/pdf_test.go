package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"plumbline/internal/pdf/pdftest"
)

// setpdf PDF TEXT [COLUMNS] sets a text as a PDF.
func setPDF(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: setpdf pdf text [columns]")
	}
	s := pdftest.Setter{Columns: 1, Size: 11}
	if len(args) > 2 {
		_, err := fmt.Sscan(args[2], &s.Columns)
		ts.Check(err)
		s.Size = 8
	}
	s.Text(ts.ReadFile(args[1]))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), s.Bytes(), 0o644))
}

// tesseract stands in for the program of that name: whatever it is shown, it
// reads off it what the file named in TESSERACT_SAYS has, and only faults where
// there is none.
func tesseract() {
	if os.Args[1] == "--version" {
		fmt.Println("tesseract 9.8.7")
		return
	}
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		os.Exit(2)
	}
	text, err := os.ReadFile(os.Getenv("TESSERACT_SAYS"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "the picture cannot be read.")
		os.Exit(1)
	}
	fmt.Print("<html><body><div class='ocr_page'>")
	const letter, down = 24, 60 // dots
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		x, y := 200, 300+i*down
		fmt.Printf("<span class='ocr_line' title='bbox %d %d 2400 %d; baseline 0 -10; x_size 40'>", x, y, y+40)
		for _, w := range strings.Fields(line) {
			fmt.Printf("<span class='ocrx_word' title='bbox %d %d %d %d; x_wconf %d'>%s</span> ", x, y, x+letter*len(w)-4, y+40, 40+len(w)*8, w)
			x += letter * (len(w) + 1)
		}
		fmt.Print("</span>\n")
	}
	fmt.Print("</div></body></html>")
}

func TestOCRWithoutTesseract(t *testing.T) {
	plumbline := program(t)
	s := pdftest.Setter{Columns: 1, Size: 11}
	s.Picture()
	file := filepath.Join(t.TempDir(), "scan.pdf")
	if err := os.WriteFile(file, s.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"read", "inspect", "check"} {
		c := exec.Command(plumbline, verb, "--ocr", "--db", ":memory:", file)
		c.Env = append(os.Environ(), "PATH="+t.TempDir())
		finish(t, c).wants(t, 1, `--ocr: tesseract, which recognises text on pictures, is not installed; install it, for instance with "apt-get install tesseract-ocr"`)
	}
}
