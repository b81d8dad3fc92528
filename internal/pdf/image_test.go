package pdf

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/pdf/pdftest"
)

// ink is the share of dark points of a picture in a part of it, given in
// shares of its width and height.
func ink(m image.Image, left, top, width, height float64) float64 {
	w, h := float64(m.Bounds().Dx()), float64(m.Bounds().Dy())
	dark, all := 0, 0
	for y := int(top * h); y <= int((top+height)*h); y++ {
		for x := int(left * w); x <= int((left+width)*w); x++ {
			if r, _, _, _ := m.At(x, y).RGBA(); r < 0x8000 {
				dark++
			}
			all++
		}
	}
	return float64(dark) / float64(all)
}

func TestImage(t *testing.T) {
	s := pdftest.Setter{Columns: 2, Size: 9, Head: heads}
	fill(&s, 2)
	plain := string(s.Bytes())
	cases := []struct {
		name, box     string // of the page
		width, height int    // at 144 dots to the inch
	}{
		{"upright", "[0 0 612 792]", 1224, 1584},
		{"turned to the right", "[0 0 612 792] /Rotate 90", 1584, 1224},
		{"upside down", "[0 0 612 792] /Rotate 180", 1224, 1584},
		{"cropped", "[0 0 612 792] /CropBox [30 40 600 780]", 1140, 1480},
		{"with its corner elsewhere", "[-100 -50 612 792]", 1424, 1684},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data := []byte(strings.ReplaceAll(plain, "[0 0 612 792]", c.box))
			x := read(t, data)
			f, err := shared().Open(t.Context(), data)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			picture, err := f.Image(t.Context(), 1, 144)
			if err != nil {
				t.Fatal(err)
			}
			m, err := png.Decode(bytes.NewReader(picture))
			if err != nil {
				t.Fatal(err)
			}
			if got := m.Bounds().Size(); got != image.Pt(c.width, c.height) {
				t.Errorf("%v points, want %d by %d", got, c.width, c.height)
			}
			frame, err := f.Frame(t.Context(), 1)
			if err != nil {
				t.Fatal(err)
			}
			at := strings.Index(x.Text, "considerable")
			d := plumbline.Document{Text: x.Text, Pages: x.Pages, Boxes: x.Boxes}
			boxes := d.BoxesOf(spanOf(at, at+12))
			if len(boxes) != 1 || boxes[0].Page != 1 {
				t.Fatalf("boxes %+v", boxes)
			}
			left, top, width, height := frame.Place(boxes[0])
			if n := ink(m, left, top, width, height); n < 0.05 || n > 0.6 {
				t.Errorf("%.2f of the word's box is dark", n)
			}
			between := plumbline.Box{Left: pdftest.Margin + s.Width() + 2, Right: pdftest.Margin + s.Width() + pdftest.Gap - 2, Bottom: 300, Top: 600}
			left, top, width, height = frame.Place(between)
			if n := ink(m, left, top, width, height); n > 0 {
				t.Errorf("%.2f of what is between the columns is dark", n)
			}
		})
	}
}

func TestImageRefuses(t *testing.T) {
	f, err := shared().Open(t.Context(), sound())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, c := range []struct {
		page, dpi int
		want      error
	}{
		{0, 100, plumbline.ErrNotFound}, {f.Pages() + 1, 100, plumbline.ErrNotFound}, {-1, 100, plumbline.ErrNotFound},
		{1, 0, plumbline.ErrInvalid}, {1, -100, plumbline.ErrInvalid}, {1, 1 << 30, plumbline.ErrInvalid},
	} {
		if _, err := f.Image(t.Context(), c.page, c.dpi); !errors.Is(err, c.want) {
			t.Errorf("page %d, %d dpi: got %v, want %v", c.page, c.dpi, err, c.want)
		}
	}
	if _, err := f.Image(t.Context(), f.Pages(), 20); err != nil {
		t.Errorf("after refusals: %v", err)
	}
}

func TestImageIsBounded(t *testing.T) {
	for _, box := range []string{"[0 0 14000 14000]", "[0 0 14000 3]", "[0 0 3 14000]", "[0 0 0 0]", "[-1e30 -1e30 1e30 1e30]"} {
		objects := page("BT /F1 10 Tf 1 1 Td (words) Tj ET")
		objects[2] = strings.ReplaceAll(objects[2], "[0 0 612 792]", box)
		f, err := shared().Open(t.Context(), pdftest.Assemble(objects, ""))
		if err != nil {
			t.Fatal(err)
		}
		picture, err := f.Image(t.Context(), 1, mostDPI)
		f.Close()
		if err != nil {
			t.Errorf("%s: %v", box, err)
			continue
		}
		c, err := png.DecodeConfig(bytes.NewReader(picture))
		if err != nil || c.Width*c.Height > mostPixels+mostPixels/100 {
			t.Errorf("%s: %d by %d points: %v", box, c.Width, c.Height, err)
		}
	}
}

func TestImageHasColours(t *testing.T) {
	f, err := shared().Open(t.Context(), pdftest.Assemble(page("1 0 0 rg 0 0 612 792 re f"), ""))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := f.Image(t.Context(), 1, 36)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, a := m.At(100, 100).RGBA(); r != 0xFFFF || g != 0 || b != 0 || a != 0xFFFF {
		t.Errorf("a red page is drawn as %x %x %x %x", r, g, b, a)
	}
}
