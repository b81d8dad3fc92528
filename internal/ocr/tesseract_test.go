package ocr

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"plumbline"
	"plumbline/internal/pdf"
	"plumbline/internal/pdf/pdftest"
)

// TestMain also serves as a tesseract that answers by what it is shown.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && (os.Args[1] == "stdin" || os.Args[1] == "--version") {
		os.Exit(fake(os.Args[1:]))
	}
	os.Exit(m.Run())
}

func fake(args []string) int {
	if args[0] == "--version" {
		fmt.Print("tesseract 9.8.7\n leptonica-1.0\n")
		return 0
	}
	picture, err := io.ReadAll(os.Stdin)
	if err != nil {
		return 9
	}
	switch string(picture) {
	case "hangs":
		select {}
	case "no end":
		for {
			if _, err := fmt.Println(strings.Repeat("x", 1<<16)); err != nil {
				return 1
			}
		}
	case "fault":
		fmt.Fprintln(os.Stderr, "Error opening data file eng.traineddata\nFailed loading language 'eng'")
		return 1
	case "dies":
		return 7
	case "arguments":
		fmt.Printf("<div class='ocr_page'><span class='ocr_line'><span class='ocrx_word'>%s %s</span></span></div>", strings.Join(args, "|"), os.Getenv("OMP_THREAD_LIMIT"))
	default:
		fmt.Print(string(picture))
	}
	return 0
}

func TestRead(t *testing.T) {
	const page = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta name='ocr-system' content='tesseract'></head><body><div class='ocr_page' title='image "stdin"; bbox 0 0 2550 3300; ppageno 0'>
<div class='ocr_carea' title="bbox 1 2 3 4"><p class='ocr_par' lang='eng'>
 <span class='ocr_header' title="bbox 36 92 580 122; baseline 0.003 -7; x_size 28.5; x_descenders 6"><span class='ocrx_word' title='bbox 36 92 96 116; x_wconf 90'>A&amp;B</span> <span class='ocrx_word' title='bbox 100 92 140 116; x_wconf 7'><strong><em>two</em></strong></span></span>
 <span class='ocr_line' title="bbox 36 192 580 222; baseline NaN zero; x_size 1e99"><span class='ocrx_word' title='x_wconf 1'>three</span></span>
 <span class='ocr_line' title=""></span>
</p></div></div></body></html>`
	for _, c := range []struct {
		name, picture string
		want          []pdf.Row
		fault         string
	}{
		{"lines and words with their places", page, []pdf.Row{
			{Base: 115, Size: 28.5, Words: []pdf.Spot{{Text: "A&B", Left: 36, Top: 92, Right: 96, Bottom: 116, Sure: 0.9}, {Text: "two", Left: 100, Top: 92, Right: 140, Bottom: 116, Sure: 0.07}}},
			{Base: 222, Words: []pdf.Spot{{Text: "three", Sure: 0.01}}},
			{},
		}, ""},
		{"an empty page", "<div class='ocr_page'></div>", nil, ""},
		{"one processor, the language and the density of dots", "arguments", []pdf.Row{{Words: []pdf.Spot{{Text: "stdin|stdout|-l|eng|--dpi|300|-c|tessedit_create_hocr=1 1"}}}}, ""},
		{"nothing", "", nil, "tesseract: its answer is not hOCR: it has no page"},
		{"what is no hOCR", "words < only <", nil, "tesseract: its answer is not hOCR: "},
		{"a fault in its words", "fault", nil, "tesseract: Error opening data file eng.traineddata Failed loading language 'eng'"},
		{"a fault without words", "dies", nil, "tesseract: exit status 7"},
		{"an answer without end", "no end", nil, "tesseract: its answer has no end"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := Tesseract{Path: os.Args[0]}
			got, err := x.Read(t.Context(), []byte(c.picture), 300)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v", got)
			}
			if err == nil != (c.fault == "") || err != nil && !strings.HasPrefix(err.Error(), c.fault) {
				t.Errorf("got error %v, want %s", err, c.fault)
			}
		})
	}
}

func TestReadEnds(t *testing.T) {
	x := Tesseract{Path: os.Args[0], Limit: 10 * time.Millisecond}
	if _, err := x.Read(t.Context(), []byte("hangs"), 300); err == nil || err.Error() != "tesseract takes longer than 10ms" {
		t.Errorf("past its limit: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	x.Limit = 0
	time.AfterFunc(10*time.Millisecond, stop)
	if _, err := x.Read(ctx, []byte("hangs"), 300); !errors.Is(err, context.Canceled) {
		t.Errorf("broken off: %v", err)
	}
}

func TestFind(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("PATH", temp)
	if _, err := Find(t.Context(), 2); !errors.Is(err, plumbline.ErrNotFound) || !strings.Contains(err.Error(), "apt-get install tesseract-ocr") {
		t.Errorf("where it is not installed: %v", err)
	}
	name := "tesseract"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Link(self, filepath.Join(temp, name)); err != nil {
		data, err := os.ReadFile(self)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(temp, name), data, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	x, err := Find(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	if got := x.Recognizer().Name; got != "tesseract 9.8.7" {
		t.Errorf("got %q", got)
	}
}

// TestRealTesseract reads a picture of a page with the program itself.
func TestRealTesseract(t *testing.T) {
	x, err := Find(t.Context(), 2)
	if errors.Is(err, plumbline.ErrNotFound) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	s := pdftest.Setter{Columns: 2, Size: 9}
	s.Heading("FREEDONIA: TIER 2")
	words := "Officials identified 41 victims of forced labor on fishing vessels, and courts convicted nine traffickers; all received prison terms. "
	for range 12 {
		s.Paragraph(words + words)
	}
	engine := pdf.Engine{CacheDir: filepath.Join(os.TempDir(), "plumbline-test-pdf")}
	defer engine.Close()
	f, err := engine.Open(t.Context(), s.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := f.Image(t.Context(), 1, 200)
	if err != nil {
		t.Fatal(err)
	}
	scan, err := pdftest.Scan(picture)
	if err != nil {
		t.Fatal(err)
	}
	got, err := engine.Read(t.Context(), scan, pdf.Options{Recognizer: x.Recognizer()})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(got.Text, "convicted nine traffickers"); !strings.HasPrefix(got.Text, "FREEDONIA: TIER 2\n\n") || n < 15 || len(got.Recognized) != 1 {
		t.Errorf("%d times in %q", n, got.Text)
	}
}
