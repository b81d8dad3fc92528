package pdf

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/tetratelabs/wazero/api"
)

// Faults of a file. What else goes wrong is the engine's.
var (
	ErrFormat    = errors.New("not a PDF, or damaged beyond reading")
	ErrEncrypted = errors.New("protected by a password")
	ErrNoPages   = errors.New("has no pages")
)

// mostPages is the largest number of pages that is read. The longest report
// has some six hundred; a damaged file may claim millions.
const mostPages = 20_000

// File is an open PDF, in a sandbox of its own. It is for one goroutine, and is
// closed by whoever opened it. After an error that wraps ErrSlow or ErrBroken,
// or is that of a context, it is of no more use.
type File struct {
	*guest
	data  uint64 // in the sandbox
	doc   uint64
	pages int
	scrap uint64 // room for what the engine hands back
	calls calls
	fonts map[string]string // their names, each once
	spare spare
}

// calls are the functions that are called for each word.
type calls struct {
	count, text, unicode, box, loose, origin, size, matrix, font api.Function
}

// scrapSize has room for a name, a matrix and a box.
const scrapSize = 512

// Open gives a file to an instance of the engine. An error wraps ErrFormat,
// ErrEncrypted, ErrNoPages, ErrSlow or ErrBroken where the file is at fault, and
// is ctx's error when ctx ends.
func (e *Engine) Open(ctx context.Context, data []byte) (*File, error) {
	g, err := e.guest(ctx)
	if err != nil {
		return nil, err
	}
	f := &File{guest: g, fonts: map[string]string{}}
	if err := f.load(ctx, data); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

// Close frees what the file takes.
func (f *File) Close() error {
	f.close()
	return nil
}

// Pages is the number of pages.
func (f *File) Pages() int { return f.pages }

func (f *File) load(ctx context.Context, data []byte) error {
	f.data, f.scrap = f.malloc(len(data)), f.malloc(scrapSize)
	if f.data == 0 || f.scrap == 0 || !f.memory.Write(uint32(f.data), data) {
		return fmt.Errorf("%w: no room for the file", ErrBroken)
	}
	var err error
	if f.doc, err = f.work(ctx, "FPDF_LoadMemDocument", f.data, uint64(len(data)), 0); err != nil {
		return err
	}
	if f.doc == 0 {
		return f.refusal()
	}
	n, err := f.work(ctx, "FPDF_GetPageCount", f.doc)
	if err != nil {
		return err
	}
	if f.pages = int(int32(n)); f.pages <= 0 {
		return ErrNoPages
	}
	f.pages = min(f.pages, mostPages)
	f.calls = calls{
		count: f.find("FPDFText_CountChars"), text: f.find("FPDFText_GetText"), unicode: f.find("FPDFText_GetUnicode"),
		box: f.find("FPDFText_GetCharBox"), loose: f.find("FPDFText_GetLooseCharBox"), origin: f.find("FPDFText_GetCharOrigin"), size: f.find("FPDFText_GetFontSize"),
		matrix: f.find("FPDFText_GetMatrix"), font: f.find("FPDFText_GetFontInfo"),
	}
	return nil
}

// named gives the name of a font.
func (f *File) named(name []byte) string {
	if s, ok := f.fonts[string(name)]; ok {
		return s
	}
	if len(f.fonts) > 1000 { // a file that means harm
		return string(name)
	}
	s := string(name)
	f.fonts[s] = s
	return s
}

// refusal says why the engine did not open the file.
func (f *File) refusal() error {
	const password, security = 4, 5
	switch f.call(f.find("FPDF_GetLastError")) {
	case password, security:
		return ErrEncrypted
	}
	return ErrFormat
}

// letter is what the engine knows of one character of a page.
func (f *File) letterBox(page uint64, i int) box {
	at := f.scrap
	if int32(f.call(f.calls.box, page, uint64(i), at, at+8, at+16, at+24)) == 0 {
		return box{}
	}
	return box{left: f.double(at), right: f.double(at + 8), bottom: f.double(at + 16), top: f.double(at + 24)}
}

// roomOf is the box of a letter with the room that its font gives it.
func (f *File) roomOf(page uint64, i int) box {
	at := f.scrap
	if int32(f.call(f.calls.loose, page, uint64(i), at)) == 0 {
		return box{}
	}
	return box{left: f.float(at), top: f.float(at + 4), right: f.float(at + 8), bottom: f.float(at + 12)}
}

// origin is the point on the baseline where a letter begins.
func (f *File) originOf(page uint64, i int) (x, y float64) {
	at := f.scrap
	if int32(f.call(f.calls.origin, page, uint64(i), at, at+8)) == 0 {
		return 0, 0
	}
	return f.double(at), f.double(at + 8)
}

// styleOf is the font of a letter, and the angle at which it stands.
func (f *File) styleOf(page uint64, i int) (s style, angle float64) {
	at := f.scrap
	size := math.Float64frombits(f.call(f.calls.size, page, uint64(i)))
	a, b, c, d := 1.0, 0.0, 0.0, 1.0
	if int32(f.call(f.calls.matrix, page, uint64(i), at)) != 0 {
		a, b, c, d = f.float(at), f.float(at+4), f.float(at+8), f.float(at+12)
	}
	s.size = math.Abs(size) * math.Hypot(c, d)
	if math.IsNaN(s.size) || s.size <= 0 || s.size > 1000 {
		s.size = 1
	}
	n := f.call(f.calls.font, page, uint64(i), at, scrapSize-16, f.scrap+scrapSize-8)
	if n > 1 && n < scrapSize-16 {
		if name, ok := f.memory.Read(uint32(at), uint32(n-1)); ok {
			s.font = f.named(name)
		}
	}
	return s, math.Atan2(b, a)
}
