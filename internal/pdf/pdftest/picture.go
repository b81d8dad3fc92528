package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/draw"
	"image/png"
)

// Scan makes a PDF of pictures, given as PNG: a page each, drawn over all of
// it, without any text, as a scanner does. Where a picture is nil the page is
// empty.
func Scan(pictures ...[]byte) ([]byte, error) {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", ""}
	kids := ""
	for _, picture := range pictures {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		draws := ""
		if picture != nil {
			draws = fmt.Sprintf("q %g 0 0 %g 0 0 cm /Im Do Q", SheetWidth, SheetHeight)
		}
		stream, err := shades(picture)
		if err != nil {
			return nil, err
		}
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Resources << /XObject << /Im %d 0 R >> >> /Contents %d 0 R >>", SheetWidth, SheetHeight, n+2, n+1),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(draws), draws), stream)
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pictures), kids)
	return Assemble(objects, ""), nil
}

// shades makes an image object of a picture.
func shades(picture []byte) (string, error) {
	if picture == nil {
		return "null", nil
	}
	m, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return "", err
	}
	gray := image.NewGray(m.Bounds())
	draw.Draw(gray, gray.Rect, m, m.Bounds().Min, draw.Src)
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write(gray.Pix); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream",
		gray.Rect.Dx(), gray.Rect.Dy(), b.Len(), b.Bytes()), nil
}
