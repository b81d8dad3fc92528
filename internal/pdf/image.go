package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"math"

	"plumbline"
)

const (
	leastDPI, mostDPI = 10, 600
	// mostPixels bounds a picture: a page as large as a poster is drawn smaller.
	mostPixels = 1 << 24
)

// Frame says how a page lies when it is shown: as its file turns and crops it.
type Frame struct {
	Width, Height float64 // in points, as shown

	// What a point of the page becomes, in shares of the width from the left
	// and of the height from the top.
	left, right, up [2]float64 // the corner (0, 0), and steps of one point to the right and up
}

// Place gives where a box of the page lies when the page is shown, as shares
// of its width and height, from the left and from the top.
func (f Frame) Place(b plumbline.Box) (left, top, width, height float64) {
	x1, y1 := f.at(b.Left, b.Bottom)
	x2, y2 := f.at(b.Right, b.Top)
	left, top = min(x1, x2), min(y1, y2)
	return left, top, max(x1, x2) - left, max(y1, y2) - top
}

func (f Frame) at(x, y float64) (across, down float64) {
	return f.left[0] + x*f.right[0] + y*f.up[0], f.left[1] + x*f.right[1] + y*f.up[1]
}

// point gives the point of the page that is shown at a place.
func (f Frame) point(across, down float64) (x, y float64) {
	det := f.right[0]*f.up[1] - f.up[0]*f.right[1]
	if det == 0 {
		return 0, 0
	}
	a, d := across-f.left[0], down-f.left[1]
	return (a*f.up[1] - f.up[0]*d) / det, (f.right[0]*d - a*f.right[1]) / det
}

// turn is how many quarter turns to the left letters run on the page that
// stand upright when it is shown.
func (f Frame) turn() int {
	x0, y0 := f.point(0, 0)
	x1, y1 := f.point(1, 0)
	return max(0, quarter(math.Atan2(y1-y0, x1-x0)))
}

// Frame gives how a page, counted from 1, lies when it is shown. An error wraps
// plumbline.ErrNotFound where there is no such page.
func (f *File) Frame(ctx context.Context, page int) (Frame, error) {
	at, err := f.leaf(ctx, page)
	if err != nil {
		return Frame{}, err
	}
	defer f.call(f.find("FPDF_ClosePage"), at)
	return f.frame(at), f.broken
}

// Image draws a page, counted from 1, as a PNG with dpi pixels to the inch. A
// page that would have more than 16 million pixels is drawn smaller; its Frame
// stays true. An error wraps plumbline.ErrNotFound where there is no such page,
// plumbline.ErrInvalid where dpi is not between 10 and 600, ErrSlow where the
// page takes too long, or ErrBroken.
func (f *File) Image(ctx context.Context, page, dpi int) ([]byte, error) {
	if dpi < leastDPI || dpi > mostDPI {
		return nil, fmt.Errorf("%w: %d dpi; want %d to %d", plumbline.ErrInvalid, dpi, leastDPI, mostDPI)
	}
	at, err := f.leaf(ctx, page)
	if err != nil {
		return nil, err
	}
	defer f.call(f.find("FPDF_ClosePage"), at)
	width, height := pixels(f.frame(at), dpi)
	m, err := f.draw(ctx, at, width, height)
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", page, err)
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err = encoder.Encode(&b, m)
	return b.Bytes(), err
}

// pixels is the size of a picture.
func pixels(f Frame, dpi int) (width, height int) {
	w, h := max(f.Width/72*float64(dpi), 1), max(f.Height/72*float64(dpi), 1)
	if w*h > mostPixels {
		shrink := math.Sqrt(mostPixels / (w * h))
		w, h = w*shrink, h*shrink
	}
	const longest = 1 << 14 // of a page that is long and thin
	return max(1, int(math.Round(min(w, longest)))), max(1, int(math.Round(min(h, longest))))
}

// leaf loads a page, counted from 1. The caller closes it.
func (f *File) leaf(ctx context.Context, page int) (uint64, error) {
	if page < 1 || page > f.pages {
		return 0, fmt.Errorf("%w: page %d of %d", plumbline.ErrNotFound, page, f.pages)
	}
	at, err := f.work(ctx, "FPDF_LoadPage", f.doc, uint64(page-1))
	if err == nil && at == 0 {
		err = fmt.Errorf("%w: the page is damaged", ErrBroken)
	}
	if err != nil {
		return 0, fmt.Errorf("page %d: %w", page, err)
	}
	return at, nil
}

// frame measures a page that is loaded.
func (f *File) frame(page uint64) Frame {
	const fine = 1 << 20 // parts of the page's width and height
	of := func(name string) float64 {
		v := math.Float64frombits(f.call(f.find(name), page))
		if !(v > 0 && v < 1e6) {
			v = 1
		}
		return v
	}
	toDevice := f.find("FPDF_PageToDevice")
	shown := func(x, y float64) [2]float64 {
		f.call(toDevice, page, 0, 0, fine, fine, 0, math.Float64bits(x), math.Float64bits(y), f.scrap, f.scrap+4)
		return [2]float64{f.integer(f.scrap) / fine, f.integer(f.scrap+4) / fine}
	}
	g := Frame{Width: of("FPDF_GetPageWidth"), Height: of("FPDF_GetPageHeight")}
	const far = 500 // points: the engine gives whole numbers
	g.left = shown(0, 0)
	right, up := shown(far, 0), shown(0, far)
	for i := range 2 {
		g.right[i], g.up[i] = (right[i]-g.left[i])/far, (up[i]-g.left[i])/far
	}
	return g
}

// draw draws a page that is loaded.
func (f *File) draw(ctx context.Context, page uint64, width, height int) (image.Image, error) {
	const (
		withoutAlpha = 0
		annotations  = 0x01
		redFirst     = 0x10
		white        = 0xFFFFFFFF
	)
	w, h := uint64(width), uint64(height)
	bitmap, err := f.work(ctx, "FPDFBitmap_Create", w, h, withoutAlpha)
	if err != nil {
		return nil, err
	}
	if bitmap == 0 {
		return nil, fmt.Errorf("%w: no room for the picture", ErrBroken)
	}
	defer f.call(f.find("FPDFBitmap_Destroy"), bitmap)
	f.call(f.find("FPDFBitmap_FillRect"), bitmap, 0, 0, w, h, white)
	if _, err := f.work(ctx, "FPDF_RenderPageBitmap", bitmap, page, 0, 0, w, h, 0, annotations|redFirst); err != nil {
		return nil, err
	}
	at, stride := f.call(f.find("FPDFBitmap_GetBuffer"), bitmap), f.call(f.find("FPDFBitmap_GetStride"), bitmap)
	inside, ok := f.memory.Read(uint32(at), uint32(stride*h))
	if f.broken != nil || !ok || stride < 4*w {
		return nil, fmt.Errorf("%w: no picture", ErrBroken)
	}
	return opaque(inside, int(stride), width, height), nil
}

// opaque copies a picture out of the sandbox: its shades where it has no
// colours, for that is a quarter of the bytes.
func opaque(pixels []byte, stride, width, height int) image.Image {
	gray := image.NewGray(image.Rect(0, 0, width, height))
	if shades(gray, pixels, stride) {
		return gray
	}
	m := image.NewNRGBA(gray.Rect)
	for y := range height {
		row := m.Pix[y*m.Stride:][:4*width]
		copy(row, pixels[y*stride:])
		for x := 3; x < len(row); x += 4 {
			row[x] = 0xFF
		}
	}
	return m
}

// shades copies a picture without colours, and reports whether it is one.
func shades(m *image.Gray, pixels []byte, stride int) bool {
	width := m.Rect.Dx()
	for y := range m.Rect.Dy() {
		row := pixels[y*stride:][:4*width]
		out := m.Pix[y*m.Stride:][:width]
		for x := range out {
			r, g, b := row[4*x], row[4*x+1], row[4*x+2]
			if r != g || g != b {
				return false
			}
			out[x] = r
		}
	}
	return true
}
