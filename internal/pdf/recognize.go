package pdf

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Recognizer reads words off pictures.
type Recognizer struct {
	Name    string // program and version
	Workers int    // how many pictures it may be shown at once; 0 means 1

	// Read gives the lines of text on a picture, a PNG with dpi dots to the
	// inch, in any order. It is called by as many goroutines as Workers says.
	Read func(ctx context.Context, picture []byte, dpi int) ([]Row, error)
}

// Row is a line of text on a picture. Places are in dots from its left and top.
type Row struct {
	Words []Spot
	Base  float64 // where its baseline begins
	Size  float64 // from the deepest to the highest letter; 0 where nobody knows
}

// Spot is a word on a picture.
type Spot struct {
	Text                     string
	Left, Top, Right, Bottom float64
	Sure                     float64 // that it was recognised rightly, from 0 to 1
}

// seen counts what was recognised on a page.
type seen struct{ words, unsure int }

const (
	// recognizedDPI is what recognizers are made for.
	recognizedDPI = 300
	// sure is the confidence below which a word counts as unsure.
	sure = 0.6
	// noise is the confidence below which signs without a letter or digit are
	// taken for specks.
	noise = 0.5
)

// recognize fills in the sheets that are pictures. A page on which nothing can
// be recognised is noted and passed over. While pages are read the next one is
// drawn.
func (e *Engine) recognize(ctx context.Context, data []byte, sheets []sheet, o Options) error {
	p := pictures{Engine: e, data: data}
	defer p.close()
	todo, done := 0, 0
	for i := range sheets {
		if sheets[i].drawn {
			todo++
		}
	}
	slots := make(chan struct{}, max(o.Recognizer.Workers, 1))
	var all sync.WaitGroup
	var mu sync.Mutex // for done, and for telling of it
	for i := range sheets {
		s := &sheets[i]
		if !s.drawn {
			continue
		}
		picture, c, err := p.draw(ctx, s.number)
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
		}
		if ctx.Err() != nil {
			break
		}
		all.Go(func() {
			defer func() { <-slots }()
			if s.unread = err; err == nil {
				s.unread = s.recognize(ctx, c, picture, o.Recognizer)
			}
			mu.Lock()
			defer mu.Unlock()
			if done++; o.Progress != nil && ctx.Err() == nil {
				o.Progress(len(sheets)+done, len(sheets)+todo)
			}
		})
	}
	all.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	evenSizes(sheets)
	return nil
}

// pictures draws pages of a file. After one that breaks the engine it goes on
// with another instance.
type pictures struct {
	*Engine
	data []byte
	file *File
}

func (p *pictures) close() {
	if p.file != nil {
		p.file.Close()
		p.file = nil
	}
}

// draw draws a page and says how it lies.
func (p *pictures) draw(ctx context.Context, page int) ([]byte, canvas, error) {
	if p.file != nil && p.file.broken != nil {
		p.close()
	}
	if p.file == nil {
		var err error
		if p.file, err = p.Open(ctx, p.data); err != nil {
			return nil, canvas{}, fmt.Errorf("page %d: %w", page, err)
		}
	}
	frame, err := p.file.Frame(ctx, page)
	if err != nil {
		return nil, canvas{}, err
	}
	picture, err := p.file.Image(ctx, page, recognizedDPI)
	width, height := pixels(frame, recognizedDPI)
	return picture, canvas{frame: frame, turn: frame.turn(), width: float64(width), height: float64(height)}, err
}

// recognize reads the words off the picture of a page.
func (s *sheet) recognize(ctx context.Context, c canvas, picture []byte, r *Recognizer) error {
	dpi := int(math.Round(c.width / c.frame.Width * 72)) // less than usual, of a large page
	rows, err := r.Read(ctx, picture, dpi)
	if err != nil {
		return fmt.Errorf("page %d: %w", s.number, err)
	}
	s.turn, s.area = c.turn, c.box(0, 0, c.width, c.height)
	for _, row := range rows {
		s.add(c, row)
	}
	return nil
}

// canvas tells where on a page the dots of its picture are.
type canvas struct {
	frame         Frame
	turn          int
	width, height float64
}

// box gives a part of the picture as a box of the page whose letters stand
// upright.
func (c canvas) box(left, top, right, bottom float64) box {
	x1, y1 := c.frame.point(left/c.width, top/c.height)
	x2, y2 := c.frame.point(right/c.width, bottom/c.height)
	return box{min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)}.turn(c.turn)
}

// add puts a row onto the sheet, cut where its gaps are wide.
func (s *sheet) add(c canvas, row Row) {
	var words []lettered
	for _, spot := range row.Words {
		text := strings.TrimSpace(spot.Text)
		speck := spot.Sure < noise && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		b := c.box(spot.Left, spot.Top, spot.Right, spot.Bottom)
		if text == "" || speck || b.empty() {
			continue
		}
		if s.seen.words++; spot.Sure < sure {
			s.seen.unsure++
		}
		for _, t := range strings.Fields(text) { // a word has no space in it
			words = append(words, lettered{text: t, box: b})
		}
	}
	if len(words) == 0 {
		return
	}
	slices.SortStableFunc(words, func(a, b lettered) int { return cmp.Compare(a.box.left, b.box.left) })
	base := c.box(0, row.Base, 1, row.Base).bottom
	size := row.Size * (s.area.top - s.area.bottom) / c.height
	if tall := words[0].box.top - words[0].box.bottom; size <= 0 || size > 20*tall {
		size = tall
	}
	wide := new(spare).widest(words, size)
	from := 0
	for i := 1; i <= len(words); i++ {
		if i < len(words) && gapBetween(words[i-1], words[i]) <= wide {
			continue
		}
		p := piece{base: base, style: style{size: size}, end: style{size: size}, box: words[from].box}
		for _, w := range words[from:i] {
			p.words = append(p.words, word{w.text, w.box.narrow()})
			p.box = p.box.join(w.box)
		}
		s.pieces = append(s.pieces, p)
		from = i
	}
}

// evenSizes gives letters of about one size that very size: measured off a
// picture each line has another one, and by size paragraphs are told apart.
func evenSizes(sheets []sheet) {
	var sizes []float64
	each := func(f func(p *piece)) {
		for i := range sheets {
			for k := range sheets[i].pieces {
				if p := &sheets[i].pieces[k]; sheets[i].seen.words > 0 {
					f(p)
				}
			}
		}
	}
	each(func(p *piece) {
		for range p.words {
			sizes = append(sizes, p.style.size)
		}
	})
	if len(sizes) == 0 {
		return
	}
	slices.Sort(sizes)
	usual := sizes[len(sizes)/2]
	last := 0.0 // of the lines above that are not of the usual size
	each(func(p *piece) {
		size := math.Max(1, p.style.size)
		switch {
		case about(size, usual, 0.17):
			size = usual
		case about(size, last, 0.12):
			size = last
		default:
			last = size
		}
		p.style.size, p.end.size = size, size
	})
}

// about reports whether one size is within a share of another one.
func about(size, other, share float64) bool { return math.Abs(size-other) < share*other }
