package pdf

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"strings"
	"sync"
	"testing"

	"plumbline"
	"plumbline/internal/pdf/pdftest"
)

// eye is a Recognizer that knows what was set on each page, in the order in
// which it is shown them. It cannot tell columns apart.
type eye struct {
	pages [][]pdftest.Run
	shown int
	fault func(shown int) error
}

func (e *eye) read(_ context.Context, picture []byte, dpi int) ([]Row, error) {
	e.shown++
	if e.fault != nil {
		if err := e.fault(e.shown); err != nil {
			return nil, err
		}
	}
	size, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return nil, err
	}
	dots := float64(dpi) / 72
	rows := map[float64]*Row{}
	var order []*Row
	for _, r := range e.pages[e.shown-1] {
		row := rows[r.Y]
		if row == nil {
			row = &Row{Base: float64(size.Height) - r.Y*dots, Size: 0.9 * r.Size * dots * (1 + 0.03*float64(len(order)%3))}
			rows[r.Y] = row
			order = append(order, row)
		}
		at := r.X
		for _, w := range strings.SplitAfter(r.Text, " ") {
			wide := 0.6 * r.Size * float64(len([]rune(w)))
			row.Words = append(row.Words, Spot{Text: w, Left: at * dots, Right: (at + wide - 0.6*r.Size) * dots,
				Top: row.Base - 0.7*r.Size*dots, Bottom: row.Base + 0.2*r.Size*dots, Sure: 0.9})
			at += wide
		}
	}
	var all []Row
	for _, r := range order {
		r.Words = append(r.Words, Spot{Text: "~", Left: 3, Right: 9, Top: r.Base - 5, Bottom: r.Base, Sure: 0.1}) // a speck
		all = append(all, *r)
	}
	return all, nil
}

// scanned makes a file of the pictures of another one's pages.
func scanned(t *testing.T, data []byte) []byte {
	t.Helper()
	f, err := shared().Open(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var pictures [][]byte
	for i := range f.Pages() {
		p, err := f.Image(t.Context(), i+1, 100)
		if err != nil {
			t.Fatal(err)
		}
		pictures = append(pictures, p)
	}
	scan, err := pdftest.Scan(pictures...)
	if err != nil {
		t.Fatal(err)
	}
	return scan
}

func TestRecognize(t *testing.T) {
	for _, c := range []struct {
		name string
		set  pdftest.Setter
		turn string
	}{
		{"one column", pdftest.Setter{Columns: 1, Size: 11}, ""},
		{"two columns, running heads, broken words", pdftest.Setter{Columns: 2, Size: 9, Head: heads, Hyphen: "-"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.set
			fill(&s, 3)
			want := read(t, s.Bytes())
			data := scanned(t, s.Bytes())
			if x := read(t, data); x.Text != "" || len(x.Drawn) != len(s.Pages) || len(x.Recognized) > 0 {
				t.Fatalf("without a recognizer: %q, drawn %v", x.Text, x.Drawn)
			}
			e := eye{pages: s.Pages}
			var steps []int
			x, err := shared().Read(t.Context(), data, Options{
				Recognizer: &Recognizer{Read: e.read},
				Progress:   func(page, of int) { steps = append(steps, page, of) },
			})
			if err != nil {
				t.Fatal(err)
			}
			same(t, x.Text, want.Text)
			n := len(s.Pages)
			if len(x.Recognized) != n || len(x.Blank) > 0 || x.Unsure > 0 || x.Words == 0 || e.shown != n {
				t.Errorf("recognised %v, blank %v, %d of %d words unsure", x.Recognized, x.Blank, x.Unsure, x.Words)
			}
			if len(steps) != 4*n || steps[4*n-2] != 2*n || steps[4*n-1] != 2*n {
				t.Errorf("progress: %v", steps)
			}
			checkPlaces(t, &s, x)
		})
	}
}

func TestRecognizeTurnedPages(t *testing.T) {
	s := pdftest.Setter{Columns: 1, Size: 10}
	s.Paragraph("Words that stand on a page.")
	plain := scanned(t, s.Bytes())
	for _, turn := range []string{"90", "180", "270"} {
		data := bytes.Replace(plain, []byte("/Type /Page /"), []byte("/Type /Page /Rotate "+turn+" /"), 1)
		row := Row{Base: 300, Size: 40, Words: []Spot{{Text: "upright", Left: 100, Right: 300, Top: 260, Bottom: 310, Sure: 1}}}
		r := Recognizer{Read: func(context.Context, []byte, int) ([]Row, error) { return []Row{row}, nil }}
		x, err := shared().Read(t.Context(), data, Options{Recognizer: &r})
		if err != nil {
			t.Fatal(err)
		}
		d := plumbline.Document{Text: x.Text, Pages: x.Pages, Boxes: x.Boxes}
		boxes := d.BoxesOf(spanOf(0, 7))
		f, err := shared().Open(t.Context(), data)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		frame, err := f.Frame(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		if x.Text != "upright\n" || len(boxes) != 1 {
			t.Fatalf("turned by %s: %q at %v", turn, x.Text, boxes)
		}
		left, top, width, height := frame.Place(boxes[0])
		dots := 300.0 / 72
		left, top, width, height = left*frame.Width*dots, top*frame.Height*dots, width*frame.Width*dots, height*frame.Height*dots
		if left < 98 || left > 102 || width < 196 || width > 204 || top < 250 || top > 262 || height < 45 || height > 65 {
			t.Errorf("turned by %s: shown at %.0f %.0f, %.0f by %.0f", turn, left, top, width, height)
		}
	}
}

func TestRecognizeOnlyPictures(t *testing.T) {
	s := pdftest.Setter{Columns: 1, Size: 10}
	fill(&s, 6)
	picture := scanned(t, s.Bytes())
	f, err := shared().Open(t.Context(), picture)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	one, err := f.Image(t.Context(), 1, 100)
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdftest.Scan(one, nil, one, one)
	if err != nil {
		t.Fatal(err)
	}
	slow := errors.New("takes too long")
	e := eye{pages: [][]pdftest.Run{s.Pages[0], s.Pages[0], s.Pages[0]}, fault: func(shown int) error {
		if shown == 2 {
			return slow
		}
		return nil
	}}
	x, err := shared().Read(t.Context(), data, Options{Recognizer: &Recognizer{Read: e.read}})
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Unread) != 1 || !errors.Is(x.Unread[0], slow) || !strings.HasPrefix(x.Unread[0].Error(), "page 3: ") {
		t.Errorf("unread: %v", x.Unread)
	}
	if len(x.Recognized) != 2 || len(x.Blank) != 2 || len(x.Drawn) != 1 || x.Drawn[0] != 3 {
		t.Errorf("recognised %v, blank %v, drawn %v", x.Recognized, x.Blank, x.Drawn)
	}
	ctx, stop := context.WithCancel(t.Context())
	e.fault, e.shown = func(int) error { stop(); return context.Canceled }, 0
	if _, err := shared().Read(ctx, data, Options{Recognizer: &Recognizer{Read: e.read}}); !errors.Is(err, context.Canceled) {
		t.Errorf("broken off: %v", err)
	}
	if e.shown != 1 {
		t.Errorf("after it was broken off %d pages were shown", e.shown-1)
	}
}

func TestRecognizeTwoAtOnce(t *testing.T) {
	s := pdftest.Setter{Columns: 1, Size: 11}
	fill(&s, 8)
	s.Pages = s.Pages[:2]
	data := scanned(t, s.Bytes())
	f, err := shared().Open(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pages := map[string]int{} // by their pictures
	for i := range f.Pages() {
		picture, err := f.Image(t.Context(), i+1, recognizedDPI)
		if err != nil {
			t.Fatal(err)
		}
		pages[string(picture)] = i
	}
	var together sync.WaitGroup
	together.Add(2)
	r := Recognizer{Workers: 2, Read: func(ctx context.Context, picture []byte, dpi int) ([]Row, error) {
		together.Done()
		together.Wait() // neither is done before both are shown
		e := eye{pages: s.Pages[pages[string(picture)]:]}
		return e.read(ctx, picture, dpi)
	}}
	x, err := shared().Read(t.Context(), data, Options{Recognizer: &r})
	if err != nil {
		t.Fatal(err)
	}
	same(t, x.Text, read(t, s.Bytes()).Text)
}
