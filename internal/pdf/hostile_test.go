package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"plumbline"
	"plumbline/internal/pdf/pdftest"
)

// sound is a file that nothing is wrong with.
func sound() []byte {
	s := pdftest.Setter{Columns: 2, Size: 9, Head: heads}
	fill(&s, 2)
	return s.Bytes()
}

// damaged are files as they come out of broken downloads and of ill will.
func damaged() map[string][]byte {
	files := map[string][]byte{}
	good := sound()
	for i := range 45 {
		files[fmt.Sprintf("cut after %d of 45", i)] = good[:len(good)*i/45]
	}
	for i := range 45 {
		r := rand.New(rand.NewPCG(uint64(i), 7))
		bad := append([]byte(nil), good...)
		for range 1 + i*i/4 {
			bad[r.IntN(len(bad))] ^= byte(1 << r.IntN(8))
		}
		files[fmt.Sprintf("flipped bits %d", i)] = bad
	}
	for i := range 10 {
		at := len(good) * (i + 1) / 12
		files[fmt.Sprintf("a part missing %d", i)] = append(append([]byte(nil), good[:at]...), good[at+len(good)/20:]...)
		files[fmt.Sprintf("a part of zeros %d", i)] = append(append(append([]byte(nil), good[:at]...), make([]byte, 500)...), good[at+500:]...)
	}
	for name, objects := range crafted() {
		files[name] = pdftest.Assemble(objects, "")
	}
	files["encrypted"] = pdftest.Assemble(append(page("q Q"), "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ("+strings.Repeat("o", 32)+") /U ("+strings.Repeat("u", 32)+") >>"), "/Encrypt 6 0 R /ID [(a) (b)]")
	files["a table of itself"] = pdftest.Assemble(page("q Q"), "/Prev 9 /XRefStm 9")
	files["junk before it"] = append([]byte(strings.Repeat("junk\n", 100)), good...)
	files["not a PDF"] = []byte("<html>404 not found</html>")
	files["nothing but a mark"] = []byte("%PDF-1.7\n")
	return files
}

// page is a file of one page with the content, as objects.
func page(content string) []string {
	return []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> /Contents 4 0 R >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
	}
}

func crafted() map[string][]string {
	text := "BT /F1 10 Tf 72 700 Td (words) Tj ET"
	with := func(content string, change ...string) []string {
		objects := page(content)
		for i := 0; i < len(change); i += 2 {
			for k := range objects {
				objects[k] = strings.ReplaceAll(objects[k], change[i], change[i+1])
			}
		}
		return objects
	}
	form := func(content string) string {
		return fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >> /Length %d >>\nstream\n%s\nendstream", len(content), content)
	}
	deep := []string{"<< /Type /Catalog /Pages 2 0 R >>"}
	for i := range 3000 {
		deep = append(deep, fmt.Sprintf("<< /Type /Pages /Count 1 /Kids [%d 0 R] /Parent %d 0 R >>", i+3, i+1))
	}
	kids := strings.Repeat("3 0 R ", 400)
	return map[string][]string{
		"a page tree that holds itself":     with(text, "/Kids [3 0 R]", "/Kids [2 0 R 2 0 R]"),
		"a page that is its own parent":     with(text, "/Parent 2 0 R", "/Parent 3 0 R"),
		"a page tree of three thousand":     deep,
		"two thousand million pages":        with(text, "/Count 1", "/Count 2000000000"),
		"fewer pages than none":             with(text, "/Count 1", "/Count -5"),
		"one page four hundred times":       with(text, "/Kids [3 0 R]", "/Kids ["+kids+"]", "/Count 1", "/Count 400"),
		"no text":                           with("0 0 m 100 100 l S"),
		"a page without content":            with(text, "/Contents 4 0 R", ""),
		"content that is not there":         with(text, "/Contents 4 0 R", "/Contents 99 0 R"),
		"content that is the page":          with(text, "/Contents 4 0 R", "/Contents 3 0 R"),
		"a form that draws itself":          append(with("/X Do"), form("/X Do /X Do "+text)),
		"arrays in arrays":                  with(strings.Repeat("[", 60000)),
		"dictionaries in dictionaries":      with(text, "/Type /Page ", "/Type /Page /A "+strings.Repeat("<</A ", 20000)),
		"states in states":                  with(strings.Repeat("q ", 100000) + text),
		"a page of no size":                 with(text, "[0 0 612 792]", "[0 0 0 0]"),
		"a page of any size":                with(text, "[0 0 612 792]", "[-1e30 -1e30 1e30 1e30]"),
		"letters of no size":                with("BT /F1 0 Tf (words of no size) Tj ET"),
		"letters of any size":               with("BT /F1 1e30 Tf 1e30 0 0 1e30 1e30 1e30 Tm (words) Tj ET"),
		"letters that mean nothing":         with("BT /F1 10 Tf 0 0 0 0 0 0 Tm (words) Tj ET"),
		"a hundred thousand lines":          with(strings.Repeat("BT /F1 1 Tf 10 10 Td (word word) Tj ET\n", 100000)),
		"a hundred thousand places":         with(places1000()),
		"a line of a million letters":       with("BT /F1 1 Tf 10 10 Td (" + strings.Repeat("letters", 150000) + ") Tj ET"),
		"a font that is not there":          with(text, "/F1 5 0 R", "/F1 77 0 R"),
		"a font that is its own descendant": with(text, "/Subtype /Type1 /BaseFont /Courier", "/Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R]"),
		"packed streams that are none":      with(text, "<< /Length", "<< /Filter [/FlateDecode /LZWDecode /ASCII85Decode] /Length"),
		"a catalog that is a page":          with(text, "/Pages 2 0 R", "/Pages 3 0 R"),
	}
}

func places1000() string {
	var b strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&b, "BT /F1 4 Tf %d %d Td (w%d) Tj ET\n", i*37%600, i*91%780, i)
	}
	return b.String()
}

// checkText holds what holds for every text.
func checkText(t *testing.T, x *Text) {
	t.Helper()
	if !utf8.ValidString(x.Text) {
		t.Error("the text is not UTF-8")
	}
	for i, p := range x.Pages {
		if p.Start < 0 || p.Start > len(x.Text) || i > 0 && (p.Start < x.Pages[i-1].Start || p.Number <= x.Pages[i-1].Number) {
			t.Fatalf("page %d: %+v", i, p)
		}
	}
	d := plumbline.Document{Text: x.Text, Pages: x.Pages, Boxes: x.Boxes}
	if n := len(strings.Fields(x.Text)); n > 0 {
		at := strings.LastIndex(strings.TrimSpace(x.Text), " ") + 1
		if boxes := d.BoxesOf(spanOf(at, len(strings.TrimSpace(x.Text)))); len(boxes) == 0 {
			t.Error("the last word has no box")
		}
	}
}

func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	const limit = 20 * time.Second
	e := &Engine{CacheDir: shared().CacheDir, PageTime: 10 * time.Second}
	defer e.Close()
	if _, err := e.Read(t.Context(), sound(), Options{}); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	routines := runtime.NumGoroutine()
	files := damaged()
	if len(files) < 100 {
		t.Errorf("%d files, want a hundred", len(files))
	}
	read := 0
	for name, data := range files {
		start := time.Now()
		x, err := e.Read(t.Context(), data, Options{})
		if took := time.Since(start); took > limit {
			t.Errorf("%s: took %s", name, took)
		}
		switch {
		case err == nil:
			read++
			checkText(t, x)
			drawn(t.Context(), t, e, data)
		case !errors.Is(err, ErrFormat) && !errors.Is(err, ErrEncrypted) && !errors.Is(err, ErrNoPages) && !errors.Is(err, ErrSlow) && !errors.Is(err, ErrBroken):
			t.Errorf("%s: %v", name, err)
		}
	}
	t.Logf("%d files, of which %d could be read", len(files), read)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if n := runtime.NumGoroutine(); n > routines+2 {
		t.Errorf("%d goroutines, %d before", n, routines)
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 32<<20 {
		t.Errorf("%d MB of memory are not given back", grown>>20)
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	files := damaged()
	for name, want := range map[string]error{
		"encrypted": ErrEncrypted, "not a PDF": ErrFormat, "cut after 0 of 45": ErrFormat,
	} {
		if _, err := shared().Read(t.Context(), files[name], Options{}); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
	}
	x := read(t, files["no text"])
	if x.Text != "" || len(x.Blank) != 1 || len(x.Pages) != 1 {
		t.Errorf("no text: got %+v", x)
	}
}

func TestReadEndsInTime(t *testing.T) {
	data := pdftest.Assemble(crafted()["a hundred thousand lines"], "")
	e := &Engine{CacheDir: shared().CacheDir, PageTime: time.Millisecond}
	defer e.Close()
	if _, err := e.Read(t.Context(), data, Options{}); !errors.Is(err, ErrSlow) {
		t.Errorf("a slow page: got %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := shared().Read(ctx, data, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that has ended: got %v", err)
	}
}

// drawn draws the first page of a file that could be read: it is a picture, or
// the file is at fault.
func drawn(ctx context.Context, t *testing.T, e *Engine, data []byte) {
	t.Helper()
	f, err := e.Open(ctx, data)
	if err != nil {
		t.Errorf("a file that was read does not open: %v", err)
		return
	}
	defer f.Close()
	picture, err := f.Image(ctx, 1, 36)
	switch {
	case err == nil:
		if _, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil {
			t.Error(err)
		}
	case !errors.Is(err, ErrSlow) && !errors.Is(err, ErrBroken):
		t.Error(err)
	}
}

// hasty is an engine that gives up soon: whoever looks for bad files in the dark
// takes one that is slow for one that hangs.
var hasty = sync.OnceValue(func() *Engine {
	return &Engine{CacheDir: shared().CacheDir, PageTime: 200 * time.Millisecond}
})

func FuzzRead(f *testing.F) {
	for _, data := range damaged() {
		if len(data) < 4000 {
			f.Add(data)
		}
	}
	f.Add(sound())
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
		defer stop()
		x, err := hasty().Read(ctx, data, Options{})
		if err == nil {
			checkText(t, x)
			drawn(ctx, t, hasty(), data)
		}
		if ctx.Err() != nil {
			t.Error("reads without end")
		}
	})
}
